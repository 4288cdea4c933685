"""What happened with a lead: kind icons on a line, newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.queries.lead_history import Happening
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.chips import FlowLayout, chip
from bothhats.ui.widgets.labels import plain_label

_ICONS = {
    "call": "phone",
    "meeting": "users",
    "email": "mail",
    "message": "message-square",
    "note": "sticky-note",
    "arrived": "user-round-plus",
    "stage": "arrow-right",
    "outcome": "flag",
    "judgement": "target",
    "follow_up": "calendar",
    "parked": "circle-pause",
}
MOST = 60


class Timeline(QWidget):
    """Rebuilt for each lead; the newest sixty happenings are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_history(self, happenings: Sequence[Happening], today: date) -> None:
        """Show them."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for happening in happenings[:MOST]:
            self._column.addWidget(_row(happening, today))
        if len(happenings) > MOST:
            self._column.addWidget(
                plain_label(self.tr("and {n} earlier").format(n=len(happenings) - MOST), "small", "ink3")
            )


def _row(happening: Happening, today: date) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    icon = QLabel()
    icon.setFixedSize(QSize(18, 20))
    icon.setPixmap(pixmap(_ICONS[happening.kind], 16, tokens().ink2, 2.0))
    line.addWidget(icon)
    line.setAlignment(icon, line.alignment())
    body = QVBoxLayout()
    body.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(plain_label(happening.words, "strong" if happening.touch_id else "body", wraps=True), 1)
    head.addWidget(plain_label(short_date(happening.on, today), "small", "ink2"))
    body.addLayout(head)
    if happening.note:
        body.addWidget(plain_label(happening.note, "body", "ink2", wraps=True))
    if happening.chips:
        holder = QWidget()
        flow = FlowLayout(holder, 4)
        for _, text in happening.chips:
            flow.addWidget(chip(text, "outline"))
        body.addWidget(holder)
    line.addLayout(body, 1)
    row.setAccessibleName(f"{happening.words}, {short_date(happening.on, today)}. {happening.note}")
    return row
