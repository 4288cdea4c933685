"""One day of the planner: cards in a list that can be dragged to another day, or moved by a digit."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_model import ROW_MIME, ROW_ROLE, RowModel, dragged_key
from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.shelf import HAT_TOKENS

AnyIndex = QModelIndex | QPersistentModelIndex
GAP = 9
GLYPH_ROOM = 16
PAD = 9
MOST_LINES = 4
NAME_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """Title and hat over at most four lines of what to do; a long name takes two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: Row = index.data(ROW_ROLE)
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else 130) - 2 * PAD - 2 * _side(view) - 1
        name, what = _lines(row, width)
        height = _height(name, "strong") + _height(what, "small")
        return QSize(60, height + 2 * PAD + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: Row = index.data(ROW_ROLE)
        colours = tokens()
        view = option.widget
        has_focus = isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index
        rect = QRectF(option.rect).adjusted(_side(view) + 0.5, 0.5, -_side(view) - 0.5, -GAP - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = has_focus or bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(colours.line2))
        painter.setBrush(QColor(colours.select if has_focus else colours.hover if is_marked else colours.card))
        painter.drawRoundedRect(rect, 8, 8)
        if has_focus:
            pen = painter.pen()
            pen.setColor(QColor(colours.focus))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        _paint_words(painter, rect.adjusted(PAD, PAD - 1, -PAD, -PAD + 1), row)
        painter.restore()


class DayList(QListView):
    """`asked` tells what is wanted of a card; `dropped` what was let go here; `digit` and `stepped` keys."""

    asked = Signal(str, object)
    digit = Signal(int)
    stepped = Signal(int)
    dropped = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = RowModel()
        self.setModel(self.rows)
        self._delegate = CardDelegate()
        self.setItemDelegate(self._delegate)
        self.setObjectName("lane")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(40)

    def current_row(self) -> Row | None:
        """The card that keys are about."""
        return self.rows.row_at(self.currentIndex())

    def show_rows(self, rows: list[Row]) -> None:
        """Show these cards."""
        self.rows.set_rows(rows)

    def focus_at(self, place: int) -> None:
        """Take the focus, at a card near this place."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(max(0, min(place, self.rows.rowCount() - 1))))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current_row()
        wanted = {Qt.Key.Key_Space: "done", Qt.Key.Key_S: "snooze", Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open"}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif plain and row is not None and Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self.digit.emit(key - Qt.Key.Key_1)
        elif plain and row is not None and key in wanted:
            self.asked.emit(wanted[key], row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: object) -> None:
        row = self.current_row()
        if row is not None:
            self.asked.emit("open", row)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ROW_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(ROW_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(dragged_key(event.mimeData()))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Copies: the model is never told to take a row out; the next answer does."""
        super().startDrag(Qt.DropAction.CopyAction)


def _side(view: QWidget | None) -> int:
    """What is left free beside a card."""
    return 8 if view is None or view.width() > 120 else 4


def wrapped(words: str, role: str, width: int, most: int, beside: int = 0) -> list[str]:
    """The words in lines of this width, at most so many, the last one elided; a word wider than a line is broken.

    The first line leaves so much room for what stands beside it.
    """
    layout = QTextLayout(words, font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width - (0 if starts else beside), 20))
        starts.append(line.textStart())
    layout.endLayout()
    lines = [words[start:end].strip() for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    if len(lines) <= most:
        return lines if words else []
    rest = words[starts[most - 1] :]
    elided = QFontMetrics(font(role)).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 20))
    return [*lines[: most - 1], elided]


def _height(lines: list[str], role: str) -> int:
    return len(lines) * QFontMetrics(font(role)).lineSpacing()


def _lines(row: Row, width: int) -> tuple[list[str], list[str]]:
    """The name and what to do, on a card with so much room for words."""
    name = wrapped(row.title, "strong", width, NAME_LINES, GLYPH_ROOM)
    return name, wrapped(row.what, "small", width, MOST_LINES)


def _paint_words(painter: QPainter, rect: QRectF, row: Row) -> None:
    colours = tokens()
    glyph = QRectF(rect.right() - 14, rect.top() + 1, 14, 14)
    if row.beside in HAT_TOKENS:
        paint_hat(painter, glyph, row.beside, colours.colour(HAT_TOKENS[row.beside]))
    else:
        paint_icon(painter, glyph, "notebook-pen", colours.ink2)
    y = rect.top()
    name, what = _lines(row, int(rect.width()))
    for lines, role, colour in ((name, "strong", colours.ink), (what, "small", colours.ink2)):
        painter.setFont(font(role))
        painter.setPen(QColor(colour))
        high = painter.fontMetrics().lineSpacing()
        for line in lines:
            painter.drawText(QRectF(rect.left(), y, rect.width() + 1, high), Qt.AlignmentFlag.AlignVCenter, line)
            y += high
