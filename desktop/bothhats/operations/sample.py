"""Fill a new file with the sample business: a told last quarter, and a believable year before it.

The story (resources/sample/story.json) is dated as if today were its anchor; every date is moved to the owner's today.
"""

from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Closing, Judging, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.operations import history
from bothhats.operations.definitions import DefinitionOperations
from bothhats.operations.sample_past import past_leads
from bothhats.storage.journal import Journal

Story = dict[str, Any]


def load_sample(db: Database, journal: Journal, story: Story, today: date) -> None:
    """Write the sample into an empty file; it is not a step that could be undone."""
    teller = _Teller(db, story, today)
    with journal.step("Sample"):
        teller.settle_business()
        teller.fill_playbook()
    definitions = DefinitionOperations(db, journal)
    for version in story["definitions"]:
        criteria = [Criterion(Step(step), text, kind, bool(must)) for step, kind, must, text in version["criteria"]]
        definitions.write(IdealCustomer(**story["customer"]), criteria, teller.day(version["from"]), version["why"])
    with journal.step("Sample"):
        for lead in [*past_leads(story), *story["leads"]]:
            teller.tell(lead)
    journal.forget()


class _Teller:
    """Turns the story into rows, each date moved from the anchor to today."""

    def __init__(self, db: Database, story: Story, today: date) -> None:
        self._db = db
        self._story = story
        self._today = today
        self._moved = today - date.fromisoformat(story["anchor"])
        self._objections: dict[str, int] = {}
        self._claims: dict[str, int] = {}
        self._assets: dict[str, int] = {}

    def day(self, text: str) -> date:
        """A date of the story as it falls for today."""
        return date.fromisoformat(text) + self._moved

    def settle_business(self) -> None:
        """Settings, sources, goals."""
        for name, value in self._story["settings"].items():
            self._db.execute("DELETE FROM setting WHERE name = ?", [name])
            self._insert("setting", name=name, value=value)
        self._insert_all("source", ({"name": n, "kind": k} for n, k in self._story["sources"].items()))
        month = f"{self._today - timedelta(days=430):%Y-%m}"
        self._insert_all("goal", ({"month": month, "figure": f, "amount": a} for f, a in self._story["goals"].items()))

    def fill_playbook(self) -> None:
        """Claims, objections and questions, assets, campaigns and what they cost."""
        for text, since in self._story["claims"]:
            self._claims[text] = self._insert("claim", text=text, since=self._iso(since))
        for kind, text in self._story["objections"]:
            since = (self._today - timedelta(days=500)).isoformat()
            self._objections[text] = self._insert("objection", kind=kind, text=text, since=since)
        for asset in self._story["assets"]:
            self._add_asset(asset)
        campaigns = {campaign["name"]: self._add_campaign(campaign) for campaign in self._story["campaigns"]}
        for spend in self._story["spend"]:
            self._insert(
                "spend",
                campaign_id=campaigns[spend["campaign"]],
                amount=spend["amount"],
                starts_on=self._iso(spend["from"]),
                ends_on=self._iso(spend.get("to", spend["from"])),
            )

    def tell(self, lead: Story) -> None:
        """One lead with everything that happened."""
        arrived = self.day(lead["arrived"])
        lead_id = self._insert(
            "lead",
            **{name: lead.get(name, "") for name in ("name", "company", "role", "email", "phone")},
            source_id=history.source_id(self._db, lead["source"]),
            campaign_id=history.campaign_id(self._db, lead.get("campaign", "")),
            value=lead.get("value"),
            arrived_on=arrived.isoformat(),
            stage_id=1,
        )
        history.enter_stage(self._db, lead_id, self._stage("New"), arrived)
        if "contacted" in lead:
            self._touch(lead_id, {"on": lead["contacted"], "kind": "email"})
        self._judge(lead_id, lead)
        for touch in lead.get("touches", ()):
            self._touch(lead_id, touch)
        for stage, on in lead.get("entries", ()):
            history.enter_stage(self._db, lead_id, self._stage(stage), self.day(on))
        self._set_aside(lead_id, lead)
        if "ended" in lead:
            outcome, on, reason, words, waste = lead["ended"]
            closing = Closing(Outcome(outcome), reason, words, waste)
            history.close_lead(self._db, lead_id, closing, self.day(on))

    def _add_asset(self, asset: Story) -> None:
        asset_id = self._insert(
            "asset",
            kind=asset["kind"],
            title=asset["title"],
            place=asset.get("place", ""),
            text=asset.get("text", ""),
            status=asset["status"],
            live_on=self._iso(asset["live"]) if "live" in asset else None,
        )
        self._assets[asset["title"]] = asset_id
        for text in asset["answers"]:
            self._insert("asset_answer", asset_id=asset_id, objection_id=self._objections[text])
        for text in asset.get("says", ()):
            self._insert("asset_claim", asset_id=asset_id, claim_id=self._claims[text])

    def _add_campaign(self, campaign: Story) -> int:
        campaign_id = self._insert(
            "campaign",
            name=campaign["name"],
            source_id=history.source_id(self._db, campaign["source"]),
            starts_on=self._iso(campaign["from"]),
            ends_on=self._iso(campaign["to"]),
        )
        for text in campaign["claims"]:
            self._insert("campaign_claim", campaign_id=campaign_id, claim_id=self._claims[text])
        return campaign_id

    def _touch(self, lead_id: int, touch: Story) -> None:
        on = self._iso(touch["on"])
        talked = touch.get("talked", False)
        touch_id = self._insert(
            "touch",
            lead_id=lead_id,
            kind=touch["kind"],
            direction=touch.get("way", "out"),
            two_way=talked,
            happened_on=on,
            note=touch.get("note", ""),
        )
        of = {"lead_id": lead_id, "touch_id": touch_id}
        for text, words in touch.get("heard", ()):
            self._insert("hearing", objection_id=self._objections[text], words=words, heard_on=on, **of)
        for text, verdict in touch.get("claims", ()):
            self._insert("claim_heard", claim_id=self._claims[text], verdict=verdict, heard_on=on, **of)
        for title, helped in touch.get("assets", ()):
            self._insert("asset_use", asset_id=self._assets[title], helped=helped, used_on=on, **of)
        stage_id = history.first_conversation_stage(self._db, lead_id) if talked else None
        if stage_id:
            history.enter_stage(self._db, lead_id, stage_id, self.day(touch["on"]))

    def _judge(self, lead_id: int, lead: Story) -> None:
        judged = (
            ("qualified", Step.MARKETING_QUALIFIED, Verdict.MET),
            ("not_met", Step.MARKETING_QUALIFIED, Verdict.NOT_MET),
            ("sales_ready", Step.SALES_READY, Verdict.MET),
        )
        for name, step, verdict in judged:
            if name in lead:
                answers = self._answers(step, verdict, self.day(lead[name]), lead_id)
                history.record_judgement(self._db, lead_id, Judging(step, verdict, answers), self.day(lead[name]))
        if "qualified" in lead:
            history.enter_stage(self._db, lead_id, self._stage("Qualified"), self.day(lead["qualified"]))

    def _answers(self, step: Step, verdict: Verdict, on: date, number: int) -> dict[int, str]:
        """What was ticked: all musts for a yes, the first must not for a no, of the nice ones every second."""
        criteria = self._db.execute(
            "SELECT id, must FROM criterion WHERE definition_id = ? AND step = ? ORDER BY position",
            [history.definition_in_force(self._db, on), step.value],
        ).fetchall()
        answers = {row_id: "yes" if must or number % 2 else "no" for row_id, must in criteria}
        if verdict == Verdict.NOT_MET and criteria:
            answers[criteria[0][0]] = "no"
        return answers

    def _set_aside(self, lead_id: int, lead: Story) -> None:
        if "follow_up" in lead:
            due, what, set_on = lead["follow_up"]
            history.plan_next_step(self._db, lead_id, NextStep(self.day(due), what), self.day(set_on))
        if "parked" in lead:
            on, until, reason, note = lead["parked"]
            self._insert(
                "parking",
                lead_id=lead_id,
                parked_on=self._iso(on),
                until=self._iso(until),
                reason_id=history.reason_id(self._db, "parked", reason),
                note=note,
            )
            self._db.table("lead").update(lead_id, {"parked_until": self._iso(until)})

    def _stage(self, name: str) -> int:
        return int(history.one(self._db, "SELECT id FROM stage WHERE name = ?", [name]))

    def _iso(self, text: str) -> str:
        return self.day(text).isoformat()

    def _insert(self, table: str, **row: object) -> int:
        return int(self._db.table(table).insert(row).last_pk)  # type: ignore[arg-type]

    def _insert_all(self, table: str, rows: Any) -> None:
        self._db.table(table).insert_all(rows)
