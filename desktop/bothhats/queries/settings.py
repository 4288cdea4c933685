"""The business settings of the file, with their defaults."""

import sqlite3
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Settings:
    """What the owner has set; days are calendar days, `week_start` and `week_ahead_day` 0 = Monday to 6 = Sunday.

    `paper` is "A4" or "Letter"; without one it is what is usual where the machine stands.
    """

    business_name: str = ""
    owner_name: str = ""
    currency: str = "EUR"
    week_start: int = 0
    promise_days: int = 2
    review_by_day: int = 7
    definition_look_days: int = 92
    week_ahead: int = 1
    week_ahead_day: int = 0
    is_sample: int = 0
    paper: str = ""


def remembered(connection: sqlite3.Connection, name: str) -> str:
    """A fact of the app itself that was kept in the file; '' for none."""
    row = connection.execute("SELECT value FROM app_state WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def read_settings(connection: sqlite3.Connection) -> Settings:
    """The settings now; a value that cannot be read falls back to its default."""
    stored = dict(connection.execute("SELECT name, value FROM setting ORDER BY id").fetchall())
    values: dict[str, str | int] = {}
    for setting in fields(Settings):
        text = stored.get(setting.name)
        if text is None:
            continue
        if setting.type in ("int", int):
            if text.lstrip("-").isdecimal():
                values[setting.name] = int(text)
        else:
            values[setting.name] = text
    return Settings(**values)  # type: ignore[arg-type]
