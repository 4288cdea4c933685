"""What marketing is doing: campaigns with their claims and spend."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from bothhats.domain.money import NotAnAmount, currency_of, format_for_people
from bothhats.domain.problems import Refused
from bothhats.domain.wording import counted, long_date
from bothhats.queries.lists import sources
from bothhats.queries.playbook import CampaignRow, campaign_rows, claim_rows
from bothhats.queries.settings import read_settings
from bothhats.ui.local_input import read_amount, read_day
from bothhats.ui.pages.playbook.part import Part, two_lines
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo


class CampaignsPart(Part):
    """What marketing is doing, what it claims and costs, and what came of it."""

    def sentence(self) -> str:
        return self.tr("One thing marketing is doing: a source, a period, its claims, its spend.")

    def fill(self) -> None:
        name, start, end = QLineEdit(), QLineEdit(), QLineEdit()
        for field, words, label in (
            (name, self.tr("Books by the 5th"), self.tr("New campaign")),
            (start, self.tr("from: 1 oct"), self.tr("From")),
            (end, self.tr("until, if it ends"), self.tr("Until")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(label)
        source = Combo(self.tr("Source"))
        source.addItem(self.tr("no source"), None)
        for each in sources(self.reader):
            source.addItem(each.name, each.id)
        add = Button(self.tr("Add a campaign"), icon_name="plus")
        add.clicked.connect(
            lambda: self.do(
                lambda: self.context.workspace.campaigns.add(
                    name.text(), source.currentData(), self._day(start.text()), self._day(end.text())
                )
            )
        )
        self.add_form([name, source], [start, end, add])
        rows = [self._row(campaign) for campaign in campaign_rows(self.reader, self.context.today())]
        self.add_rows(rows, self.tr("No campaigns yet."))

    def _row(self, campaign: CampaignRow) -> QWidget:
        currency = currency_of(read_settings(self.reader).currency)
        today = self.context.today()
        days = [long_date(day, today) for day in (campaign.starts_on, campaign.ends_on) if day]
        spent = format_for_people(campaign.spent, currency)
        brought = (
            f"{counted(campaign.leads, 'lead')}, {counted(campaign.conversations, 'conversation')},"
            f" {counted(campaign.closes, 'close')}"
        )
        cost = ""
        if campaign.spent:
            each = (
                format_for_people(campaign.spent // campaign.conversations, currency) if campaign.conversations else ""
            )
            cost = self.tr("{money} a conversation").format(money=each) if each else self.tr("no conversation yet")
        line = [campaign.source_name, " to ".join(days), self.tr("{money} spent").format(money=spent), brought, cost]
        claims = Button(self.tr("Claims"), icon_name="sparkles", is_small=True)
        claims.setMenu(self._claims_menu(campaign))
        amount = QLineEdit()
        amount.setProperty("small", "true")
        amount.setFixedWidth(90)
        amount.setPlaceholderText(self.tr("amount"))
        amount.setAccessibleName(self.tr("Spend on {name}").format(name=campaign.name))
        spend = Button(self.tr("Add spend"), icon_name="coins", is_small=True)
        spend.clicked.connect(lambda: self.do(lambda: self._spend(campaign, amount.text())))
        amount.returnPressed.connect(spend.click)
        return two_lines(campaign.name, "; ".join(text for text in line if text), claims, amount, spend)

    def _claims_menu(self, campaign: CampaignRow) -> QMenu:
        menu = QMenu(self)
        chosen = set(campaign.claim_ids)
        for claim in claim_rows(self.reader):
            if claim.is_retired:
                continue
            action = menu.addAction(claim.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(claim.id in chosen)
            action.toggled.connect(
                lambda _on, claim_id=claim.id: self.do(
                    lambda: self.context.workspace.claims.say_in_campaign(campaign.id, sorted(chosen ^ {claim_id}))
                )
            )
        return menu

    def _spend(self, campaign: CampaignRow, text: str) -> None:
        amount = read_amount(text, currency_of(read_settings(self.reader).currency))
        if isinstance(amount, NotAnAmount):
            raise Refused(amount.reason, self.tr("Nothing was added."))
        self.context.workspace.campaigns.spend(amount, self.context.today(), campaign_id=campaign.id)

    def _day(self, words: str) -> date | None:
        if not words.strip():
            return None
        day = read_day(words, self.context.today())
        if day is None:
            raise Refused(self.tr("“{words}” is not a date.").format(words=words), self.tr("Try “1 oct” or “monday”."))
        return day
