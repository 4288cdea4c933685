"""The backup that nobody has to think of: once a day, when something has changed."""

from datetime import datetime
from pathlib import Path

from bothhats.storage.backups import DAILY, Backup, listed, make_backup


def keep_daily(data_file: Path, now: datetime) -> Backup | None:
    """While the file is open: None where there is one of today, or nothing has changed.

    Raises what `make_backup` raises.
    """
    before = listed(data_file)
    if before and before[0].made_at.date() == now.date():
        return None
    return make_backup(data_file, DAILY, now, only_if_changed=True)


def keep_at_end(data_file: Path, now: datetime) -> Backup | None:
    """When the file is closed: None where nothing has changed since the last. Raises what `make_backup` raises."""
    return make_backup(data_file, DAILY, now, only_if_changed=True) if data_file.exists() else None
