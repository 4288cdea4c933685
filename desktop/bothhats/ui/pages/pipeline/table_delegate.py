"""How a cell of the table looks: one call for a cell, painted from the model's row."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.fact_editors import LineEditor
from bothhats.ui.pages.pipeline.found_marks import paint_marks
from bothhats.ui.pages.pipeline.lead_edits import LeadEdits
from bothhats.ui.pages.pipeline.table_columns import Cell, tr
from bothhats.ui.pages.pipeline.table_model import BOX, LeadTableModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.tokens import Tokens
from bothhats.ui.widgets.field import mark_wrong
from bothhats.ui.widgets.labels import tooltip
from bothhats.ui.widgets.rows import paint_text

PADDING = 10
_TICK = (QPointF(-4, 0.2), QPointF(-1.2, 3.0), QPointF(4.2, -3.0))
_HATS = {"marketing": "mkt", "sales": "sal"}


def paint_box(painter: QPainter, centre: QPointF, colours: Tokens, *, is_checked: bool) -> None:
    """A check box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = scaled(16)
    painter.setPen(QPen(QColor(colours.ink if is_checked else colours.edge), 1))
    painter.setBrush(QColor(colours.ink if is_checked else colours.card))
    painter.drawRoundedRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), 4, 4)
    if is_checked:
        painter.setPen(QPen(QColor(colours.on_ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([centre + step for step in _TICK])
    painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Fill, hairline, then the box, or icon and text; the searched words are marked."""

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__(model)
        self._context, self._model = context, model
        self._edits = LeadEdits(context)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, scaled(33))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line that saves by itself; what is wrong with it is said beneath, and it stays."""
        column, row = self._model.column(index.column()), self._model.row(index.row())
        assert column is not None
        assert row is not None
        name, lead_id = column.name, row.id
        choices = self._edits.choices(name)
        editor = LineEditor((lambda: choices) if choices else None)
        editor.setParent(parent)
        editor.setAccessibleName(tr(column.head))
        begun = self._edits.text(row, name)
        editor.show_text(begun)
        leave = partial(self._leave, editor, lead_id, name, begun)
        editor.left.connect(leave)
        editor.abandoned.connect(partial(leave, keeps=True))
        editor.textEdited.connect(lambda text: self._tell(editor, self._edits.meaning(name, text)))
        QTimer.singleShot(0, editor, editor.offer)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """It has its text already, and keeps what is typed when the row changes meanwhile."""

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:
        """The editor says itself when it is left."""
        return False

    def _leave(self, editor: LineEditor, lead_id: int, name: str, begun: str, keeps: bool) -> None:
        typed = editor.typed if keeps else begun
        wrong = self._edits.wrong(lead_id, name, typed) if typed != begun else ""
        mark_wrong(editor, wrong)
        self._tell(editor, wrong)
        if wrong:
            return
        editor.blockSignals(True)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if typed != begun:
            self._edits.save(lead_id, name, typed)

    def _tell(self, editor: LineEditor, words: str) -> None:
        QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), tooltip(words) if words else "", editor)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self._context.theme.tokens
        rect = QRectF(option.rect)
        is_checked = self._model.is_checked(index.row())
        if is_checked or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.select if is_checked else colours.hover))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), QColor(colours.line))
        if index.column() == BOX:
            paint_box(painter, QPointF(rect.center().x() + 2, rect.center().y()), colours, is_checked=is_checked)
            return
        cell = self._model.cell(index.row(), index.column())
        column = self._model.column(index.column())
        if cell is not None and column is not None:
            align = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            role = "strong" if column.name == "name" else "body"
            self._paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), cell, role, align)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, role: str, align: Qt.AlignmentFlag) -> None:
        colours = self._context.theme.tokens
        colour = colours.colour(cell.colour)
        side = scaled(15)
        spot = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        if cell.icon:
            paint_icon(painter, spot, cell.icon, colour)
        elif cell.hat:
            paint_hat(painter, spot, cell.hat, colours.colour(_HATS[cell.hat]))
        if cell.icon or cell.hat:
            rect = rect.adjusted(side + 5, 0, 0, 0)
        if self._model.text:
            paint_marks(painter, rect, cell.text, role, self._model.text, colours.line2)
        paint_text(painter, rect, cell.text, role, colour, align)
