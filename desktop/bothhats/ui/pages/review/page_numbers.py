"""Page 1: the month's figures against last month and the goals, by source, and what surprised."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import capitalised, month_name, told
from bothhats.queries.months import shifted
from bothhats.queries.review_month import Numbers, read_numbers
from bothhats.queries.reviews import answers, review_of
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import AnswerText, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, card, table
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar


class NumbersPage(WizardPage):
    """Counts by event: whenever the lead arrived."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        numbers = read_numbers(self.reader, draft.month)
        self._code = read_settings(self.reader).currency
        events = numbers.month.events
        name = month_name(draft.month)
        if not events.leads and not events.conversations:
            self.say(
                self.tr("A quiet month"), self.tr("No leads came in {month}. Five minutes will do.").format(month=name)
            )
        else:
            sentence = self.tr("In {month} {leads} came and {closes} came of earlier ones and these.")
            leads, closes = told(events.leads, "lead"), told(events.closes, "close")
            self.say(
                self.tr("The numbers of {month}").format(month=name),
                sentence.format(month=name, leads=leads, closes=closes),
            )
        frame, column = card()
        row = QHBoxLayout()
        for figure in self._figures(numbers):
            row.addWidget(figure, 1)
        column.addLayout(row)
        self.column.addWidget(frame)
        if numbers.by_source:
            self.column.addWidget(self._sources(numbers))
        self.ask(
            self.tr("What surprised you?"),
            AnswerText(draft, "numbers.surprise", self.tr("What surprised you?"), self.tr("One thing is enough.")),
        )
        self._last_answer()
        self.end()

    def _figures(self, numbers: Numbers) -> list[QWidget]:
        now, before, goals = numbers.month, numbers.before, numbers.goals
        month = month_name(shifted(self.draft.month, -1))
        money = currency_of(self._code)
        revenue, earlier = (format_for_people(each.revenue.amount, money) for each in (now, before))
        figures = [
            (self.tr("Leads"), now.events.leads, str(now.events.leads), str(before.events.leads), "leads"),
            (
                self.tr("Conversations"),
                now.events.conversations,
                str(now.events.conversations),
                str(before.events.conversations),
                "conversations",
            ),
            (self.tr("Closes"), now.events.closes, str(now.events.closes), str(before.events.closes), "closes"),
            (self.tr("Revenue"), now.revenue.amount, revenue, earlier, "revenue"),
        ]
        widgets = [
            _figure(name, words, f"{month}: {was}", value, goals.get(goal, 0), self._goal_words(goal, goals))
            for name, value, words, was, goal in figures
        ]
        kept, goal = now.follow_up, goals.get("promise", 0)
        share = round(100 * kept.k / kept.n) if kept.n else 0
        was = f"{before.follow_up.k} of {before.follow_up.n}"
        words = f"{kept.k} of {kept.n}" if kept.n else "–"
        widgets.append(
            _figure(self.tr("Promise kept"), words, f"{month}: {was}", share, goal, self._goal_words("promise", goals))
        )
        return widgets

    def _goal_words(self, figure: str, goals: dict[str, int]) -> str:
        goal = goals.get(figure)
        if goal is None:
            return self.tr("no goal")
        if figure == "revenue":
            return self.tr("goal {n}").format(n=format_for_people(goal, currency_of(self._code)))
        return self.tr("goal {n}").format(n=f"{goal} %" if figure == "promise" else goal)

    def _sources(self, numbers: Numbers) -> QWidget:
        heads = (self.tr("Source"), self.tr("Leads"), self.tr("Talked"), self.tr("Closed"))
        rows = [
            (
                line.name or self.tr("not recorded"),
                str(len(line.leads)),
                f"{len(line.conversations)} of {len(line.leads)}",
                f"{len(line.closes)} of {len(line.leads)}",
            )
            for line in numbers.by_source
        ]
        return table(heads, rows)

    def _last_answer(self) -> None:
        before = review_of(self.reader, shifted(self.draft.month, -1))
        said = answers(self.reader, before.id).get("numbers.surprise", "") if before else ""
        if said:
            month = capitalised(month_name(shifted(self.draft.month, -1)))
            self.column.addWidget(plain_label(f"{month}: {said}", "small", "ink3", wraps=True))


def _figure(name: str, words: str, before: str, value: int, goal: int, goal_words: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(plain_label(name, "small_strong", "ink2"))
    column.addWidget(plain_label(words, "figure"))
    column.addWidget(plain_label(before, "small", "ink2"))
    if goal:
        column.addWidget(PartBar(value / goal, "ink", height=6))
    told_goal = f"✓ {goal_words}" if goal and value >= goal else goal_words
    column.addWidget(plain_label(told_goal, "small", "ink3"))
    holder.setAccessibleName(f"{name}: {words}, {before}, {goal_words}")
    return holder
