"""Which backup shall come back, and what it would change; the one confirmation names the act."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.queries.backup_difference import Difference, Differences
from bothhats.storage.backups import Backup
from bothhats.ui.background import JobRunner
from bothhats.ui.backup_table import BackupTable
from bothhats.ui.backup_words import when_words
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, small_label
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

_WIDTH = 640
_HEIGHT = 240


class RestoreBackup(DialogFrame):
    """Tells what is wanted; whoever asked does it and answers with `tell_differences`, `fail` or `accept`."""

    chosen = Signal(object)
    copy_wanted = Signal(object)
    other_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, jobs: JobRunner, today: date) -> None:
        super().__init__(parent, "", _WIDTH)
        self._today = today
        self._is_busy = False
        self.setWindowTitle(self.tr("Restore from a backup"))
        self.add_heading(self.tr("Which one shall come back?"))
        self.table = BackupTable(jobs, today, with_counts=False)
        self.table.setFixedHeight(scaled(_HEIGHT))
        self.nothing = small_label(self.tr("No backup yet. The first one is made when you close the app today."))
        self.changes = plain_label("", wraps=True)
        self.show_button = Button(self.tr("Show them"), "quiet", is_small=True)
        self.names = QListWidget()
        self.names.setObjectName("rows")
        self.names.setAccessibleName(self.tr("What would change"))
        self.names.setFixedHeight(scaled(150))
        self.kept = small_label(self.tr("Your file as it is now is kept as a backup first."))
        self.error = error_label()
        for widget in (self.table, self.nothing, self.changes):
            self.body.addWidget(widget)
        self.body.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self.names, self.kept, self.error):
            self.body.addWidget(below)
        self.show_button.hide()
        self.other_button = self.add_foot_button(self.tr("Another file…"), "folder-open")
        self.copy_button = self.add_foot_button(self.tr("Open a copy"), "copy")
        self.names.hide()
        self._connect()
        self._offer()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show them; the first one is chosen."""
        self.table.show_backups(backups)
        self.table.setVisible(bool(backups))
        self.nothing.setVisible(not backups)
        if backups:
            self.table.selectRow(0)
            self.table.setFocus()
        self._offer()

    def tell_differences(self, backup: Backup, found: Differences | None) -> None:
        """What choosing this one would change; None where that cannot be said."""
        if backup != self.table.backup:
            return
        self.names.clear()
        if found is None:
            self._say_changes(self.tr("What it would change cannot be said."))
            return
        self._say_changes(self._sentence(found))
        for words in self._lines(found):
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, scaled(26)))
            self.names.addItem(item)
        self.show_button.setVisible(bool(self.names.count()))
        self.fit()

    def begin(self) -> None:
        """It is being put back; nothing else can be done meanwhile."""
        self._is_busy = True
        self.explain(self.error, "")
        self.primary_button.setText(self.tr("Restoring…"))
        self._offer()

    def fail(self, problem: KnownProblem) -> None:
        """It was not put back; the file is as it was."""
        self._is_busy = False
        self.explain(self.error, f"{problem.message} {problem.way_out}".strip())
        self._offer()

    def reject(self) -> None:
        if not self._is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        self.table.stop()
        super().done(result)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.looked_through.connect(self._offer)
        self.show_button.clicked.connect(self._show_names)
        self.other_button.clicked.connect(self.other_wanted)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self.table.backup))

    def _on_chosen(self) -> None:
        self.explain(self.error, "")
        self.names.hide()
        self.show_button.hide()
        self._say_changes(self.tr("Looking for what it would change…") if self.table.backup else "")
        self._offer()
        if self.table.backup is not None:
            self.chosen.emit(self.table.backup)

    def _offer(self) -> None:
        backup = self.table.backup
        is_usable = backup is not None and self.table.is_sound(backup) is not False and not self._is_busy
        self.primary_button.setEnabled(is_usable)
        self.copy_button.setEnabled(is_usable)
        self.table.setEnabled(not self._is_busy)
        for button in (self.cancel_button, self.other_button):
            button.setEnabled(not self._is_busy)
        self.kept.setVisible(backup is not None)
        if not self._is_busy:
            when = when_words(backup.made_at, self._today) if backup else ""
            self.primary_button.setText(self.tr("Restore {when}").format(when=when) if when else self.tr("Restore"))

    def _try(self) -> None:
        if self.primary_button.isEnabled():
            self.restore_wanted.emit(self.table.backup)

    def _say_changes(self, words: str) -> None:
        self.changes.setText(words)
        self.changes.setMinimumHeight(self.changes.heightForWidth(self.table.width()))
        self.changes.setVisible(bool(words))

    def _show_names(self) -> None:
        self.names.show()
        self.show_button.hide()
        self.names.setFocus()
        self.fit()

    def _sentence(self, found: Differences) -> str:
        if found.is_none:
            return self.tr("It holds just what your file holds now.")
        words = [
            part
            for kind, one, many in (("lead", "lead", "leads"), ("touch", "touch", "touches"), ("review", "review", ""))
            for part in self._parts(found.kinds[kind], one, many)
        ]
        if found.others:
            words.append(
                self.tr("{entries} beside them would change").format(entries=counted(found.others, "entry", "entries"))
            )
        return ". ".join(words) + "."

    def _parts(self, found: Difference, one: str, many: str) -> list[str]:
        parts = (
            (found.comes, self.tr("{things} would come back")),
            (found.goes, self.tr("{things} would go")),
            (found.differs, self.tr("{things} would be as before")),
        )
        return [words.format(things=counted(count, one, many)) for count, words in parts if count]

    def _lines(self, found: Differences) -> list[str]:
        how_words = {
            "comes": self.tr("comes back: {what}"),
            "goes": self.tr("goes: {what}"),
            "differs": self.tr("as before: {what}"),
        }
        return [how_words[how].format(what=what) for each in found.kinds.values() for how, what in each.words]
