"""Objections and questions: the ledger of what prospects say against buying, and what they ask."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from bothhats.domain.name_matching import folded
from bothhats.domain.wording import capitalised, told
from bothhats.queries.phrase_ledger import PhraseLine, phrase_lines
from bothhats.queries.today_marketing import unanswered
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.ledger import Detail, Ledger
from bothhats.ui.pages.playbook.ledger_cells import Cell
from bothhats.ui.pages.playbook.ledger_table import Column, LedgerRow
from bothhats.ui.pages.playbook.phrase_detail import PhraseDetail
from bothhats.ui.pages.playbook.said_words import (
    KIND_ICONS,
    answer_words,
    day_words,
    kind_words,
    outcome_words,
    people_words,
    waiting_words,
)
from bothhats.ui.pages.playbook.spans import SpanChoice
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.segments import Segments


class ObjectionsPart(Ledger):
    """Most people first; what nothing answers is said in strong words."""

    def __init__(self, context: Context) -> None:
        self.name = self.tr("Objections and questions")
        self.columns = (
            Column(self.tr("What they say or ask"), share=5),
            Column(self.tr("Heard from"), width=170),
            Column(self.tr("What became of them"), share=3, least=700),
            Column(self.tr("Answered by"), share=3),
            Column(self.tr("Last heard"), width=96, least=560),
        )
        self.span = SpanChoice()
        self.text = QLineEdit()
        super().__init__(context)
        self.controls_row.addWidget(self.span)
        self.empty.say(self.tr("Nothing was heard yet"), self.tr("Log it with a touch, in their words."))
        self.span.changed.connect(self._on_span)

    def _on_span(self) -> None:
        self.refresh()
        self.says_anew.emit()

    def sentence(self) -> str:
        today = self.context.today()
        lines = [line for line in phrase_lines(self.reader, self.span.start(today), today) if not line.is_retired]
        if not lines:
            return self.tr("What prospects say against buying, and what they ask.")
        first = self.tr("{n} heard {span}.").format(
            n=capitalised(told(sum(line.people > 0 for line in lines), "phrase")), span=self.span.words
        )
        waiting = len(unanswered(self.reader, today))
        return f"{first} {waiting_words(waiting)}".strip()

    def begin_new(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_empty(self) -> None:
        self.begin_new()

    def fill_list(self) -> None:
        self.kind = Segments(
            self.tr("Kind"), [("question", self.tr("Question")), ("objection", self.tr("Objection"))], "question"
        )
        self.text.setPlaceholderText(self.tr("Is switching a hassle?"))
        self.text.setAccessibleName(self.tr("New objection or question"))
        add = Button(self.tr("Add it"), icon_name="plus")
        add.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.text, 1)
        row.addWidget(add)
        self.list_column.addLayout(row)
        super().fill_list()

    def rows(self) -> Sequence[LedgerRow]:
        today = self.context.today()
        lines = phrase_lines(self.reader, self.span.start(today), today)
        typed = folded(self.search.text())
        most = max((line.people for line in lines), default=1) or 1
        found = [line for line in lines if typed in folded(line.text)]
        open_ones = {each.id for each in unanswered(self.reader, today)}
        retired = sum(line.is_retired for line in lines)
        self.foot.setText(self.tr("{n} no longer listened for").format(n=retired) if retired else "")
        return [self._row(line, most, is_open=line.id in open_ones) for line in found]

    def make_detail(self, row_id: int | None) -> Detail:
        return PhraseDetail(self, row_id or 0, self.span)

    def _row(self, line: PhraseLine, most: int, *, is_open: bool) -> LedgerRow:
        today = self.context.today()
        kind = kind_words(line.kind)
        if line.is_retired:
            kind = self.tr("{kind}, no longer listened for").format(kind=kind)
        people, outcomes, answer = people_words(line.people), outcome_words(line.outcomes), answer_words(line)
        quiet = "ink2" if line.is_retired else "ink"
        cells = (
            Cell(f"“{line.text}”", kind, KIND_ICONS[line.kind], "strong", quiet),
            Cell(people, token="ink" if line.people else "ink2", part=line.people / most),
            Cell(outcomes or "–", token="ink2"),
            Cell(answer, role="strong" if is_open else "body", token="ink" if line.is_answered or is_open else "ink2"),
            Cell(day_words(line.last_heard, today), token="ink2"),
        )
        said = (line.text, kind, people, outcomes, answer)
        return LedgerRow(line.id, cells, ", ".join(filter(None, said)))

    def _add(self) -> None:
        today, kind, text = self.context.today(), str(self.kind.value), self.text.text()
        if self.do(lambda: self.context.workspace.objections.add(kind, text, today), self.text):
            self.text.clear()
