"""The rail: the five places, settings at the bottom, one badge, and whether everything is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens

WIDTH = 88


class RailItem(QAbstractButton):
    """An icon over its name; the chosen one is a card."""

    def __init__(self, words: str, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.badge = 0
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(72), scaled(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.card if self.isChecked() else colours.hover))
            painter.drawRoundedRect(self.rect(), 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        colour = colours.ink if self.isChecked() else colours.ink2
        side = scaled(22)
        paint_icon(painter, QRectF((self.width() - side) / 2, scaled(8), side, side), self._icon_name, colour)
        painter.setFont(font("small_strong" if self.isChecked() else "small"))
        painter.setPen(QColor(colour))
        painter.drawText(self.rect().adjusted(0, scaled(32), 0, -scaled(6)), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        colours = tokens()
        text = str(self.badge) if self.badge < 100 else "99+"
        painter.setFont(font("badge"))
        height = scaled(18)
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + scaled(10))
        rect = QRectF(self.width() / 2 + scaled(12), 4, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        painter.setPen(QColor(colours.on_ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class SavedMark(QAbstractButton):
    """All saved, Saving or Not saved; when something is wrong a click asks why."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(scaled(WIDTH), scaled(26))
        self.words = ""
        self.is_wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Show how saving stands."""
        self.words, self.is_wrong = words, is_wrong
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_wrong else Qt.FocusPolicy.NoFocus)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = tokens().late if self.is_wrong else tokens().ink2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 1, -3, -1), 7, 7)
        painter.setFont(font("small"))
        painter.setPen(QColor(colour))
        side, gap = scaled(13), 3
        width = painter.fontMetrics().horizontalAdvance(self.words) + side + gap
        x = max(2.0, (self.width() - width) / 2)
        spot = QRectF(x, (self.height() - side) / 2, side, side)
        paint_icon(painter, spot, "triangle-alert" if self.is_wrong else "check", colour)
        place = QRectF(x + side + gap, 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.words)


class Rail(QWidget):
    """`places` are (id, words, icon), the last one stands at the bottom; `chosen` tells the id."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("chrome")
        self.setFixedWidth(scaled(WIDTH))
        self._items = {place: RailItem(words, icon_name) for place, words, icon_name in places}
        self._group = QButtonGroup(self)
        self.saved = SavedMark()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(4)
        for number, (place, item) in enumerate(self._items.items()):
            if number == len(self._items) - 1:
                column.addStretch()
                column.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
            self._group.addButton(item)
            item.clicked.connect(lambda _checked, place=place: self.chosen.emit(place))

    def show_place(self, place: str) -> None:
        """Mark where the window is; a place that the rail has not, the import, belongs to the pipeline."""
        self._items.get(place, self._items["pipeline"]).setChecked(True)

    def set_badge(self, place: str, count: int, words: str) -> None:
        """The one badge of the app; `words` say it for screen readers."""
        item = self._items[place]
        item.badge = count
        item.setAccessibleDescription(words)
        item.update()
