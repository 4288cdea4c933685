"""One campaign: its facts, claims and spend at left, what it brought and cost at right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bothhats.domain.money import Currency, currency_of, format_for_people
from bothhats.queries.campaign_ledger import CampaignHistory, CampaignRow, campaign_history
from bothhats.queries.claim_ledger import claim_lines
from bothhats.queries.lists import sources
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.playbook.campaign_words import brought_words, cost_words
from bothhats.ui.pages.playbook.day_line import DayLine
from bothhats.ui.pages.playbook.ledger import Detail
from bothhats.ui.pages.playbook.picked import Picked, Thing
from bothhats.ui.pages.playbook.spend_rows import SpendRows
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.kept_text import KeptLine
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PeopleMarks
from bothhats.ui.widgets.month_bars import MonthBar, MonthBars

if TYPE_CHECKING:
    from bothhats.ui.pages.playbook.ledger import Ledger


class CampaignDetail(Detail):
    """A new one is kept from the moment it has a name."""

    def __init__(self, part: "Ledger", row_id: int | None, read: Callable[[], list[CampaignRow]]) -> None:
        super().__init__(part, row_id, part.tr("All campaigns"))
        self._read = read
        self._campaigns = self.context.workspace.campaigns
        self.campaign: CampaignRow | None = None
        self.name = KeptLine(placeholder=self.tr("Books by the 5th"))
        self.source_combo = Combo("")
        today = self.context.today()
        self.starts = DayLine(self.tr("From"), today, self.tr("1 oct"))
        self.ends = DayLine(self.tr("Until"), today, self.tr("goes on"))
        self.claims = Picked("", self.tr("Pick one, or say a new one"), self.tr("New: “{}”"))
        self.spend = SpendRows(self.context, part.do)
        self.brought_title = plain_label(self.tr("What it brought so far"), "small_strong", "ink2")
        self.brought = plain_label("", "body", "ink", wraps=True)
        self.cost = plain_label("", "body", "ink2", wraps=True)
        self.bars = MonthBars(self.tr("Spend by month"))
        self.bars_title = plain_label(self.tr("Spend by month"), "small_strong", "ink2")
        self._claim_marks = QVBoxLayout()
        self._assemble()
        self._connect()

    def refresh(self) -> bool:
        self.campaign = next((each for each in self._read() if each.id == self.row_id), None)
        if self.row_id is not None and self.campaign is None:
            return False
        self._show_sources()
        is_there = self.campaign is not None
        for widget in (
            self.claims_row,
            self.spend,
            self.brought_title,
            self.brought,
            self.cost,
            self.bars,
            self.bars_title,
        ):
            widget.setVisible(is_there)
        if self.campaign is not None:
            self._show_campaign(self.campaign, campaign_history(self.reader, self.campaign))
        return True

    def begin(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_what_is_typed(self) -> None:
        """Before it is left."""
        dates = self.starts.line.text().strip() or self.ends.line.text().strip()
        if self.row_id is None and not self.name.text().strip() and dates:
            self.name.setText(self.tr("Unnamed campaign"))
        super().keep_what_is_typed()
        if self.row_id is not None:
            self.spend.keep_what_is_typed()

    def _assemble(self) -> None:
        beside = Beside(3, 2)
        first, dates = QHBoxLayout(), QHBoxLayout()
        for row, fields in (
            (first, ((self.tr("&Name"), self.name, 3), (self.tr("&Source"), self.source_combo, 2))),
            (dates, ((self.tr("F&rom"), self.starts, 1), (self.tr("&Until"), self.ends, 1))),
        ):
            row.setSpacing(10)
            for words, field, share in fields:
                row.addWidget(Field(words, field), share, Qt.AlignmentFlag.AlignTop)
            beside.first.addLayout(row)
        self.claims_row = Field(self.tr("&Claims"), self.claims)
        beside.first.addWidget(self.claims_row)
        beside.first.addWidget(self.spend)
        beside.first.addStretch(1)
        right = beside.second
        right.addWidget(self.brought_title)
        for widget in (self.brought, self.cost, self.bars_title, self.bars):
            right.addWidget(widget)
        self._claim_marks.setSpacing(4)
        right.addLayout(self._claim_marks)
        right.addStretch(1)
        self.column.addWidget(beside)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.name.kept.connect(lambda _text: self._keep())
        self.source_combo.activated.connect(lambda _place: self._keep())
        self.starts.kept.connect(self._keep)
        self.ends.kept.connect(self._keep)
        self.claims.changed.connect(lambda ids: self._say(tuple(ids)))
        self.claims.made.connect(lambda text: self._say(self.claims.ids, text))

    def _keep(self) -> None:
        """All facts at once; what the rules forbid is told, and what stands in the file is shown again."""
        facts = (self.name.text(), self.source_combo.currentData(), self.starts.day, self.ends.day)
        if self.row_id is None:
            if self.name.text().strip():
                self.part.do(lambda: self._add(*facts))
                self.refresh()
                self.part.says_anew.emit()
            return
        row_id = self.row_id
        if not self.part.do(lambda: self._campaigns.change(row_id, *facts)) and self.campaign is not None:
            self.name.setText(self.campaign.name)
            self.name.keep()
            self.starts.show_day(self.campaign.starts_on, is_forced=True)
            self.ends.show_day(self.campaign.ends_on, is_forced=True)

    def _add(self, *facts: object) -> None:
        self.row_id = self._campaigns.add(*facts)  # type: ignore[arg-type]

    def _say(self, ids: tuple[int, ...], new: str = "") -> None:
        row_id, today = self.row_id or 0, self.context.today()
        texts = [new] if new else []
        self.part.do(lambda: self.context.workspace.claims.say_in_campaign(row_id, ids, texts, today))

    def _show_sources(self) -> None:
        chosen = self.campaign.source_id if self.campaign else self.source_combo.currentData()
        self.source_combo.clear()
        self.source_combo.addItem(self.tr("No source"), None)
        for source in sources(self.reader):
            self.source_combo.addItem(source.name, source.id)
        self.source_combo.setCurrentIndex(max(self.source_combo.findData(chosen), 0))

    def _show_campaign(self, campaign: CampaignRow, history: CampaignHistory) -> None:
        currency = currency_of(read_settings(self.reader).currency)
        self.name.show_text(campaign.name)
        self.starts.show_day(campaign.starts_on)
        self.ends.show_day(campaign.ends_on)
        today = self.context.today()
        things = [Thing(each.id, each.text, "", "sparkles") for each in claim_lines(self.reader, today, today)]
        self.claims.show_things(things, [each.id for each in history.claims])
        self.brought.setText(brought_words(campaign))
        self.cost.setText(cost_words(campaign, currency))
        self.spend.campaign_id = campaign.id
        self._show_spend(history, currency)
        self._show_marks(history)

    def _show_spend(self, history: CampaignHistory, currency: Currency) -> None:
        self.bars.setVisible(bool(history.months))
        self.bars_title.setVisible(bool(history.months))
        self.bars.show_bars(
            [
                MonthBar(month, amount, format_for_people(amount, currency), format_for_people(amount, currency))
                for month, amount in history.months[-6:]
            ]
        )
        self.spend.show_entries(history.entries, currency)

    def _show_marks(self, history: CampaignHistory) -> None:
        while item := self._claim_marks.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for claim in history.claims:
            counts = (claim.landed, claim.doubted, claim.not_wanted, claim.never)
            names = (self.tr("landed {n}"), self.tr("doubted {n}"), self.tr("not wanted {n}"), self.tr("never {n}"))
            words = ", ".join(name.format(n=count) for name, count in zip(names, counts, strict=True) if count)
            self._claim_marks.addWidget(plain_label(f"“{claim.text}”", "strong", wraps=True))
            if words:
                self._claim_marks.addWidget(PeopleMarks(*counts, words))
            talked = words or self.tr("No conversation with its leads yet.")
            self._claim_marks.addWidget(plain_label(talked, "small", "ink2", wraps=True))
