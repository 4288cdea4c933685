"""Where the parts of a row lie: the same answer for painting and for the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from bothhats.ui.pages.today.row import Row
from bothhats.ui.theme.fonts import body_pixels, font
from bothhats.ui.widgets.rows import RING

MARGIN = 16
TEXT_WITH_RING = 47
ACTIONS = ("snooze", "call", "email", "open")
ACTION_STEP = 30
ACTION_SIDE = 28


def line_height() -> float:
    """The height of one line of body text: 18 pixels at 13."""
    return max(round(body_pixels() * 18 / 13), round(QFontMetricsF(font("body")).height()))


def row_height(row: Row) -> int:
    """A head, a row of one line, or one of two; all from the font."""
    line = line_height()
    if row.is_head:
        return round(line + 14)
    return round(2 * line + 11) if row.what else round(line + 20)


@dataclass(frozen=True, slots=True)
class Parts:
    """The places inside one row; `edge` is where texts end at the right."""

    row: Row
    rect: QRectF
    edge: float
    has_actions: bool = False

    @property
    def fill(self) -> QRectF:
        """What is filled when the row is selected."""
        return QRectF(self.rect.left() + 6.5, self.rect.top() + 0.5, self.edge + 9 - 6.5, self.rect.height() - 1)

    @property
    def text_left(self) -> float:
        """Where its texts begin."""
        return self.rect.left() + (TEXT_WITH_RING if self.row.has_ring else MARGIN)

    @property
    def ring(self) -> QPointF:
        """The middle of the ring."""
        return QPointF(self.rect.left() + MARGIN + RING / 2 + 0.5, self.rect.center().y() + 0.5)

    @property
    def text_right(self) -> float:
        """Where its texts end: before the icons or the button."""
        return self.button.left() - 12 if self.row.button else self._before_icons

    @property
    def _before_icons(self) -> float:
        return self.edge - 4 * ACTION_STEP - 10 if self.has_actions else self.edge

    @property
    def button(self) -> QRectF:
        """The small button at the right end, or before the icons."""
        width = QFontMetricsF(font("small")).horizontalAdvance(self.row.button) + 22
        return QRectF(self._before_icons - width, self.rect.center().y() - 13, width, 26)

    def line(self, number: int) -> QRectF:
        """The first or the second line, from the texts' left to their right edge."""
        height = line_height()
        top = self.rect.top() + 6.5 + number * (height - 0.5)
        if self.row.is_head:
            top = self.rect.top() + 11
        elif not self.row.what:
            top = self.rect.center().y() - height / 2
        return QRectF(self.text_left, top, self.text_right - self.text_left, height)

    def action(self, name: str) -> QRectF:
        """The 28 pixels of one of the four icons."""
        place = len(ACTIONS) - ACTIONS.index(name)
        left = self.edge - place * ACTION_STEP + 2
        return QRectF(left, self.rect.center().y() - ACTION_SIDE / 2, ACTION_SIDE, ACTION_SIDE)

    def at(self, point: QPointF) -> str:
        """What lies there: ring, an action, button, or the row itself (a blank)."""
        if self.row.has_ring and not self.row.is_done and point.x() < self.text_left:
            return "ring"
        if self.row.button and self.button.contains(point):
            return "button"
        if self.has_actions:
            return next((name for name in ACTIONS if self.action(name).contains(point)), "")
        return ""
