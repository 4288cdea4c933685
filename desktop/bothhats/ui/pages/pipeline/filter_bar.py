"""The filter: which view, a popover for all else, and a chip for each choice that can be taken away."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.filter_choices import Choices, filter_choices
from bothhats.ui.pages.pipeline.filter_popover import FilterPopover
from bothhats.ui.widgets.buttons import Button, FilterChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.combo import Combo


class FilterBar(QWidget):
    """`changed` tells the new filter; `show_filter` shows one that came from elsewhere."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._filter = LeadFilter()
        self._fields: list[Choices] = []
        self.popover: FilterPopover | None = None
        self.view = Combo(self.tr("View"))
        words = {View.OPEN: self.tr("Open leads"), View.ALL: self.tr("All leads"), View.ENDED: self.tr("Ended leads")}
        for view, text in words.items():
            self.view.addItem(text, view)
        self.view.setMinimumWidth(140)
        self.button = Button(self.tr("Filter"), icon_name="list-filter")
        self.button.clicked.connect(self._open)
        self._holder = QWidget()
        self._chips = FlowLayout(self._holder, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.button)
        row.addWidget(self._holder, 1, Qt.AlignmentFlag.AlignVCenter)
        self.view.currentIndexChanged.connect(self._on_view)

    def fill(self) -> None:
        """Read anew what the file has to filter by."""
        self._fields = filter_choices(self._context.workspace.reader)
        self._show_chips()

    def show_filter(self, lead_filter: LeadFilter) -> None:
        """Show a filter without telling."""
        self._filter = lead_filter
        self.view.blockSignals(True)
        self.view.setCurrentIndex(self.view.findData(lead_filter.view))
        self.view.blockSignals(False)
        self._show_chips()

    def _open(self) -> None:
        self.popover = FilterPopover(self, self._filter, self._fields)
        self.popover.changed.connect(self._tell)
        self.popover.open_under(self.button)

    def _on_view(self) -> None:
        self._tell(replace(self._filter, view=self.view.currentData(), ids=None, ids_words=""))

    def _tell(self, lead_filter: LeadFilter) -> None:
        self._filter = lead_filter
        self.changed.emit(lead_filter)

    def _show_chips(self) -> None:
        self._chips.clear()
        if self._filter.ids is not None:
            self._add_chip(self._filter.ids_words, replace(self._filter, ids=None, ids_words="", view=View.OPEN))
        for choices in self._fields:
            chosen = getattr(self._filter, choices.field)
            for value in (each for each, _words in choices.values if each in chosen):
                rest = replace(self._filter, **{choices.field: chosen - {value}})
                self._add_chip(choices.words(value), rest)

    def _add_chip(self, words: str, rest: LeadFilter) -> None:
        chip = FilterChip(words)
        chip.setAccessibleName(self.tr("Take this filter away: {words}").format(words=words))
        chip.setToolTip(self.tr("Take this filter away"))
        chip.clicked.connect(self._teller(rest))
        self._chips.addWidget(chip)

    def _teller(self, lead_filter: LeadFilter) -> Callable[[], None]:
        return lambda: self._tell(lead_filter)
