"""One of the choices that stand side by side, painted: card and edge when it is chosen."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Segment(QRadioButton):
    """As wide as its words in bold, so that nothing moves when it is chosen; `has_check` ticks the chosen one."""

    def __init__(self, words: str, icon_name: str = "", *, is_small: bool = False, has_check: bool = False) -> None:
        super().__init__()
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._icon_name = icon_name
        self._is_small = is_small
        self._has_check = has_check
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What it says, as the owner reads it."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        return self._size(18 if self._is_small else 24)

    def minimumSizeHint(self) -> QSize:
        return self._size(10)

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus():
            width = 2 if self.hasFocus() else 1
            inset = width / 2
            fill = colours.card if self.isChecked() and self.isEnabled() else colours.sunken
            edge = colours.focus if self.hasFocus() else colours.edge if self.isEnabled() else colours.line2
            painter.setPen(QPen(QColor(edge), width))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        token = "ink3" if not self.isEnabled() else "ink" if self.isChecked() or self.underMouse() else "ink2"
        colour = tokens().colour(token)
        painter.setFont(self._font(is_chosen=self.isChecked()))
        painter.setPen(QColor(colour))
        picture = self._picture()
        beside = scaled(20) if picture else 0
        width = min(painter.fontMetrics().horizontalAdvance(self.words), self.width() - beside - 4)
        x = (self.width() - width - beside) / 2
        if picture:
            paint_icon(painter, QRectF(x, (self.height() - scaled(15)) / 2, scaled(15), scaled(15)), picture, colour)
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, int(width) + 1)
        painter.drawText(
            QRectF(x + beside, 0, self.width() - x - beside, self.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )

    def _picture(self) -> str:
        return "check" if self._has_check and self.isChecked() else self._icon_name

    def _picture_width(self) -> int:
        return scaled(20) if self._picture() else 0

    def _size(self, padding: int) -> QSize:
        width = QFontMetrics(self._font(is_chosen=True)).horizontalAdvance(self.words) + scaled(padding)
        return QSize(width + self._picture_width(), scaled(20 if self._is_small else 26))

    def _font(self, *, is_chosen: bool) -> QFont:
        if self._is_small:
            return font("small_strong" if is_chosen else "small")
        return font("strong" if is_chosen else "body")
