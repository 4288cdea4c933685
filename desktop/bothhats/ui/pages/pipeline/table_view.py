"""The table of leads: boxes to check, one row the focus is on, sorted by a click or a key."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bothhats.domain.lead_filter import Order
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LeadIdRole
from bothhats.ui.pages.pipeline.table_columns import COLUMNS
from bothhats.ui.pages.pipeline.table_delegate import CellDelegate
from bothhats.ui.pages.pipeline.table_head import TableHead
from bothhats.ui.pages.pipeline.table_model import BOX, LeadTableModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens

LEAST_REST = 140
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LeadTable(QTableView):
    """`opened` tells a lead and whether by key; keys that mean something to leads go out as `pressed_key`."""

    opened = Signal(int, bool)
    order_wanted = Signal()
    pressed_key = Signal(object)
    selection_changed = Signal()
    menu_wanted = Signal()

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__()
        self._leads = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context, model))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Leads"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(33))
        self._head = TableHead(model, self)
        self.setHorizontalHeader(self._head)
        self._head.order_wanted.connect(self._on_head)
        model.checks_changed.connect(self._head.viewport().update)
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.selection_changed.emit())
        for section, column in enumerate(COLUMNS, 1):
            self.setColumnHidden(section, column.is_optional)
        self._share_width()

    def selected_ids(self) -> list[int]:
        """The checked leads from top to bottom; else the one that the focus is on."""
        current = self.currentIndex()
        return self._leads.checked_ids or ([self._leads.ids[current.row()]] if current.isValid() else [])

    def focus_lead(self, lead_id: int) -> bool:
        """Put the current row on a lead and bring it into view; whether it is in the table."""
        index = self._leads.index_of(lead_id)
        if index.isValid():
            index = index.siblingAtColumn(max(self.currentIndex().column(), 1))
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return index.isValid()

    def focus_first(self) -> None:
        """Put the focus into the table, on its first row where none is current."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self._leads.ids:
            self.focus_lead(self._leads.ids[0])

    def show_column(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a column."""
        section = next(place for place, column in enumerate(COLUMNS, 1) if column.name == name)
        self.setColumnHidden(section, not is_shown)
        self._share_width()

    def is_column_shown(self, name: str) -> bool:
        """Whether a column is shown."""
        return any(column.name == name and not self.isColumnHidden(at) for at, column in enumerate(COLUMNS, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._sort(max(self.currentIndex().column(), 1), is_descending=key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex(), by_key=True)
        elif key == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._leads.check(list(self._leads.ids))
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key in _STEPS:
            self._check_on(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._leads.checked_ids:
            self._leads.check(self._leads.checked_ids, is_checked=False)
        else:
            event.ignore()
            self.pressed_key.emit(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wanted.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters jump to a name, whichever column the focus is in."""
        here = self.currentIndex()
        if here.isValid() and here.column() != 1:
            self.selectionModel().setCurrentIndex(here.siblingAtColumn(1), QItemSelectionModel.SelectionFlag.NoUpdate)
        super().keyboardSearch(search)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == BOX:
            self._toggle(index)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._open(index, by_key=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            row = self.visualRect(current)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRect(QRect(1, row.y(), self.viewport().width() - 2, row.height() - 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        self.setColumnWidth(BOX, scaled(42))
        rest, used = 0, scaled(42)
        for section, column in enumerate(COLUMNS, 1):
            if not column.width:
                rest = section
            elif not self.isColumnHidden(section):
                self.setColumnWidth(section, scaled(column.width))
                used += scaled(column.width)
        self.setColumnWidth(rest, max(scaled(LEAST_REST), self.viewport().width() - used))

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            is_checked = self._leads.is_checked(index.row())
            self._leads.check([self._leads.ids[index.row()]], is_checked=not is_checked)
            self.focus_lead(self._leads.ids[index.row()])

    def _check_on(self, step: int) -> None:
        here = self.currentIndex().row()
        there = here + step
        if here >= 0 and 0 <= there < len(self._leads.ids):
            self._leads.check([self._leads.ids[here], self._leads.ids[there]])
            self.focus_lead(self._leads.ids[there])

    def _on_head(self, section: int) -> None:
        column = self._leads.column(section)
        first = self._leads.orders[0]
        is_again = column is not None and column.name == first.column
        self._sort(section, is_descending=is_again and not first.is_descending)

    def _sort(self, section: int, *, is_descending: bool) -> None:
        column = self._leads.column(section)
        if column is not None:
            self._leads.orders = (Order(column.name, is_descending),)
            self._head.viewport().update()
            self.order_wanted.emit()

    def _open(self, index: QModelIndex, *, by_key: bool) -> None:
        if index.isValid():
            self.opened.emit(index.data(LeadIdRole), by_key)
