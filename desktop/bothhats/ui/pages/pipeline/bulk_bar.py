"""The bar at the bottom of the table while leads are checked: how many, what they are worth, what can be done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from bothhats.domain.wording import number
from bothhats.queries.lead_list import Totals
from bothhats.queries.lists import stages
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import ElidedLabel, plain_label

NARROW = 780


class BulkBar(QFrame):
    """`wanted` tells a command, `moved` a stage; both are about the checked leads."""

    wanted = Signal(str)
    moved = Signal(int)
    cleared = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(self.tr("What to do with the checked leads"))
        self._count = plain_label("", "strong")
        self._worth = ElidedLabel("", "body", "ink2")
        self.move_button = Button(self.tr("Move to"), icon_name="chevron-down")
        self._menu = QMenu(self.move_button)
        self._menu.aboutToShow.connect(self._fill)
        self.move_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.move_button.setMenu(self._menu)
        self._buttons: list[tuple[Button, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 12)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._worth, 1)
        row.addWidget(self.move_button)
        for command, words, icon_name, kind in (
            ("lead.follow_up", self.tr("Set follow-up"), "calendar-clock", "secondary"),
            ("lead.park", self.tr("Park"), "circle-pause", "secondary"),
            ("lead.tag", self.tr("Tag"), "tag", "secondary"),
            ("lead.close", self.tr("Close"), "archive", "secondary"),
            ("lead.bin", self.tr("To the bin"), "trash-2", "destructive"),
        ):
            button = Button(words, kind, icon_name)
            button.clicked.connect(lambda _checked, command=command: self.wanted.emit(command))
            self._buttons.append((button, words))
            row.addWidget(button)
        row.addWidget(self._more())
        clear = Button(self.tr("Clear"), "quiet", "x")
        clear.clicked.connect(self.cleared)
        row.addWidget(clear)

    def show_leads(self, found: Totals, currency: str) -> None:
        """Say how many are checked and what they are worth."""
        worth = short_money(found.value, currency)
        self._count.setText(self.tr("{n} selected").format(n=f"{found.count:,}"))
        more = self.tr("{worth}, {n} without a value").format(worth=worth, n=number(found.without_value))
        self._worth.setText(more if found.without_value else worth)
        self.setAccessibleDescription(f"{self._count.text()}, {self._worth.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the icons say it alone, with their names in the tooltips."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        for button, words in self._buttons:
            button.setText("" if is_narrow else words)
            button.setAccessibleName(words)
            button.setToolTip(words if is_narrow else "")
        self._worth.setVisible(not is_narrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().page))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens().line))

    def _more(self) -> Button:
        button = IconButton("ellipsis", self.tr("More"), "quiet")
        menu = QMenu(button)
        for words, command in (
            (self.tr("Source…"), "lead.source"),
            (self.tr("Campaign…"), "lead.campaign"),
            (self.tr("Judge…"), "lead.judge"),
            (self.tr("Wake now"), "lead.wake"),
            (self.tr("Reopen"), "lead.reopen"),
            (self.tr("Copy name and contact"), "lead.copy"),
            (self.tr("Export…"), "lead.export"),
        ):
            menu.addAction(words, partial(self.wanted.emit, command))
        button.setMenu(menu)
        return button

    def _fill(self) -> None:
        self._menu.clear()
        for stage in stages(self._context.workspace.reader):
            words = stage.name.replace("&", "&&")
            self._menu.addAction(words, partial(self.moved.emit, stage.id))
