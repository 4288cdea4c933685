"""Page 8: the eight checks: two that only the owner can answer, six that are measured, and how it went so far."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.review import Check
from bothhats.domain.wording import capitalised, month_name, number
from bothhats.queries.alignment import month_scores, read_alignment
from bothhats.queries.heard import heard_claims
from bothhats.queries.months import first_day, last_day
from bothhats.ui.pages.review.draft import AnswerLine, AnswerSegments, ReviewDraft
from bothhats.ui.pages.review.month_bars import score_bars
from bothhats.ui.pages.review.page_frame import WizardPage, card, rows_card
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.shelf import HatMark

_QUESTIONS = (("calls", "marketing"), ("promotion", "sales"))
_STATES = {True: "circle-check", False: "circle-dashed", None: "minus"}
_PROMISED, _OBJECTIONS, _DEFINITION = 2, 5, 7
Jump = tuple[str, Callable[[], None]]


class AlignmentPage(WizardPage):
    """The score follows the answers."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._found = read_alignment(self.reader, draft.month, draft.today)
        self.say(
            self.tr("Do your two hats agree?"),
            self.tr("Two questions only you can answer. The other six come from the month itself."),
        )
        checks = self._found.checks
        beside = Beside(5, 2)
        beside.first.addWidget(
            rows_card([self._question(check, *each) for check, each in zip(checks[:2], _QUESTIONS, strict=True)])
        )
        jumps = self._jumps()
        measured = list(zip(checks[2:], jumps, strict=True))
        applying = [self._measured(check, jump) for check, jump in measured if check.holds is not None]
        beside.first.addWidget(rows_card(applying))
        left_out = [self._measured(check, None) for check, _ in measured if check.holds is None]
        if left_out:
            beside.first.addWidget(plain_label(self.tr("Not applicable in this month"), "small_strong", "ink2"))
            beside.first.addWidget(rows_card(left_out))
        closer = self.tr("What would bring the two closer?")
        field = AnswerLine(draft, "alignment.closer", closer, self.tr("One thing is enough."))
        self.ask(closer, field, beside.first)
        beside.first.addStretch()
        self._score_card, self._score_column = card()
        beside.second.addWidget(self._score_card)
        why = self.tr(
            "A check with nothing to measure, such as wins in a month without wins, is left out of the count."
        )
        beside.second.addWidget(plain_label(why, "small", "ink2", wraps=True))
        beside.second.addStretch()
        self.column.addWidget(beside)
        self._show_score()
        draft.saved.connect(self._show_score)
        self.end()

    def _show_score(self) -> None:
        """At each answer anew."""
        while item := self._score_column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        scores = month_scores(self.reader, self.draft.month, self.draft.today)
        now, before = scores[-1], scores[-2]
        month = month_name(self.draft.month)
        self._score_column.addWidget(plain_label(month, "body", "ink2"))
        figure = plain_label(self.tr("{k} of {n} hold").format(k=now.holds, n=now.of), "figure", wraps=True)
        self._score_column.addWidget(figure)
        if before.of:
            words = _against(now.holds - before.holds).format(month=month_name(before.month))
            self._score_column.addWidget(plain_label(words, "body", "ink2", wraps=True))
        if any(each.of for each in scores[:-1]):
            self._score_column.addWidget(score_bars(scores))

    def _question(self, check: Check, name: str, hat: str) -> QWidget:
        holder, row = _row()
        row.addWidget(HatMark(hat, self.tr("{hat} hat").format(hat=hat), 18))
        words = _words(check.name, self._hint(name), is_strong=False)
        row.addLayout(words, 1)
        choices = [("yes", self.tr("Yes")), ("no", self.tr("Not really"))]
        row.addWidget(AnswerSegments(self.draft, f"alignment.{name}", check.name, choices))
        return holder

    def _hint(self, name: str) -> str:
        if name == "calls":
            return self.tr("The home page, the ads and the posts say what you would say.")
        claims = heard_claims(self.reader, first_day(self.draft.month), last_day(self.draft.month), 0)
        if not claims:
            return self.tr("No claim is written down yet.")
        more = self.tr(" and {n} more").format(n=number(len(claims) - 2)) if len(claims) > 2 else ""
        return ", ".join(f"“{claim.text}”" for claim in claims[:2]) + more

    def _measured(self, check: Check, jump: Jump | None) -> QWidget:
        holder, row = _row()
        icon = QLabel()
        token = tokens().ink3 if check.holds is None else tokens().ink2
        icon.setPixmap(pixmap(_STATES[check.holds], scaled(18), token, self.devicePixelRatioF()))
        row.addWidget(icon)
        evidence = capitalised(check.evidence)
        told = f"{evidence}. {check.threshold}" if check.threshold and check.holds is not None else evidence
        row.addLayout(_words(check.name, told, is_strong=check.holds is False), 1)
        state = {True: self.tr("holds"), False: self.tr("not yet"), None: self.tr("not applicable")}[check.holds]
        row.addWidget(plain_label(state, "body", "ink2"))
        if jump:
            button = Button(jump[0], is_small=True)
            button.setAccessibleName(f"{jump[0]}: {check.name}")
            button.clicked.connect(jump[1])
            row.addWidget(button)
        holder.setAccessibleName(f"{check.name}: {evidence}. {state}")
        return holder

    def _jumps(self) -> list[Jump | None]:
        """For each measured check where it can be mended; none for one that holds, or cannot be."""
        found, leave = self._found, self.draft.context.navigation
        see = self.tr("See the {n}")
        late = self.tr("Leads that waited longer than the promise")
        sourceless = self.tr("Wins without a source")
        offers: list[tuple[bool, str, Callable[[], None]]] = [
            (bool(found.late), see.format(n=number(len(found.late))),
             lambda: leave.leads_requested.emit(found.late, late)),
            (True, self.tr("Look at it"), lambda: self.draft.page_wanted.emit(_DEFINITION)),
            (bool(found.unanswered), see.format(n=number(len(found.unanswered))),
             lambda: self.draft.page_wanted.emit(_OBJECTIONS)),
            (bool(found.sourceless), see.format(n=number(len(found.sourceless))),
             lambda: leave.leads_requested.emit(found.sourceless, sourceless)),
            (bool(found.open_commitments), self.tr("Settle {n}").format(n=number(found.open_commitments)),
             lambda: self.draft.page_wanted.emit(_PROMISED)),
            (False, "", lambda: None),
        ]  # fmt: skip
        holds = [check.holds for check in found.checks[2:]]
        return [
            (words, act) if is_there and not held else None
            for (is_there, words, act), held in zip(offers, holds, strict=True)
        ]


def _against(change: int) -> str:
    if not change:
        return "as many as in {month}"
    return f"{number(abs(change))} {'more' if change > 0 else 'fewer'} than in {{month}}"


def _row() -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(12)
    return holder, row


def _words(name: str, under: str, *, is_strong: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(plain_label(name, "strong" if is_strong else "body", wraps=True))
    column.addWidget(plain_label(under, "small", "ink2", wraps=True))
    return column
