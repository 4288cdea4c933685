"""Every hearing of a phrase, in their words; ticked ones can be split off as something else."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from bothhats.domain.wording import counted
from bothhats.queries.phrase_ledger import LedgerHearing
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.people_rows import OfPerson, PeopleRows, PersonRow
from bothhats.ui.pages.playbook.picked import Thing, ThingField
from bothhats.ui.pages.playbook.said_words import standing_words
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.kept_text import KeptLine


class HearingRow(PersonRow):
    """Its words are changed in place."""

    def __init__(self, context: Context, hearing: LedgerHearing) -> None:
        super().__init__(context, hearing, standing_words(hearing.standing))
        said = {"name": hearing.name, "day": self.day}
        self.box = QCheckBox()
        self.box.setAccessibleName(self.tr("Choose what {name} said on {day}").format(**said))
        self.words = KeptLine(self.tr("What {name} said on {day}").format(**said), self.tr("In their words"))
        self.words.setProperty("small", "true")
        self.words.show_text(hearing.words)
        words = self.tr("{name} did not say it on {day}").format(**said)
        self.remove = IconButton("x", words, "quiet", is_small=True)
        self.row.insertWidget(0, self.box)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.remove)
        for before, after in ((self.box, self.lead_button), (self.lead_button, self.words), (self.words, self.remove)):
            self.setTabOrder(before, after)


class HearingRows(PeopleRows):
    """`split` tells the ticked ids, the phrase they go to (or None) and the words of a new one."""

    corrected = Signal(int, str)
    taken_back = Signal(int)
    split = Signal(object, object, str)

    def __init__(self, context: Context, others: Callable[[], Sequence[Thing]]) -> None:
        super().__init__(self._make_row, self._renew_row)
        self._context = context
        self.split_field = ThingField("", self.tr("Find it, or say it in a few words"), self.tr("New: “{}”"))
        self.split_field.things = others
        self.split_row = Field(self.tr("What is ticked means something else:"), self.split_field)
        self.split_row.hide()
        self.column.insertWidget(1, self.split_row)
        self.split_field.picked.connect(lambda picked: self.split.emit(self.ticked, picked, ""))
        self.split_field.made.connect(lambda text: self.split.emit(self.ticked, None, text))

    @property
    def ticked(self) -> list[int]:
        """The chosen hearings."""
        return [row.item_id for row in self.rows if isinstance(row, HearingRow) and row.box.isChecked()]

    def show_hearings(self, hearings: Sequence[LedgerHearing]) -> None:
        """Show them; the ticks stay."""
        times = counted(len(hearings), self.tr("time"), self.tr("times"))
        title = self.tr("Hear&d {times}").format(times=times) if hearings else self.tr("Nobody has said it yet")
        self.show_people(title, hearings)
        self._on_ticked()

    def _make_row(self, item: OfPerson) -> PersonRow:
        hearing = cast("LedgerHearing", item)
        row = HearingRow(self._context, hearing)
        row.box.toggled.connect(self._on_ticked)
        row.words.kept.connect(lambda text: self.corrected.emit(hearing.id, text))
        row.remove.clicked.connect(lambda: self.taken_back.emit(hearing.id))
        return row

    def _renew_row(self, row: PersonRow, item: OfPerson) -> None:
        cast("HearingRow", row).words.show_text(cast("LedgerHearing", item).words)

    def _on_ticked(self) -> None:
        self.split_row.setVisible(bool(self.ticked))
