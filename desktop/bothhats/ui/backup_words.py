"""When a backup was made, why, what it holds, and whether it can be used: for people."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from bothhats.domain.wording import counted, long_date, near_date
from bothhats.storage import backups
from bothhats.storage.backups import Backup

NOON = 12


def when_words(made_at: datetime, today: date) -> str:
    """ "this morning, 08:31", "yesterday, 18:02", "4 October, 18:02"."""
    day = made_at.date()
    if day == today:
        words = _tr("this morning") if made_at.hour < NOON else _tr("today")
    elif (today - day).days == 1:
        words = near_date(day, today)
    else:
        words = long_date(day, today)
    return _tr("{day}, {time}").format(day=words, time=f"{made_at:%H:%M}")


def why_words(why: str) -> str:
    """The occasion."""
    return {
        backups.DAILY: _tr("daily"),
        backups.BY_HAND: _tr("by hand"),
        backups.BEFORE_IMPORT: _tr("before an import"),
        backups.BEFORE_UPGRADE: _tr("before an update"),
        backups.BEFORE_RESTORE: _tr("before a restore"),
        backups.BEFORE_ERASE: _tr("before erasing"),
    }.get(why, why)


def holds_words(backup: Backup) -> str:
    """How much is in it."""
    counts = backup.counts
    if not counts:
        return _tr("not counted")
    leads, touches = counted(counts.get("lead", 0), "lead"), counted(counts.get("touch", 0), "touch", "touches")
    reviews = counts.get("review", 0)
    return ", ".join([leads, touches, *([counted(reviews, "review")] if reviews else [])])


def size_words(size: int) -> str:
    """ "2.4 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def state_words(is_sound: bool | None) -> str:
    """None while nobody knows yet."""
    if is_sound is None:
        return _tr("checking")
    return _tr("checked") if is_sound else _tr("damaged: cannot be used")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Backups", words)
