"""Shows a drawing: hover says what a mark means, click or Enter asks for the leads behind it."""

from functools import partial
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
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bothhats.ui.background import Answer, Done, Failed, Job, JobRunner
from bothhats.ui.chart_rendering import PICTURE_RATIO, Picture, Rendered, Room, render, save_picture
from bothhats.ui.theme.fonts import body_pixels
from bothhats.ui.theme.theme import current_theme, tokens
from bothhats.ui.widgets.arrow_keys import place_after
from bothhats.ui.widgets.labels import tooltip

if TYPE_CHECKING:
    from bothhats.charts.drawing import Mark

HALF = 0.5


class ChartView(QWidget):
    """Draws anew, off the window's thread, for each picture, width and theme; until then the old one stays.

    `chosen` tells the ids and the words of a mark. One drawing is under way at a time: what changes meanwhile is
    drawn after it, once.
    """

    chosen = Signal(object, str)
    drawn = Signal()
    failed = Signal(Exception)
    copied = Signal()
    saved = Signal(object)  # a Path

    def __init__(self, name: str, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._picture: Picture | None = None
        self._rendered: Rendered | None = None
        self._is_current = False
        self._is_drawing = False
        self._is_faded = False
        self._at = -1
        self._behind: tuple[int, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        current_theme().changed.connect(self._draw_anew)

    def show_chart(self, picture: Picture) -> None:
        """Show a chart; the sentence says it to screen readers."""
        self._picture = picture
        self.setAccessibleDescription(picture.sentence)
        self._fit()
        self._draw_anew()

    def sizeHint(self) -> QSize:
        return QSize(self._picture.least_width if self._picture else 200, self.height())

    @property
    def marks(self) -> "tuple[Mark, ...]":
        """What can be pointed at, in pixels of this widget."""
        return self._rendered.marks if self._rendered else ()

    @property
    def is_faded(self) -> bool:
        """Whether it stands at half strength because a newer one is on its way."""
        return self._is_faded

    def fade(self, *, is_faded: bool) -> None:
        """Show it at half strength, or in full again."""
        if is_faded != self._is_faded:
            self._is_faded = is_faded
            self.update()

    def single_out(self, ids: tuple[int, ...]) -> None:
        """Mark the one whose leads are shown beside the chart; nobody takes it away."""
        self._behind = ids
        self.update()

    def copy(self) -> None:
        """Put the picture on the clipboard, at twice the size."""
        picture = self._picture
        if picture is not None:
            room = self._room(PICTURE_RATIO)
            self._jobs.run(lambda _job: render(picture, room).image, self._on_copy, owner=self)

    def save(self, path: Path) -> None:
        """Write the picture as PNG or SVG, by its ending; what goes wrong is told by `failed`."""
        if self._picture is not None:
            work = partial(save_picture, self._picture, self._room(1.0), path)
            self._jobs.run(lambda _job: work(), partial(self._on_saved, path), owner=self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._rendered is None:
            return
        painter = QPainter(self)
        painter.setOpacity(HALF if self._is_faded else 1.0)
        image = self._rendered.image
        painter.drawImage(QRectF(0, 0, self.width(), self.width() * image.height() / max(image.width(), 1)), image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._behind:
            self._paint_chosen(painter)
        if self.hasFocus() and 0 <= self._at < len(self.marks):
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRoundedRect(self._ring(self.marks[self._at]), 5, 5)

    def _paint_chosen(self, painter: QPainter) -> None:
        """The fill of what is selected, under the ink: the darker of both wins, in a dark theme the lighter."""
        modes = QPainter.CompositionMode
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().select))
        painter.setCompositionMode(
            modes.CompositionMode_Lighten if current_theme().is_dark else modes.CompositionMode_Darken
        )
        for mark in self.marks:
            if mark.ids == self._behind:
                painter.drawRoundedRect(self._ring(mark), 5, 5)
                break
        painter.restore()

    def _ring(self, mark: "Mark") -> QRectF:
        ring = QRectF(mark.x - 5, mark.y, mark.width + 10, mark.height)
        return ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_current:
            self._draw_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self._draw_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._draw_anew()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._under(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark and mark.ids else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), tooltip(mark.words) if mark else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._ask(self._under(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._at < 0 and self.marks:
            self._go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = place_after(event.key(), self._at, len(self.marks))
        if place is not None:
            self._go(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(self.marks):
            self._ask(self.marks[self._at])
        else:
            super().keyPressEvent(event)

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

    def _under(self, event: QMouseEvent) -> "Mark | None":
        at = event.position()
        return next((mark for mark in self.marks if QRectF(mark.x, mark.y, mark.width, mark.height).contains(at)), None)

    def _fit(self) -> None:
        if self._picture is None:
            return
        height = round(self._picture.height * self._picture.scale(self.width(), body_pixels()))
        if height != self.height():
            self.setFixedHeight(height)

    def _room(self, ratio: float) -> Room:
        return Room(self.width(), body_pixels(), tokens(), (self.font().family(),), ratio)

    def _draw_anew(self) -> None:
        self._is_current = False
        if self._picture is None or self._is_drawing or not self.isVisible():
            return
        self._is_drawing = self._is_current = True
        picture, room = self._picture, self._room(self.devicePixelRatioF())

        def work(_job: Job) -> Rendered:
            return render(picture, room)

        self._jobs.run(work, self._on_drawn, owner=self)

    def _on_drawn(self, answer: Answer[Rendered]) -> None:
        self._is_drawing = False
        if isinstance(answer, Done):
            self._rendered = answer.value
            self._at = min(self._at, len(self.marks) - 1)
            self.update()
        elif isinstance(answer, Failed):
            self.failed.emit(answer.error)
        if not self._is_current:
            self._draw_anew()
        elif isinstance(answer, Done):
            self.drawn.emit()

    def _on_copy(self, answer: Answer[QImage]) -> None:
        if isinstance(answer, Done):
            QGuiApplication.clipboard().setImage(answer.value)
            self.copied.emit()

    def _on_saved(self, path: Path, answer: Answer[None]) -> None:
        if isinstance(answer, Done):
            self.saved.emit(path)
        elif isinstance(answer, Failed):
            self.failed.emit(answer.error)
