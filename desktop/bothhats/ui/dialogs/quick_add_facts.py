"""The rows of the preview: what a quick line was taken for, in words."""

from PySide6.QtCore import QCoreApplication

from bothhats.domain.draft_lead import DraftLead
from bothhats.domain.money import format_for_people
from bothhats.domain.pipeline import SourceKind
from bothhats.domain.wording import near_date
from bothhats.queries.lists import Source
from bothhats.ui.dialogs.days_ahead import weekday_date
from bothhats.ui.dialogs.quick_add_draft import Choices, QuickAddReader
from bothhats.ui.dialogs.quick_add_preview import Fact

_HATS = {SourceKind.MARKETING: "marketing", SourceKind.OUTREACH: "sales", SourceKind.WORD_OF_MOUTH: "both"}


def facts_of(reader: QuickAddReader, draft: DraftLead, choices: Choices) -> tuple[list[Fact], list[Fact]]:
    """The left and the right column; four rows stand always, the others where the line has them."""
    left = [
        Fact("user-round", _tr("Name"), draft.name, is_strong=True),
        Fact("building-2", _tr("Company"), draft.company),
        Fact("mail", _tr("Email"), draft.email),
        Fact("square-kanban", _tr("Stage"), _stage(reader, choices)),
    ]
    right = [
        _source(reader.source_of(draft), draft.source),
        _campaign(reader, draft, choices),
        Fact("coins", _tr("Value"), _value(reader, draft)),
        Fact("calendar", _tr("Follow-up"), _follow_up(reader, draft, choices)),
    ]
    if draft.role:
        left.insert(2, Fact("user-round", _tr("Role"), draft.role))
    if draft.phone:
        left.append(Fact("phone", _tr("Phone"), draft.phone))
    if draft.website:
        left.append(Fact("link", _tr("Website"), draft.website))
    if draft.address:
        right.append(Fact("signpost", _tr("Address"), ", ".join(draft.address.splitlines())))
    if draft.tags:
        right.append(Fact("tag", _tr("Tags"), ", ".join(draft.tags)))
    return left, right


def _stage(reader: QuickAddReader, choices: Choices) -> str:
    chosen = next((stage for stage in reader.stages if stage.id == choices.stage_id), reader.stages[0])
    return _tr("{}, arrived {}").format(chosen.name, near_date(choices.arrived_on or reader.today, reader.today))


def _source(known: Source | None, typed: str) -> Fact:
    if known is None:
        words = _tr("{}, a new source").format(typed) if typed else ""
        return Fact("signpost", _tr("Source"), words)
    names = {"marketing": _tr("marketing hat"), "sales": _tr("sales hat"), "both": _tr("word of mouth")}
    hat = _HATS[known.kind]
    return Fact("signpost", _tr("Source"), known.name, hat, names[hat])


def _campaign(reader: QuickAddReader, draft: DraftLead, choices: Choices) -> Fact:
    name = reader.campaign_of(draft, choices)
    running = tuple(campaign.name for campaign in reader.running(reader.source_of(draft)))
    if not running:
        return Fact("megaphone", _tr("Campaign"), name)
    none = _tr("none")
    return Fact("megaphone", _tr("Campaign"), name or none, offered=(*running, none))


def _value(reader: QuickAddReader, draft: DraftLead) -> str:
    return format_for_people(draft.value, reader.currency) if draft.value is not None else draft.value_text


def _follow_up(reader: QuickAddReader, draft: DraftLead, choices: Choices) -> str:
    on = choices.follow_up_on or draft.follow_up_on
    when = weekday_date(on, reader.today) if on else ""
    return ": ".join(part for part in (when, draft.next_step) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("QuickAddFacts", text)
