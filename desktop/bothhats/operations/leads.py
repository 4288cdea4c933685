"""What the owner can do to leads; each method is one undo step."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlite_utils import Database

from bothhats.domain.lead import Closing, Judging, NewLead, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.problems import Refused
from bothhats.domain.wording import near_date
from bothhats.operations import history
from bothhats.storage.journal import Journal

EDITABLE = frozenset(
    {
        *("key", "name", "first_name", "last_name", "company", "role", "email", "phone", "website", "address"),
        *("notes", "value", "arrived_on"),
    }
)
_ENDED = {
    Outcome.WON: "won",
    Outcome.LOST: "lost",
    Outcome.NO_DECISION: "closed without a decision",
    Outcome.NOT_A_FIT: "closed as not a fit",
}


class LeadOperations:
    """Add, edit, move, park, close, reopen, judge, bin."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, lead: NewLead, today: date) -> int:
        """Add a lead; it arrives today unless said otherwise and stands in the first stage. Its id.

        Raises Refused for a lead without any name, company, email or phone.
        """
        if not any((lead.name, lead.company, lead.email, lead.phone)):
            raise Refused("A lead needs a name, a company, an email address or a phone number.", "Type one of them.")
        arrived = lead.arrived_on or today
        label = lead.name or lead.company or lead.email or lead.phone
        with self._journal.step(f"{label} added"):
            stage_id = lead.stage_id or self._first_stage()
            lead_id = self._insert(lead, arrived, stage_id)
            history.enter_stage(self._db, lead_id, stage_id, arrived)
            history.set_tags(self._db, lead_id, lead.tags)
            self._judge_on_entering(lead_id, stage_id, arrived)
            if lead.follow_up_on:
                history.plan_next_step(self._db, lead_id, NextStep(lead.follow_up_on, lead.next_step), today)
        return lead_id

    def edit(self, lead_id: int, values: Mapping[str, Any], joins: str = "") -> None:
        """Change flat fields (EDITABLE; dates as ISO text), and source, campaign or tags by name.

        Typing in one field joins one step where `joins` is the same.
        """
        values = dict(values)
        with self._journal.step(f"{history.lead_name(self._db, lead_id)} edited", joins):
            if "tags" in values:
                history.set_tags(self._db, lead_id, values.pop("tags"))
            row = {}
            if "source" in values:
                row["source_id"] = history.source_id(self._db, values.pop("source"))
            if "campaign" in values:
                row["campaign_id"] = history.campaign_id(self._db, values.pop("campaign"))
            unknown = values.keys() - EDITABLE
            if unknown:
                raise ValueError(f"no field of a lead: {sorted(unknown)}")
            self._db.table("lead").update(lead_id, {**values, **row})

    def tag(self, lead_ids: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        """All of the leads get some tags and lose others, whatever else they have."""
        with self._journal.step(f"{history.named(self._db, lead_ids)} tagged"):
            for lead_id in lead_ids:
                kept = [tag for tag in history.tags_of(self._db, lead_id) if tag not in removed]
                history.set_tags(self._db, lead_id, [*kept, *added])

    def set_origin(self, lead_ids: Sequence[int], field: str, name: str) -> None:
        """All of the leads came from this source or campaign (`field`); a new name makes a new one, a blank none."""
        find = {"source": history.source_id, "campaign": history.campaign_id}[field]
        with self._journal.step(f"{field.capitalize()} of {history.named(self._db, lead_ids)} set"):
            row_id = find(self._db, name)
            for lead_id in lead_ids:
                self._db.table("lead").update(lead_id, {f"{field}_id": row_id})

    def add_to(self, lead_id: int, lead: NewLead, today: date) -> None:
        """Fill what a known lead has blank; notes and tags are added. An ended lead gets no next step."""
        row = self._db.table("lead").get(lead_id)
        blank = ("company", "role", "email", "phone", "website", "address")
        values: dict[str, Any] = {name: getattr(lead, name) for name in blank if not row[name]}
        values["notes"] = "\n".join(text for text in (row["notes"], lead.notes) if text)
        values["value"] = row["value"] if row["value"] is not None else lead.value
        with self._journal.step(f"{history.lead_name(self._db, lead_id)} edited"):
            values["source_id"] = row["source_id"] or history.source_id(self._db, lead.source)
            values["campaign_id"] = row["campaign_id"] or history.campaign_id(self._db, lead.campaign)
            self._db.table("lead").update(lead_id, values)
            history.set_tags(self._db, lead_id, [*history.tags_of(self._db, lead_id), *lead.tags])
            if lead.follow_up_on and not row["outcome"]:
                history.plan_next_step(self._db, lead_id, NextStep(lead.follow_up_on, lead.next_step), today)

    def move(
        self,
        lead_ids: Sequence[int],
        stage_id: int,
        on: date,
        judging: Judging | None = None,
        order: Sequence[int] = (),
    ) -> None:
        """Move leads to a stage. Entering a stage that judges marketing-qualified judges them so.

        The hand-off (sales-ready) happens only with its own `judging`. Moving wakes parked leads. `order` is how the
        leads of the stage stand then, where the board is ordered by hand.
        """
        stage = history.one(self._db, "SELECT name FROM stage WHERE id = ?", [stage_id])
        with self._journal.step(f"{history.named(self._db, lead_ids)} moved to {stage}"):
            for lead_id in lead_ids:
                self._refuse_if_ended(lead_id)
                if history.one(self._db, "SELECT stage_id FROM lead WHERE id = ?", [lead_id]) != stage_id:
                    history.enter_stage(self._db, lead_id, stage_id, on)
                history.wake(self._db, lead_id, on)
                if judging:
                    history.record_judgement(self._db, lead_id, judging, on)
                self._judge_on_entering(lead_id, stage_id, on)
            history.arrange(self._db, order, lead_ids)

    def arrange(self, lead_ids: Sequence[int], moved: Sequence[int]) -> None:
        """Give the leads of a lane this order by hand; `moved` are those that the owner took."""
        with self._journal.step(f"{history.named(self._db, moved)} moved within the column"):
            history.arrange(self._db, lead_ids, moved)

    def judge(self, lead_id: int, judging: Judging, on: date) -> None:
        """Judge a lead against the definition in force, or take a judgement back."""
        words = {Verdict.MET: "meets", Verdict.NOT_MET: "does not meet", Verdict.WITHDRAWN: "is not judged by"}
        name = history.lead_name(self._db, lead_id)
        with self._journal.step(f"{name} {words[judging.verdict]} the definition"):
            history.record_judgement(self._db, lead_id, judging, on)

    def close(self, lead_ids: Sequence[int], closing: Closing, on: date) -> None:
        """Close leads; one that has ended already gets its outcome corrected."""
        verb = "is" if len(lead_ids) == 1 else "are"
        with self._journal.step(f"{history.named(self._db, lead_ids)} {verb} {_ENDED[closing.outcome]}"):
            for lead_id in lead_ids:
                history.close_lead(self._db, lead_id, closing, on)

    def reopen(self, lead_ids: Sequence[int], on: date) -> None:
        """Ended leads have no outcome any more from `on` on; the outcome they had stays in the history."""
        with self._journal.step(f"{history.named(self._db, lead_ids)} reopened"):
            for lead_id in lead_ids:
                if history.one(self._db, "SELECT outcome FROM lead WHERE id = ?", [lead_id]):
                    self._db.table("outcome_change").insert(
                        {"lead_id": lead_id, "outcome": "reopened", "happened_on": on.isoformat()}
                    )
                    self._db.table("lead").update(lead_id, {"outcome": None, "closed_on": None})

    def park(self, lead_ids: Sequence[int], until: date, on: date, reason: str = "", note: str = "") -> None:
        """Set open leads aside until a date; they come back by themselves. Raises Refused for a date not ahead."""
        if until <= on:
            raise Refused("A lead is parked until a date that lies ahead.", "Choose a later date.")
        verb = "is" if len(lead_ids) == 1 else "are"
        label = f"{history.named(self._db, lead_ids)} {verb} parked until {near_date(until, on)}"
        with self._journal.step(label):
            for lead_id in lead_ids:
                self._refuse_if_ended(lead_id)
                history.wake(self._db, lead_id, on)
                history.plan_next_step(self._db, lead_id, NextStep(None), on, "cleared")
                self._park_row(lead_id, until, on, reason, note)

    def wake(self, lead_ids: Sequence[int], on: date) -> None:
        """Bring parked leads back now."""
        verb = "is" if len(lead_ids) == 1 else "are"
        with self._journal.step(f"{history.named(self._db, lead_ids)} {verb} back from parking"):
            for lead_id in lead_ids:
                history.wake(self._db, lead_id, on)

    def bin(self, lead_ids: Sequence[int]) -> None:
        """Put leads into the bin; they are in no figure and no list until they are restored."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._journal.step(f"{history.named(self._db, lead_ids)} moved to the bin"):
            for lead_id in lead_ids:
                self._db.table("lead").update(lead_id, {"binned_at": now})

    def restore(self, lead_ids: Sequence[int]) -> None:
        """Take leads out of the bin."""
        with self._journal.step(f"{history.named(self._db, lead_ids)} restored"):
            for lead_id in lead_ids:
                self._db.table("lead").update(lead_id, {"binned_at": None})

    def _insert(self, lead: NewLead, arrived: date, stage_id: int) -> int:
        texts = ("name", "company", "role", "email", "phone", "website", "address", "notes")
        row = {name: getattr(lead, name) for name in texts}
        row |= {
            "source_id": history.source_id(self._db, lead.source),
            "campaign_id": history.campaign_id(self._db, lead.campaign),
            "value": lead.value,
            "arrived_on": arrived.isoformat(),
            "stage_id": stage_id,
        }
        return int(self._db.table("lead").insert(row).last_pk)  # type: ignore[arg-type]

    def _park_row(self, lead_id: int, until: date, on: date, reason: str, note: str) -> None:
        self._db.table("parking").insert(
            {
                "lead_id": lead_id,
                "parked_on": on.isoformat(),
                "until": until.isoformat(),
                "reason_id": history.reason_id(self._db, "parked", reason),
                "note": note,
            }
        )
        self._db.table("lead").update(lead_id, {"parked_until": until.isoformat()})

    def _judge_on_entering(self, lead_id: int, stage_id: int, on: date) -> None:
        judges = history.one(self._db, "SELECT judges FROM stage WHERE id = ?", [stage_id])
        step = Step.MARKETING_QUALIFIED
        if judges == step and not history.is_judged(self._db, lead_id, step):
            history.record_judgement(self._db, lead_id, Judging(step, Verdict.MET), on)

    def _refuse_if_ended(self, lead_id: int) -> None:
        if history.one(self._db, "SELECT outcome FROM lead WHERE id = ?", [lead_id]):
            name = history.lead_name(self._db, lead_id)
            raise Refused(f"{name} has ended.", "Reopen the lead first.")

    def _first_stage(self) -> int:
        return int(history.one(self._db, "SELECT id FROM stage WHERE retired_on IS NULL ORDER BY position, id LIMIT 1"))
