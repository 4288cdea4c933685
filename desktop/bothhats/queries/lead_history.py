"""What happened with one lead, newest first."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bothhats.domain.wording import short_date


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline: its kind, its words, a note, and what was heard, used or claimed in it.

    `chips` are (kind, text): objection, question, claim, asset; `quotes` the prospect's own words. `touch_id` is 0
    for what is no touch, `is_conversation` says that the prospect really talked.
    """

    on: date
    kind: str
    words: str
    note: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    touch_id: int = 0
    quotes: tuple[str, ...] = ()
    is_conversation: bool = False


_OUTCOMES = {
    "won": "Won",
    "lost": "Lost",
    "no_decision": "No decision",
    "not_a_fit": "Not a fit",
    "reopened": "Reopened",
}
_STEPS = {"marketing_qualified": "marketing-qualified", "sales_ready": "sales-ready"}
_VERDICTS = {"met": "Judged {}", "not_met": "Judged not {}", "withdrawn": "No longer judged {}"}
_FOLLOW_UPS = {"done": "Done: {}", "moved": "Moved: {}"}


def lead_history(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    """The whole history, newest first; on one day touches come before what followed from them."""
    found = [
        *_touches(connection, lead_id),
        *_stages(connection, lead_id),
        *_outcomes(connection, lead_id),
        *_judgements(connection, lead_id),
        *_follow_ups(connection, lead_id),
        *_parkings(connection, lead_id),
    ]
    return sorted(found, key=lambda happening: happening.on, reverse=True)


def _rows(connection: sqlite3.Connection, sql: str, lead_id: int) -> list[tuple]:  # type: ignore[type-arg]
    return connection.execute(sql, (lead_id,)).fetchall()


def _touches(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    chips, quotes = _chips(connection, lead_id), _quotes(connection, lead_id)
    touches = [
        Happening(
            date.fromisoformat(on),
            kind,
            _touch_words(kind, way, talked, origin),
            note,
            tuple(chips.pop(touch, ())),
            touch,
            tuple(quotes[touch]),
            bool(talked),
        )
        for touch, on, kind, way, talked, note, origin in _rows(
            connection,
            "SELECT id, happened_on, kind, direction, two_way, note, origin FROM touch WHERE lead_id = ?"
            " ORDER BY happened_on DESC, id DESC",
            lead_id,
        )
    ]
    loose = [
        Happening(date.fromisoformat(str(on)), "heard", "Came up", "", tuple(found), 0, tuple(quotes[on]))
        for on, found in chips.items()
    ]
    return [*touches, *loose]


def _touch_words(kind: str, way: str | None, talked: int, origin: str) -> str:
    if origin == "import":
        return "First contact, from the import"
    words = kind.capitalize()
    if talked:
        return f"{words}, a real conversation"
    return f"{words} {way}" if way and kind != "note" else words


def _chips(connection: sqlite3.Connection, lead_id: int) -> dict[int | str, list[tuple[str, str]]]:
    """By touch; what was recorded without one stands under its day."""
    chips: dict[int | str, list[tuple[str, str]]] = defaultdict(list)
    for touch, kind, text in _rows(
        connection,
        "SELECT coalesce(touch_id, heard_on), kind, text FROM hearing JOIN objection o ON o.id = objection_id"
        " WHERE lead_id = ?",
        lead_id,
    ):
        chips[touch].append((kind, text))
    for touch, text, verdict in _rows(
        connection,
        "SELECT coalesce(touch_id, heard_on), text, verdict FROM claim_heard JOIN claim c ON c.id = claim_id"
        " WHERE lead_id = ?",
        lead_id,
    ):
        chips[touch].append(("claim", f"{text.rstrip('.')}: {verdict.replace('_', ' ')}"))
    for touch, title, helped in _rows(
        connection,
        "SELECT coalesce(touch_id, used_on), title, helped FROM asset_use JOIN asset a ON a.id = asset_id"
        " WHERE lead_id = ?",
        lead_id,
    ):
        told = {1: f"{title}: helped", 0: f"{title}: did not help"}.get(helped, title)
        chips[touch].append(("asset", told))
    return chips


def _quotes(connection: sqlite3.Connection, lead_id: int) -> dict[int | str, list[str]]:
    quotes: dict[int | str, list[str]] = defaultdict(list)
    for touch, words in _rows(
        connection,
        "SELECT coalesce(touch_id, heard_on), words FROM hearing WHERE lead_id = ? AND words <> '' ORDER BY id",
        lead_id,
    ):
        quotes[touch].append(f"“{words}”")
    return quotes


def _stages(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    rows = _rows(
        connection,
        "SELECT entered_on, coalesce(name, c.milestone),"
        " c.id = (SELECT min(id) FROM stage_change WHERE lead_id = c.lead_id)"
        " FROM stage_change c LEFT JOIN stage s ON s.id = stage_id WHERE lead_id = ?"
        " ORDER BY entered_on DESC, c.id DESC",
        lead_id,
    )
    return [
        Happening(date.fromisoformat(on), "arrived" if first else "stage", "Arrived" if first else f"Moved to {name}")
        for on, name, first in rows
    ]


def _outcomes(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    rows = _rows(
        connection,
        "SELECT happened_on, outcome, name, words FROM outcome_change o LEFT JOIN reason r ON r.id = o.reason_id"
        " WHERE lead_id = ? ORDER BY happened_on DESC, o.id DESC",
        lead_id,
    )
    return [
        Happening(date.fromisoformat(on), "outcome", _OUTCOMES[outcome] + (f": {name}" if name else ""), words)
        for on, outcome, name, words in rows
    ]


def _judgements(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    rows = _rows(
        connection,
        "SELECT judged_on, step, verdict, note FROM judgement WHERE lead_id = ? ORDER BY judged_on DESC, id DESC",
        lead_id,
    )
    return [
        Happening(date.fromisoformat(on), "judgement", _VERDICTS[verdict].format(_STEPS[step]), note)
        for on, step, verdict, note in rows
    ]


def _follow_ups(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    rows = _rows(
        connection,
        "SELECT ended_on, ending, next_step FROM follow_up WHERE lead_id = ? AND ended_on IS NOT NULL"
        " AND next_step <> '' AND ending <> 'cleared' ORDER BY ended_on DESC, id DESC",
        lead_id,
    )
    return [Happening(date.fromisoformat(on), "follow_up", _FOLLOW_UPS[how].format(what)) for on, how, what in rows]


def _parkings(connection: sqlite3.Connection, lead_id: int) -> list[Happening]:
    rows = _rows(
        connection,
        "SELECT parked_on, until, name, note FROM parking p LEFT JOIN reason r ON r.id = p.reason_id"
        " WHERE lead_id = ? ORDER BY parked_on DESC, p.id DESC",
        lead_id,
    )
    return [
        Happening(date.fromisoformat(on), "parked", _parked_words(on, until) + (f": {name}" if name else ""), note)
        for on, until, name, note in rows
    ]


def _parked_words(on: str, until: str) -> str:
    return f"Parked until {short_date(date.fromisoformat(until), date.fromisoformat(on))}"
