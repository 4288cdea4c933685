"""What is still open on each page of a month's review, and which pages the month has nothing for."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.queries.definitions import last_looked_on
from bothhats.queries.heard import UsedAsset, heard_claims, heard_phrases, talked_with, used_assets
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
        "content": _content(used_assets(connection, *days, decided_ids(said, "content")), said),
        "definition": PageState(int(is_look_due(connection, today, settings)), 1),
        "alignment": PageState(sum(not said.get(f"alignment.{name}") for name in ("calls", "promotion")), 2),
        "commitments": _commitments(said),
        "summary": PageState(),
    }


def _decided(page: str, ids: Sequence[int], said: Answers) -> PageState:
    return PageState(sum(not said.get(f"{page}.{each}") for each in ids), len(ids), not ids)


def decided_ids(said: Answers, page: str) -> list[int]:
    """What the draft has an answer for on a page, by id."""
    fields = [field.split(".") for field in said if field.startswith(f"{page}.")]
    return [int(parts[1]) for parts in fields if len(parts) == 2 and parts[1].isdecimal()]


def content_answer(status: str, said: str) -> str:
    """Whether one would send an asset: what it is set to says so; a live one only when it was asked."""
    return {"retired": "retire", "rework": "rework"}.get(status, "yes" if said == "yes" else "")


def _content(assets: Sequence[UsedAsset], said: Answers) -> PageState:
    out = [asset for asset in assets if asset.is_out]
    answers = [content_answer(asset.status, said.get(f"content.{asset.id}", "")) for asset in out]
    return PageState(answers.count(""), len(out), not out)


def _leads(connection: sqlite3.Connection, month: str, today: date, settings: Settings) -> PageState:
    ended = read_ended(connection, month)
    is_empty = not ended and not read_stuck(connection, today, settings.promise_days)
    return PageState(sum(not lead.reason or lead.is_asked for lead in ended), len(ended), is_empty)


def _is_quiet(connection: sqlite3.Connection, month: str) -> bool:
    days = (first_day(month).isoformat(), last_day(month).isoformat())
    return not any(
        connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} BETWEEN ? AND ?)", days).fetchone()[0]
        for table, column in (
            ("lead", "arrived_on"), ("touch", "happened_on"), ("stage_change", "entered_on"),
            ("outcome_change", "happened_on"),
        )
    )  # fmt: skip


def is_look_due(connection: sqlite3.Connection, today: date, settings: Settings) -> bool:
    """Whether the definition was not looked at for a quarter (a setting), or is not written."""
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
