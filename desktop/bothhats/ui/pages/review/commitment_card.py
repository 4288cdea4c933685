"""One commitment being written: hat, words, day; below it what it should move, with its count now."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from bothhats.domain.review import METRICS
from bothhats.domain.wording import long_date, month_name, short_date
from bothhats.queries.heard import heard_phrases
from bothhats.queries.lists import sources
from bothhats.queries.months import last_day
from bothhats.queries.moves import Moves, Tie
from bothhats.queries.phrases import claims_to_offer
from bothhats.ui.local_input import read_day
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.promise_card import TIE_ICONS
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.date_field import DateField
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.segments import Segments

TIE_FIELDS = ("objection_id", "claim_id", "source_id", "metric")


@dataclass(frozen=True, slots=True)
class TieChoice:
    """Something that a commitment could move."""

    kind: str
    words: str
    tie: Tie


def ties_to_choose(draft: ReviewDraft) -> list[TieChoice]:
    """What was heard in 90 days, the claims in use, the sources, the figures of the month."""
    reader, end = draft.context.workspace.reader, last_day(draft.month)
    days = (end - timedelta(days=89), end)
    heard = heard_phrases(reader, *days, *days)
    return [
        *(TieChoice(each.kind, f"“{each.text}”", Tie(objection_id=each.id)) for each in heard),
        *(TieChoice("claim", f"“{each.text}”", Tie(claim_id=each.id)) for each in claims_to_offer(reader, None)),
        *(TieChoice("source", each.name, Tie(source_id=each.id)) for each in sources(reader)),
        *(TieChoice("metric", words, Tie(metric=name)) for name, words in METRICS.items()),
    ]  # fmt: skip


class CommitmentCard(QFrame):
    """Saves itself at each change; `removed` tells its place. `carried_from`: the month that promised it first."""

    removed = Signal(int)

    def __init__(
        self, draft: ReviewDraft, place: int, ties: list[TieChoice], moves: Moves, carried_from: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._draft, self._place, self._moves = draft, place, moves
        made = draft.commitments()[place]
        hats = [("marketing", self.tr("Marketing")), ("sales", self.tr("Sales"))]
        self._hat = Segments(self.tr("Hat"), hats, made.get("hat"), is_small=True)
        self._hat.changed.connect(lambda value: self._change(hat=str(value)))
        self.text = QLineEdit(str(made.get("text", "")))
        self.text.setAccessibleName(self.tr("Commitment {n}").format(n=place + 1))
        self.text.setPlaceholderText(self.tr("What will you do?"))
        self.text.textEdited.connect(lambda words: self._change(text=words))
        self.due = self._day(made)
        self._tie = self._tied(made, ties)
        self._count = ElidedLabel("", "body", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._top())
        column.addLayout(self._bottom(carried_from))
        self._show_count()

    def _top(self) -> QHBoxLayout:
        gone = IconButton("x", self.tr("Take commitment {n} away").format(n=self._place + 1), "quiet", is_small=True)
        gone.clicked.connect(lambda: self.removed.emit(self._place))
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget, share in ((self._hat, 0), (self.text, 1), (self.due, 0), (gone, 0)):
            row.addWidget(widget, share)
        return row

    def _bottom(self, carried_from: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("should move"), "small", "ink2"))
        row.addWidget(self._tie)
        row.addWidget(self._count, 1)
        if carried_from:
            words = self.tr("carried over from {month}").format(month=month_name(carried_from))
            row.addWidget(chip(words, icon_name="corner-down-right"))
        return row

    def _day(self, made: dict[str, Any]) -> DateField:
        due = DateField(self.tr("By when"), self._read, self._told, self.tr("by when: 16 oct"))
        due.setFixedWidth(scaled(148))
        day = str(made.get("due_on") or "")
        due.set_words(str(made.get("due_words") or "") or self._written(day))
        due.changed.connect(self._on_day)
        return due

    def _written(self, day: str) -> str:
        return short_date(date.fromisoformat(day), self._draft.today) if day else ""

    def _on_day(self) -> None:
        day = self.due.day.isoformat() if self.due.day else ""
        self._change(due_on=day, due_words="" if day else self.due.line.text())

    def _read(self, words: str) -> date | None:
        return read_day(words, self._draft.today)

    def _told(self, words: str, day: date | None) -> str:
        if day is None:
            return self.tr("That is no date. Try “fri” or “16 oct”.")
        if day <= self._draft.today:
            return self.tr("{day} is not ahead.").format(day=long_date(day, self._draft.today))
        return "" if words == self._written(day.isoformat()) else long_date(day, self._draft.today)

    def _tied(self, made: dict[str, Any], ties: list[TieChoice]) -> Combo:
        combo = Combo(self.tr("What it should move"))
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setFixedWidth(scaled(236))
        combo.addItem(self.tr("nothing in particular"), Tie())
        for each in self._with_own(_tie_of(made), ties):
            combo.addItem(icon(TIE_ICONS[each.kind], tokens().ink2), each.words, each.tie)
        place = next((n for n in range(combo.count()) if combo.itemData(n) == _tie_of(made)), 0)
        combo.setCurrentIndex(place)
        combo.activated.connect(self._on_tie)
        return combo

    def _with_own(self, tie: Tie, ties: list[TieChoice]) -> list[TieChoice]:
        """What it hangs on already is offered too, also where nobody would offer it today."""
        name = self._moves.name(tie)
        if name is None or any(each.tie == tie for each in ties):
            return ties
        kind, words = name
        return [TieChoice(kind, words if kind in ("source", "metric") else f"“{words}”", tie), *ties]

    def _on_tie(self) -> None:
        tie = self._tie.currentData()
        self._change(**{name: getattr(tie, name) or None for name in TIE_FIELDS})
        self._show_count()

    def _show_count(self) -> None:
        tie = self._tie.currentData()
        if tie.is_loose:
            words = self.tr(
                "Tie it to an objection, a claim, a source or a figure, and the next review counts for you."
            )
        else:
            count = self._moves.count(tie, self._draft.month)
            words = self.tr("{count} in {month}").format(count=count.words, month=month_name(self._draft.month))
        self._count.setText(words)

    def _change(self, **values: object) -> None:
        made = self._draft.commitments()
        made[self._place] |= values
        self._draft.save_commitments(made)


def _tie_of(made: dict[str, Any]) -> Tie:
    return Tie(made.get("objection_id"), made.get("claim_id"), made.get("source_id"), str(made.get("metric") or ""))
