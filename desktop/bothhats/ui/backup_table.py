"""The backups of a file, newest first, each looked through beside the window while they are listed."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from bothhats.storage.backups import Backup, is_sound
from bothhats.ui.background import Answer, Done, Job, JobRunner
from bothhats.ui.backup_words import holds_words, size_words, state_words, when_words, why_words
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import tooltip

ROW = 33
_WHEN, _WHY, _HOLDS, _STATE = 0, 1, 2, 4


class BackupTable(QTableWidget):
    """`chosen` when another row is current; `looked_through` when it is known of one whether it can be used."""

    chosen = Signal()
    looked_through = Signal()

    def __init__(self, jobs: JobRunner, today: date, *, with_counts: bool = True) -> None:
        super().__init__(0, 5)
        self._jobs, self._today = jobs, today
        self._backups: Sequence[Backup] = ()
        self._sound: dict[int, bool] = {}
        self._open: list[Job] = []
        self._awaited: set[tuple[int, int]] = set()  # which show and which row; empty when nobody listens any more
        self._shows = 0
        self.setAccessibleName(self.tr("Backups"))
        heads = (self.tr("When"), self.tr("Why"), self.tr("Holds"), self.tr("Size"), self.tr("State"))
        self.setHorizontalHeaderLabels(heads)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        head = self.horizontalHeader()
        head.setFont(font("small_strong"))
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_HOLDS if with_counts else _WHY, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(_HOLDS, not with_counts)
        self.itemSelectionChanged.connect(self.chosen)
        self.destroyed.connect(partial(_let_go, self._open, self._awaited))

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show them and begin to look through them."""
        self.stop()
        self._backups, self._sound = backups, {}
        self.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            size = backup.manifest.size if backup.manifest else backup.path.stat().st_size
            words = (
                *(when_words(backup.made_at, self._today), why_words(backup.why)),
                *(holds_words(backup), size_words(size), state_words(None)),
            )
            items = [QTableWidgetItem(text) for text in words]
            items[_WHEN].setToolTip(tooltip(str(backup.path)))
            for column, item in enumerate(items):
                self.setItem(row, column, item)
        self._shows += 1
        self._awaited.update((self._shows, row) for row in range(len(backups)))
        self._open += [
            self._jobs.run(partial(_look_through, backup), partial(self._on_answer, (self._shows, row)), owner=self)
            for row, backup in enumerate(backups)
        ]

    def stop(self) -> None:
        """Nobody needs to know any more."""
        _let_go(self._open, self._awaited)

    @property
    def backup(self) -> Backup | None:
        """The current one."""
        rows = self.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def is_sound(self, backup: Backup) -> bool | None:
        """None while nobody knows."""
        return self._sound.get(self._backups.index(backup)) if backup in self._backups else None

    def _on_answer(self, place: tuple[int, int], answer: Answer[bool]) -> None:
        if place not in self._awaited or not isinstance(answer, Done):
            return
        row = place[1]
        self._sound[row] = answer.value
        item = QTableWidgetItem(state_words(answer.value))
        if not answer.value:
            item.setForeground(QColor(tokens().late))
        self.setItem(row, _STATE, item)
        self.looked_through.emit()


def _look_through(backup: Backup, _job: Job) -> bool:
    return is_sound(backup)


def _let_go(jobs: list[Job], awaited: set[tuple[int, int]]) -> None:
    """Also when the table is gone: what is answered then finds nobody."""
    for job in jobs:
        job.cancel()
    jobs.clear()
    awaited.clear()
