"""The palette (Ctrl+K): type, go up and down, Enter does it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bothhats.ui.palette.entries import MOST, Entries, Entry
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_state, paint_text, text_width

WIDTH, FIELD, ROW = 560, 40, 34
_ENTRY = Qt.ItemDataRole.UserRole
_HATS = {"marketing": "mkt", "sales": "sal"}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class Palette(QDialog):
    """`chosen` is what was chosen, None for nothing; `with_control` whether Ctrl was held with Enter."""

    def __init__(self, window: QWidget, entries: Entries, used: list[str]) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._entries, self._used = entries, used
        self.chosen: Entry | None = None
        self.with_control = False
        self.setWindowTitle(self.tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("A person, a command, a place;  > commands  @ people  + add a lead"))
        self.line.setAccessibleName(self.tr("Command palette"))
        self.line.setFixedHeight(scaled(FIELD))
        self.list = QListWidget()
        self.list.setObjectName("lane")
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Rows(self.list))
        frame = QFrame()
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setFixedWidth(scaled(WIDTH))
        self.line.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _item: self._choose())
        self._fill("")
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, window.height() // 6)))

    def entries(self) -> list[Entry]:
        """What is offered, from top to bottom."""
        return [self.list.item(row).data(_ENTRY) for row in range(self.list.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + _STEPS[key]) % self.list.count())
        elif key in _ENTER:
            self.with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose()
        else:
            super().keyPressEvent(event)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for entry in self._entries.found(typed, self._used):
            item = QListWidgetItem(entry.words)
            item.setData(_ENTRY, entry)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(text for text in (entry.words, entry.beside) if text)
            )
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(scaled(ROW) * min(self.list.count(), MOST) + 2)
        self.list.setVisible(bool(self.list.count()))
        self.adjustSize()

    def _choose(self) -> None:
        """What is off says why and stays."""
        item = self.list.currentItem()
        if item is not None and not item.data(_ENTRY).off:
            self.chosen = item.data(_ENTRY)
            self.accept()


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, entry = tokens(), index.data(_ENTRY)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_state(painter, rect, colours, is_selected=is_here, is_hovered=is_hovered, has_focus=False)
        side = scaled(17)
        spot = QRectF(rect.x() + 10, rect.center().y() - side / 2, side, side)
        colour = colours.ink3 if entry.off else colours.ink
        if entry.hat:
            paint_hat(painter, spot, entry.hat, colours.colour(_HATS[entry.hat]))
        elif entry.icon:
            paint_icon(painter, spot, entry.icon, colours.ink3 if entry.off else colours.ink2)
        x = spot.right() + 10
        room = rect.right() - 10 - x
        beside = min(text_width(painter, entry.beside, "small"), room / 2)
        end = rect.right() - 10 - beside
        paint_text(painter, QRectF(x, rect.y(), end - 12 - x, rect.height()), entry.words, "body", colour)
        place = QRectF(end, rect.y(), beside + 1, rect.height())
        paint_text(painter, place, entry.beside, "small", colours.ink2, Qt.AlignmentFlag.AlignRight)
        painter.restore()
