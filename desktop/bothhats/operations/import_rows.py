"""The rows of new leads, gathered table by table, so that an import writes each table once."""

import json
from collections import defaultdict
from datetime import date
from typing import Any

from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.exchange.planned import LeadFacts, PlannedLead
from bothhats.operations.import_names import NameIds

TABLES = ("lead", "stage_change", "judgement", "touch", "outcome_change", "parking", "follow_up", "lead_tag")

_TEXTS = (
    *("key", "name", "first_name", "last_name", "company", "role", "email", "phone", "website", "address"),
    *("notes", "next_step"),
)


class ImportRows:
    """Collects what some planned leads become; `rows` by table, ready to be inserted in the order of TABLES."""

    def __init__(self, names: NameIds, today: date) -> None:
        self._names = names
        self._today = today
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, lead_id: int, lead: PlannedLead) -> None:
        """One new lead with its history."""
        facts = lead.facts
        self.rows["lead"].append(self._lead(lead_id, lead))
        if not facts.entries or facts.entries[0].on > lead.arrived_on:
            self._add_arrival(lead_id, lead)
        self.add_history(lead_id, lead.arrived_on, facts)
        for tag in facts.tags:
            self.rows["lead_tag"].append({"lead_id": lead_id, "tag_id": self._names.id("tag", tag)})
        if facts.follow_up_on:
            self.rows["follow_up"].append(
                {
                    "lead_id": lead_id,
                    "due_on": facts.follow_up_on.isoformat(),
                    "next_step": facts.texts.get("next_step", ""),
                    "set_on": self._today.isoformat(),
                }
            )

    def add_history(self, lead_id: int, arrived_on: date, facts: LeadFacts) -> None:
        """What the dates of a row say has happened."""
        for entry in facts.entries:
            self.rows["stage_change"].append(_stage_change(lead_id, entry.stage_id, entry.milestone.value, entry.on))
        for judged in facts.judgements:
            self.rows["judgement"].append(
                {
                    "lead_id": lead_id,
                    "step": judged.step.value,
                    "verdict": "met",
                    "judged_on": judged.on.isoformat(),
                    "origin": "import",
                }
            )
        if facts.contacted_on:
            self.rows["touch"].append(_first_contact(lead_id, facts.contacted_on))
        if facts.ending:
            self.rows["outcome_change"].append(self.ending(lead_id, facts))
        if facts.parked_until:
            self.rows["parking"].append(
                {
                    "lead_id": lead_id,
                    "parked_on": arrived_on.isoformat(),
                    "until": facts.parked_until.isoformat(),
                    "reason_id": self._names.reason("parked", facts.parked_reason),
                    "origin": "import",
                }
            )

    def ending(self, lead_id: int, facts: LeadFacts) -> dict[str, Any]:
        """The row of an outcome."""
        assert facts.ending
        kind = "won" if facts.ending.outcome == "won" else "lost"
        return {
            "lead_id": lead_id,
            "outcome": facts.ending.outcome.value,
            "happened_on": facts.ending.on.isoformat(),
            "reason_id": self._names.reason(kind, facts.ending.reason),
            "origin": "import",
        }

    def _lead(self, lead_id: int, lead: PlannedLead) -> dict[str, Any]:
        facts = lead.facts
        is_open = facts.ending is None
        return {
            "id": lead_id,
            **{name: facts.texts.get(name, "") for name in _TEXTS},
            "extra": json.dumps(dict(facts.extra), ensure_ascii=False) if facts.extra else "{}",
            "source_id": self._names.id("source", facts.source),
            "campaign_id": self._names.id("campaign", facts.campaign),
            "value": facts.value,
            "arrived_on": lead.arrived_on.isoformat(),
            "stage_id": lead.stage_id,
            "outcome": facts.ending.outcome.value if facts.ending else None,
            "closed_on": facts.ending.on.isoformat() if facts.ending else None,
            "parked_until": parked_now(facts, self._today) if is_open else None,
            "follow_up_on": facts.follow_up_on.isoformat() if facts.follow_up_on else None,
        }

    def _add_arrival(self, lead_id: int, lead: PlannedLead) -> None:
        stage_id = self._names.first_stage if lead.facts.entries else lead.stage_id
        self.rows["stage_change"].append(_stage_change(lead_id, stage_id, "lead", lead.arrived_on))


def parked_now(facts: LeadFacts, today: date) -> str | None:
    """A parking whose date has passed is history only."""
    return facts.parked_until.isoformat() if facts.parked_until and facts.parked_until > today else None


def _stage_change(lead_id: int, stage_id: int | None, milestone: str, on: date) -> dict[str, Any]:
    return {
        "lead_id": lead_id,
        "stage_id": stage_id,
        "milestone": milestone,
        "entered_on": on.isoformat(),
        "origin": "import",
    }


def _first_contact(lead_id: int, on: date) -> dict[str, Any]:
    return {
        "lead_id": lead_id,
        "kind": TouchKind.MESSAGE.value,
        "direction": Direction.OUT.value,
        "happened_on": on.isoformat(),
        "origin": "import",
    }
