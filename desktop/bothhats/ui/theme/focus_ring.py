"""The violet ring around the button that the keyboard is at; fields, rows and segments draw their own inside."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QPushButton, QStyle, QStyleOption, QWidget

WIDTH, GAP = 2, 2
_SQUAREST = 11.0


class FocusWatch(QObject):
    """Puts the ring where the focus goes, if keys moved it there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.colour = ""
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QPushButton) and _moved_by_keys(now):
            self._some_ring().setWidget(now)
        elif self.ring is not None:
            self.ring.setWidget(None)  # type: ignore[arg-type]

    def _some_ring(self) -> "FocusRing":
        if self.ring is None:
            self.ring = FocusRing(self)
            self.ring.destroyed.connect(self._on_destroyed)
        return self.ring

    def _on_destroyed(self) -> None:
        """It lives in the window of its button and goes with it."""
        self.ring = None


class FocusRing(QFocusFrame):
    """Follows one button through layouts and scrolling, at a little distance."""

    def __init__(self, watch: FocusWatch) -> None:
        super().__init__()
        self._watch = watch
        self._outside = _Outside()
        self.setStyle(self._outside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_round = bool(self.widget().property("chip"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._watch.colour), WIDTH))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = rect.height() / 2 if is_round else min(_SQUAREST, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)


class _Outside(QProxyStyle):
    """The frame's own style, for nothing but its distance."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return WIDTH + GAP
        return super().pixelMetric(metric, option, widget)


def _moved_by_keys(widget: QWidget) -> bool:
    """Whether keys brought the focus here; a window that has just opened goes by the one that opened it."""
    by_keys = Qt.WidgetAttribute.WA_KeyboardFocusChange
    window = widget.window()
    if window.testAttribute(by_keys):
        return True
    opener = window.parentWidget()
    is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return opener is not None and not is_clicked and opener.window().testAttribute(by_keys)
