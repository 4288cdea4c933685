"""Page 8: the eight checks: two that only the owner can answer, six that are measured."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.review import Check, score
from bothhats.queries.reviews import alignment
from bothhats.ui.pages.review.draft import AnswerLine, AnswerSegments, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, card, rows_card
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label

_QUESTIONS = ("calls", "promotion")


class AlignmentPage(WizardPage):
    """The score follows the answers."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        checks = alignment(self.reader, draft.month, draft.today)
        self.say(
            self.tr("Alignment check"),
            self.tr("Two questions only you can answer, and six things the app can measure."),
        )
        frame, column = card()
        self._score = plain_label("", "figure")
        column.addWidget(self._score)
        column.addWidget(plain_label(self.tr("of the checks that apply hold"), "body", "ink2"))
        self.column.addWidget(frame)
        self.column.addWidget(
            rows_card([self._question(check, name) for check, name in zip(checks, _QUESTIONS, strict=False)])
        )
        self.column.addWidget(rows_card([self._measured(check) for check in checks[2:]]))
        closer = self.tr("What would bring the two closer?")
        self.ask(closer, AnswerLine(draft, "alignment.closer", closer, self.tr("One thing is enough.")))
        self._show_score()
        draft.saved.connect(self._show_score)
        self.end()

    def _show_score(self) -> None:
        holds, of = score(alignment(self.reader, self.draft.month, self.draft.today))
        self._score.setText(f"{holds} / {of}")
        self._score.setAccessibleName(self.tr("{k} of {n} checks hold").format(k=holds, n=of))

    def _question(self, check: Check, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        row.addWidget(plain_label(f"{check.name}?", "strong", wraps=True), 1)
        choices = [("yes", self.tr("Yes")), ("no", self.tr("Not yet"))]
        row.addWidget(AnswerSegments(self.draft, f"alignment.{name}", check.name, choices))
        return holder

    def _measured(self, check: Check) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        names = {True: "circle-check", False: "triangle-alert", None: "circle-dashed"}
        icon = QLabel()
        colour = tokens().late if check.holds is False else tokens().ink2
        icon.setPixmap(pixmap(names[check.holds], 18, colour, 2.0))
        row.addWidget(icon)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(check.name, "strong"))
        evidence = (
            check.evidence if check.holds is not None else self.tr("{why}: not applicable").format(why=check.evidence)
        )
        words.addWidget(plain_label(evidence, "small", "ink2"))
        row.addLayout(words, 1)
        row.addWidget(plain_label(self.tr("asked: {what}").format(what=check.threshold), "small", "ink3"))
        state = {True: self.tr("holds"), False: self.tr("not yet"), None: self.tr("not applicable")}[check.holds]
        row.addWidget(plain_label(state, "strong", "late" if check.holds is False else "ink"))
        return holder
