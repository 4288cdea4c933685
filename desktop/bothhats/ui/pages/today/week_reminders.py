"""One reminder for each hat: the claim that runs now, and the phrase that most people said and nothing answers."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.wording import month_name, short_date
from bothhats.queries.week_ahead import WeekAhead
from bothhats.ui.pages.today.week_words import people_told
from bothhats.ui.widgets.labels import ElidedLabel
from bothhats.ui.widgets.shelf import Shelf


class WeekReminders(QWidget):
    """Two shelves; one without anything to say is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.sales = _Reminder("sales", self.tr("Sales hat, remember"))
        self.marketing = _Reminder("marketing", self.tr("Marketing hat, remember"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.sales, 1)
        row.addWidget(self.marketing, 1)

    def show_answer(self, answer: WeekAhead) -> None:
        """Say what each hat should have in mind this week."""
        claim, phrase = answer.claim, answer.phrase
        self.sales.setVisible(claim is not None)
        self.marketing.setVisible(phrase is not None)
        self.setVisible(claim is not None or phrase is not None)
        if claim:
            where = claim.source or claim.name
            until = self.tr("What you claim on {}.").format(where)
            if claim.ends_on:
                until = self.tr("What you claim on {} until {}.").format(where, short_date(claim.ends_on, answer.today))
            self.sales.say(f"“{claim.claims[0]}”", until)
        if phrase:
            heard = self.tr("Heard from {} in 90 days, not answered yet.").format(people_told(phrase.people))
            if phrase.in_month > 1:
                heard = self.tr("Heard from {} in {}, not answered yet.").format(
                    people_told(phrase.in_month), month_name(phrase.month)
                )
            self.marketing.say(f"“{phrase.text}”", heard)


class _Reminder(Shelf):
    """A quote, and where it is from."""

    def __init__(self, hat: str, title: str) -> None:
        super().__init__(hat, title)
        self._quote, self._words = ElidedLabel("", "strong"), ElidedLabel("", "body", "ink2")
        self.body.setSpacing(2)
        self.body.addWidget(self._quote)
        self.body.addWidget(self._words)

    def say(self, quote: str, words: str) -> None:
        """Change both."""
        self._quote.setText(quote)
        self._words.setText(words)
