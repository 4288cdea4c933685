"""How the month went, in sentences: every figure is that of `report --json` of the month, by event."""

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import capitalised, counted, listed, month_name, number, told
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.figures import Counts, Figures
from bothhats.queries.months import month_of
from bothhats.queries.review_month import Numbers, read_ended
from bothhats.queries.settings import Settings, read_settings
from bothhats.reports.letter_month import Month
from bothhats.reports.letter_text import reference

MOST_NAMES = 4


def numbers_words(month: Month, numbers: Numbers) -> str:
    """Who came, who began to talk, who said yes, and how the promise was kept."""
    settings = read_settings(month.connection)
    events = numbers.month.events
    if not events.leads and not events.conversations and not events.closes:
        return f"It was a quiet month: nobody came to us in {month_name(month.name)}, and nobody said yes."
    return " ".join([_came(month, numbers), _went_on(month, numbers.month, settings), *_promise(numbers, settings)])


def sources_words(numbers: Numbers) -> str:
    """Each source in half a sentence, the one with most leads first."""
    told_groups = [
        f"{group.name or 'Source not recorded'}: {_counts(group.figures.events)}"
        for group in numbers.by_source
        if _is_worth_saying(group.figures.events)
    ]
    return f"{'; '.join(told_groups)}." if told_groups else ""


def _came(month: Month, numbers: Numbers) -> str:
    now, before = numbers.month.events.leads, numbers.before.events.leads
    words = told(now, "person", "people") if now else "nobody"
    return f"{capitalised(words)} came to us in {month_name(month.name)}{_against(month, now, before)}."


def _against(month: Month, now: int, before: int) -> str:
    """Against the month before, in counts; nothing where the file begins later."""
    first, name = first_arrival(month.connection), month_name(month.before)
    if first is None or month_of(first) > month.before:
        return ""
    if now == before:
        return f", as many as in {name}" if now else f", and nobody in {name}"
    how = "more" if now > before else "fewer"
    return f", {number(abs(now - before))} {how} than in {name}"


def _went_on(month: Month, figures: Figures, settings: Settings) -> str:
    talked, closes = figures.events.conversations, figures.events.closes
    talking = f"{capitalised(number(talked)) if talked else 'Nobody new'} began to talk with me"
    if not closes:
        return f"{talking}, and nobody said yes." if talked else f"{talking} or said yes."
    joint = "and" if talked else "but"
    return f"{talking}, {joint} {number(closes)} said yes{_who(month, closes)}{_worth(figures, settings)}."


def _who(month: Month, closes: int) -> str:
    won = [lead.id for lead in read_ended(month.connection, month.name) if lead.outcome == "won"]
    return f": {listed([reference(lead_id) for lead_id in won])}" if 0 < closes <= MOST_NAMES and won else ""


def _worth(figures: Figures, settings: Settings) -> str:
    revenue = figures.revenue
    if not revenue.n:
        return "; what it is worth is not recorded"
    money = format_for_people(revenue.amount, currency_of(settings.currency))
    together = " together" if revenue.n > 1 else ""
    missing = f"; the value of {number(revenue.without_value)} is not recorded" if revenue.without_value else ""
    return f", {money}{together}{missing}"


def _promise(numbers: Numbers, settings: Settings) -> list[str]:
    kept = numbers.month.follow_up
    if not kept.n:
        return []
    within = f"within {told(settings.promise_days, 'day')}" if settings.promise_days else "on the same day"
    who = f"{capitalised(number(kept.k)) if kept.k else 'None'} of the {number(kept.n)} new ones"
    if kept.n == 1:
        who = "The new one" if kept.k else "The new one has not"
        return [f"{who} heard from me {within}."]
    return [f"{who} heard from me {within}."]


def _is_worth_saying(events: Counts) -> bool:
    return bool(events.leads or events.conversations or events.closes)


def _counts(events: Counts) -> str:
    return (
        f"{counted(events.leads, 'lead')}, {counted(events.conversations, 'conversation')},"
        f" {counted(events.closes, 'close')}"
    )
