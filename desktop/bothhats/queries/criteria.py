"""The checklist by which a lead is judged: the criteria in force, with what was answered for it before."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.domain.good_lead import Criterion
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Step, Verdict
from bothhats.queries.definitions import definition_in_force


@dataclass(frozen=True, slots=True)
class Checklist:
    """The criteria of one step; `answers` by criterion id, as far as known; `version` None without a definition."""

    step: Step
    version: int | None
    criteria: tuple[Criterion, ...]
    answers: dict[int, str]
    verdict: Verdict | None


def checklist(connection: sqlite3.Connection, lead_id: int, step: Step, on: date) -> Checklist:
    """What there is to judge a lead by on a day; an answer counts on for a criterion that a new version kept."""
    definition = definition_in_force(connection, on)
    criteria = definition.of_step(step) if definition else ()
    by_text = _former_answers(connection, lead_id, step)
    answers = {each.id: by_text[folded(each.text)] for each in criteria if folded(each.text) in by_text}
    version = definition.number if definition else None
    return Checklist(step, version, criteria, answers, verdict_now(connection, lead_id, step))


def verdict_now(connection: sqlite3.Connection, lead_id: int, step: Step) -> Verdict | None:
    """What the newest judgement of this step says of a lead; None where there is none, or it was withdrawn."""
    row = connection.execute(
        "SELECT verdict FROM judgement WHERE lead_id = ? AND step = ? ORDER BY judged_on DESC, id DESC LIMIT 1",
        (lead_id, step.value),
    ).fetchone()
    return Verdict(row[0]) if row and row[0] != Verdict.WITHDRAWN else None


def _former_answers(connection: sqlite3.Connection, lead_id: int, step: Step) -> dict[str, str]:
    rows = connection.execute(
        "SELECT criterion.text, answer FROM judgement_answer"
        " JOIN judgement ON judgement.id = judgement_id JOIN criterion ON criterion.id = criterion_id"
        " WHERE lead_id = ? AND judgement.step = ? ORDER BY judged_on, judgement.id",
        (lead_id, step.value),
    ).fetchall()
    return {folded(text): answer for text, answer in rows}
