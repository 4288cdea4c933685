"""Keeps a calendar file in step with the follow-ups and commitments, for a phone's calendar to follow."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import FileNotWritable, KnownProblem
from bothhats.exchange.icalendar_writer import Entry, kept_entries, write_calendar
from bothhats.queries.calendar_entries import Dated, dated_things
from bothhats.queries.settings import read_settings, remembered
from bothhats.storage.safe_write import write_whole
from bothhats.ui.context import Context

AFTER_MS = 800
_TABLES = ("lead", "follow_up", "parking", "outcome_change", "commitment", "setting")
_FILE_ID = "calendar_id"


class CalendarFile(QObject):
    """Written a moment after each change, whole or not at all, to the place that the window remembers."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._told = ""
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self.write)
        context.feed.committed.connect(self._on_committed)

    def write(self) -> None:
        """Write it now, where a place is chosen; what hinders it is told once for each place."""
        self._later.stop()
        path = self._context.kept.calendar_file
        if not path:
            return
        try:
            _write_file(Path(path), self._text(Path(path)))
            self._told = ""
        except KnownProblem as problem:
            if self._told != path:
                self._told = path
                self._context.navigation.problem_raised.emit(problem)

    def finish(self) -> None:
        """Before the window goes: what was waiting is written."""
        if self._later.isActive():
            self.write()

    def _on_committed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES) and self._context.kept.calendar_file:
            self._later.start()

    def _text(self, path: Path) -> str:
        reader = self._context.workspace.reader
        file_id = self._file_id()
        name = read_settings(reader).business_name or "Both Hats"
        hour = self._context.kept.calendar_alarm
        return write_calendar(
            name,
            [_entry(each, file_id) for each in dated_things(reader)],
            datetime.now(UTC),
            kept_entries(_present(path)),
            int(hour) if hour.isdecimal() else None,
        )

    def _file_id(self) -> str:
        """Tells the entries of this pipeline from those of another; made once, kept in the file."""
        known = remembered(self._context.workspace.reader, _FILE_ID)
        if not known:
            known = secrets.token_hex(8)
            self._context.workspace.settings.remember(_FILE_ID, known)
        return known


def _write_file(path: Path, text: str) -> None:
    """Whole or not at all, so that nobody ever reads half of it. Raises FileNotWritable, DiskFull."""
    try:
        write_whole(path, text)
    except FileNotWritable as problem:
        words = f"The calendar file {path} cannot be written."
        raise FileNotWritable(words, "Choose another place for it in Settings.") from problem


def _present(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _entry(dated: Dated, file_id: str) -> Entry:
    summary = ": ".join(text for text in (dated.about, dated.words) if text)
    return Entry(f"{dated.id}-{file_id}@bothhats", dated.on, summary, dated.reach)
