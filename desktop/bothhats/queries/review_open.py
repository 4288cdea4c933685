"""What is still open on each page of a month's review, and which pages the month has nothing for."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.queries.definitions import last_looked_on
from bothhats.queries.heard import heard_claims, heard_phrases, talked_with, used_assets
from bothhats.queries.months import first_day, last_day
from bothhats.queries.review_month import period_of_month, read_ended, read_promised, read_stuck
from bothhats.queries.settings import Settings, read_settings

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageState:
    """`open` of `of` things wait for an answer; `is_empty`: the month has nothing for this page."""

    open: int = 0
    of: int = 0
    is_empty: bool = False


def read_page_states(connection: sqlite3.Connection, month: str, today: date, said: Answers) -> dict[str, PageState]:
    """The pages by id; `said` are the answers of the draft."""
    settings = read_settings(connection)
    period = period_of_month(month)
    days = (period.start, period.end)
    talked = talked_with(connection, *days)
    heard = heard_claims(connection, *days, talked) if talked else []
    claims = [claim.id for claim in heard if not claim.is_unsaid]
    phrases = [phrase.id for phrase in heard_phrases(connection, *days, *days)]
    promised = [each.state for each in read_promised(connection, month)]
    return {
        "numbers": PageState(is_empty=_is_quiet(connection, month)),
        "promised": PageState(promised.count("open"), len(promised), not promised),
        "leads": _leads(connection, month, today, settings),
        "landed": _decided("landed", claims, said),
        "objections": _decided("objections", phrases, said),
        "content": _decided("content", [asset.id for asset in used_assets(connection, *days)], said),
        "definition": PageState(int(_is_look_due(connection, today, settings)), 1),
        "alignment": PageState(sum(not said.get(f"alignment.{name}") for name in ("calls", "promotion")), 2),
        "commitments": _commitments(said),
        "summary": PageState(),
    }


def _decided(page: str, ids: Sequence[int], said: Answers) -> PageState:
    return PageState(sum(not said.get(f"{page}.{each}") for each in ids), len(ids), not ids)


def _leads(connection: sqlite3.Connection, month: str, today: date, settings: Settings) -> PageState:
    ended = read_ended(connection, month)
    is_empty = not ended and not read_stuck(connection, today, settings.promise_days)
    return PageState(sum(not lead.reason for lead in ended), len(ended), is_empty)


def _is_quiet(connection: sqlite3.Connection, month: str) -> bool:
    days = (first_day(month).isoformat(), last_day(month).isoformat())
    return not any(
        connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} BETWEEN ? AND ?)", days).fetchone()[0]
        for table, column in (
            ("lead", "arrived_on"), ("touch", "happened_on"), ("stage_change", "entered_on"),
            ("outcome_change", "happened_on"),
        )
    )  # fmt: skip


def _is_look_due(connection: sqlite3.Connection, today: date, settings: Settings) -> bool:
    looked_on = last_looked_on(connection, today)
    return looked_on is None or (today - looked_on).days > settings.definition_look_days


def _commitments(said: Answers) -> PageState:
    made = commitments_in(said.get("commitments", ""))
    return PageState(sum(not (each.get("text") and each.get("due_on")) for each in made), len(made))


def commitments_in(text: str) -> list[dict[str, Any]]:
    """The commitments of a draft as they were typed; none where the text is none of ours."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return []
    return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []
