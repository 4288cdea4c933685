"""A quick line read against what the file knows; the owner's choices come on top. Pure but for the names it reads."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.draft_lead import DraftLead, QuickLineNames
from bothhats.domain.lead import NewLead
from bothhats.domain.money import currency_of
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Stage
from bothhats.domain.quick_line import read_quick_line
from bothhats.exchange.pasted import read_pasted
from bothhats.queries.lists import Campaign, Source, campaigns, sources, stages
from bothhats.queries.settings import read_settings
from bothhats.system.region import is_day_first
from bothhats.ui.local_input import local_marks


@dataclass(slots=True)
class Choices:
    """What the owner set by hand; None leaves it to the line."""

    campaign: str | None = None
    follow_up_on: date | None = None
    stage_id: int | None = None
    arrived_on: date | None = None
    role: str = ""


class QuickAddReader:
    """Knows the sources, campaigns and stages of the file on the day the dialog was opened."""

    def __init__(self, reader: sqlite3.Connection, today: date) -> None:
        settings = read_settings(reader)
        self.today = today
        self.currency = currency_of(settings.currency)
        self.promise_days = settings.promise_days
        self.stages: list[Stage] = stages(reader)
        self._sources = sources(reader)
        self._campaigns = campaigns(reader)
        self._names = QuickLineNames(
            self.currency,
            tuple(source.name for source in self._sources),
            tuple(campaign.name for campaign in self._campaigns),
            local_marks(),
        )

    def read(self, line: str) -> DraftLead:
        """The line, or what was pasted in its place, as it is understood now."""
        return read_pasted(line) or read_quick_line(line, self.today, self._names, day_first=is_day_first())

    def source_of(self, draft: DraftLead) -> Source | None:
        """The known source that the line names."""
        return next((source for source in self._sources if folded(source.name) == folded(draft.source)), None)

    def running(self, source: Source | None) -> list[Campaign]:
        """The campaigns of a source that run today."""
        return [each for each in self._campaigns if source and each.source_id == source.id and _runs(each, self.today)]

    def campaign_of(self, draft: DraftLead, choices: Choices) -> str:
        """As chosen, as typed, or the one that runs through this source; several running ones are for the owner."""
        if choices.campaign is not None:
            return choices.campaign
        running = self.running(self.source_of(draft))
        return draft.campaign or (running[0].name if len(running) == 1 else "")

    def promise_until(self, choices: Choices) -> date:
        """The last day of the promise for this lead."""
        return (choices.arrived_on or self.today) + timedelta(days=self.promise_days)

    def new_lead(self, draft: DraftLead, choices: Choices) -> NewLead:
        """What will be added."""
        return NewLead(
            name=draft.name,
            company=draft.company,
            role=choices.role or draft.role,
            email=draft.email,
            phone=draft.phone,
            website=draft.website,
            address=draft.address,
            notes=draft.notes,
            source=draft.source,
            campaign=self.campaign_of(draft, choices),
            value=draft.value,
            arrived_on=choices.arrived_on,
            stage_id=choices.stage_id,
            follow_up_on=choices.follow_up_on or draft.follow_up_on,
            next_step=draft.next_step,
            tags=draft.tags,
        )


def _runs(campaign: Campaign, on: date) -> bool:
    return not (campaign.starts_on and campaign.starts_on > on) and not (campaign.ends_on and campaign.ends_on < on)
