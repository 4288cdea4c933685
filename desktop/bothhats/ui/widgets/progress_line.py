"""The thin ink line under the header while something takes longer than a moment."""

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from bothhats.ui.theme.theme import tokens

WAIT_MS, RUN_MS = 100, 900


class ProgressLine(QWidget):
    """`start` shows nothing for the first tenth of a second, then runs once to its end and waits there for `finish`."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._patience = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._patience.timeout.connect(self._run)
        self._animation = QPropertyAnimation(self, b"part", self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def is_running(self) -> bool:
        """Whether something is waited for."""
        return self._patience.isActive() or self._part > 0

    def start(self) -> None:
        """Something has begun."""
        self._patience.start()

    def finish(self) -> None:
        """It is done; the line goes."""
        self._patience.stop()
        self._animation.stop()
        self._set_part(0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._part > 0:
            QPainter(self).fillRect(QRectF(0, 0, self.width() * self._part, 2), QColor(tokens().ink))

    def _run(self) -> None:
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        self._set_part(0.05 if moves else 1.0)
        if moves:
            self._animation.setDuration(RUN_MS)
            self._animation.setStartValue(0.05)
            self._animation.setEndValue(1.0)
            self._animation.start()

    def _get_part(self) -> float:
        return self._part

    def _set_part(self, part: float) -> None:
        self._part = part
        self.update()

    part = Property(float, _get_part, _set_part)
