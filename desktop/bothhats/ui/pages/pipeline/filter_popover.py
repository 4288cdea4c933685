"""The popover of the filter: one group of chips a field, taking effect as they are chosen."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.lead_filter import LeadFilter
from bothhats.ui.pages.pipeline.filter_choices import Choices
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import ReasonChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.group import Group
from bothhats.ui.widgets.labels import plain_label

WIDTH, TALLEST = 380, 520


class FilterPopover(QFrame):
    """`changed` tells the new filter at each choice; Esc or a click outside closes it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, lead_filter: LeadFilter, fields: Sequence[Choices]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Filter"))
        self.setFixedWidth(scaled(WIDTH))
        self._filter = lead_filter
        self.chips: dict[tuple[str, object], ReasonChip] = {}
        body = QWidget()
        body.setObjectName("scrolled")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(16, 12, 12, 14)
        self._column.setSpacing(6)
        for choices in fields:
            self._add(choices)
        self._column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(area)
        self._body = body

    def open_under(self, button: QWidget) -> None:
        """Show it under a button, as tall as it needs to be."""
        tallest = min(scaled(TALLEST), button.screen().availableGeometry().height() - 40)
        self.setFixedHeight(min(self._body.heightForWidth(self.width() - 14) + 4, tallest))
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        next(iter(self.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _add(self, choices: Choices) -> None:
        self._column.addWidget(plain_label(choices.title, "small_strong", "ink2"))
        holder = Group(choices.title)
        flow = FlowLayout(holder, 6)
        for value, words in choices.values:
            chip = ReasonChip(words)
            chip.setChecked(value in getattr(self._filter, choices.field))
            chip.toggled.connect(lambda _on, field=choices.field, value=value: self._toggle(field, value))
            flow.addWidget(chip)
            self.chips[choices.field, value] = chip
        self._column.addWidget(holder)
        self._column.addSpacing(4)

    def _toggle(self, field: str, value: object) -> None:
        self._filter = replace(self._filter, **{field: getattr(self._filter, field) ^ {value}})
        self.changed.emit(self._filter)
