"""The table: the same leads as the board, one row each; columns are data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from bothhats.domain.due_words import whole_words
from bothhats.domain.follow_up import due
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import short_date
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import AnyIndex, LeadModel


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its sort order in SQL, and what it shows."""

    head: str
    order: str
    text: Callable[["LeadTableModel", LeadRow], str]
    is_number: bool = False


def _standing(model: "LeadTableModel", row: LeadRow) -> str:
    if not row.is_open:
        return str(row.outcome).replace("_", " ") + (f", {model.day(row.closed_on)}" if row.closed_on else "")
    return whole_words(due(row, model.today, model.settings.promise_days), model.today)


COLUMNS = (
    Column("Name", "name", lambda _model, row: row.name),
    Column("Company", "company", lambda _model, row: row.company),
    Column("Stage", "stage", lambda _model, row: row.stage_name),
    Column("Follow-up", "due", _standing),
    Column("Next step", "due", lambda _model, row: row.next_step),
    Column("Source", "source", lambda _model, row: row.source_name or "–"),
    Column("Arrived", "arrived", lambda model, row: model.day(row.arrived_on)),
    Column("Value", "value", lambda model, row: model.money(row.value), is_number=True),
)


class LeadTableModel(LeadModel):
    """Cells as text from the page cache; sorting is asked of SQL, never done here."""

    def __init__(self, context: Context, settings: Any) -> None:
        super().__init__(context, settings)
        self.order, self.is_descending = "due", False

    @property
    def today(self) -> date:
        """The day it is."""
        return self._context.today()

    def day(self, day: date) -> str:
        """A date in short."""
        return short_date(day, self.today)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return COLUMNS[index.column()].text(self, row) if row else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[index.column()].is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
