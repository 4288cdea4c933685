"""Everything that the detail pane says of one lead beside its row."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.domain.lead import LeadRow
from bothhats.domain.pipeline import SourceKind, Step, Verdict
from bothhats.queries.lead_rows import lead_rows


@dataclass(frozen=True, slots=True)
class Answer:
    """A criterion as it was written then, whether it is a must, and what was answered: yes, no, unknown."""

    text: str
    is_must: bool
    answer: str


@dataclass(frozen=True, slots=True)
class JudgedStep:
    """The newest judgement of a step, its note, the version of the definition it was made against, and its answers."""

    step: Step
    verdict: Verdict
    on: date
    version: int | None
    note: str
    is_overruled: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadDetail:
    """The row, and what stands around it; texts are '' and dates None where nothing is recorded."""

    row: LeadRow
    address: str
    notes: str
    key: str
    source_kind: SourceKind | None
    tags: tuple[str, ...]
    extra: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    judgements: tuple[JudgedStep, ...]
    parking_reason: str
    parking_note: str
    outcome_reason: str
    outcome_words: str
    waste: bool | None


def lead_detail(connection: sqlite3.Connection, lead_id: int) -> LeadDetail | None:
    """The lead, or None where it is gone."""
    row = lead_rows(connection, [lead_id]).get(lead_id)
    if row is None:
        return None
    address, notes, key, extra, kind = connection.execute(
        "SELECT address, notes, key, extra, kind FROM lead LEFT JOIN source ON source.id = source_id WHERE lead.id = ?",
        (lead_id,),
    ).fetchone()
    parking_reason, parking_note = _first(
        connection,
        "SELECT coalesce(r.name, ''), p.note FROM parking p LEFT JOIN reason r ON r.id = p.reason_id"
        " WHERE lead_id = ? AND woken_on IS NULL ORDER BY p.id DESC LIMIT 1",
        lead_id,
    ) or ("", "")
    reason, words, waste = _first(
        connection,
        "SELECT coalesce(r.name, ''), o.words, o.waste FROM outcome_change o LEFT JOIN reason r ON r.id = o.reason_id"
        " WHERE lead_id = ? ORDER BY happened_on DESC, o.id DESC LIMIT 1",
        lead_id,
    ) or ("", "", None)
    return LeadDetail(
        row,
        address,
        notes,
        key,
        SourceKind(kind) if kind else None,
        _texts(connection, "SELECT name FROM tag JOIN lead_tag ON tag_id = tag.id WHERE lead_id = ?", lead_id),
        tuple(json.loads(extra).items()),
        _texts(
            connection,
            "SELECT text FROM claim JOIN campaign_claim cc ON cc.claim_id = claim.id"
            " JOIN lead ON lead.campaign_id = cc.campaign_id WHERE lead.id = ? ORDER BY claim.id",
            lead_id,
        ),
        _judgements(connection, lead_id),
        parking_reason,
        parking_note,
        reason,
        words,
        None if waste is None else bool(waste),
    )


def _first(connection: sqlite3.Connection, sql: str, lead_id: int) -> tuple[Any, ...] | None:
    found: tuple[Any, ...] | None = connection.execute(sql, (lead_id,)).fetchone()
    return found


def _texts(connection: sqlite3.Connection, sql: str, lead_id: int) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.execute(sql, (lead_id,)).fetchall())


def _judgements(connection: sqlite3.Connection, lead_id: int) -> tuple[JudgedStep, ...]:
    rows = connection.execute(
        "SELECT j.id, step, verdict, judged_on, d.number, note, overruled FROM judgement j"
        " LEFT JOIN definition d ON d.id = definition_id WHERE lead_id = ? ORDER BY judged_on, j.id",
        (lead_id,),
    ).fetchall()
    newest = {row[1]: row for row in rows}
    return tuple(
        JudgedStep(
            step,
            Verdict(verdict),
            date.fromisoformat(on),
            version,
            note,
            bool(overruled),
            _answers(connection, judgement_id),
        )
        for step in Step
        if step in newest
        for judgement_id, _, verdict, on, version, note, overruled in [newest[step]]
    )


def _answers(connection: sqlite3.Connection, judgement_id: int) -> tuple[Answer, ...]:
    rows = connection.execute(
        "SELECT text, must, answer FROM judgement_answer a JOIN criterion c ON c.id = criterion_id"
        " WHERE judgement_id = ? ORDER BY must DESC, position, c.id",
        (judgement_id,),
    ).fetchall()
    return tuple(Answer(text, bool(must), answer) for text, must, answer in rows)
