"""Page 1: the month's figures against last month and the goals, by source, and what surprised."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import month_name
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.groups import Group
from bothhats.queries.month_leads import ANY_SOURCE, leads_behind
from bothhats.queries.months import month_of, shifted
from bothhats.queries.review_month import read_numbers
from bothhats.queries.reviews import answers, review_of
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import AnswerText, ReviewDraft
from bothhats.ui.pages.review.figure_card import FigureCard
from bothhats.ui.pages.review.numbers_words import Figure, earlier_closes, month_sentence
from bothhats.ui.pages.review.page_frame import Cell, WizardPage, table
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

NONE = "–"
MOST_SOURCES, ALL_SOURCES = 8, "numbers.sources"


class NumbersPage(WizardPage):
    """Counts by event: whenever the lead arrived; each opens the leads that it counts."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._numbers = numbers = read_numbers(self.reader, draft.month)
        self._code = read_settings(self.reader).currency
        self._name, self._before = month_name(draft.month), month_name(shifted(draft.month, -1))
        first = first_arrival(self.reader)
        self._is_first = first is None or month_of(first) >= draft.month
        self._say()
        self.column.addWidget(FigureCard(self._figures(), self._open_leads))
        if not numbers.goals:
            self.column.addLayout(self._no_goals())
        beside = Beside(5, 3)
        if numbers.by_source:
            self._by_source(beside.first)
        self._surprise(beside.second if numbers.by_source else beside.first)
        self.column.addWidget(beside)
        self.end()

    def _say(self) -> None:
        events = self._numbers.month.events
        if events.leads or events.conversations or events.closes:
            title = self.tr("How {month} went").format(month=self._name)
            self.say(title, month_sentence(self._numbers, "" if self._is_first else self._before))
        else:
            words = self.tr("No leads came in {month}. Five minutes will do: pages without material are ticked.")
            self.say(self.tr("A quiet month"), words.format(month=self._name))

    def _no_goals(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(plain_label(self.tr("No goals are set. They are not needed; a few help."), "small", "ink2"))
        goals = Button(self.tr("Set goals in the Playbook"), "link")
        goals.clicked.connect(lambda: self.draft.context.navigation.part_requested.emit("playbook", "goals"))
        row.addWidget(goals)
        row.addStretch()
        return row

    def _open_leads(self, figure: str, source_id: int | None = ANY_SOURCE, source: str = "") -> None:
        found = leads_behind(self.reader, self.draft.month, figure, source_id)
        words = {
            "leads": self.tr("Came in {month}"), "conversations": self.tr("First talked with in {month}"),
            "closes": self.tr("Won in {month}"), "revenue": self.tr("Won in {month}, with a value"),
            "promise": self.tr("Came in {month}: the promise"),
        }[figure].format(month=self._name)  # fmt: skip
        self.draft.context.navigation.leads_requested.emit(found, f"{words}, {source}" if source else words)

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
            told = self._told(name, value, str(value), str(before), goals.get(key), str(goals.get(key)))
            figures.append(replace(told, key=key, has_leads=value > 0))
        amount, before, goal = now.revenue.amount, was.revenue.amount, goals.get("revenue")
        money = (self._money(amount), self._money(before))
        told = self._told(self.tr("Revenue"), amount, *money, goal, self._money(goal or 0))
        figures.append(replace(told, key="revenue", has_leads=now.revenue.n > 0))
        return [*figures, self._promise(now.follow_up, was.follow_up, goals.get("promise"))]

    def _promise(self, kept: Proportion, was: Proportion, goal: int | None) -> Figure:
        """The share is said only where there are enough leads for one (METRICS)."""
        told = self._told(self.tr("Promise kept"), 100 * kept.k, _of(kept), _of(was), (goal or 0) * kept.n, f"{goal}%")
        if not was.n and not self._is_first:
            told = replace(told, before=self.tr("no new leads in {month}").format(month=self._before))
        if not kept.n:
            told = replace(told, goal=self.tr("no new leads"), share=None)
        percent = f"{round(100 * kept.k / kept.n)}%, " if kept.has_percent and goal else ""
        return replace(told, key="promise", goal=percent + told.goal, has_leads=kept.n > 0)

    def _told(self, name: str, value: int, words: str, before: str, goal: int | None, goal_words: str) -> Figure:
        was = self.tr("{n} in {month}").format(n=before, month=self._before)
        if self._is_first:
            was = self.tr("no month before")
        if not goal:
            return Figure("", name, words, was, self.tr("no goal") if self._numbers.goals else "")
        return Figure("", name, words, was, self.tr("goal {n}").format(n=goal_words), value / goal)

    def _by_source(self, column: QVBoxLayout) -> None:
        heads = (
            *(self.tr("Source"), self.tr("Leads"), self.tr("Conversations"), self.tr("Closes")),
            *(self.tr("Revenue"), self.tr("In time"), self.tr("Spend")),
        )
        groups = self._numbers.by_source
        shown = len(groups) if self.draft.opened.get(ALL_SOURCES) else MOST_SOURCES
        rows = [self._row(group, group.name or self.tr("not recorded")) for group in groups[:shown]]
        column.addWidget(table(heads, [*rows, self._row(self._numbers.in_all, self.tr("All"))], has_total=True))
        if len(groups) > shown:
            more = Button(self.tr("Show all {n} sources").format(n=len(groups)), is_small=True)
            more.clicked.connect(self._show_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        counts = [set(leads_behind(self.reader, self.draft.month, figure)) for figure in ("closes", "leads")]
        how = self.tr("Counted by the day it happened, whenever the lead came.")
        words = f"{how} {earlier_closes(len(counts[0]), len(counts[0] - counts[1]), self._name)}".rstrip()
        column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        column.addStretch()

    def _show_all(self) -> None:
        self.draft.opened[ALL_SOURCES] = "yes"
        self.draft.stale.emit()

    def _row(self, group: Group, name: str) -> tuple[Cell, ...]:
        events, figures = group.figures.events, group.figures
        source_id = ANY_SOURCE if group is self._numbers.in_all else group.id
        source = "" if source_id == ANY_SOURCE else name

        def opened(figure: str, count: int, words: str) -> Cell:
            return (words, lambda: self._open_leads(figure, source_id, source)) if count else NONE

        return (
            name,
            *(
                opened(figure, count, str(count))
                for figure, count in (
                    ("leads", events.leads),
                    ("conversations", events.conversations),
                    ("closes", events.closes),
                )
            ),
            opened("revenue", figures.revenue.n, self._money(figures.revenue.amount)),
            opened("promise", figures.follow_up.n, _of(figures.follow_up)),
            self._money(group.spent) if group.spent else NONE,
        )

    def _surprise(self, column: QVBoxLayout) -> None:
        question = self.tr("What surprised you?")
        field = AnswerText(self.draft, "numbers.surprise", question, self.tr("One thing is enough."), scaled(140))
        self.ask(question, field, column)
        said = self._last_answer()
        if said:
            words = self.tr("In {month} you wrote: “{said}”").format(month=self._before, said=said)
            column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        column.addStretch()

    def _last_answer(self) -> str:
        before = review_of(self.reader, shifted(self.draft.month, -1))
        return answers(self.reader, before.id).get("numbers.surprise", "") if before else ""

    def _money(self, amount: int) -> str:
        return format_for_people(amount, currency_of(self._code))


def _of(kept: Proportion) -> str:
    return f"{kept.k} of {kept.n}" if kept.n else NONE
