"""The popover of the filter: one group of chips a field, then the ranges, all taking effect as they are chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.lead_filter import LeadFilter
from bothhats.ui.pages.pipeline.filter_choices import Choices
from bothhats.ui.pages.pipeline.filter_group import FilterGroup
from bothhats.ui.pages.pipeline.filter_ranges import ArrivalRange, ValueRange
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, ReasonChip
from bothhats.ui.widgets.labels import hairline

WIDTH, TALLEST, LEAST = 440, 600, 240


class FilterPopover(QFrame):
    """`changed` tells the new filter at each choice; Esc or a click outside closes it."""

    changed = Signal(object)

    def __init__(
        self, parent: QWidget, lead_filter: LeadFilter, fields: Sequence[Choices], currency: str, today: date
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Filter"))
        self.setFixedWidth(scaled(WIDTH))
        self._filter = lead_filter
        self.groups = [(each.field, self._group(each)) for each in fields]
        self.value, self.arrived = ValueRange(currency), ArrivalRange(today)
        self.clear_button = Button(self.tr("Clear filters"), "quiet", "x", is_small=True)
        self._done = Button(self.tr("Done"), is_small=True)
        self._area = QScrollArea()
        self._assemble()
        for each in (self.value, self.arrived):
            each.show_ends(lead_filter)
            each.changed.connect(self._on_ranges)
        self.clear_button.clicked.connect(self._clear)
        self._done.clicked.connect(self.close)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @property
    def chips(self) -> dict[tuple[str, object], ReasonChip]:
        """The chips that are shown, by field and value."""
        return {(field, value): chip for field, group in self.groups for value, chip in group.chips.items()}

    def open_under(self, button: QWidget) -> None:
        """Show it under a button, as tall as it needs to be and no taller than the window has room for."""
        self._button = button
        self._fit()
        self.show()
        next(iter(self.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("scrolled")
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(16, 12, 12, 14)
        inside.setSpacing(12)
        for group in (*(group for _field, group in self.groups), self.value, self.arrived):
            inside.addWidget(group)
        inside.addStretch()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 12, 6)
        foot.addWidget(self.clear_button)
        foot.addStretch()
        foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def _fit(self) -> None:
        top = self._button.mapToGlobal(QPoint(0, self._button.height() + 4))
        window = self._button.window()
        room = window.mapToGlobal(QPoint(0, window.height())).y() - top.y() - 8
        foot = self._done.sizeHint().height() + 15
        wanted = self._body.heightForWidth(self.width() - 14) + foot + 2
        self.setFixedHeight(min(wanted, max(scaled(LEAST), min(scaled(TALLEST), room))))
        right = window.mapToGlobal(QPoint(window.width(), 0)).x() - 8
        self.move(min(top.x(), right - self.width()), top.y())

    def _group(self, choices: Choices) -> FilterGroup:
        group = FilterGroup(choices, getattr(self._filter, choices.field))
        group.toggled_value.connect(partial(self._toggle, choices.field))
        return group

    def _toggle(self, field: str, value: object) -> None:
        self._tell(replace(self._filter, **{field: getattr(self._filter, field) ^ {value}}))

    def _on_ranges(self) -> None:
        low, high = self.value.ends
        first, last = self.arrived.ends
        wanted = replace(self._filter, value_from=low, value_to=high, arrived_from=first, arrived_to=last)
        if wanted != self._filter:
            self._tell(wanted)

    def _clear(self) -> None:
        wanted = LeadFilter(view=self._filter.view)
        for field, group in self.groups:
            group.show_chosen(getattr(wanted, field))
        for each in (self.value, self.arrived):
            each.show_ends(wanted)
        self._tell(wanted)

    def _tell(self, lead_filter: LeadFilter) -> None:
        self._filter = lead_filter
        self.changed.emit(lead_filter)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._body.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self._area.ensureWidgetVisible(now, 0, 24))
