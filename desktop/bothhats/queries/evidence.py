"""Does the definition of a good lead hold? How leads went on that met it, that did not, and that were not judged."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.good_lead import Criterion
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Step
from bothhats.domain.proportion import Proportion
from bothhats.queries.definitions import definition_in_force
from bothhats.queries.figures import Period
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.scope import Scope, read_cohort

MONTHS = 3
ANSWERS = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class Went:
    """Some leads, of whom so many talked and so many were won."""

    lead_ids: tuple[int, ...]
    talked: Proportion
    closed: Proportion


@dataclass(frozen=True, slots=True)
class CriterionEvidence:
    """The leads by the answer that stands for this criterion; `unknown` is "don't know", not a missing answer."""

    criterion: Criterion
    yes: Went
    no: Went
    unknown: Went


@dataclass(frozen=True, slots=True)
class Evidence:
    """The leads of a period by what was judged, and by each criterion of the definition that is in force."""

    period: Period
    met: Went
    not_met: Went
    not_judged: Went
    criteria: tuple[CriterionEvidence, ...]


@dataclass(frozen=True, slots=True)
class VersionEvidence:
    """All leads whose standing judgement was made by one version."""

    met: Went
    not_met: Went


def months_before(month: str, as_of: date) -> Period:
    """The three months that end with `month`."""
    return Period(first_day(shifted(month, 1 - MONTHS)), last_day(month), as_of)


def read_evidence(connection: sqlite3.Connection, period: Period) -> Evidence:
    """By arrival in the period, as of its as-of date (METRICS, evidence for the definition)."""
    return read_evidence_of(connection, Scope(period))


def read_evidence_of(connection: sqlite3.Connection, scope: Scope) -> Evidence:
    """The same of some sources and campaigns."""
    period = scope.period
    cohort = read_cohort(connection, scope)
    judged = _standing(connection, period.as_of)
    rejected = {lead_id for lead_id, steps in judged.items() if any(verdict == "not_met" for verdict, _ in steps)}
    met = [lead for lead in cohort if lead.qualified_on]
    others = [lead for lead in cohort if not lead.qualified_on]
    definition = definition_in_force(connection, period.as_of)
    answers = _answers(connection, period.as_of) if definition else {}
    return Evidence(
        period,
        _went(met),
        _went(lead for lead in others if lead.id in rejected),
        _went(lead for lead in others if lead.id not in rejected),
        tuple(_of_criterion(each, cohort, answers) for each in (definition.criteria if definition else ())),
    )


def version_evidence(connection: sqlite3.Connection, as_of: date) -> dict[int, VersionEvidence]:
    """By definition id how the leads went on that were judged by it; a lead with one "not" did not meet it."""
    leads = {lead.id: lead for lead in read_progress(connection, as_of) if lead.arrived_on <= as_of.isoformat()}
    verdicts: dict[int, dict[int, set[str]]] = {}
    for lead_id, judgements in _standing(connection, as_of).items():
        for verdict, definition_id in judgements:
            if definition_id is not None and lead_id in leads:
                verdicts.setdefault(definition_id, {}).setdefault(lead_id, set()).add(verdict)
    return {
        definition_id: VersionEvidence(
            _went(leads[lead_id] for lead_id, said in of.items() if "not_met" not in said),
            _went(leads[lead_id] for lead_id, said in of.items() if "not_met" in said),
        )
        for definition_id, of in verdicts.items()
    }


def _went(leads: Iterable[Progress]) -> Went:
    some = list(leads)
    talked = sum(lead.conversation_on is not None for lead in some)
    closed = sum(lead.won_on is not None for lead in some)
    return Went(tuple(lead.id for lead in some), Proportion(talked, len(some)), Proportion(closed, len(some)))


def _standing(connection: sqlite3.Connection, as_of: date) -> dict[int, list[tuple[str, int | None]]]:
    """By lead the newest judgement of each step and its version, unless it was taken back."""
    newest: dict[tuple[int, str], tuple[str, int | None]] = {}
    for lead_id, step, verdict, definition_id in connection.execute(
        "SELECT lead_id, step, verdict, definition_id FROM judgement WHERE judged_on <= ? ORDER BY judged_on, id",
        (as_of.isoformat(),),
    ).fetchall():
        newest[lead_id, step] = (verdict, definition_id)
    found: dict[int, list[tuple[str, int | None]]] = {}
    for (lead_id, _step), judgement in newest.items():
        if judgement[0] != "withdrawn":
            found.setdefault(lead_id, []).append(judgement)
    return found


_Answers = dict[tuple[Step, str], dict[int, str]]


def _answers(connection: sqlite3.Connection, as_of: date) -> _Answers:
    """By criterion (its step and words: a new version that keeps them keeps the answers) the newest answer of a lead.

    Taking a judgement back takes its step's answers back.
    """
    found: _Answers = {}
    for lead_id, step, verdict, text, answer in connection.execute(
        "SELECT lead_id, j.step, verdict, c.text, answer FROM judgement j"
        " LEFT JOIN judgement_answer a ON a.judgement_id = j.id LEFT JOIN criterion c ON c.id = a.criterion_id"
        " WHERE judged_on <= ? ORDER BY judged_on, j.id, a.id",
        (as_of.isoformat(),),
    ).fetchall():
        if verdict == "withdrawn":
            for (of_step, _), of in found.items():
                if of_step == step:
                    of.pop(lead_id, None)
        elif text is not None:
            found.setdefault((Step(step), folded(text)), {})[lead_id] = answer
    return found


def _of_criterion(criterion: Criterion, cohort: Sequence[Progress], answers: _Answers) -> CriterionEvidence:
    said = answers.get((criterion.step, folded(criterion.text)), {})
    yes, no, unknown = (_went(lead for lead in cohort if said.get(lead.id) == answer) for answer in ANSWERS)
    return CriterionEvidence(criterion, yes, no, unknown)
