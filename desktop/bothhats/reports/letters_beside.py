"""Two letters side by side: the figures as "11 → 12", the parts row by row, what is new, gone or answered."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import listed
from bothhats.queries.alignment import HOLDS, OF
from bothhats.queries.months import last_day
from bothhats.queries.reviews import Review
from bothhats.queries.settings import read_settings
from bothhats.reports.letter_figures import figures_of
from bothhats.reports.letter_split import bodies
from bothhats.reports.letter_text import plain, resolved_markdown

_TITLES = (
    ("numbers", "Numbers"), ("promised", "What we committed to before"), ("landed", "What landed"),
    ("objections", "What they asked"), ("waste", "Who was not for us"), ("surprise", "What surprised me"),
    ("commitments", "What we commit to"), ("sources", "By source"), ("alignment", "Where we agree"),
)  # fmt: skip
_COUNTS = (("leads", "Leads"), ("conversations", "Conversations"), ("closes", "Closes"))


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One part in both letters, '' where it is not in one; `notes` say what changed between them."""

    title: str
    earlier: str
    later: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A figure in both months, in words."""

    title: str
    earlier: str
    later: str

    @property
    def words(self) -> str:
        """ "11 → 12"."""
        return f"{self.earlier} → {self.later}"


def changes(connection: sqlite3.Connection, earlier: Review, later: Review) -> list[Change]:
    """The figures that the two letters were finished with."""
    before, after = kept_or_now(connection, earlier), kept_or_now(connection, later)
    currency = currency_of(read_settings(connection).currency)
    money = (format_for_people(figures["revenue"], currency) for figures in (before, after))
    return [
        *(Change(title, str(before[name]), str(after[name])) for name, title in _COUNTS),
        Change("Revenue", *money),
        Change("Promise kept", *(_share(figures, "promise_kept", "promise_of") for figures in (before, after))),
        Change("Alignment", *(_share(figures, HOLDS, OF) for figures in (before, after))),
    ]


def beside(connection: sqlite3.Connection, earlier: Review, later: Review) -> list[BesideRow]:
    """The parts that are in one of the two letters at least, in their order."""
    texts = [_bodies(connection, review) for review in (earlier, later)]
    figures = (kept_or_now(connection, earlier), kept_or_now(connection, later))
    notes = {
        part: _notes(connection, table, figures, last_day(earlier.month))
        for part, table in (("objections", "objection"), ("landed", "claim"))
    }
    return [
        BesideRow(title, texts[0].get(part, ""), texts[1].get(part, ""), notes.get(part, ()))
        for part, title in _TITLES
        if part in texts[0] or part in texts[1]
    ]


def kept_or_now(connection: sqlite3.Connection, review: Review) -> dict[str, int]:
    """The figures of the day it was finished; what it did not keep is read anew."""
    if any("." in name for name in review.figures) or "promise_of" in review.figures:
        return review.figures
    return figures_of(connection, review.month) | review.figures


def _bodies(connection: sqlite3.Connection, review: Review) -> dict[str, str]:
    return {part: plain(resolved_markdown(connection, text)) for part, text in bodies(review.letter).items()}


def _share(figures: Mapping[str, int], k: str, n: str) -> str:
    return f"{figures[k]} of {figures[n]}" if figures.get(n) else "–"


def _notes(
    connection: sqlite3.Connection, table: str, figures: tuple[Mapping[str, int], Mapping[str, int]], since: date
) -> tuple[str, ...]:
    """What is new, gone, answered since the earlier month, and what changed its count."""
    texts = {
        f"{table}.{row_id}": f"“{text}”"
        for row_id, text in connection.execute(f"SELECT id, text FROM {table} ORDER BY id").fetchall()
    }
    before, after = ({name for name in each if name in texts} for each in figures)
    both = [name for name in texts if name in before & after and figures[0][name] != figures[1][name]]
    answered = _answered(connection, since) if table == "objection" else set()
    notes = (
        ("New", [texts[name] for name in texts if name in after - before]),
        ("Gone", [texts[name] for name in texts if name in before - after]),
        ("Answered since", [texts[name] for name in texts if name in before & answered]),
        ("Changed", [f"{texts[name]} {figures[0][name]} → {figures[1][name]}" for name in both]),
    )
    return tuple(f"{title}: {listed(names)}" for title, names in notes if names)


def _answered(connection: sqlite3.Connection, since: date) -> set[str]:
    """What a live asset answers whose first day was after that day."""
    rows = connection.execute(
        "SELECT DISTINCT objection_id FROM asset_answer JOIN asset ON asset.id = asset_id"
        " WHERE status = 'live' AND live_on > ?",
        (since.isoformat(),),
    )
    return {f"objection.{row[0]}" for row in rows.fetchall()}
