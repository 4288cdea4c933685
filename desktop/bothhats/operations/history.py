"""The rows that a lead's history is made of; called inside the step of an operation, which they never begin."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.lead import Closing, Judging, NextStep
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Milestone, Verdict


def one(db: Database, sql: str, values: Sequence[Any] = ()) -> Any:
    """The first column of the first row, or None."""
    row = db.execute(sql, values).fetchone()
    return row[0] if row else None


def lead_name(db: Database, lead_id: int) -> str:
    """How a step's label names a lead."""
    return str(one(db, "SELECT display_name FROM lead WHERE id = ?", [lead_id]) or "A lead")


def named(db: Database, lead_ids: Sequence[int]) -> str:
    """One lead by its name, several by their number."""
    return lead_name(db, lead_ids[0]) if len(lead_ids) == 1 else f"{len(lead_ids)} leads"


def enter_stage(db: Database, lead_id: int, stage_id: int, on: date, origin: str = "logged") -> None:
    """The lead stands in a stage from a date on."""
    db.table("lead").update(lead_id, {"stage_id": stage_id})
    milestone = one(db, "SELECT milestone FROM stage WHERE id = ?", [stage_id])
    db.table("stage_change").insert(
        {
            "lead_id": lead_id,
            "stage_id": stage_id,
            "milestone": milestone,
            "entered_on": on.isoformat(),
            "origin": origin,
        }
    )


def first_conversation_stage(db: Database, lead_id: int) -> int | None:
    """Where a first real conversation moves a lead that stands before it; None where it stands there or later."""
    milestone = one(
        db, "SELECT milestone FROM stage JOIN lead ON lead.stage_id = stage.id WHERE lead.id = ?", [lead_id]
    )
    if milestone != Milestone.LEAD:
        return None
    found = one(
        db,
        "SELECT id FROM stage WHERE milestone = 'conversation' AND retired_on IS NULL ORDER BY position, id LIMIT 1",
    )
    return int(found) if found else None


def plan_next_step(db: Database, lead_id: int, step: NextStep, on: date, ending: str = "moved") -> None:
    """End the open follow-up as `done`, `moved` or `cleared`, and open the next one where it has a date."""
    db.execute(
        "UPDATE follow_up SET ended_on = ?, ending = ? WHERE lead_id = ? AND ended_on IS NULL",
        [on.isoformat(), ending, lead_id],
    )
    due_on = step.due_on.isoformat() if step.due_on else None
    if due_on:
        db.table("follow_up").insert(
            {"lead_id": lead_id, "due_on": due_on, "next_step": step.what, "set_on": on.isoformat()}
        )
    db.table("lead").update(lead_id, {"follow_up_on": due_on, "next_step": step.what if due_on else ""})


def wake(db: Database, lead_id: int, on: date) -> None:
    """A parked lead is parked no more from `on` on."""
    db.execute(
        "UPDATE parking SET woken_on = ? WHERE lead_id = ? AND woken_on IS NULL AND until > ?",
        [on.isoformat(), lead_id, on.isoformat()],
    )
    db.table("lead").update(lead_id, {"parked_until": None})


def close_lead(db: Database, lead_id: int, closing: Closing, on: date) -> None:
    """Record the outcome; a lead that had one already gets it corrected: the same outcome keeps its day."""
    before = db.execute("SELECT outcome, closed_on FROM lead WHERE id = ?", [lead_id]).fetchone()
    if before[0] == closing.outcome and before[1]:
        on = date.fromisoformat(before[1])
    row = {
        "outcome": closing.outcome.value,
        "happened_on": on.isoformat(),
        "reason_id": reason_id(db, reason_kind(closing), closing.reason),
        "words": closing.words,
        "waste": closing.waste,
        "ask_at_review": closing.ask_at_review,
    }
    last = one(db, "SELECT max(id) FROM outcome_change WHERE lead_id = ?", [lead_id]) if before[0] else None
    if last:
        db.table("outcome_change").update(last, row)
    else:
        db.table("outcome_change").insert({"lead_id": lead_id, **row})
    plan_next_step(db, lead_id, NextStep(None), on, "cleared")
    wake(db, lead_id, on)
    values: dict[str, Any] = {"outcome": closing.outcome.value, "closed_on": on.isoformat()}
    if closing.value is not None:
        values["value"] = closing.value
    db.table("lead").update(lead_id, values)


def show_outcome(db: Database, lead_id: int, on: date) -> None:
    """Let the lead's own columns say what its newest outcome says; an ended lead has no next step and is not parked."""
    row = db.execute(
        "SELECT outcome, happened_on FROM outcome_change WHERE lead_id = ? ORDER BY happened_on DESC, id DESC LIMIT 1",
        [lead_id],
    ).fetchone()
    if row is None or row[0] == "reopened":
        db.table("lead").update(lead_id, {"outcome": None, "closed_on": None})
        return
    plan_next_step(db, lead_id, NextStep(None), on, "cleared")
    wake(db, lead_id, on)
    db.table("lead").update(lead_id, {"outcome": row[0], "closed_on": row[1]})


def reason_kind(closing: Closing) -> str:
    """Which list of reasons an outcome draws on: wins have their own, the other endings share one."""
    return "won" if closing.outcome == "won" else "lost"


