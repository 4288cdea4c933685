"""What each column says when nothing waits in it: for today, for one day, in an empty file."""

from datetime import date

from bothhats.domain.wording import counted, long_date, month_name
from bothhats.queries.months import first_day, month_of, shifted
from bothhats.queries.today import Today
from bothhats.ui.navigation import Navigation
from bothhats.ui.pages.today.column import Column
from bothhats.ui.pages.today.day_words import all_done_sentence, coming_day
from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.sales_rows import done_rows
from bothhats.ui.widgets.buttons import Button


class SalesColumn(Column):
    """Who to talk to."""

    def __init__(self, navigation: Navigation) -> None:
        self.parked_button = Button("", icon_name="circle-pause")
        self.add_button = Button("", icon_name="plus")
        self.import_button = Button("", icon_name="upload")
        buttons = (self.parked_button, self.add_button, self.import_button)
        super().__init__("sales", 23, *buttons)
        self.name(self.tr("Sales hat"), self.tr("who to talk to"))
        self.parked_button.setText(self.tr("See the parked"))
        self.add_button.setText(self.tr("Add a lead"))
        self.import_button.setText(self.tr("Import leads"))
        self._parked: list[int] = []
        self.parked_button.clicked.connect(lambda: navigation.leads_requested.emit(self._parked, self.tr("Parked")))
        self.add_button.clicked.connect(lambda: navigation.command_requested.emit("lead.add", None))
        self.import_button.clicked.connect(lambda: navigation.command_requested.emit("import.open", None))

    def show_answer(self, answer: Today, rows: list[Row], day: date | None, next_name: str) -> None:
        """The rows, or why there are none; `next_name` is whose follow-up comes next."""
        self._parked = [each.lead_id for each in answer.parked]
        has_rows = any(not row.is_head and not row.is_done for row in rows)
        self.parked_button.setVisible(bool(answer.parked) and day is None)
        self.add_button.setVisible(day is None)
        self.import_button.setVisible(not answer.has_leads)
        if day is not None:
            self._show_day(answer, rows, day)
        elif not answer.has_leads:
            self.show_empty(self.tr("No leads yet"), self.tr("Add one, or bring in a list."), [])
        elif answer.is_all_done or not has_rows:
            heading = self.tr("Everyone has heard from you.")
            self.show_empty(heading, all_done_sentence(answer, next_name), done_rows(answer))
        else:
            self.show_rows(rows, counted(answer.people, self.tr("person"), self.tr("people")))

    def _show_day(self, answer: Today, rows: list[Row], day: date) -> None:
        people = sum(row.kind == "lead" for row in rows)
        when = coming_day(day, answer.today) if day >= answer.today else _on(day, answer.today)
        if rows:
            self.show_rows(rows, counted(people, self.tr("person"), self.tr("people")), when)
        else:
            self.show_empty(
                self.tr("Nobody waits {}.").format(when), self.tr("Choose the day again to see all."), [], when
            )


class MarketingColumn(Column):
    """What to say to everyone."""

    def __init__(self, navigation: Navigation) -> None:
        self.playbook_button = Button("", icon_name="book-open")
        super().__init__("marketing", 16, self.playbook_button)
        self.name(self.tr("Marketing hat"), self.tr("what to say to everyone"))
        self.playbook_button.setText(self.tr("Open the playbook"))
        self.playbook_button.clicked.connect(lambda: navigation.place_requested.emit("playbook"))

    def show_answer(self, answer: Today, rows: list[Row], day: date | None) -> None:
        """The rows, or why there are none."""
        self.playbook_button.setVisible(day is None)
        if rows:
            self.show_rows(rows)
        elif day is not None:
            when = coming_day(day, answer.today) if day >= answer.today else _on(day, answer.today)
            self.show_empty(self.tr("Nothing is promised for {}.").format(when.removeprefix("on ")), "", [])
        elif answer.has_leads:
            sentence = self.tr("Nothing was heard twice without a live asset that answers it.")
            self.show_empty(
                self.tr("Every question has an answer."), f"{sentence} {self._next_review(answer)}".strip(), []
            )
        else:
            sentence = self.tr("What is heard twice and answered nowhere will stand here.")
            self.show_empty(self.tr("Nothing was heard yet."), sentence, [])

    def _next_review(self, answer: Today) -> str:
        if answer.review:
            return ""
        month = month_of(answer.today)
        opens = long_date(first_day(shifted(month, 1)), answer.today)
        return self.tr("The {} review opens on {}.").format(month_name(month), opens)


def _on(day: date, today: date) -> str:
    return f"on {long_date(day, today)}"
