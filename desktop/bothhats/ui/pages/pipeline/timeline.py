"""What happened with a lead: kind icons on a line, newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.queries.lead_history import Happening
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import Chip, FlowLayout
from bothhats.ui.widgets.labels import plain_label, tooltip

_ICONS = {
    "call": "phone",
    "meeting": "users",
    "email": "mail",
    "message": "message-square",
    "note": "sticky-note",
    "heard": "messages-square",
    "arrived": "user-round-plus",
    "stage": "arrow-right",
    "outcome": "flag",
    "judgement": "target",
    "follow_up": "calendar",
    "parked": "circle-pause",
}
_CHIP_ICONS = {
    "objection": "shield-question-mark",
    "question": "message-circle-question-mark",
    "claim": "sparkles",
    "asset": "file-text",
}
MOST = 60


class Timeline(QWidget):
    """Rebuilt for each lead; the newest sixty happenings are shown, all or the touches alone."""

    def __init__(self) -> None:
        super().__init__()
        self._happenings: Sequence[Happening] = ()
        self._today = date.min
        self._has_all = True
        self.choice = Button(self.tr("everything"), "quiet", "chevron-down", is_small=True)
        self.choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self.choice)
        menu.addAction(self.tr("everything"), lambda: self._choose(has_all=True))
        menu.addAction(self.tr("touches only"), lambda: self._choose(has_all=False))
        self.choice.setMenu(menu)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("What happened"), "strong"), 1)
        head.addWidget(self.choice)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_history(self, happenings: Sequence[Happening], today: date) -> None:
        """Show them."""
        self._happenings, self._today = happenings, today
        self._show()

    def _choose(self, *, has_all: bool) -> None:
        self._has_all = has_all
        self.choice.setText(self.tr("everything") if has_all else self.tr("touches only"))
        self._show()

    def _show(self) -> None:
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        shown = [each for each in self._happenings if self._has_all or each.touch_id]
        for place, happening in enumerate(shown[:MOST]):
            self._rows.addWidget(TimelineRow(happening, self._today, is_last=place == len(shown) - 1))
        if len(shown) > MOST:
            words = self.tr("and {n} earlier").format(n=len(shown) - MOST)
            self._rows.addWidget(plain_label(words, "small", "ink3"))


class TimelineRow(QWidget):
    """The icon with the line to the next one, what happened and when, what was said of it, and its chips."""

    def __init__(self, happening: Happening, today: date, *, is_last: bool) -> None:
        super().__init__()
        self._icon, self._is_last = _ICONS[happening.kind], is_last
        day = short_date(happening.on, today)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(happening.words, "strong" if happening.touch_id else "body", wraps=True), 1)
        head.addWidget(plain_label(day, "small", "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(28), 0, 6, 12)
        column.setSpacing(2)
        column.addLayout(head)
        for text in (happening.note, *happening.quotes):
            if text:
                column.addWidget(plain_label(text, "body", "ink2", wraps=True))
        if happening.chips:
            holder = QWidget()
            flow = FlowLayout(holder, 5)
            for kind, text in happening.chips:
                flow.addWidget(_ShortChip(text, _CHIP_ICONS[kind]))
            column.addWidget(holder)
        said = (happening.words, day, happening.note, *happening.quotes, *(text for _, text in happening.chips))
        self.setAccessibleName(". ".join(text for text in said if text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), scaled(16)
        paint_icon(painter, QRectF(0, 1, side, side), self._icon, tokens().ink2)
        if not self._is_last:
            painter.fillRect(QRectF(side / 2 - 0.5, side + 5, 1, self.height() - side - 9), QColor(tokens().line))


class _ShortChip(Chip):
    """An outline chip that is no wider than the pane; the whole text is in its tooltip."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text, "outline", icon_name)
        self._whole = text
        self.ensurePolished()
        self._hint = QLabel.sizeHint(self)

    def sizeHint(self) -> QSize:
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(48), self._hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - (self._hint.width() - self.fontMetrics().horizontalAdvance(self._whole))
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(tooltip(self._whole) if shown != self._whole else "")
