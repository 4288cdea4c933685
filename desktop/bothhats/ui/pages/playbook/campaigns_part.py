"""Campaigns: what marketing is doing, what it claims and costs, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from bothhats.domain.money import Currency, currency_of, format_for_people
from bothhats.domain.name_matching import folded
from bothhats.domain.wording import capitalised, told
from bothhats.queries.campaign_ledger import CampaignRow, SourceSpend, campaign_rows, source_spend
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.campaign_detail import CampaignDetail
from bothhats.ui.pages.playbook.campaign_words import conversation_cost, period_words
from bothhats.ui.pages.playbook.ledger import Detail, Ledger
from bothhats.ui.pages.playbook.ledger_cells import Cell
from bothhats.ui.pages.playbook.ledger_table import Column, LedgerRow
from bothhats.ui.pages.playbook.source_spend import ROW, SourceSpendDetail
from bothhats.ui.widgets.buttons import Button


class CampaignsPart(Ledger):
    """The newest first."""

    def __init__(self, context: Context) -> None:
        self.name = self.tr("Campaigns")
        self._campaigns: list[CampaignRow] = []
        self.columns = (
            Column(self.tr("Campaign"), share=4),
            Column(self.tr("Source"), share=2, least=700),
            Column(self.tr("Spent"), width=84, is_number=True),
            Column(self.tr("Leads"), width=64, is_number=True),
            Column(self.tr("Conversations"), width=112, is_number=True),
            Column(self.tr("Closes"), width=68, is_number=True),
            Column(self.tr("Cost of a conversation"), width=170, least=620, is_number=True),
        )
        super().__init__(context)
        self.new_button = Button(self.tr("New campaign"), "primary", "plus")
        self.new_button.setToolTip(self.tr("New campaign, Insert in the table"))
        self.new_button.clicked.connect(lambda: self.open_row(None))
        self.controls_row.addWidget(self.new_button)
        self.spend_button = Button(self.tr("Spend without a campaign"), "quiet", "coins", is_small=True)
        self.spend_button.clicked.connect(lambda: self.open_row(ROW))
        below = self.list_column.indexOf(self.foot)
        self.list_column.insertWidget(below, self.spend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.say(
            self.tr("No campaigns yet"),
            self.tr("One thing marketing is doing: a source, a period, its claims, its spend."),
        )

    def sentence(self) -> str:
        today = self.context.today()
        rows = self._campaigns
        if not rows:
            return self.tr("One thing marketing is doing: a source, a period, its claims, its spend.")
        running = sum(
            (each.starts_on is None or each.starts_on <= today) and (each.ends_on is None or each.ends_on >= today)
            for each in rows
        )
        spent = format_for_people(sum(each.spent for each in rows), self._currency())
        words = self.tr("{n} running now. {money} spent so far, on {all}.")
        return words.format(
            n=capitalised(told(running, self.tr("campaign"))), money=spent, all=told(len(rows), self.tr("campaign"))
        )

    def begin_empty(self) -> None:
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> Sequence[LedgerRow]:
        typed = folded(self.search.text())
        currency = self._currency()
        found = [each for each in self._read() if typed in folded(f"{each.name} {each.source_name}")]
        rows = [self._row(each, currency) for each in found]
        others = [each for each in source_spend(self.reader, self.context.today()) if each.spent is not None]
        if others and typed in folded(" ".join([self.tr("Without a campaign"), *(each.name for each in others)])):
            rows.append(self._other_row(others, currency))
        return rows

    def make_detail(self, row_id: int | None) -> Detail:
        if row_id == ROW:
            return SourceSpendDetail(self)
        return CampaignDetail(self, row_id, self._read)

    def _read(self) -> list[CampaignRow]:
        """Once for the table, or the open one, and the header: it counts all leads."""
        self._campaigns = campaign_rows(self.reader, self.context.today())
        return self._campaigns

    def _currency(self) -> Currency:
        return currency_of(read_settings(self.reader).currency)

    def _row(self, campaign: CampaignRow, currency: Currency) -> LedgerRow:
        period = period_words(campaign.starts_on, campaign.ends_on, self.context.today())
        spent = format_for_people(campaign.spent, currency) if campaign.spent else "–"
        cost = conversation_cost(campaign, currency)
        counts = (campaign.leads, campaign.conversations, campaign.closes)
        cells = (
            Cell(campaign.name, period, "megaphone", "strong"),
            Cell(campaign.source_name or "–", token="ink2"),
            Cell(spent, is_number=True),
            *(Cell(str(count) if count else "–", token="ink" if count else "ink2", is_number=True) for count in counts),
            Cell(cost.removesuffix(self.tr(" a conversation")) or "–", token="ink2", is_number=True),
        )
        names = (self.tr("leads"), self.tr("conversations"), self.tr("closes"))
        brought = ", ".join(f"{count} {name}" for count, name in zip(counts, names, strict=True))
        return LedgerRow(campaign.id, cells, f"{campaign.name}, {period}, {spent}, {brought}, {cost}")

    def _other_row(self, others: Sequence[SourceSpend], currency: Currency) -> LedgerRow:
        """What was spent on sources without a campaign, behind the campaigns."""
        name, names = self.tr("Without a campaign"), ", ".join(each.name for each in others)
        spent = format_for_people(sum(each.spent or 0 for each in others), currency)
        cells = (
            Cell(name, names, "coins", "strong"),
            Cell("–", token="ink2"),
            Cell(spent, is_number=True),
            *(Cell("–", token="ink2", is_number=True) for _ in range(4)),
        )
        return LedgerRow(ROW, cells, f"{name}, {names}, {spent}")
