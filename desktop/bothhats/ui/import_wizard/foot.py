"""The foot of the import: back, what is going on and how far, cancel, and the way forward with its number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bothhats.domain.wording import counted
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.labels import ElidedLabel, hairline

_FILE, _COLUMNS, _PREVIEW, _DONE = range(4)
_MOST_LETTERS = 28


class ImportFoot(Foot):
    """Knows the words; the page knows what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.is_writing = False
        self._is_busy = False
        self._words = ""
        self._step = 0
        self._quiet = ""
        self._why_not = ""
        self.back_button = Button(self.tr("&Back"))
        self.told = ElidedLabel("", "body", "ink2")
        self.stop_button = Button(self.tr("Stop"))
        self.cancel_button = Button(self.tr("Cancel"))
        self.next_button = Button("", "primary", "arrow-right")
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self.next_button.set_icon("arrow-right")
        row = QHBoxLayout()
        row.setContentsMargins(28, 12, 28, 12)
        row.setSpacing(10)
        row.addWidget(self.back_button)
        row.addSpacing(6)
        row.addWidget(self.told, 1)
        for button in (self.stop_button, self.cancel_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)
        self.stop_button.hide()

    def show_step(self, step: int, plan: ImportPlan | TouchPlan | None, why_not: str, name: str) -> None:
        """What can be done now; `why_not` says why there is no going on, `name` is that of a file that was read."""
        self._step, self._why_not = step, why_not
        self.setVisible(step != _DONE)
        self.back_button.setVisible(step in (_COLUMNS, _PREVIEW))
        self.cancel_button.setVisible(step != _DONE)
        self.next_button.setVisible(step in (_COLUMNS, _PREVIEW) or bool(name))
        count = plan.rows - plan.skipped if plan else 0
        if step == _FILE:
            self.next_button.setText(self.tr("Go on with {name}").format(name=_short(name)))
        elif step == _COLUMNS:
            self.next_button.setText(self.tr("Preview {rows}").format(rows=counted(count, "row")))
        else:
            self.next_button.setText(self.tr("Import {rows}").format(rows=counted(count, "row")))
        self._quiet = self.tr("A backup is made first. One Undo takes the whole import back.")
        self._show()

    def show_busy(self, words: str, *, is_writing: bool) -> None:
        """Something is going on."""
        self._is_busy, self.is_writing, self._words = True, is_writing, words
        self._show()

    def show_progress(self, done: int, of: int) -> str:
        """How far it is, in these words."""
        if self._is_busy and of:
            words = self.tr("{what} {done} of {all}")
            what = self.tr("Writing row") if self.is_writing else self.tr("Reading row")
            self.told.setText(words.format(what=what, done=f"{done:,}", all=f"{of:,}"))
        return self.told.text()

    def show_idle(self) -> None:
        """Nothing is going on any more."""
        self._is_busy = self.is_writing = False
        self._show()

    def _show(self) -> None:
        busy = self._words if self._is_busy else ""
        quiet = self._quiet if self._step in (_COLUMNS, _PREVIEW) else ""
        self.told.setText(busy or quiet)
        self.stop_button.setVisible(self.is_writing)
        self.cancel_button.setVisible(self._step != _DONE and not self.is_writing)
        self.back_button.setEnabled(not self.is_writing)
        why = self.tr("One moment.") if self._is_busy else self._why_not
        self.next_button.set_off(why)


def _short(name: str) -> str:
    """For a button: no mnemonic, and no longer than a button may be."""
    return (name if len(name) <= _MOST_LETTERS else f"{name[:_MOST_LETTERS]}…").replace("&", "&&")
