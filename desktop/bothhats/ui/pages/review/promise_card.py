"""One commitment that came back: what became of it, and whether what it was to move has moved."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.moved import Move
from bothhats.domain.wording import month_name, short_date
from bothhats.queries.moves import Moves
from bothhats.queries.review_month import Promised
from bothhats.ui.dialogs.phrase_delegate import ICONS
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.link import Link
from bothhats.ui.widgets.marks import BeforeAfter
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.shelf import HatMark

TIE_ICONS = {**ICONS, "claim": "sparkles", "source": "signpost", "metric": "target"}
NARROW, DAYS = 700, 14


class PromiseCard(QFrame):
    """Settled at once; one that is carried over joins the commitments of page 9."""

    def __init__(self, draft: ReviewDraft, promised: Promised) -> None:
        super().__init__()
        self.setObjectName("card")
        self._draft, self._promised = draft, promised
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 8)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        if promised.move:
            self._column.addWidget(hairline())
            self._column.addWidget(_Moved(promised.move, self._show_leads))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 15, 4 if self._promised.move is None else 12)
        row.setSpacing(14)
        row.addWidget(HatMark(self._promised.hat, self.tr("{hat} hat").format(hat=self._promised.hat), 20))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(plain_label(self._promised.text, "strong", wraps=True))
        words.addWidget(plain_label(self._dates(), "small", "ink2"))
        row.addLayout(words, 1)
        choices = [("kept", self.tr("Kept")), ("dropped", self.tr("Dropped")), ("carried_over", self.tr("Carry over"))]
        state = Segments(self._promised.text, choices, self._promised.state, is_small=True, has_check=True)
        state.changed.connect(lambda value: self._settle(str(value)))
        row.addWidget(state)
        return row

    def _show_leads(self) -> None:
        """Those of this month, or of the month before where there are none."""
        move, tie, moves = self._promised.move, self._promised.tie, Moves(self._draft.context.workspace.reader)
        if move and tie:
            found = [(count.month, moves.leads(tie, count.month)) for count in (move.after, move.before)]
            month, ids = next((each for each in found if each[1]), found[0])
            words = self.tr("{what}, {month}").format(what=move.name, month=month_name(month))
            self._draft.context.navigation.leads_requested.emit(ids, words)

    def _dates(self) -> str:
        today = self._draft.today
        due = self.tr("due {day}").format(day=short_date(self._promised.due_on, today))
        settled_on = self._promised.settled_on
        if settled_on is None:
            return f"{due}, {self.tr('not ticked off')}"
        words = {"kept": self.tr("ticked off on {day}"), "dropped": self.tr("dropped on {day}")}
        said = words.get(self._promised.state, self.tr("carried over on {day}"))
        return f"{due}, {said.format(day=short_date(settled_on, today))}"

    def _settle(self, state: str) -> None:
        commitments, promised = self._draft.context.workspace.commitments, self._promised
        if self._draft.attempt(lambda: commitments.settle(promised.id, state, self._draft.today)):
            carry_over(self._draft, promised, is_carried=state == "carried_over")


def carry_over(draft: ReviewDraft, promised: Promised, *, is_carried: bool) -> None:
    """Let it stand among this month's commitments with what it hangs on, or take it from there."""
    made = draft.commitments()
    others = [each for each in made if each.get("carried_from") != promised.id]
    if is_carried and len(others) == len(made):
        tie = asdict(promised.tie) if promised.tie else {}
        due = (draft.today + timedelta(days=DAYS)).isoformat()
        new = {"hat": promised.hat, "text": promised.text, "due_on": due, "carried_from": promised.id}
        others.append(new | {name: value for name, value in tie.items() if value})
    elif is_carried:
        return
    draft.save_commitments(others)


class _Moved(QWidget):
    """What it was to move, the counts before and after, and one sentence; under each other where it is narrow."""

    def __init__(self, move: Move, show_leads: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("sunken_band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(50, 10, 15, 10)
        self._row.addWidget(self._what(move, show_leads), 5)
        before, after = ((month_name(each.month)[:3], each.n, each.words) for each in (move.before, move.after))
        self._row.addWidget(BeforeAfter(before, after), 4)
        self._row.addWidget(plain_label(move.sentence, "small", "ink2", wraps=True), 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(NARROW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(20 if is_wide else 6)

    def _what(self, move: Move, show_leads: Callable[[], None]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(self.tr("was to move"), "small", "ink2"))
        row = QHBoxLayout()
        row.setSpacing(6)
        icon = QLabel()
        icon.setPixmap(pixmap(TIE_ICONS[move.kind], scaled(16), tokens().ink2, self.devicePixelRatioF()))
        row.addWidget(icon)
        name = move.name if move.kind in ("source", "metric") else f"“{move.name}”"
        link = Link(name, "name", self.tr("Show the leads: {what}").format(what=move.name))
        link.clicked.connect(show_leads)
        link.setEnabled(bool(move.before.n or move.after.n))
        row.addWidget(link, 1)
        column.addLayout(row)
        return holder
