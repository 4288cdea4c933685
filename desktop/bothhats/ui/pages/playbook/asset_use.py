"""The use of a piece of content: people by month, helped, wins, and the counts of what it answers before and since."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import counted, short_date
from bothhats.queries.asset_ledger import AssetHistory, AssetLine, Effect, Use
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.people_rows import PersonRow
from bothhats.ui.pages.playbook.said_words import people_words
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import BeforeAfter
from bothhats.ui.widgets.month_bars import MonthBar, MonthBars
from bothhats.ui.widgets.segments import Segments

_HELPED = {"yes": True, "no": False, "unsure": None}


class UseRow(PersonRow):
    """A lead that got it, and whether it helped."""

    def __init__(self, context: Context, use: Use) -> None:
        super().__init__(context, use)
        choices: list[tuple[object, str]] = [
            ("yes", self.tr("Helped")),
            ("no", self.tr("Did not")),
            ("unsure", self.tr("Unsure")),
        ]
        name = self.tr("Did it help {name} on {day}?").format(name=use.name, day=self.day)
        self.verdict = Segments(name, choices, is_small=True)
        self.show_verdict(use.helped)
        self.row.addWidget(self.verdict)
        self.row.addStretch(1)

    def show_verdict(self, helped: bool | None) -> None:
        """What the file says."""
        self.verdict.set_value(next(words for words, each in _HELPED.items() if each is helped))

    @staticmethod
    def helped(value: object) -> bool | None:
        """What a choice means."""
        return _HELPED[str(value)]


class AssetUse(QWidget):
    """Nobody has got it: the bars give way to that sentence and the way out."""

    def __init__(self) -> None:
        super().__init__()
        self.bars_title = plain_label(self.tr("Sent or shown, people by month"), "small_strong", "ink2")
        self.bars = MonthBars(self.tr("People by month"))
        self.told = plain_label("", "body", "ink2", wraps=True)
        self.retire_button = Button(self.tr("Retire it"), icon_name="archive", is_small=True)
        self._effects = QVBoxLayout()
        self._effects.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.bars_title, self.bars, self.told):
            column.addWidget(widget)
        column.addWidget(self.retire_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._effects)

    def show_use(self, line: AssetLine, history: AssetHistory, today: date) -> None:
        """All of it."""
        is_used = bool(history.uses)
        self.bars_title.setVisible(is_used)
        self.bars.setVisible(is_used)
        self.bars.show_bars([MonthBar(month, count, people_words(count)) for month, count in history.months])
        self.told.setText(self._words(line, history, today))
        self.retire_button.setVisible(line.is_unused(today))
        self._show_effects(line, history.effects, today)

    def _words(self, line: AssetLine, history: AssetHistory, today: date) -> str:
        if not history.uses:
            words = self.tr("Nobody has got this yet.")
            return self.tr("{words} Retire it?").format(words=words) if line.is_unused(today) else words
        marked = [use for use in history.uses if use.helped is not None]
        helped = Proportion(sum(bool(use.helped) for use in marked), len(marked))
        parts = [self.tr("Sent or shown to {n}.").format(n=people_words(line.people_ever))]
        parts.append(
            self.tr("It helped {k_of_n} times.").format(k_of_n=helped.told)
            if marked
            else self.tr("You never said whether it helped.")
        )
        if history.wins_in_all:
            wins = counted(history.wins_in_all, self.tr("win"))
            since = self.tr("Present in {k} of {wins} since it went live.")
            parts.append(since.format(k=history.wins, wins=wins))
        if line.is_unused(today):
            parts.append(self.tr("Not used in 90 days. Retire it?"))
        return " ".join(parts)

    def _show_effects(self, line: AssetLine, effects: tuple[Effect, ...], today: date) -> None:
        while item := self._effects.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if line.answers and not effects:
            waits = self.tr("What it answers is counted before and after its first live day.")
            self._effects.addWidget(plain_label(waits, "small", "ink2", wraps=True))
        for effect in effects:
            self._effects.addWidget(plain_label(f"“{effect.phrase.text}”", "strong", wraps=True))
            days = counted(effect.days, self.tr("day"))
            told = self.tr("{days} before it went live on {day}, and {days} from then on.")
            day = short_date(line.live_on, today) if line.live_on else ""
            self._effects.addWidget(plain_label(told.format(days=days, day=day), "small", "ink2", wraps=True))
            self._effects.addWidget(
                BeforeAfter(
                    (self.tr("before"), effect.before, people_words(effect.before)),
                    (self.tr("since"), effect.since, people_words(effect.since)),
                )
            )
