"""The goals of a month."""

from PySide6.QtWidgets import QLineEdit

from bothhats.domain.money import NotAnAmount, currency_of, format_plain
from bothhats.domain.problems import Refused
from bothhats.domain.wording import month_name
from bothhats.queries.months import month_of
from bothhats.queries.review_month import read_goals
from bothhats.queries.settings import read_settings
from bothhats.ui.local_input import read_amount
from bothhats.ui.pages.playbook.part import Part, two_lines

GOALS = ("leads", "conversations", "closes", "revenue", "promise")


class GoalsPart(Part):
    """What a month is to bring, from this month on."""

    def sentence(self) -> str:
        month = month_of(self.context.today())
        return self.tr("What a month is to bring, from {month} on.").format(month=month_name(month))

    def fill(self) -> None:
        month = month_of(self.context.today())
        goals = read_goals(self.reader, month)
        currency = currency_of(read_settings(self.reader).currency)
        names = {
            "leads": self.tr("Leads"), "conversations": self.tr("Conversations"), "closes": self.tr("Closes"),
            "revenue": self.tr("Revenue"), "promise": self.tr("Promise kept, in percent"),
        }  # fmt: skip
        rows = []
        for figure in GOALS:
            goal = goals.get(figure)
            shown = "" if goal is None else format_plain(goal, currency) if figure == "revenue" else str(goal)
            field = QLineEdit(shown)
            field.setFixedWidth(140)
            field.setPlaceholderText(self.tr("no goal"))
            field.setAccessibleName(names[figure])
            field.editingFinished.connect(
                lambda field=field, figure=figure, shown=shown: self.do(lambda: self._save(figure, field.text(), shown))
            )
            rows.append(two_lines(names[figure], "", field))
        self.add_rows(rows, "")

    def _save(self, figure: str, text: str, before: str) -> None:
        text = text.strip()
        if text == before:
            return
        amount: int | None = None
        if text and figure == "revenue":
            parsed = read_amount(text, currency_of(read_settings(self.reader).currency))
            if isinstance(parsed, NotAnAmount):
                raise Refused(parsed.reason, self.tr("The goal stayed as it was."))
            amount = parsed
        elif text:
            if not text.isascii() or not text.isdecimal():
                raise Refused(self.tr("A goal is a whole number."), self.tr("The goal stayed as it was."))
            amount = int(text)
        self.context.workspace.goals.set(month_of(self.context.today()), figure, amount)
