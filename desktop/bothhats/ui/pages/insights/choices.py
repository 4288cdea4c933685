"""What is counted: the period, the source and the campaign; they stay from chart to chart."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.queries.figures import Period
from bothhats.queries.scope import Chosen
from bothhats.ui.pages.insights.periods import CHOICES, first_choice, period_of
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo

NARROWEST, WIDEST = 130, 190


class Choices(QWidget):
    """`changed` tells that another cohort is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.period = Combo(self.tr("Period"))
        self.source = Combo(self.tr("Source"))
        self.campaign = Combo(self.tr("Campaign"))
        self._has_begun = False
        words = {
            "this_month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "this_quarter": self.tr("This quarter"),
            "last_quarter": self.tr("Last quarter"),
            "this_year": self.tr("This year"),
            "last_12_months": self.tr("Last 12 months"),
            "everything": self.tr("Everything"),
        }
        for choice in CHOICES:
            self.period.addItem(words[choice], choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for combo in (self.period, self.source, self.campaign):
            combo.setMinimumWidth(scaled(NARROWEST))
            combo.setMaximumWidth(scaled(WIDEST))
            combo.currentIndexChanged.connect(self.changed)
            row.addWidget(combo)

    def begin(self, today: date, first: date | None) -> None:
        """Start with the last quarter, and in a file that is younger with the present one; once, at the first lead."""
        if first is not None and not self._has_begun:
            self._has_begun = True
            _choose(self.period, first_choice(today, first))

    def fill(self, sources: Sequence[tuple[str, int]], campaigns: Sequence[tuple[str, int]]) -> None:
        """Offer these; what is chosen stays chosen while it is there."""
        _refill(self.source, self.tr("All sources"), sources)
        _refill(self.campaign, self.tr("All campaigns"), campaigns)

    def period_at(self, today: date, first: date | None) -> Period:
        """The chosen period, as of today."""
        return period_of(self.period.currentData(), today, first)

    @property
    def source_ids(self) -> Chosen:
        """The chosen source, None for all."""
        return _chosen(self.source)

    @property
    def campaign_ids(self) -> Chosen:
        """The chosen campaign, None for all."""
        return _chosen(self.campaign)


def _chosen(combo: Combo) -> Chosen:
    return None if combo.currentData() is None else frozenset({combo.currentData()})


def _choose(combo: Combo, value: object) -> None:
    combo.blockSignals(True)
    combo.setCurrentIndex(max(0, combo.findData(value)))
    combo.blockSignals(False)


def _refill(combo: Combo, everything: str, choices: Sequence[tuple[str, int]]) -> None:
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everything, None)
    for name, row_id in choices:
        combo.addItem(name, row_id)
    combo.setCurrentIndex(max(0, combo.findData(kept)) if kept is not None else 0)
    combo.blockSignals(False)
