"""What a part of Insights can do for the page: the overview, or one chart."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.queries.progress import KeptProgress
from bothhats.queries.scope import Scope
from bothhats.ui.context import Context
from bothhats.ui.pages.insights.chart_card import ChartCard

OVERVIEW = "overview"


class Part(QScrollArea):
    """`chosen` tells the leads behind a mark, `opened` a chart to go to, `asked_anew` that a chart is to be asked."""

    chosen = Signal(object, str)
    opened = Signal(str)
    asked_anew = Signal()
    counted = "arrived"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.cards: list[ChartCard] = []
        self._last: ChartCard | None = None
        holder = QWidget()
        holder.setObjectName("scrolled")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(16)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(holder)

    @property
    def least_width(self) -> int:
        """How wide the charts want to be, in pixels of the design."""
        return max((card.least_width for card in self.cards), default=0)

    def add_card(self, card: ChartCard) -> None:
        """Take a card among those that are asked."""
        self.cards.append(card)
        card.chosen.connect(lambda ids, words: self._on_chosen(card, ids, words))
        card.failed.connect(self.context.navigation.problem_raised)
        card.told.connect(self.context.navigation.told)

    def ask(self, scope: Scope, before: Scope | None, kept: KeptProgress) -> None:
        """Ask those that are old."""
        for card in self.cards:
            if card.is_stale:
                card.ask(scope, before, kept)

    def grow_old(self, changes: ChangeSet | None) -> None:
        """What rests on changed tables is old; None: everything may have changed."""
        for card in self.cards:
            if changes is None or changes.touches(*card.chart.tables):
                card.is_stale = True

    def single_out(self, ids: tuple[int, ...]) -> None:
        """Show which mark the leads beside are of."""
        for card in self.cards:
            card.view.single_out(ids if card is self._last else ())

    def focus_chart(self) -> None:
        """Back to where the leads were asked for, when the list had the focus."""
        if self._last is not None and self._last.view.isVisible():
            self._last.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = None

    def _on_chosen(self, card: ChartCard, ids: object, words: str) -> None:
        self._last = card
        self.chosen.emit(ids, words)
