"""The rows of the sales hat's column, in words: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.follow_up import Standing
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import capitalised, counted, month_name, near_date, short_date
from bothhats.queries.today import Today
from bothhats.queries.today_due import Commitment
from bothhats.queries.today_sales import Back, Done, Section
from bothhats.queries.today_standing import Waiting
from bothhats.ui.pages.today.day_words import coming_day, money, past_day
from bothhats.ui.pages.today.row import Row, ready

FOLDED = 10
MANY = 50


def shown_leads(answer: Today, unfolded: frozenset[str], day: date | None) -> dict[Section, tuple[Waiting, ...]]:
    """The leads that have a row: those of the day that is filtered by, and at most ten of a section where many wait."""
    is_folded = day is None and answer.people > MANY
    found = {}
    for section, waiting in answer.sections.items():
        leads = tuple(each for each in waiting if day is None or each.due.on == day)
        found[section] = leads[:FOLDED] if is_folded and section.value not in unfolded else leads
    return found


def sales_rows(
    answer: Today,
    shown: Mapping[Section, Sequence[Waiting]],
    leads: Mapping[int, LeadRow],
    back: Mapping[int, Back],
    day: date | None,
) -> list[Row]:
    """All sections in their order, with their heads."""
    rows: list[Row] = []
    for number, section in enumerate(Section):
        if section == Section.LATER:
            rows += _commitment_rows(answer, day)
        rows.append(_head(answer, section, number, day))
        rows += [_lead_row(answer, each, leads[each.lead_id], back) for each in shown[section] if each.lead_id in leads]
        rest = len(answer.sections[section]) - len(shown[section])
        if rest and day is None:
            rows.append(_more(section, number, len(answer.sections[section])))
    if day in (None, answer.today):
        rows += done_rows(answer)
    return ready(rows)


def done_rows(answer: Today) -> list[Row]:
    """What was done today, under its head."""
    if not answer.done:
        return []
    return [_section_head(_tr("Done today"), len(answer.done), 90), *map(_done, answer.done)]


def offering_to_log(rows: list[Row], reached: Mapping[int, str]) -> list[Row]:
    """The rows of leads to whom a call or an email was begun offer to log it."""
    words = {"call": _tr("Log the call"), "email": _tr("Log the email")}
    return [
        replace(row, button=words[reached[row.key[1]]], reached=reached[row.key[1]])
        if row.kind == "lead" and row.key[1] in reached
        else row
        for row in rows
    ]


def _head(answer: Today, section: Section, number: int, day: date | None) -> Row:
    names = {
        Section.SLIPPED: _tr("Slipped"),
        Section.TODAY: _tr("Today"),
        Section.PROMISE: _tr("New, not contacted yet"),
        Section.LATER: _tr("Later this week"),
        Section.NO_STEP: _tr("No next step"),
        Section.BACK: _tr("Back from parking"),
        Section.SILENT: _tr("Gone silent"),
    }
    count = sum(day is None or each.due.on == day for each in answer.sections[section])
    end = ""
    if section == Section.PROMISE:
        end = _promise(answer)
    return _section_head(names[section], count, number, end)


def _promise(answer: Today) -> str:
    days, kept = counted(answer.settings.promise_days, _tr("day")), answer.promise_kept
    if not kept.n:
        return _tr("follow-up promise: {}").format(days)
    return _tr("promise of {days} kept {k} of {n} this month").format(days=days, k=kept.k, n=kept.n)


def _section_head(title: str, count: int, number: int, end: str = "") -> Row:
    return Row(("head", number), title, str(count), end=end, sentence=f"{title}, {count}")


def _more(section: Section, number: int, count: int) -> Row:
    words = _tr("All {}").format(f"{count:,}")
    return Row(("more", number), words, name=section.value, sentence=words, is_quiet=True)


def _commitment_rows(answer: Today, day: date | None) -> list[Row]:
    made = answer.sales_commitments
    count = _tr("{} open").format(len(made.open)) + (_tr(", {} kept").format(made.kept) if made.kept else "")
    head = Row(("head", 80), _tr("Commitments from the last review"), count)
    return [head, *(_commitment(each, answer.today) for each in made.open if day in (None, each.due_on))]


def _commitment(made: Commitment, today: date) -> Row:
    is_over = made.due_on < today
    what = _tr("A commitment from {}.").format(month_name(made.month)) if made.month else _tr("A commitment.")
    what += _tr(" Was it kept?") if is_over else ""
    end = _tr("its day was {}").format(short_date(made.due_on, today)) if is_over else near_date(made.due_on, today)
    return Row(
        ("commitment", made.id),
        made.text,
        what=what,
        end=end,
        sentence=f"{made.text.rstrip('.')}. {what} {capitalised(end)}.",
        on=made.due_on,
        has_ring=True,
    )


def _lead_row(answer: Today, waiting: Waiting, lead: LeadRow, back: Mapping[int, Back]) -> Row:
    what = _what(answer, waiting, lead, back.get(lead.id))
    end = _when(waiting, lead, answer.today)
    place = lead.source_name if waiting.due.is_promise and lead.source_name else lead.stage_name
    below = f"{place} · {money(lead.value, answer.settings.currency)}"
    who = f"{lead.name}, {lead.company}" if lead.company and lead.company != lead.name else lead.name
    return Row(
        ("lead", lead.id),
        lead.name,
        "" if lead.company == lead.name else lead.company,
        what,
        end,
        below,
        f"{who}. {what.rstrip('.')}. {capitalised(end)}. {below.replace(' · ', ', ')}.",
        name=lead.name,
        on=waiting.due.on,
        is_late=waiting.due.standing == Standing.SLIPPED,
        has_ring=True,
        acts=True,
    )


def _when(waiting: Waiting, lead: LeadRow, today: date) -> str:
    due = waiting.due
    if due.standing == Standing.SLIPPED:
        return _tr("{} late").format(counted(-due.days, _tr("day")))
    if due.standing == Standing.PROMISE:
        return _tr("{} left").format(counted(due.days, _tr("day"))) if due.days else _tr("last day")
    if due.standing == Standing.SILENT:
        return _tr("silent for {}").format(counted(due.days, _tr("day")))
    if due.standing == Standing.NO_STEP:
        return _tr("came in {}").format(past_day(lead.arrived_on, today))
    if due.standing == Standing.BACK and due.on:
        return _tr("back today") if due.on == today else _tr("back since {}").format(short_date(due.on, today))
    return near_date(due.on, today) if due.on else ""


def _what(answer: Today, waiting: Waiting, lead: LeadRow, back: Back | None) -> str:
    if waiting.due.is_promise:
        return _came_in(answer.today, lead)
    if waiting.due.standing == Standing.BACK:
        why = (back.note or back.reason) if back else ""
        return _tr("Back from parking: {}").format(why) if why else _tr("Back from parking")
    if waiting.due.standing in (Standing.SILENT, Standing.NO_STEP):
        if lead.last_touch_on is None:
            return _tr("Nothing has been logged yet")
        return _tr("Last touch {}").format(past_day(lead.last_touch_on, answer.today))
    return lead.next_step or _tr("Follow up")


def _came_in(today: date, lead: LeadRow) -> str:
    words = _tr("Came in {}").format(past_day(lead.arrived_on, today))
    if lead.campaign_name:
        words += _tr(" through “{}”").format(lead.campaign_name)
    elif lead.source_name:
        source = _tr("the website") if lead.source_name == "Website" else lead.source_name
        words += _tr(" through {}").format(source)
    if lead.follow_up_on:
        words += _tr(". The follow-up {} is after the promise").format(coming_day(lead.follow_up_on, today))
    return words


def _done(done: Done) -> Row:
    words = done.words or _touched(done.kind)
    if done.outcome:
        ended = _ended(done.outcome)
        words = f"{words}, {ended}" if words else capitalised(ended)
    return Row(
        ("done", done.lead_id),
        done.name,
        words,
        end=done.at,
        sentence=_tr("Done today: {}. {}.").format(done.name, words.rstrip(".")),
        name=done.name,
        is_done=True,
        has_ring=True,
        is_quiet=True,
    )


def _touched(kind: str) -> str:
    return {
        "call": _tr("Called"),
        "meeting": _tr("Met"),
        "email": _tr("Emailed"),
        "message": _tr("Wrote a message"),
        "note": _tr("Noted"),
    }.get(kind, "")


def _ended(outcome: str) -> str:
    return {
        "won": _tr("won"),
        "lost": _tr("lost"),
        "no_decision": _tr("no decision"),
        "not_a_fit": _tr("not a fit"),
    }[outcome]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
