"""The violet ring around the button that the keyboard is at; fields, rows and segments draw their own inside."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QPushButton, QStyle, QStyleOption, QWidget

from bothhats.ui.theme.tokens import LIGHT

WIDTH, GAP = 2, 2
_SQUAREST = 11.0


class FocusRing(QFocusFrame):
    """One for the application; it follows the focus, and shows only where the keyboard moved it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._outside = _Outside()
        self.setStyle(self._outside)
        self.colour = LIGHT.focus
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.setWidget(now if isinstance(now, QPushButton) and moved_by_keyboard(now) else None)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_round = bool(self.widget().property("chip"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colour), WIDTH))
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


def moved_by_keyboard(widget: QWidget) -> bool:
    """Whether keys brought the focus here; a window that has just opened goes by the one that opened it."""
    by_keys = Qt.WidgetAttribute.WA_KeyboardFocusChange
    window = widget.window()
    if window.testAttribute(by_keys):
        return True
    opener = window.parentWidget()
    is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return opener is not None and not is_clicked and opener.window().testAttribute(by_keys)
