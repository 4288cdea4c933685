"""The rows of the marketing hat's column, in words: pure."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import counted, month_name, number, short_date
from bothhats.queries.today import Today
from bothhats.queries.today_due import Commitment
from bothhats.queries.today_marketing import NewLead, Unanswered
from bothhats.queries.today_running import Running
from bothhats.ui.pages.today.day_words import coming_day, past_day
from bothhats.ui.pages.today.row import Row, ready

TOP = 5


def marketing_rows(answer: Today, day: date | None, *, is_unfolded: bool, is_narrow: bool) -> list[Row]:
    """All sections in their order; on a single day only what has that day."""
    made = answer.marketing_commitments
    kept = _tr(", {} kept").format(made.kept) if made.kept else ""
    head = Row(("head", 1), _tr("Commitments from the last review"), _tr("{} open").format(len(made.open)) + kept)
    promised = [_commitment(each, answer.today) for each in made.open if day in (None, each.due_on)]
    if day is not None:
        return ready([head, *promised])
    return ready(
        [
            *_phrases(answer.unanswered, is_unfolded),
            head,
            *promised,
            *_judging(answer.to_judge, answer.today, is_narrow),
            Row(("head", 3), _tr("Running now"), str(len(answer.running))),
            *(_campaign(each, answer.settings.currency, answer.today) for each in answer.running),
        ]
    )


def heard_words(phrase: Unanswered) -> str:
    """ "5 people in September", and whether it is new; where that month has but one, the last 90 days."""
    if phrase.in_month < 2:
        return _tr("{} in 90 days").format(counted(phrase.people, _tr("person"), _tr("people")))
    people = counted(phrase.in_month, _tr("person"), _tr("people"))
    words = _tr("{}, new in {}") if phrase.is_new else _tr("{} in {}")
    return words.format(people, month_name(phrase.month))


def kind_words(kind: str) -> str:
    """What a phrase is."""
    return _tr("question") if kind == "question" else _tr("objection")


def until_words(campaign: Running, today: date) -> str:
    """ "LinkedIn, until 31 Oct"."""
    until = _tr("until {}").format(short_date(campaign.ends_on, today)) if campaign.ends_on else ""
    return ", ".join(part for part in (campaign.source, until) if part)


def _phrases(unanswered: Sequence[Unanswered], is_unfolded: bool) -> list[Row]:
    shown = unanswered if is_unfolded else unanswered[:TOP]
    rows = [Row(("head", 0), _tr("Heard twice or more, not answered yet"), str(len(unanswered)))]
    rows += [_phrase(each) for each in shown]
    if len(shown) < len(unanswered):
        words = _tr("All {}").format(number(len(unanswered)))
        rows.append(Row(("more", 0), words, sentence=words, is_quiet=True))
    return rows


def _phrase(phrase: Unanswered) -> Row:
    what = f"{kind_words(phrase.kind)} · {heard_words(phrase)}"
    return Row(
        ("phrase", phrase.id),
        f"“{phrase.text}”",
        what=what,
        sentence=_tr("{}. {}. Nothing answers it yet.").format(phrase.text.rstrip("."), what.replace(" · ", ", ")),
        button=_tr("Answer it"),
        name=phrase.text,
        is_note_below=True,
    )


def _commitment(made: Commitment, today: date) -> Row:
    late = (today - made.due_on).days
    when = _tr("{} late").format(counted(late, _tr("day"))) if late > 0 else coming_day(made.due_on, today)
    return Row(
        ("commitment", made.id),
        made.text,
        what=when,
        sentence=f"{made.text.rstrip('.')}. {_tr('Commitment')}, {when}.",
        on=made.due_on,
        is_late=late > 0,
        is_quiet=True,
        has_ring=True,
        is_note_below=True,
    )


def _judging(leads: Sequence[NewLead], today: date, is_narrow: bool) -> list[Row]:
    if not leads:
        return []
    title = ", ".join(lead.name for lead in leads[:2])
    rest = len(leads) - 2
    beside = _tr("and {}").format(rest if is_narrow else _tr("{} more").format(number(rest))) if rest > 0 else ""
    what = _arrived(leads, today)
    row = Row(
        ("judge", 0),
        title,
        beside,
        what,
        sentence=_tr("{} {}, {}. To be judged.").format(title, beside, what),
        button=_tr("Judge it") if len(leads) == 1 else _tr("Judge them"),
        is_note_below=True,
    )
    return [Row(("head", 2), _tr("New leads to judge against the definition"), str(len(leads))), row]


def _arrived(leads: Sequence[NewLead], today: date) -> str:
    first, last = leads[0].arrived_on, leads[-1].arrived_on
    if first == last:
        return _tr("arrived {}").format(past_day(first, today))
    until = past_day(last, today).removeprefix(_tr("on "))
    return _tr("arrived from {} to {}").format(past_day(first, today).removeprefix(_tr("on ")), until)


def _campaign(campaign: Running, currency: str, today: date) -> Row:
    leads = counted(campaign.leads, _tr("lead")) if campaign.leads else _tr("no leads yet")
    spent = _tr("nothing spent yet")
    if campaign.spent:
        spent = _tr("{} spent").format(format_for_people(campaign.spent, currency_of(currency)))
    claim = f"“{campaign.claims[0]}”" if campaign.claims else _tr("no claim yet")
    beside = until_words(campaign, today)
    return Row(
        ("campaign", campaign.id),
        campaign.name,
        beside,
        claim,
        leads,
        spent,
        f"{campaign.name}, {beside}. {claim}. {leads}, {spent}.",
        is_note_below=True,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
