"""Page 2: the commitments of the last review: kept, dropped or carried over, with what they were to move."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted, long_date, month_name
from bothhats.queries.review_month import Promised, read_promised
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, card
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import BeforeAfter
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.shelf import HatMark


class PromisedPage(WizardPage):
    """A carried over one stands on page 9 already."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        promised = read_promised(self.reader, draft.month)
        if not promised:
            self.say(self.tr("What you promised"), self.tr("Nothing to look back on yet."))
        else:
            kept = sum(each.state == "kept" for each in promised)
            sentence = self.tr("{kept} of {all} kept so far. What became of the others?")
            self.say(self.tr("What you promised"), sentence.format(kept=kept, all=len(promised)))
        for each in promised:
            self.column.addWidget(self._card(each))
        if promised:
            field = AnswerLine(draft, "promised.in_the_way", self.tr("What got in the way?"))
            self.ask(self.tr("What got in the way?"), field)
        self.end()

    def _card(self, promised: Promised) -> QWidget:
        frame, column = card()
        row = QHBoxLayout()
        row.addWidget(HatMark(promised.hat, f"{promised.hat} hat", 18))
        row.addWidget(plain_label(promised.text, "strong", wraps=True), 1)
        choices = [("kept", self.tr("Kept")), ("dropped", self.tr("Dropped")), ("carried_over", self.tr("Carry over"))]
        state = Segments(promised.text, choices, promised.state, is_small=True)
        state.changed.connect(lambda value: self._settle(promised, str(value)))
        row.addWidget(state)
        column.addLayout(row)
        due = long_date(promised.due_on, self.draft.today)
        column.addWidget(plain_label(self.tr("its day was {day}").format(day=due), "small", "ink2"))
        if promised.moves and promised.before and promised.after:
            column.addWidget(
                plain_label(self.tr("It was to move “{what}”").format(what=promised.moves), "small", "ink2")
            )
            before, after = promised.before, promised.after
            column.addWidget(
                BeforeAfter(
                    (
                        month_name(before[0]),
                        before[1],
                        counted(before[1], "lead") if before[1] else self.tr("no leads"),
                    ),
                    (month_name(after[0]), after[1], counted(after[1], "lead") if after[1] else self.tr("no leads")),
                )
            )
            if max(before[1], after[1]) < 10:
                column.addWidget(plain_label(self.tr("Too few to tell whether it moved."), "small", "ink3"))
        return frame

    def _settle(self, promised: Promised, state: str) -> None:
        try:
            self.draft.context.workspace.commitments.settle(promised.id, state, self.draft.today)
        except KnownProblem as problem:
            self.draft.context.navigation.problem_raised.emit(problem)
            return
        kept = [each for each in self.draft.commitments() if each.get("carried_from") != promised.id]
        if state == "carried_over":
            kept.append({"hat": promised.hat, "text": promised.text, "due_on": "", "carried_from": promised.id})
        self.draft.save_commitments(kept)
