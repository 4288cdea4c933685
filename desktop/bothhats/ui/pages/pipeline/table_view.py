"""The table of leads with its bulk bar."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bothhats.domain.due_words import ICONS
from bothhats.domain.follow_up import Standing, due
from bothhats.domain.wording import counted
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LeadIdRole, short_money
from bothhats.ui.pages.pipeline.table_model import COLUMNS, LeadTableModel
from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.rows import paint_text

WIDTHS = (150, 150, 120, 150, 210, 100, 80, 90)


class CellDelegate(QStyledItemDelegate):
    """One call for a cell: fill, hairline, text; the follow-up with its icon."""

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__(model)
        self._context, self._model = context, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index.row())
        if row is None:
            return
        colours = self._context.theme.tokens
        rect = option.rect.toRectF()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.select))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), QColor(colours.line))
        inner = rect.adjusted(10, 0, -10, 0)
        column = COLUMNS[index.column()]
        text = str(self._model.data(index))
        colour = colours.ink3 if text == "–" else colours.ink
        if column.head == "Follow-up" and row.is_open:
            standing = due(row, self._context.today(), self._model.settings.promise_days)
            colour = colours.late if standing.standing == Standing.SLIPPED else colours.ink2
            icon = inner.adjusted(0, (inner.height() - 14) / 2, 0, 0)
            icon.setSize(icon.size().boundedTo(inner.size()).scaled(14, 14, Qt.AspectRatioMode.IgnoreAspectRatio))
            paint_icon(painter, icon, ICONS[standing.standing], colour)
            inner.setLeft(inner.left() + 20)
        align = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, inner, text, "strong" if index.column() == 0 else "body", colour, align)
        painter.restore()


class LeadTable(QTableView):
    """Sorted by a click on a head, or Alt+Up and Alt+Down in its column."""

    opened = Signal(int)
    order_wanted = Signal(str, bool)
    pressed_key = Signal(object)

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__()
        self._leads = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context, model))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(33)
        head = self.horizontalHeader()
        head.setFont(font("small_strong"))
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setStretchLastSection(True)
        head.sectionClicked.connect(self._on_head)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Leads"))
        self.clicked.connect(self._open)
        self._show_order()

    def selected_ids(self) -> list[int]:
        """The selected leads from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._leads.ids[row] for row in rows]

    def focus_lead(self, lead_id: int) -> bool:
        """Select a lead and bring it into view; whether it is in the table."""
        index = self._leads.index_of(lead_id)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_sort = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_sort and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._order(max(self.currentIndex().column(), 0), is_descending=event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            event.ignore()
            self.pressed_key.emit(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def _on_head(self, section: int) -> None:
        is_again = COLUMNS[section].order == self._leads.order
        self._order(section, is_descending=not self._leads.is_descending if is_again else False)

    def _order(self, section: int, *, is_descending: bool) -> None:
        self._leads.order, self._leads.is_descending = COLUMNS[section].order, is_descending
        self._show_order(section)
        self.order_wanted.emit(self._leads.order, is_descending)

    def _show_order(self, section: int = 3) -> None:
        direction = Qt.SortOrder.DescendingOrder if self._leads.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, direction)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(LeadIdRole))


class TableView(QWidget):
    """The table, and below it what can be done to several leads at once."""

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__()
        self.table = LeadTable(context, model)
        self._model = model
        self._bar = QFrame()
        self._bar.setObjectName("card")
        self._told = plain_label("", "strong")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self._told)
        row.addStretch()
        for command, words, icon_name in (
            ("lead.follow_up", self.tr("Follow-up"), "calendar-clock"),
            ("lead.park", self.tr("Park"), "circle-pause"),
            ("lead.close", self.tr("Close"), "archive"),
            ("lead.bin", self.tr("To the bin"), "trash-2"),
        ):
            button = Button(words, icon_name=icon_name)
            button.clicked.connect(
                lambda _checked, command=command: context.navigation.command_requested.emit(
                    command, self.table.selected_ids()
                )
            )
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._bar)
        self._bar.hide()
        self.table.selectionModel().selectionChanged.connect(self._on_selected)

    def _on_selected(self) -> None:
        rows = [self._model.row(index.row()) for index in self.table.selectionModel().selectedRows()]
        worth = sum(row.value or 0 for row in rows if row)
        money = short_money(worth, self._model.settings.currency)
        self._told.setText(self.tr("{leads} chosen, {value}").format(leads=counted(len(rows), "lead"), value=money))
        self._bar.setVisible(len(rows) > 1)
