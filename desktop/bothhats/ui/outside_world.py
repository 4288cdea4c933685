"""What changes without the window: another program writes to the file, or the day turns."""

from datetime import date

from PySide6.QtCore import QDate, QDateTime, QFileSystemWatcher, QObject, QTimer, Signal

from bothhats.domain.changes import ChangeSet
from bothhats.queries.outside import data_version
from bothhats.system.time_zone import read_time_zone_again
from bothhats.ui.context import Context

SETTLES_MS = 150
LONGEST_WAIT_MS = 15 * 60_000


def local_today() -> date:
    """The day on the wall: Qt's clock also follows a change of the time zone on Windows."""
    day = QDate.currentDate()
    return date(day.year(), day.month(), day.day())


class OutsideWorld(QObject):
    """`changed` when everything may have changed; the window's own commits do not count."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._version = data_version(context.workspace.reader)
        self._day = context.today()
        self._watcher = QFileSystemWatcher([str(context.workspace.path)], self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._midnight = QTimer(self, singleShot=True)
        self._watcher.fileChanged.connect(self._settled.start)
        self._settled.timeout.connect(self._look_at_file)
        self._midnight.timeout.connect(self.look_at_clock)
        context.feed.committed.connect(self._on_own_commit)
        self._wait_for_midnight()

    def look_at_clock(self) -> None:
        """The day may have turned, also while the machine slept or flew."""
        read_time_zone_again()
        today = self._context.today()
        if today != self._day:
            self._day = today
            self.changed.emit()
        self._wait_for_midnight()

    def _wait_for_midnight(self) -> None:
        """A quarter of an hour at most: the timer stands still while the machine sleeps, and the zone may change."""
        left = QDateTime.currentDateTime().msecsTo(QDate.currentDate().addDays(1).startOfDay())
        self._midnight.start(min(left + 1000, LONGEST_WAIT_MS))

    def _on_own_commit(self, _changes: ChangeSet) -> None:
        self._version = data_version(self._context.workspace.reader)

    def _look_at_file(self) -> None:
        """Work of our own may have the file for itself just now: then later."""
        if self._context.jobs.is_busy:
            self._settled.start()
            return
        version = data_version(self._context.workspace.reader)
        if version != self._version:
            self._version = version
            self.changed.emit()
