"""What can be filtered by: the fields of the filter with the choices that the file has."""

import sqlite3
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bothhats.domain.lead_filter import NextContact, Qualified
from bothhats.domain.pipeline import Outcome
from bothhats.queries.lists import campaigns, sources, stages, tags

_WORDS = {
    Outcome.WON: QT_TRANSLATE_NOOP("Filter", "won"),
    Outcome.LOST: QT_TRANSLATE_NOOP("Filter", "lost"),
    Outcome.NO_DECISION: QT_TRANSLATE_NOOP("Filter", "no decision"),
    Outcome.NOT_A_FIT: QT_TRANSLATE_NOOP("Filter", "not a fit"),
    NextContact.SLIPPED: QT_TRANSLATE_NOOP("Filter", "slipped"),
    NextContact.TODAY: QT_TRANSLATE_NOOP("Filter", "today"),
    NextContact.AHEAD: QT_TRANSLATE_NOOP("Filter", "ahead"),
    NextContact.NONE: QT_TRANSLATE_NOOP("Filter", "none"),
    NextContact.PARKED: QT_TRANSLATE_NOOP("Filter", "parked"),
    Qualified.NOT_YET: QT_TRANSLATE_NOOP("Filter", "not yet"),
    Qualified.MARKETING: QT_TRANSLATE_NOOP("Filter", "marketing-qualified"),
    Qualified.SALES_READY: QT_TRANSLATE_NOOP("Filter", "sales-ready"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """One field of the filter: its name in LeadFilter, its title, and (value, words) of what can be chosen."""

    field: str
    title: str
    values: tuple[tuple[object, str], ...]

    def words(self, value: object) -> str:
        """How a choice is called on its chip: "Source: Referral"."""
        name = next((words for each, words in self.values if each == value), str(value))
        return f"{self.title}: {name}"


def filter_choices(reader: sqlite3.Connection) -> list[Choices]:
    """Every field in the order of the popover; those without any choice are left out."""
    tr = QCoreApplication.translate
    found = [
        Choices("source_ids", tr("Filter", "Source"), tuple((each.id, each.name) for each in sources(reader))),
        Choices("stage_ids", tr("Filter", "Stage"), tuple((each.id, each.name) for each in stages(reader))),
        Choices("outcomes", tr("Filter", "Outcome"), _named(Outcome)),
        Choices("campaign_ids", tr("Filter", "Campaign"), tuple((each.id, each.name) for each in campaigns(reader))),
        Choices("next_contact", tr("Filter", "Follow-up"), _named(NextContact)),
        Choices("qualified", tr("Filter", "Qualified"), _named(Qualified)),
        Choices("tags", tr("Filter", "Tag"), tuple((name, name) for name in tags(reader))),
    ]
    return [choices for choices in found if choices.values]


def _named(kind: type[Outcome] | type[NextContact] | type[Qualified]) -> tuple[tuple[object, str], ...]:
    return tuple((each, QCoreApplication.translate("Filter", str(_WORDS[each]))) for each in kind)