def reason_id(db: Database, kind: str, name: str) -> int | None:
    """The reason of that name in its list, made where it is new; None for a blank."""
    if not name.strip():
        return None
    return _named_row(db, "reason", name, {"kind": kind, "position": 1000}, "kind = ?", [kind])


def source_id(db: Database, name: str) -> int | None:
    """The source of that name, made as a marketing one where it is new; None for a blank."""
    return _named_row(db, "source", name, {"kind": "marketing"}) if name.strip() else None


def campaign_id(db: Database, name: str) -> int | None:
    """The campaign of that name, made without a source where it is new; None for a blank."""
    return _named_row(db, "campaign", name, {}) if name.strip() else None


def arrange(db: Database, lead_ids: Sequence[int], moved: Sequence[int]) -> None:
    """On a board that is ordered by hand these leads stand in this order.

    Those behind the last one that was moved or has a place get none: they stand there anyway.
    """
    present = {row[0]: (row[1], row[2]) for row in db.execute("SELECT lead_id, id, place FROM lane_place ORDER BY id")}
    placed = [at for at, lead_id in enumerate(lead_ids) if lead_id in present or lead_id in moved]
    for place, lead_id in enumerate(lead_ids[: max(placed, default=-1) + 1], 1):
        if lead_id not in present:
            db.table("lane_place").insert({"lead_id": lead_id, "place": place})
        elif present[lead_id][1] != place:
            db.table("lane_place").update(present[lead_id][0], {"place": place})


def tags_of(db: Database, lead_id: int) -> list[str]:
    """The names of a lead's tags."""
    rows = db.execute("SELECT name FROM tag JOIN lead_tag ON tag_id = tag.id WHERE lead_id = ?", [lead_id])
    return [row[0] for row in rows]


def set_tags(db: Database, lead_id: int, names: Sequence[str]) -> None:
    """The lead has these tags and no others."""
    wanted = {_named_row(db, "tag", name, {}) for name in names if name.strip()}
    present = {row[0]: row[1] for row in db.execute("SELECT tag_id, id FROM lead_tag WHERE lead_id = ?", [lead_id])}
    for tag_id in present.keys() - wanted:
        db.table("lead_tag").delete(present[tag_id])
    db.table("lead_tag").insert_all(
        {"lead_id": lead_id, "tag_id": tag_id} for tag_id in sorted(wanted - present.keys())
    )


def keep_pairs(db: Database, table: str, of: tuple[str, int], column: str, ids: Sequence[int]) -> None:
    """In a table of pairs, one side stands with these of the other side and with no others."""
    name, one_id = of
    present = {row[0]: row[1] for row in db.execute(f"SELECT {column}, id FROM {table} WHERE {name} = ?", [one_id])}
    for each in present.keys() - set(ids):
        db.table(table).delete(present[each])
    db.table(table).insert_all({name: one_id, column: each} for each in dict.fromkeys(ids) if each not in present)


def record_judgement(db: Database, lead_id: int, judging: Judging, on: date, origin: str = "logged") -> int:
    """One judgement with its answers, against the definition in force on its day; its id."""
    judgement_id = (
        db.table("judgement")
        .insert(
            {
                "lead_id": lead_id,
                "step": judging.step.value,
                "verdict": judging.verdict.value,
                "judged_on": on.isoformat(),
                "definition_id": definition_in_force(db, on),
                "overruled": judging.overruled,
                "note": judging.note,
                "origin": origin,
            }
        )
        .last_pk
    )
    db.table("judgement_answer").insert_all(
        {"judgement_id": judgement_id, "criterion_id": criterion, "answer": answer}
        for criterion, answer in judging.answers.items()
    )
    return int(judgement_id)  # type: ignore[arg-type]


def is_judged(db: Database, lead_id: int, step: str) -> bool:
    """Whether the newest judgement of this step says met; sales-ready implies marketing-qualified."""
    steps = ("marketing_qualified", "sales_ready") if step == "marketing_qualified" else ("sales_ready",)
    newest = "SELECT verdict FROM judgement WHERE lead_id = ? AND step = ? ORDER BY judged_on DESC, id DESC LIMIT 1"
    return any(one(db, newest, [lead_id, each]) == Verdict.MET for each in steps)


def definition_in_force(db: Database, on: date) -> int | None:
    """The version of the definition of a good lead on a day; None before the first."""
    return one(  # type: ignore[no-any-return]
        db,
        "SELECT id FROM definition WHERE in_force_from <= ? ORDER BY in_force_from DESC, number DESC LIMIT 1",
        [on.isoformat()],
    )


def _named_row(
    db: Database, table: str, name: str, values: dict[str, Any], where: str = "1", where_values: Sequence[Any] = ()
) -> int:
    """A row by its name without regard to case, Unicode form and outer blanks, made where there is none."""
    wanted = folded(name)
    for row_id, present in db.execute(f"SELECT id, name FROM {table} WHERE {where} ORDER BY id", where_values):
        if folded(present) == wanted:
            return int(row_id)
    return int(db.table(table).insert({"name": name.strip(), **values}).last_pk)  # type: ignore[arg-type]
