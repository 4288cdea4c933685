"""Page 1: the month's figures against last month and the goals, by source, and what surprised."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import month_name
from bothhats.queries.groups import Group
from bothhats.queries.months import shifted
from bothhats.queries.review_month import read_numbers
from bothhats.queries.reviews import answers, review_of
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import AnswerText, ReviewDraft
from bothhats.ui.pages.review.numbers_words import Figure, month_sentence
from bothhats.ui.pages.review.page_frame import WizardPage, table
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label
from bothhats.ui.widgets.marks import PartBar

SIDE_BY_SIDE = 800
NONE = "–"


class NumbersPage(WizardPage):
    """Counts by event: whenever the lead arrived."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._numbers = numbers = read_numbers(self.reader, draft.month)
        self._code = read_settings(self.reader).currency
        self._name, self._before = month_name(draft.month), month_name(shifted(draft.month, -1))
        events = numbers.month.events
        if not events.leads and not events.conversations:
            words = self.tr("No leads came in {month}. Five minutes will do.").format(month=self._name)
            self.say(self.tr("A quiet month"), words)
        else:
            title = self.tr("How {month} went").format(month=self._name)
            self.say(title, month_sentence(numbers, self._before))
        self.column.addWidget(self._figures_card())
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(24)
        if numbers.by_source:
            self._beside.addLayout(self._by_source(), 5)
        self._beside.addLayout(self._surprise(), 3)
        self.column.addLayout(self._beside)
        self.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(SIDE_BY_SIDE)
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(sideways if is_wide else down)

    def _figures_card(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, figure in enumerate(self._figures()):
            if place:
                row.addWidget(hairline(is_upright=True))
            row.addWidget(_figure(figure), 1)
        return frame

    def _figures(self) -> list[Figure]:
        now, was, goals = self._numbers.month, self._numbers.before, self._numbers.goals
        names = {
            "leads": self.tr("Leads"),
            "conversations": self.tr("Conversations"),
            "closes": self.tr("Closes"),
        }
        figures = []
        for key, name in names.items():
            value, before = getattr(now.events, key), getattr(was.events, key)
            figures.append(self._told(name, value, str(value), str(before), goals.get(key), str(goals.get(key))))
        amount, before, goal = now.revenue.amount, was.revenue.amount, goals.get("revenue")
        money = (self._money(amount), self._money(before))
        figures.append(self._told(self.tr("Revenue"), amount, *money, goal, self._money(goal or 0)))
        kept, goal = now.follow_up, goals.get("promise")
        percent = round(100 * kept.k / kept.n) if kept.n else 0
        words = (_of(kept), _of(was.follow_up))
        told = self._told(self.tr("Promise kept"), percent, *words, goal, f"{goal}%")
        share = f"{percent}%, " if kept.n and goal else ""
        return [*figures, Figure(told.name, told.value, told.before, share + told.goal, told.share)]

    def _told(self, name: str, value: int, words: str, before: str, goal: int | None, goal_words: str) -> Figure:
        was = self.tr("{n} in {month}").format(n=before, month=self._before)
        if not goal:
            return Figure(name, words, was, self.tr("no goal"))
        return Figure(name, words, was, self.tr("goal {n}").format(n=goal_words), value / goal)

    def _by_source(self) -> QVBoxLayout:
        heads = (
            *(self.tr("Source"), self.tr("Leads"), self.tr("Conversations"), self.tr("Closes")),
            *(self.tr("Revenue"), self.tr("In time"), self.tr("Spend")),
        )
        rows = [self._row(group, group.name or self.tr("not recorded")) for group in self._numbers.by_source]
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(table(heads, [*rows, self._row(self._numbers.in_all, self.tr("All"))], has_total=True))
        how = self.tr("Counted by the day it happened, whenever the lead came.")
        column.addWidget(plain_label(how, "small", "ink2", wraps=True))
        column.addStretch()
        return column

    def _row(self, group: Group, name: str) -> tuple[str, ...]:
        events, figures = group.figures.events, group.figures
        counts = [str(count) if count else NONE for count in (events.leads, events.conversations, events.closes)]
        revenue = self._money(figures.revenue.amount) if figures.revenue.n else NONE
        return (name, *counts, revenue, _of(figures.follow_up), self._money(group.spent) if group.spent else NONE)

    def _surprise(self) -> QVBoxLayout:
        question = self.tr("What surprised you?")
        field = AnswerText(self.draft, "numbers.surprise", question, self.tr("One thing is enough."))
        field.setMinimumHeight(scaled(120))
        field.setMaximumHeight(scaled(240))
        label = plain_label(question, "small_strong")
        label.setBuddy(field)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(field, 1)
        said = self._last_answer()
        if said:
            words = self.tr("In {month} you wrote: “{said}”").format(month=self._before, said=said)
            column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        column.addStretch()
        return column

    def _last_answer(self) -> str:
        before = review_of(self.reader, shifted(self.draft.month, -1))
        return answers(self.reader, before.id).get("numbers.surprise", "") if before else ""

    def _money(self, amount: int) -> str:
        return format_for_people(amount, currency_of(self._code))


def _of(kept: Proportion) -> str:
    return f"{kept.k} of {kept.n}" if kept.n else NONE


def _figure(figure: Figure) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(14, 14, 12, 14)
    column.setSpacing(3)
    column.addWidget(plain_label(figure.name, "body", "ink2"))
    column.addWidget(plain_label(figure.value, "figure"))
    column.addWidget(ElidedLabel(figure.before, "small", "ink2"))
    if figure.share is not None:
        column.addSpacing(2)
        column.addWidget(PartBar(figure.share, "ink2", height=6))
    goal = f"✓ {figure.goal}" if figure.is_reached else figure.goal
    column.addWidget(ElidedLabel(goal, "small", "ink" if figure.is_reached else "ink2"))
    column.addStretch()
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    reached = QCoreApplication.translate("NumbersPage", ", reached") if figure.is_reached else ""
    holder.setAccessibleName(f"{figure.name}: {figure.value}, {figure.before}, {figure.goal}{reached}")
    return holder
