"""Shows a drawing: hover says what a mark means, click or Enter asks for the leads behind it, it copies and saves."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bothhats.exchange.spreadsheet_cell import safe_cell
from bothhats.ui.theme.fonts import SMALLEST_BODY, body_pixels
from bothhats.ui.theme.theme import current_theme, tokens
from bothhats.ui.widgets.labels import tooltip

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Mark

LEAST_WIDTH = 760  # a chart's words stand clear of each other from here on

Draw = Callable[[int, "ChartColours", list[str]], "Drawing"]


class ChartView(QWidget):
    """`show_chart` takes what draws it; it is drawn anew for each width and theme. `chosen` tells ids and words."""

    chosen = Signal(object, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._draw: Draw | None = None
        self._drawing: Drawing | None = None
        self._marks: tuple[Mark, ...] = ()
        self._image: QImage | None = None
        self._height = 0
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        current_theme().changed.connect(self._forget)

    def show_chart(self, draw: Draw, height: int, sentence: str) -> None:
        """Show a chart; the sentence says it to screen readers."""
        self._draw = draw
        self._height = height
        self.setAccessibleDescription(sentence)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(700, self.height())

    @property
    def marks(self) -> "tuple[Mark, ...]":
        """What can be pointed at, in pixels of this widget."""
        return self._marks if self._draw and self._ready() else ()

    def copy(self) -> None:
        """Put the picture on the clipboard, at twice the size."""
        QGuiApplication.clipboard().setImage(self._render(2.0))

    def save(self, path: Path) -> None:
        """Write the picture as PNG or SVG, by its ending; without dates and names of the machine. Raises OSError."""
        figure = self._ready().figure
        if path.suffix.lower() == ".svg":
            figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
        elif not self._render(2.0).save(str(path)):
            raise OSError(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._draw is None:
            return
        if self._image is None:
            self._image = self._render(self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if self.hasFocus() and 0 <= self._at < len(self.marks):
            mark = self.marks[self._at]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().focus), 2))
            ring = QRectF(mark.x - 5, mark.y, mark.width + 10, mark.height)
            painter.drawRoundedRect(ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 5, 5)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._under(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), tooltip(mark.words) if mark else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._ask(self._under(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._at < 0 and self.marks:
            self._go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.marks) - 1
        places = {
            Qt.Key.Key_Left: self._at - 1 if self._at > 0 else last,
            Qt.Key.Key_Right: self._at + 1 if self._at < last else 0,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in places and last >= 0:
            self._go(places[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at <= last:
            self._ask(self.marks[self._at])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _go(self, place: int) -> None:
        """Each mark is read out when the keyboard comes to it."""
        self._at = place
        words = self.marks[place].words
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def _ask(self, mark: "Mark | None") -> None:
        """Nobody stands behind a mark of none."""
        if mark and mark.ids:
            self.chosen.emit(mark.ids, mark.words)

    @property
    def _scale(self) -> float:
        """Charts are drawn at the smallest body size and grow with it, as far as the width allows."""
        return min(body_pixels() / SMALLEST_BODY, max(self.width(), 1) / LEAST_WIDTH)

    def _fit(self) -> None:
        height = round(self._height * self._scale)
        if height != self.height():
            self.setFixedHeight(height)
        self._forget()

    def _forget(self) -> None:
        self._drawing = self._image = None
        self.update()

    def _under(self, event: QMouseEvent) -> "Mark | None":
        at = event.position()
        return next((mark for mark in self.marks if QRectF(mark.x, mark.y, mark.width, mark.height).contains(at)), None)

    def _ready(self) -> "Drawing":
        if self._drawing is None:
            assert self._draw is not None
            from bothhats.charts.drawing import ChartColours

            colours = ChartColours(*(tokens().colour(name) for name in ChartColours.__slots__))
            scale = self._scale
            self._drawing = self._draw(round(self.width() / scale), colours, [self.font().family()])
            self._marks = tuple(
                replace(mark, **{side: getattr(mark, side) * scale for side in ("x", "y", "width", "height")})
                for mark in self._drawing.marks
            )
        return self._drawing

    def _render(self, ratio: float) -> QImage:
        from bothhats.charts.picture import pixels

        width, height, content = pixels(self._ready().figure, ratio * self._scale)
        image = QImage(content, width, height, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(ratio)
        return image


def table_text(table: "ChartTable", separator: str = ",") -> str:
    """A chart's numbers as CSV, in which no name becomes a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([safe_cell(text) for text in row] for row in table.rows)
    return written.getvalue()
