"""What is edited in place, in the pane and in the table: checked while it is typed, then done."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.lead import LeadRow, NextStep
from bothhats.domain.money import Currency, NotAnAmount, currency_of, format_plain
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import WEEKDAYS, short_date
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import campaigns, sources, stages
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.local_input import no_such_day, read_amount, read_day


class LeadEdits:
    """Names are those of a lead's fields, and `due` for the day of the follow-up."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def text(self, row: LeadRow, name: str) -> str:
        """What an editor begins with."""
        if name == "value":
            return "" if row.value is None else format_plain(row.value, self._currency)
        if name in ("due", "arrived_on"):
            day = row.follow_up_on if name == "due" else row.arrived_on
            return day.isoformat() if day else ""
        shown = {"stage": row.stage_name, "source": row.source_name, "campaign": row.campaign_name}
        return shown[name] or "" if name in shown else str(getattr(row, name))

    def choices(self, name: str) -> list[str]:
        """What there is to choose from; nothing for a free text."""
        reader = self._context.workspace.reader
        if name == "stage":
            return [stage.name for stage in stages(reader)]
        if name == "source":
            return [source.name for source in sources(reader)]
        return [campaign.name for campaign in campaigns(reader)] if name == "campaign" else []

    def wrong(self, lead_id: int, name: str, text: str) -> str:
        """What is wrong with a text and how to mend it, or ''."""
        today = self._context.today()
        if name == "value":
            amount = read_amount(text, self._currency) if text else None
            return amount.reason if isinstance(amount, NotAnAmount) else ""
        if name in ("due", "arrived_on") and text and read_day(text, today) is None:
            return no_such_day(text, today) or _tr("That is no day. Try “fri”, “in 2 weeks” or “16 oct”.")
        if name == "arrived_on":
            day = read_day(text, today)
            return "" if day and day <= today else _tr("A lead has arrived on a day that has come.")
        if name == "stage" and self._stage(text) is None:
            return _tr("There is no stage of that name.")
        if name == "next_step" and text and not self._row(lead_id).follow_up_on:
            return _tr("A next step needs a day: set the follow-up first.")
        return ""

    def meaning(self, name: str, text: str) -> str:
        """The day that words mean: "Tue 13 Oct"; '' for what is no day."""
        today = self._context.today()
        day = _day(text, today) if name in ("due", "arrived_on") else None
        return f"{WEEKDAYS[day.weekday()][:3]} {short_date(day, today)}" if day else ""

    def save(self, lead_id: int, name: str, text: str) -> None:
        """Carry out what was typed and found right; what the rules forbid is told."""
        try:
            self._save(lead_id, name, text)
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    def _save(self, lead_id: int, name: str, text: str) -> None:
        workspace, today = self._context.workspace, self._context.today()
        row = self._row(lead_id)
        if name in ("due", "next_step"):
            step = NextStep(row.follow_up_on, row.next_step)
            step = replace(step, what=text) if name == "next_step" else replace(step, due_on=_day(text, today))
            workspace.follow_ups.set([lead_id], step, today)
        elif name == "stage":
            self._context.navigation.command_requested.emit("lead.move", ([lead_id], self._stage(text)))
        else:
            value = self._value(name, text)
            workspace.leads.edit(lead_id, {name: value}, joins=f"lead {lead_id} {name}")

    def _value(self, name: str, text: str) -> object:
        if name == "value":
            return read_amount(text, self._currency) if text else None
        if name == "arrived_on":
            day = _day(text, self._context.today())
            return day.isoformat() if day else None
        return tuple(tag.strip() for tag in text.split(",") if tag.strip()) if name == "tags" else text

    def _stage(self, text: str) -> int | None:
        found = (stage.id for stage in stages(self._context.workspace.reader) if stage.name.lower() == text.lower())
        return next(found, None)

    def _row(self, lead_id: int) -> LeadRow:
        return lead_rows(self._context.workspace.reader, [lead_id])[lead_id]

    @property
    def _currency(self) -> Currency:
        return currency_of(read_settings(self._context.workspace.reader).currency)


def _day(text: str, today: date) -> date | None:
    return read_day(text, today) if text else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("LeadEdits", words)
