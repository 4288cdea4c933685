"""Log what happened with a lead, and what marketing should know of it, as one step."""

from datetime import date

from sqlite_utils import Database

from bothhats.domain.lead import TouchReport
from bothhats.domain.pipeline import TouchKind
from bothhats.operations import history
from bothhats.operations.claims import heard_claim
from bothhats.operations.objections import heard_phrase
from bothhats.storage.journal import Journal


class TouchOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def log(self, report: TouchReport, today: date) -> int:
        """Save a touch with everything heard and used in it; its id.

        A first real conversation moves a lead that stands before it to the first conversation stage, unless
        `report.stage_id` says otherwise. A next step ends the open follow-up as done.
        """
        name = history.lead_name(self._db, report.lead_id)
        with self._journal.step(f"{report.kind.value.capitalize()} with {name} logged"):
            touch_id = self._insert_touch(report)
            self._insert_heard(report, touch_id)
            self._insert_claims(report, touch_id)
            self._insert_uses(report, touch_id)
            self._move(report)
            if report.next_step:
                history.plan_next_step(self._db, report.lead_id, report.next_step, today, "done")
            if report.kind != TouchKind.NOTE:
                history.wake(self._db, report.lead_id, today)
        return touch_id

    def edit_note(self, touch_id: int, note: str) -> None:
        """Change the words of a touch; typing joins one step."""
        with self._journal.step("Note edited", f"touch-{touch_id}"):
            self._db.table("touch").update(touch_id, {"note": note})

    def delete(self, touch_id: int) -> None:
        """The touch counts as never having happened, and with it what was heard in it."""
        lead_id = history.one(self._db, "SELECT lead_id FROM touch WHERE id = ?", [touch_id])
        with self._journal.step(f"Touch with {history.lead_name(self._db, lead_id)} deleted"):
            self._db.table("touch").delete(touch_id)

    def _insert_touch(self, report: TouchReport) -> int:
        return int(
            self._db.table("touch")  # type: ignore[arg-type]
            .insert(
                {
                    "lead_id": report.lead_id,
                    "kind": report.kind.value,
                    "direction": report.direction.value if report.direction else None,
                    "two_way": report.two_way,
                    "happened_on": report.happened_on.isoformat(),
                    "at_time": report.at_time,
                    "note": report.note,
                }
            )
            .last_pk
        )

    def _insert_heard(self, report: TouchReport, touch_id: int) -> None:
        for heard in report.heard:
            objection_id = heard_phrase(self._db, heard, report.happened_on)
            self._db.table("hearing").insert(
                {"objection_id": objection_id, "words": heard.words, **self._of(report, touch_id, "heard_on")}
            )

    def _insert_claims(self, report: TouchReport, touch_id: int) -> None:
        for claim in report.claims:
            claim_id = heard_claim(self._db, claim, report.happened_on)
            self._db.table("claim_heard").insert(
                {"claim_id": claim_id, "verdict": claim.verdict, **self._of(report, touch_id, "heard_on")}
            )

    def _insert_uses(self, report: TouchReport, touch_id: int) -> None:
        for used in report.assets:
            self._db.table("asset_use").insert(
                {"asset_id": used.asset_id, "helped": used.helped, **self._of(report, touch_id, "used_on")}
            )

    def _of(self, report: TouchReport, touch_id: int, day: str) -> dict[str, object]:
        return {"lead_id": report.lead_id, "touch_id": touch_id, day: report.happened_on.isoformat()}

    def _move(self, report: TouchReport) -> None:
        stage_id = report.stage_id
        if stage_id is None and report.two_way:
            stage_id = history.first_conversation_stage(self._db, report.lead_id)
        standing = history.one(self._db, "SELECT stage_id FROM lead WHERE id = ?", [report.lead_id])
        if stage_id is not None and stage_id != standing:
            history.enter_stage(self._db, report.lead_id, stage_id, report.happened_on)
