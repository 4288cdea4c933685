"""One claim in full: its words, where it is said, and every time it came up; reword it, merge it, retire it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from bothhats.domain.wording import counted
from bothhats.queries.asset_ledger import asset_lines
from bothhats.queries.claim_ledger import ClaimHearing, ClaimLine, claim_hearings, claim_lines
from bothhats.queries.lists import campaigns
from bothhats.ui.pages.playbook.ledger import Detail
from bothhats.ui.pages.playbook.people_rows import OfPerson, PeopleRows, PersonRow
from bothhats.ui.pages.playbook.picked import Picked, Thing, ThingField
from bothhats.ui.pages.playbook.said_words import people_words, verdict_words
from bothhats.ui.pages.playbook.spans import SpanChoice
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import Chip
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.kept_text import KeptLine
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.marks import PeopleMarks

if TYPE_CHECKING:
    from bothhats.ui.pages.playbook.ledger import Ledger


class ClaimDetail(Detail):
    """Every change is kept at once and can be undone."""

    def __init__(self, part: "Ledger", row_id: int, span: SpanChoice) -> None:
        super().__init__(part, row_id, part.tr("All claims"))
        self._span = span
        self._line: ClaimLine | None = None
        self._claims = self.context.workspace.claims
        self.text = KeptLine(placeholder=self.tr("Your books closed by the 5th"))
        self.campaigns = Picked("", self.tr("Which campaign?"))
        self.assets = Picked("", self.tr("Which page, post or template?"))
        self.same = ThingField("", self.tr("Find the other one"))
        self.same.things = self._others
        self.retire_button = Button("", icon_name="archive", is_small=True)
        self.people = PeopleRows(self._hearing_row)
        self.told = plain_label("", "body", "ink2", wraps=True)
        self._beside = Beside(3, 2)
        self._marks: PeopleMarks | None = None
        self._assemble()
        self._connect()

    def refresh(self) -> bool:
        today = self.context.today()
        lines = claim_lines(self.reader, self._span.start(today), today)
        line = self._line = next((each for each in lines if each.id == self.row_id), None)
        if line is None:
            return False
        self.text.show_text(line.text)
        self.campaigns.show_things(
            [Thing(each.id, each.name, "", "megaphone") for each in campaigns(self.reader)],
            [each.id for each in line.campaigns],
        )
        self.assets.show_things(
            [
                Thing(each.id, each.title, "", ASSET_ICONS[each.kind])
                for each in asset_lines(self.reader, today)
                if each.status != "retired"
            ],
            [each.id for each in line.assets],
        )
        self.retire_button.setText(self.tr("Say it again") if line.retired_on else self.tr("Stop saying it"))
        self._show_counts(line)
        heard = claim_hearings(self.reader, line.id)
        times = counted(len(heard), self.tr("time"), self.tr("times"))
        title = self.tr("Came &up {times}").format(times=times) if heard else self.tr("Nobody ever mentioned it")
        self.people.show_people(title, heard)
        return True

    def begin(self) -> None:
        self.people.begin() if self.people.rows else self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        self.head.addWidget(self.retire_button)
        left = self._beside.first
        left.addWidget(Field(self.tr("The &promise"), self.text))
        left.addWidget(Field(self.tr("Said in &campaigns"), self.campaigns))
        left.addWidget(Field(self.tr("S&aid in content"), self.assets))
        hint = self.tr("Both become one; all that was heard stays.")
        left.addWidget(Field(self.tr("It &means the same as"), self.same, hint))
        left.addStretch(1)
        self._beside.second.addWidget(
            plain_label(self.tr("One mark per person you talked with"), "small_strong", "ink2")
        )
        self._beside.second.addWidget(self.told)
        self._beside.second.addStretch(1)
        self.column.addWidget(self._beside)
        self.column.addWidget(self.people)
        self.column.addStretch(1)

    def _connect(self) -> None:
        part, row_id = self.part, self.row_id or 0
        self.text.kept.connect(self._reword)
        self.campaigns.changed.connect(lambda ids: part.do(lambda: self._claims.say_in_campaigns(row_id, ids)))
        self.assets.changed.connect(lambda ids: part.do(lambda: self._claims.say_in_assets(row_id, ids)))
        self.same.picked.connect(lambda picked: self._merge(int(str(picked))))
        self.retire_button.clicked.connect(self._retire)

    def _show_counts(self, line: ClaimLine) -> None:
        counts = (line.landed, line.doubted, line.not_wanted, line.never)
        names = (self.tr("landed with {n}"), self.tr("doubted by {n}"), self.tr("not wanted by {n}"),
                 self.tr("never came up with {n}"))  # fmt: skip
        words = ", ".join(
            name.format(n=people_words(count)) for name, count in zip(names, counts, strict=True) if count
        )
        if self._marks is not None:
            self._marks.hide()
            self._marks.deleteLater()
        self._marks = PeopleMarks(*counts, words)
        self._beside.second.insertWidget(1, self._marks)
        nobody = self.tr("You talked with nobody {span}.").format(span=self._span.words)
        self.told.setText(f"{words}, {self._span.words}." if words else nobody)

    def _hearing_row(self, item: OfPerson) -> PersonRow:
        heard = cast("ClaimHearing", item)
        row = PersonRow(self.context, item)
        row.row.addWidget(Chip(verdict_words(heard.verdict), "outline"))
        row.row.addWidget(ElidedLabel(heard.note.replace("\n", " "), "body", "ink2"), 1)
        return row

    def _others(self) -> list[Thing]:
        today = self.context.today()
        lines = claim_lines(self.reader, self._span.start(today), today)
        return [Thing(line.id, line.text, "", "sparkles") for line in lines if line.id != self.row_id]

    def _reword(self, text: str) -> None:
        if not self.part.do(lambda: self._claims.reword(self.row_id or 0, text)) and self._line:
            self.text.setText(self._line.text)
            self.text.keep()

    def _merge(self, into: int) -> None:
        row_id, self.row_id = self.row_id or 0, into
        if not self.part.do(lambda: self._claims.merge(row_id, into)):
            self.row_id = row_id

    def _retire(self) -> None:
        on = None if self._line and self._line.retired_on else self.context.today()
        self.part.do(lambda: self._claims.retire(self.row_id or 0, on))
