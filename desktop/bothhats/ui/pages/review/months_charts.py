"""How it went over a year of months: alignment, commitments, objections and questions, claims that landed."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.queries.alignment import MonthScore, month_scores
from bothhats.queries.claims_heard import read_claims_heard
from bothhats.queries.figures import Period
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.objections_heard import read_objections_heard
from bothhats.queries.past_reviews import past_reviews
from bothhats.queries.scope import Scope
from bothhats.ui.pages.review.month_bars import score_bars
from bothhats.ui.pages.review.page_frame import card
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.month_bars import MonthBar, MonthBars

MONTHS, MOST_LINES = 12, 6
LOW, HIGH = 72, 110
NARROW = 900


class MonthsCharts(Beside):
    """The year up to a month; under each other where it is narrow. `wanted` asks for the letter of a month."""

    wanted = Signal(str)

    def __init__(self, reader: sqlite3.Connection, month: str, today: date) -> None:
        super().__init__(1, 1, NARROW)
        self._reader, self._month = reader, month
        self._past = {each.review.month: each for each in past_reviews(reader)}
        scope = Scope(Period(first_day(shifted(month, 1 - MONTHS)), last_day(month), last_day(month)))
        objections = read_objections_heard(reader, scope)
        claims = read_claims_heard(reader, scope)
        asked = [(line.text, [len(ids) for ids in line.by_month]) for line in objections.lines]
        landed = [(line.text, [counts[0] for counts in line.by_month]) for line in claims.lines if line.landed]
        self.first.addWidget(self._card(self.tr("Alignment"), score_bars(self._scores(today), HIGH)))
        self.second.addWidget(self._card(self.tr("Commitments kept"), self._commitments()))
        people = self.tr("Objections and questions, in people")
        self.first.addWidget(self._card(people, self._lines(objections.months, asked, "sal")))
        landing = self.tr("Claims that landed, in people")
        self.second.addWidget(self._card(landing, self._lines(claims.months, landed, "mkt")))
        for column in (self.first, self.second):
            column.addStretch()
        for bars in self.findChildren(MonthBars):
            bars.lead_to(self._past)
            bars.chosen.connect(self.wanted)

    def _scores(self, today: date) -> list[MonthScore]:
        return month_scores(self._reader, self._month, today, MONTHS)

    def _commitments(self) -> MonthBars:
        """By the month whose review made them."""
        bars = []
        for back in range(MONTHS - 1, -1, -1):
            month = shifted(self._month, -back)
            each = self._past.get(month)
            told = self.tr("{k} of {n} kept").format(k=each.kept, n=each.made) if each and each.made else ""
            over = f"{each.kept}/{each.made}" if each else ""
            bars.append(MonthBar(month, each.kept if each else 0, told or self.tr("none were made"), over))
        return MonthBars(self.tr("Commitments kept by month"), bars, 3, HIGH)

    def _lines(self, months: Sequence[str], lines: Sequence[tuple[str, Sequence[int]]], token: str) -> QWidget:
        """One low chart a phrase, on one scale."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        most = max((max(counts) for _, counts in lines), default=1)
        for number, (text, counts) in enumerate(lines[:MOST_LINES]):
            if number:
                column.addWidget(hairline())
            column.addWidget(plain_label(f"“{text}”", "body", wraps=True))
            bars = [
                MonthBar(month, n, counted(n, "person", "people") if n else self.tr("nobody"))
                for month, n in zip(months, counts, strict=True)
            ]
            column.addWidget(MonthBars(text, bars, most, LOW, token))
        if not lines:
            column.addWidget(plain_label(self.tr("Nothing was logged in these months."), "body", "ink2"))
        return holder

    def _card(self, title: str, chart: QWidget) -> QWidget:
        frame, column = card()
        column.addWidget(plain_label(title, "strong"))
        column.addWidget(chart)
        return frame
