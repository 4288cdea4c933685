"""What can be filtered by: the fields of the filter with the choices that the file has."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bothhats.domain.lead_filter import NOT_RECORDED, Judged, NextContact, Qualified
from bothhats.domain.pipeline import Hat, Outcome
from bothhats.queries.filter_lists import named_rows

_WORDS = {
    Hat.MARKETING: QT_TRANSLATE_NOOP("Filter", "marketing hat"),
    Hat.SALES: QT_TRANSLATE_NOOP("Filter", "sales hat"),
    Outcome.WON: QT_TRANSLATE_NOOP("Filter", "won"),
    Outcome.LOST: QT_TRANSLATE_NOOP("Filter", "lost"),
    Outcome.NO_DECISION: QT_TRANSLATE_NOOP("Filter", "no decision"),
    Outcome.NOT_A_FIT: QT_TRANSLATE_NOOP("Filter", "not a fit"),
    NextContact.SLIPPED: QT_TRANSLATE_NOOP("Filter", "slipped"),
    NextContact.TODAY: QT_TRANSLATE_NOOP("Filter", "today"),
    NextContact.AHEAD: QT_TRANSLATE_NOOP("Filter", "ahead"),
    NextContact.NONE: QT_TRANSLATE_NOOP("Filter", "none"),
    NextContact.SILENT: QT_TRANSLATE_NOOP("Filter", "gone silent"),
    NextContact.PARKED: QT_TRANSLATE_NOOP("Filter", "parked"),
    Qualified.NOT_YET: QT_TRANSLATE_NOOP("Filter", "not yet"),
    Qualified.MARKETING: QT_TRANSLATE_NOOP("Filter", "marketing-qualified"),
    Qualified.SALES_READY: QT_TRANSLATE_NOOP("Filter", "sales-ready"),
    Judged.MET: QT_TRANSLATE_NOOP("Filter", "met"),
    Judged.NOT_MET: QT_TRANSLATE_NOOP("Filter", "not met"),
    Judged.NEVER: QT_TRANSLATE_NOOP("Filter", "not judged"),
}
_FIELDS = (
    ("source_ids", QT_TRANSLATE_NOOP("Filter", "Source"), "source"),
    ("campaign_ids", QT_TRANSLATE_NOOP("Filter", "Campaign"), "campaign"),
    ("stage_ids", QT_TRANSLATE_NOOP("Filter", "Stage"), "stage"),
    ("hats", QT_TRANSLATE_NOOP("Filter", "Hat"), Hat),
    ("next_contact", QT_TRANSLATE_NOOP("Filter", "Follow-up"), NextContact),
    ("qualified", QT_TRANSLATE_NOOP("Filter", "Qualified"), Qualified),
    ("judged", QT_TRANSLATE_NOOP("Filter", "Judged"), Judged),
    ("tag_ids", QT_TRANSLATE_NOOP("Filter", "Tag"), "tag"),
    ("objection_ids", QT_TRANSLATE_NOOP("Filter", "Objection or question"), "objection"),
    ("outcomes", QT_TRANSLATE_NOOP("Filter", "Outcome"), Outcome),
    ("reason_ids", QT_TRANSLATE_NOOP("Filter", "Why they bought"), "won_reason"),
    ("reason_ids", QT_TRANSLATE_NOOP("Filter", "Why it ended"), "lost_reason"),
)
_MAY_BE_UNRECORDED = ("source", "campaign", "lost_reason")


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
    """Every field in the order of the popover; those without any choice of the owner's are left out."""
    found = [Choices(field, _tr(title), _values(reader, kind)) for field, title, kind in _FIELDS]
    return [choices for choices in found if any(value != NOT_RECORDED for value, _ in choices.values)]


def _values(reader: sqlite3.Connection, kind: str | type[StrEnum]) -> tuple[tuple[object, str], ...]:
    if not isinstance(kind, str):
        return tuple((each, _tr(_WORDS[each])) for each in kind)
    rows: list[tuple[object, str]] = [(row.id, row.name) for row in named_rows(reader, kind)]
    if kind in _MAY_BE_UNRECORDED:
        rows.append((NOT_RECORDED, _tr("not recorded")))
    return tuple(rows)


def _tr(text: object) -> str:
    return QCoreApplication.translate("Filter", str(text))
