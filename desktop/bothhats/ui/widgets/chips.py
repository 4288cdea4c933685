"""Chips that only say something, and a layout that lets chips flow over several lines."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens

_HATS = {"marketing": "mkt_text", "sales": "sal_text"}


class Chip(QLabel):
    """`kind` is neutral, late, marketing, sales or outline; a hat and lateness bring their own picture."""

    def __init__(self, text: str, kind: str = "neutral", icon_name: str = "") -> None:
        super().__init__(text)
        self._kind = kind
        self._icon_name = icon_name or ("clock-alert" if kind == "late" else "")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font("small"))
        self.setProperty("chip", kind)
        self.setProperty("pictured", "true" if kind in _HATS or self._icon_name else "false")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = scaled(14)
        spot = QRectF(scaled(7), (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        if self._kind in _HATS:
            paint_hat(painter, spot, self._kind, tokens().colour(_HATS[self._kind]))
        elif self._icon_name:
            paint_icon(painter, spot, self._icon_name, tokens().late if self._kind == "late" else tokens().ink2)


def chip(text: str, kind: str = "neutral", icon_name: str = "") -> Chip:
    """A small label: neutral, late, marketing, sales or outline."""
    return Chip(text, kind, icon_name)


class FlowLayout(QLayout):
    """Puts its items side by side and goes on in the next line where there is no room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take all widgets out and let them go."""
        while item := self.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                size = QSize(min(item.sizeHint().width(), rect.width()), item.sizeHint().height())
                if not is_trial:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room)
            if not lines or taken + self._gap + width > room:
                lines.append([])
                taken = -self._gap
            lines[-1].append(item)
            taken += self._gap + width
        return lines
