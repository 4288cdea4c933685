"""One objection or question in full: its words, what answers it, every hearing; merge it, split some off, retire it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from bothhats.domain.lead import Heard
from bothhats.queries.asset_ledger import asset_lines
from bothhats.queries.phrase_ledger import PhraseLine, phrase_history, phrase_lines
from bothhats.ui.pages.playbook.hearing_rows import HearingRows
from bothhats.ui.pages.playbook.ledger import Detail
from bothhats.ui.pages.playbook.picked import Picked, Thing, ThingField
from bothhats.ui.pages.playbook.said_words import KIND_ICONS, outcome_words, people_words
from bothhats.ui.pages.playbook.spans import SpanChoice, first_shown
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.kept_text import KeptLine
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.month_bars import MonthBar, MonthBars
from bothhats.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from bothhats.ui.pages.playbook.ledger import Ledger


class PhraseDetail(Detail):
    """Every change is kept at once and can be undone."""

    def __init__(self, part: "Ledger", row_id: int, span: SpanChoice) -> None:
        super().__init__(part, row_id, part.tr("All objections and questions"))
        self._span = span
        self._line: PhraseLine | None = None
        self._objections = self.context.workspace.objections
        self.text = KeptLine(placeholder=self.tr("Is switching a hassle?"))
        self.kind = Segments(
            self.tr("Kind"), [("question", self.tr("Question")), ("objection", self.tr("Objection"))], "question"
        )
        self.answers = Picked("", self.tr("Find content, or name what you will make"), self.tr("Make: “{}”"))
        self.same = ThingField("", self.tr("Find the other one"))
        self.retire_button = Button("", icon_name="archive", is_small=True)
        self.hearings = HearingRows(self.context, self._other_phrases)
        self.told = plain_label("", "body", "ink2", wraps=True)
        self.bars = MonthBars(self.tr("People by month"))
        self._assemble()
        self._connect()

    def refresh(self) -> bool:
        today = self.context.today()
        lines = phrase_lines(self.reader, self._span.start(today), today)
        line = self._line = next((each for each in lines if each.id == self.row_id), None)
        if line is None:
            return False
        history = phrase_history(self.reader, line.id, first_shown(today), today)
        self.text.show_text(line.text)
        self.kind.set_value(line.kind)
        self._show_answers()
        self.retire_button.setText(self.tr("Listen for it again") if line.is_retired else self.tr("Retire it"))
        people = self.tr("{people} {span}").format(people=people_words(line.people), span=self._span.words)
        outcomes = outcome_words(line.outcomes)
        self.told.setText(f"{people}: {outcomes}." if outcomes else f"{people}.")
        self.bars.show_bars([MonthBar(month, count, people_words(count)) for month, count in history.months])
        self.hearings.show_hearings(history.hearings)
        return True

    def begin(self) -> None:
        self.hearings.begin() if self.hearings.rows else self.text.setFocus()

    def _assemble(self) -> None:
        self.head.addWidget(self.retire_button)
        beside = Beside(3, 2)
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(Field(self.tr("&Their words, in short"), self.text), 1)
        words.addWidget(Field(self.tr("Kind"), self.kind))
        beside.first.addLayout(words)
        beside.first.addWidget(Field(self.tr("&Answered by"), self.answers))
        beside.first.addWidget(
            Field(self.tr("It &means the same as"), self.same, self.tr("Both become one; every hearing stays."))
        )
        beside.first.addStretch(1)
        beside.second.addWidget(plain_label(self.tr("People by month"), "small_strong", "ink2"))
        beside.second.addWidget(self.bars)
        beside.second.addWidget(self.told)
        beside.second.addStretch(1)
        self.column.addWidget(beside)
        self.column.addWidget(self.hearings)
        self.column.addStretch(1)
        self.same.things = self._other_phrases

    def _connect(self) -> None:
        part, row_id = self.part, self.row_id or 0
        self.text.kept.connect(lambda text: self._reword(str(self.kind.value), text))
        self.kind.changed.connect(lambda kind: self._reword(str(kind), self.text.text()))
        self.answers.changed.connect(lambda ids: part.do(lambda: self._objections.answer_with(row_id, ids)))
        self.answers.made.connect(self._make_answer)
        self.same.picked.connect(lambda picked: self._merge(int(str(picked))))
        self.retire_button.clicked.connect(self._retire)
        self.hearings.corrected.connect(lambda each, text: part.do(lambda: self._objections.correct(each, text)))
        self.hearings.taken_back.connect(lambda each: part.do(lambda: self._objections.take_back(each)))
        self.hearings.split.connect(self._split)

    def _show_answers(self) -> None:
        assert self._line is not None
        things = [
            Thing(line.id, line.title, "" if line.status == "live" else line.status, ASSET_ICONS[line.kind])
            for line in asset_lines(self.reader, self.context.today())
            if line.status != "retired"
        ]
        self.answers.show_things(things, [answer.asset_id for answer in self._line.answers])

    def _other_phrases(self) -> list[Thing]:
        today = self.context.today()
        lines = phrase_lines(self.reader, self._span.start(today), today)
        return [
            Thing(line.id, line.text, people_words(line.people), KIND_ICONS[line.kind])
            for line in lines
            if line.id != self.row_id
        ]

    def _reword(self, kind: str, text: str) -> None:
        if not self.part.do(lambda: self._objections.change(self.row_id or 0, kind, text)) and self._line:
            self.text.setText(self._line.text)
            self.text.keep()

    def _make_answer(self, title: str) -> None:
        today, row_id = self.context.today(), self.row_id or 0
        self.part.do(lambda: self.context.workspace.assets.add("page", title, today, "drafting", answers=[row_id]))

    def _merge(self, into: int) -> None:
        row_id, self.row_id = self.row_id or 0, into
        if not self.part.do(lambda: self._objections.merge(row_id, into)):
            self.row_id = row_id

    def _split(self, ids: object, picked: object, text: str) -> None:
        kind = str(self.kind.value) if not text.endswith("?") else "question"
        target = int(str(picked)) if picked else None
        self.part.do(lambda: self._objections.split(list(ids), Heard(target, kind, text)))  # type: ignore[call-overload]

    def _retire(self) -> None:
        on = None if self._line and self._line.is_retired else self.context.today()
        self.part.do(lambda: self._objections.retire(self.row_id or 0, on))
