"""A model of lead ids in order; rows are read a page at a time, when they are painted."""

from collections.abc import Sequence, Set
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from bothhats.domain.due_words import whole_words
from bothhats.domain.follow_up import Due, due
from bothhats.domain.lead import LeadRow
from bothhats.domain.money import currency_of, format_for_people
from bothhats.queries.lead_found import Found, found_in, hidden_words
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.found_words import found_words
from bothhats.ui.row_edits import Move, row_edit
from bothhats.ui.widgets.labels import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
LEAD_MIME = "application/x-bothhats-leads"
LeadIdRole = Qt.ItemDataRole.UserRole
PAGE = 48


class LeadModel(QAbstractTableModel):
    """`show_ids` changes the rows by the smallest edit; `forget` has some rows read anew. A lane shows one column.

    `text` is what is searched for; whoever changes it forgets all rows.
    """

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__()
        self._context = context
        self.settings = settings
        self.ids: list[int] = []
        self.text = ""
        self._rows: dict[int, LeadRow] = {}
        self._found: dict[int, Found] = {}

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if role == LeadIdRole:
            return self.ids[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return row.name if row else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self.row(index.row())
            words = self.sentence(row) if row else ""
            return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [LEAD_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        rows = sorted({index.row() for index in indexes})
        mime.setData(LEAD_MIME, " ".join(str(self.ids[row]) for row in rows).encode())
        return mime

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these leads in this order."""
        edit = row_edit(self.ids, ids)
        if isinstance(edit, Move):
            to = edit.to + 1 if edit.to > edit.origin else edit.to
            self.beginMoveRows(QModelIndex(), edit.origin, edit.origin, QModelIndex(), to)
            self.ids = list(ids)
            self.endMoveRows()
            return
        if edit is None:
            return
        if edit.removed:
            self.beginRemoveRows(QModelIndex(), edit.first, edit.first + edit.removed - 1)
            del self.ids[edit.first : edit.first + edit.removed]
            self.endRemoveRows()
        if edit.inserted:
            self.beginInsertRows(QModelIndex(), edit.first, edit.first + edit.inserted - 1)
            self.ids[edit.first : edit.first] = list(ids[edit.first : edit.first + edit.inserted])
            self.endInsertRows()

    def forget(self, ids: Set[int] | None) -> None:
        """Read these leads anew when they are next painted; None means all."""
        gone = set(self._rows) if ids is None else set(ids)
        self.drop_pages(gone)
        places = [place for place, lead_id in enumerate(self.ids) if ids is None or lead_id in gone]
        if places:
            last = max(self.columnCount() - 1, 0)
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], last))

    def drop_pages(self, ids: set[int]) -> None:
        """Let go of what was read of these leads."""
        for lead_id in ids:
            self._rows.pop(lead_id, None)
            self._found.pop(lead_id, None)

    def read_page(self, ids: list[int]) -> None:
        """Read what is shown of these leads."""
        rows = lead_rows(self._context.workspace.reader, ids)
        self._rows |= rows
        if self.text:
            hidden = {lead_id: hidden_words(self.text, *self.shown(row)) for lead_id, row in rows.items()}
            self._found |= found_in(self._context.workspace.reader, hidden)

    def row(self, place: int) -> LeadRow | None:
        """The lead at a place; None where it is gone."""
        lead_id = self.ids[place]
        if lead_id not in self._rows:
            start = place - place % PAGE
            wanted = [each for each in self.ids[start : start + PAGE] if each not in self._rows]
            self.read_page(wanted)
        return self._rows.get(lead_id)

    def shown(self, row: LeadRow) -> tuple[str, ...]:
        """What of a lead is shown anyway, so that a search need not say where it found it."""
        return (row.name, second_line(row))

    def found(self, lead_id: int) -> Found | None:
        """Where a search found a lead, when what is shown does not say so."""
        return self._found.get(lead_id)

    def index_of(self, lead_id: int) -> QModelIndex:
        """Where a lead stands; an invalid index where it does not."""
        return self.index(self.ids.index(lead_id), 0) if lead_id in self.ids else QModelIndex()

    def money(self, value: int | None) -> str:
        """A value as people write it; "–" for an absent one."""
        return short_money(value, self.settings.currency)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._context.today()

    def due(self, row: LeadRow) -> Due:
        """How a lead stands in time."""
        return due(row, self.today, self.settings.promise_days)

    def sentence(self, row: LeadRow) -> str:
        """A lead in one sentence, for tooltips and screen readers."""
        standing = whole_words(self.due(row), self.today)
        value = self.money(row.value) if row.value is not None else "no value yet"
        parts = [", ".join(text for text in (row.name, row.company if row.company != row.name else "") if text)]
        parts += [text for text in (row.next_step, standing) if text]
        found = self._found.get(row.id)
        told = f" Found {found_words(found, self.today)}." if found else ""
        return ". ".join([*parts, f"{row.stage_name}, {value}.{told}"])


def second_line(row: LeadRow) -> str:
    """What stands under the name on a card."""
    return row.company if row.company != row.name else row.role


def short_money(value: int | None, code: str) -> str:
    """A value as people write it, "–" for none."""
    return "–" if value is None else format_for_people(value, currency_of(code))
