"""What hindered the last backup: remembered by the window, shown on Today and in the settings until one works."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import short_date
from bothhats.ui.window_settings import WindowSettings


def remember_trouble(kept: WindowSettings, path: Path, problem: Exception | None) -> bool:
    """Keep what hindered the last backup of this file, or that nothing did; whether that is news."""
    before = trouble_of(kept, path)
    words = problem.message if isinstance(problem, KnownProblem) else ""
    if words:
        kept.backup_trouble = f"{path}\n{words}"
    elif before:
        kept.backup_trouble = ""
    return words != before


def trouble_of(kept: WindowSettings, path: Path) -> str:
    """What hindered the last backup of this file; '' for nothing."""
    about, _, words = kept.backup_trouble.partition("\n")
    return words if about == str(path) else ""


def last_backup_words(kept: WindowSettings, path: Path, today: date) -> str | None:
    """When the last one was made, where the one after it could not be; None where nothing is wrong."""
    if not trouble_of(kept, path):
        return None
    from bothhats.storage.backups import listed  # late: not before the first paint

    backups = listed(path)
    if not backups:
        return QCoreApplication.translate("Backups", "none could be made yet")
    words = QCoreApplication.translate("Backups", "last good one: {day}")
    return words.format(day=short_date(backups[0].made_at.date(), today))
