"""Who is in the file already: found by a few typed letters, or because a new lead looks like them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.duplicates import phone_digits
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Outcome


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A lead as somebody who may be meant; `reason` and `closed_on` are those of its end."""

    id: int
    name: str
    company: str
    stage_name: str
    outcome: Outcome | None
    closed_on: date | None
    reason: str


_SELECT = """
SELECT lead.id, display_name, company, stage.name, outcome, closed_on,
  (SELECT reason.name FROM outcome_change JOIN reason ON reason.id = reason_id
   WHERE lead_id = lead.id ORDER BY happened_on DESC, outcome_change.id DESC LIMIT 1), email, phone
FROM lead JOIN stage ON stage.id = stage_id WHERE binned_at IS NULL
"""
_NEWEST_FIRST = " ORDER BY outcome IS NOT NULL, arrived_on DESC, lead.id DESC"


def people_named(connection: sqlite3.Connection, typed: str, most: int = 6) -> list[KnownPerson]:
    """Leads whose name or company holds every typed word; open ones and the newest first."""
    words = typed.split()
    where = " AND (display_name || ' ' || company) LIKE ? ESCAPE '\\'" * len(words)
    values = [f"%{_literal(word)}%" for word in words]
    rows = connection.execute(f"{_SELECT}{where}{_NEWEST_FIRST} LIMIT ?", (*values, most)).fetchall()
    return [_person(row) for row in rows]


def looks_like(connection: sqlite3.Connection, name: str, email: str, phone: str) -> KnownPerson | None:
    """The lead that a new one may be: the same email or phone, else a like name."""
    number = phone_digits(phone)
    if email or number:
        for row in connection.execute(f"{_SELECT} AND (email <> '' OR phone <> ''){_NEWEST_FIRST}"):
            if (email and folded(row[7]) == folded(email)) or (number and phone_digits(row[8]) == number):
                return _person(row)
    last_name = name.rsplit(maxsplit=1)[-1] if len(name.split()) > 1 else ""
    if last_name:
        like = (f"%{_literal(last_name)}",)
        for row in connection.execute(f"{_SELECT} AND display_name LIKE ? ESCAPE '\\'{_NEWEST_FIRST}", like):
            if alike(row[1], name):
                return _person(row)
    return None


def alike(first: str, second: str) -> bool:
    """The same last name, and one first name begins with the other: Jo and Joanne Penrose."""
    one, other = folded(first).split(), folded(second).split()
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return one == other
    return one[0].rstrip(".").startswith(other[0].rstrip(".")) or other[0].rstrip(".").startswith(one[0].rstrip("."))


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _person(row: Sequence[object]) -> KnownPerson:
    outcome = Outcome(str(row[4])) if row[4] else None
    closed_on = date.fromisoformat(str(row[5])) if row[5] else None
    return KnownPerson(int(str(row[0])), str(row[1]), str(row[2]), str(row[3]), outcome, closed_on, str(row[6] or ""))
