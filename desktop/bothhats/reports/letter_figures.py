"""The figures that a finished letter keeps, and in words which of them are others by now."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import counted, told
from bothhats.queries.heard import heard_claims, heard_phrases
from bothhats.queries.late_leads import late_leads
from bothhats.queries.months import first_day, last_day
from bothhats.queries.review_month import read_numbers
from bothhats.queries.settings import read_settings

_NUMBERS = {
    "leads": ("lead", "leads"),
    "conversations": ("conversation", "conversations"),
    "closes": ("close", "closes"),
}


@dataclass(frozen=True, slots=True)
class Later:
    """A figure that has changed since: the part of the letter that it stands in, and how it is now."""

    part: str
    words: str


def figures_of(connection: sqlite3.Connection, month: str) -> dict[str, int]:
    """The figures of a month's letter by name; revenue in minor units, what was heard by its id."""
    numbers = read_numbers(connection, month).month
    days = (first_day(month), last_day(month))
    figures = {
        "leads": numbers.events.leads,
        "conversations": numbers.events.conversations,
        "closes": numbers.events.closes,
        "revenue": numbers.revenue.amount,
        "promise_kept": numbers.follow_up.k,
        "promise_of": numbers.follow_up.n,
    }
    figures |= {f"objection.{phrase.id}": phrase.people for phrase in heard_phrases(connection, *days, *days)}
    figures |= {f"claim.{claim.id}": claim.landed for claim in heard_claims(connection, *days, 0) if claim.who}
    return figures


def changed_since(
    connection: sqlite3.Connection, month: str, kept: Mapping[str, int], finished_on: date
) -> list[Later]:
    """What has changed since the letter was finished; figures that an older letter did not keep are passed over."""
    now = figures_of(connection, month)
    found = [
        Later("numbers", _number(connection, month, name, (kept[name], now[name]), finished_on))
        for name in (*_NUMBERS, "revenue")
        if name in kept and now[name] != kept[name]
    ]
    promise = [(figures["promise_kept"], figures["promise_of"]) for figures in (kept, now) if "promise_of" in figures]
    if len(set(promise)) > 1:
        found.append(Later("numbers", f"Now {promise[1][0]:,} of {promise[1][1]:,} new ones heard from me in time."))
    if not any("." in name for name in kept):
        return found
    return found + [
        later
        for table, part, verb in (("objection", "objections", "heard from"), ("claim", "landed", "landed with"))
        for later in _heard(connection, table, kept, now, part, verb)
    ]


def _number(connection: sqlite3.Connection, month: str, name: str, change: tuple[int, int], finished_on: date) -> str:
    before, now = change
    if name == "revenue":
        return f"Now {format_for_people(now, currency_of(read_settings(connection).currency))}."
    words = f"Now {counted(now, *_NUMBERS[name])}"
    if name != "leads":
        return f"{words}."
    came = late_leads(connection, month, finished_on, now - before)
    why = [
        f"{told(count, 'lead')} {'was' if count == 1 else 'were'} {how} later"
        for count, how in ((came.imported, "imported"), (came.added, "added"))
        if count
    ]
    return f"{words}: {' and '.join(why)}." if why else f"{words}."


def _heard(
    connection: sqlite3.Connection, table: str, kept: Mapping[str, int], now: Mapping[str, int], part: str, verb: str
) -> list[Later]:
    found = []
    for row_id, text in connection.execute(f"SELECT id, text FROM {table} ORDER BY id").fetchall():
        before, after = (figures.get(f"{table}.{row_id}", 0) for figures in (kept, now))
        if before != after:
            people = told(after, "person", "people") if after else "nobody"
            found.append(Later(part, f"Now “{text}” {verb} {people}."))
    return found
