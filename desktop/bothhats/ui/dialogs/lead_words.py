"""How dialogs speak of the leads they are about."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.follow_up import Standing, due
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import capitalised, counted, told


def called(rows: Sequence[LeadRow]) -> str:
    """One lead by the first word of its name, several as "these three leads"."""
    if len(rows) != 1:
        return _tr("these {}").format(told(len(rows), "lead"))
    name = rows[0].name
    return name.split()[0] if name and name != rows[0].company and "@" not in name else name


def standing_line(row: LeadRow, today: date, promise_days: int) -> str:
    """ "Ashe Antiques, in conversation for 112 days, silent for 39": whom it is about, under the question."""
    parts = [row.company if row.company != row.name else ""]
    parts.append(_tr("{} for {}").format(_in_stage(row), counted(max((today - row.stage_since).days, 0), "day")))
    standing = due(row, today, promise_days)
    if standing.standing == Standing.SILENT:
        parts.append(_tr("silent for {}").format(standing.days))
    elif row.source_name:
        parts.append(_tr("came through {}").format(row.source_name))
    return capitalised(", ".join(part for part in parts if part))


def in_order(rows: Mapping[int, LeadRow], lead_ids: Sequence[int]) -> list[LeadRow]:
    """The rows of those ids that are still there."""
    return [rows[lead_id] for lead_id in lead_ids if lead_id in rows]


def _in_stage(row: LeadRow) -> str:
    name = row.stage_name
    return name[:1].lower() + name[1:] if name.lower().startswith("in ") else _tr("in {}").format(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LeadWords", text)
