"""What changes without the window: another program writes to the file, or the day turns. No polling."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from bothhats.domain.changes import ChangeSet
from bothhats.queries.outside import data_version
from bothhats.ui.context import Context

SETTLES_MS = 150


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
        """The day may have turned, also while the machine slept."""
        today = self._context.today()
        if today != self._day:
            self._day = today
            self.changed.emit()
        self._wait_for_midnight()

    def _wait_for_midnight(self) -> None:
        now = datetime.now()
        midnight = datetime.combine(date.today() + timedelta(days=1), time())
        self._midnight.start(int((midnight - now).total_seconds() * 1000) + 1000)

    def _on_own_commit(self, _changes: ChangeSet) -> None:
        self._version = data_version(self._context.workspace.reader)

    def _look_at_file(self) -> None:
        version = data_version(self._context.workspace.reader)
        if version != self._version:
            self._version = version
            self.changed.emit()
