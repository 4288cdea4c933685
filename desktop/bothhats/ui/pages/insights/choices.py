"""The controls in the header: period, source and campaign; they stay from chart to chart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.queries.scope import Scope
from bothhats.ui.dialogs.choose_period import Dates, ask_dates
from bothhats.ui.pages.insights.choice import NOT_RECORDED, OWN, Choice
from bothhats.ui.pages.insights.periods import CHOICES
from bothhats.ui.pages.insights.scope_words import period_words
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.combo import Combo

NARROWEST, WIDEST = 122, 150


class Choices(QWidget):
    """`changed` tells that something else is to be counted; `choice` is what was chosen."""

    changed = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self._today = date.min
        self._first: date | None = None
        self.period = Combo(self.tr("Period"))
        self.source = Combo(self.tr("Source"))
        self.campaign = Combo(self.tr("Campaign"))
        self.dates_button = IconButton("calendar", self.tr("Other dates, as of another day, compared"))
        words = {
            "this_month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "this_quarter": self.tr("This quarter"),
            "last_quarter": self.tr("Last quarter"),
            "this_year": self.tr("This year"),
            "last_12_months": self.tr("Last 12 months"),
            "everything": self.tr("Everything"),
        }
        for name in CHOICES:
            self.period.addItem(words[name], name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.period, self.dates_button, self.source, self.campaign):
            row.addWidget(widget)
        for combo in (self.period, self.source, self.campaign):
            combo.setMinimumWidth(scaled(NARROWEST))
            combo.setMaximumWidth(scaled(WIDEST))
            combo.currentIndexChanged.connect(self._on_combo)
        self.dates_button.clicked.connect(self._on_dates)

    def begin(self, today: date, first: date | None) -> None:
        """The day it is, and the first arrival; a file's first lead begins a period."""
        self._today, self._first = today, first
        self.choice = self.choice.begun(today, first)
        self._show_period()

    def fill(self, sources: Sequence[tuple[str, int]], campaigns: Sequence[tuple[str, int]]) -> None:
        """Offer these; what is chosen stays chosen while it is there."""
        _refill(self.source, self.tr("All sources"), self.tr("Not recorded"), sources, self.choice.source_id)
        _refill(self.campaign, self.tr("All campaigns"), self.tr("No campaign"), campaigns, self.choice.campaign_id)
        self.choice = replace(self.choice, source_id=self.source.currentData(), campaign_id=self.campaign.currentData())

    @property
    def scope(self) -> Scope:
        """What charts are asked about."""
        return self.choice.scope(self._today, self._first)

    @property
    def scope_before(self) -> Scope | None:
        """What beside it."""
        return self.choice.scope_before(self._today, self._first)

    def _on_combo(self) -> None:
        self.choice = replace(
            self.choice,
            period=self.period.currentData(),
            source_id=self.source.currentData(),
            campaign_id=self.campaign.currentData(),
        )
        self.changed.emit()

    def _on_dates(self) -> None:
        period, choice = self.scope.period, self.choice
        begun = Dates(period.start, period.end, choice.as_of, choice.is_compared)
        dates = ask_dates(self, begun, self._today)
        if dates is None or dates == begun:
            return
        kept = (dates.start, dates.end) == (begun.start, begun.end)
        named = choice.period if kept else OWN
        start, end = (choice.start, choice.end) if kept else (dates.start, dates.end)
        self.choice = replace(
            choice, period=named, start=start, end=end, as_of=dates.as_of, is_compared=dates.is_compared
        )
        self._show_period()
        self.changed.emit()

    def _show_period(self) -> None:
        """Dates of one's own are a choice like the others, below them."""
        self.period.blockSignals(True)
        at = self.period.findData(OWN)
        if self.choice.start and self.choice.end:
            own = self.choice.scope(self._today, self._first) if self.choice.period == OWN else None
            if at < 0:
                self.period.addItem("", OWN)
                at = self.period.findData(OWN)
            if own is not None:
                self.period.setItemText(at, period_words(replace(own.period, as_of=own.period.end)))
            elif not self.period.itemText(at):
                self.period.removeItem(at)
        self.period.setCurrentIndex(max(0, self.period.findData(self.choice.period)))
        self.period.blockSignals(False)


def _refill(combo: Combo, everything: str, nothing: str, choices: Sequence[tuple[str, int]], kept: int | None) -> None:
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everything, None)
    for name, row_id in choices:
        combo.addItem(name, row_id)
    combo.addItem(nothing, NOT_RECORDED)
    combo.setCurrentIndex(max(0, combo.findData(kept)) if kept is not None else 0)
    combo.blockSignals(False)
