"""What a campaign brought and what each of that cost, in words. Pure."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.money import Currency, format_for_people
from bothhats.domain.wording import counted, short_date
from bothhats.queries.campaign_ledger import CampaignRow


def brought_words(campaign: CampaignRow) -> str:
    """ "7 leads, 6 conversations, 2 closes"."""
    return ", ".join(
        (
            counted(campaign.leads, _tr("lead")),
            counted(campaign.conversations, _tr("conversation")),
            counted(campaign.closes, _tr("close")),
        )
    )


def cost_words(campaign: CampaignRow, currency: Currency) -> str:
    """The spend so far and the cost of each lead, conversation and close; what there is none of is said."""
    if not campaign.spent:
        return _tr("Nothing was spent on it yet.")
    parts = [
        _each(campaign.spent, campaign.leads, currency, _tr("{money} a lead"), _tr("no lead yet")),
        conversation_cost(campaign, currency),
        _each(campaign.spent, campaign.closes, currency, _tr("{money} a close"), _tr("no close yet")),
    ]
    spent = _tr("{money} spent so far").format(money=format_for_people(campaign.spent, currency))
    return f"{spent}: {', '.join(parts)}."


def conversation_cost(campaign: CampaignRow, currency: Currency) -> str:
    """ "£60 a conversation", or that there is none yet; blank without spend."""
    if not campaign.spent:
        return ""
    words, none = _tr("{money} a conversation"), _tr("no conversation yet")
    return _each(campaign.spent, campaign.conversations, currency, words, none)


def period_words(starts_on: date | None, ends_on: date | None, today: date) -> str:
    """ "1 Sep to 31 Oct", "since 1 Sep", "until 31 Oct"."""
    first, last = (short_date(day, today) if day else "" for day in (starts_on, ends_on))
    if first and last:
        return _tr("{first} to {last}").format(first=first, last=last)
    if starts_on and first:
        words = _tr("since {first}") if starts_on <= today else _tr("from {first}")
        return words.format(first=first)
    return _tr("until {last}").format(last=last) if last else _tr("no dates")


def _each(spent: int, count: int, currency: Currency, words: str, none: str) -> str:
    if not count:
        return none
    return words.format(money=format_for_people((2 * spent + count) // (2 * count), currency))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Campaign", text)
