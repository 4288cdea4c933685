"""What a letter is made of."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.reviews import answers, review_of


@dataclass(frozen=True, slots=True)
class Month:
    """The file, the month ("2026-10"), the day the letter is written, the owner's answers by field."""

    connection: sqlite3.Connection
    name: str
    today: date
    said: Mapping[str, str]

    @property
    def before(self) -> str:
        """The month before."""
        return shifted(self.name, -1)

    @property
    def days(self) -> tuple[date, date]:
        """Its first and its last day."""
        return first_day(self.name), last_day(self.name)

    def answer(self, field: str) -> str:
        """What was answered, or ''."""
        return self.said.get(field, "").strip()


def read_month(connection: sqlite3.Connection, month: str, today: date) -> Month:
    """A month with the answers of its review, if there is one."""
    review = review_of(connection, month)
    return Month(connection, month, today, answers(connection, review.id) if review else {})
