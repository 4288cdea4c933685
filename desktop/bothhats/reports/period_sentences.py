"""What a report says in sentences; open leads are always named, small numbers have no percentages."""

from typing import Any

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.proportion import LEAST, Proportion
from bothhats.domain.wording import capitalised, counted, number, told

Document = dict[str, Any]


def sentences(document: Document) -> list[str]:
    """The report of a period, by arrival, then by event, each said to be what it is."""
    if not document["arrived"]["leads"]:
        return ["No leads arrived in this period.", *_of_events(document)]
    return [*_of_arrivals(document), *_of_events(document)]


def told_rate(rate: Document) -> str:
    """ "2 of 3, too few to tell", or from n = 5 on the percentage with its range."""
    proportion = Proportion(rate["k"], rate["n"])
    if not proportion.n:
        return "nothing to measure"
    return proportion.told_with_range if proportion.has_percent else f"{proportion.told}, too few to tell"


def _of_arrivals(document: Document) -> list[str]:
    arrived, rates = document["arrived"], document["rates"]
    return [
        f"{counted(arrived['leads'], 'lead')} arrived; of these {_milestones(arrived)} so far.",
        _still_open(arrived),
        f"Leads that talked: {told_rate(rates['lead_to_conversation'])}.",
        f"Conversations that closed: {told_rate(rates['conversation_to_close'])}.",
        f"Leads that closed: {told_rate(rates['lead_to_close'])}.",
        f"Contacted within the promise: {told_rate(rates['follow_up'])}.",
        *_cycle(document["cycle_days"]),
    ]


def _milestones(counts: Document) -> str:
    return (
        f"{counts['qualified']:,} qualified, {counted(counts['conversations'], 'conversation')},"
        f" {counted(counts['opportunities'], 'opportunity', 'opportunities')}, {counted(counts['closes'], 'close')}"
    )


def _still_open(arrived: Document) -> str:
    ended = ", ".join(
        f"{arrived[outcome]:,} {words}"
        for outcome, words in (("lost", "lost"), ("no_decision", "no decision"), ("not_a_fit", "not a fit"))
        if arrived[outcome]
    )
    still = f"{capitalised(told(arrived['open'], 'lead'))} still open"
    if arrived["parked"]:
        still += f", {number(arrived['parked'])} of them parked"
    if arrived["open"]:
        still += ", so this will grow"
    return f"{still}. Ended otherwise: {ended}." if ended else f"{still}."


def _cycle(cycle: Document) -> list[str]:
    if not cycle["n"]:
        return []
    half = f"From arrival to close: half within {cycle['median']:g} days"
    if cycle["n"] < LEAST:
        return [f"{half} (of {counted(cycle['n'], 'close')} only)."]
    return [f"{half}, the middle half between {cycle['q1']:g} and {cycle['q3']:g} (n = {cycle['n']})."]


def _of_events(document: Document) -> list[str]:
    events, revenue = document["events"], document["revenue"]
    without = f"; {counted(revenue['without_value'], 'close')} without a value" if revenue["without_value"] else ""
    return [
        f"In the period itself, whenever they arrived: {_milestones(events)}.",
        f"Won of what ended in it, not a fit left out: {told_rate(document['rates']['win'])}.",
        f"Revenue of its closes: {_money(revenue['amount'], document)}{without}."
        f" Spend: {_money(document['spend'], document)}.",
    ]


def _money(amount: str, document: Document) -> str:
    return format_for_people(int(amount.replace(".", "")), currency_of(document["currency"]))
