"""What was heard in the month, in sentences: which claims landed, what they asked, who was not for us."""

from collections.abc import Sequence

from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import capitalised, counted, listed, month_name, number, sentence, told
from bothhats.queries.figures import Period, cohort_of
from bothhats.queries.heard import HeardClaim, HeardPhrase, heard_claims, heard_phrases, talked_with
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.progress import read_progress
from bothhats.queries.review_month import MonthLead, read_ended
from bothhats.reports.letter_month import Month
from bothhats.reports.letter_numbers import MOST_NAMES
from bothhats.reports.letter_text import isolated, reference

MOST_PHRASES = 5
MOST_CLAIMS = 6
_DECIDED = {"keep": "keep saying it", "back_up": "back it up", "reword": "say it differently", "stop": "stop saying it"}
_SILENT_SOURCE = 5  # leads of three months, none of whom talked


def landed_words(month: Month) -> str:
    """Each claim that came up, with whom it landed and what to do about it; then those that nobody took up."""
    talked = talked_with(month.connection, *month.days)
    claims = heard_claims(month.connection, *month.days, talked) if talked else []
    heard = [claim for claim in claims if claim.who]
    silent = [f"“{claim.text}”" for claim in claims if not claim.who]
    unsaid = month.answer("landed.unsaid")
    sentences = [_claim(month, claim) for claim in heard[:MOST_CLAIMS]]
    if len(heard) > MOST_CLAIMS:
        sentences.append(f"{capitalised(told(len(heard) - MOST_CLAIMS, 'claim'))} more came up.")
    if silent:
        sentences.append(_never(silent, is_all=not heard))
    if unsaid:
        sentences.append(f"What landed although we say it nowhere: {sentence(unsaid)}")
    return " ".join([f"I talked with {told(talked, 'person', 'people')}.", *sentences]) if sentences else ""


def asked_words(month: Month) -> str:
    """Each objection and question, most people first, whether something answers it, and what was decided."""
    before = month.before
    phrases = heard_phrases(month.connection, *month.days, first_day(before), last_day(before))
    sentences = [_phrase(month, phrase) for phrase in phrases[:MOST_PHRASES]]
    if phrases:
        quote = next((hearing for hearing in phrases[0].hearings if hearing.words), None)
        if quote:
            sentences.insert(1, f"{reference(quote.lead_id)} put it this way: “{sentence(quote.words)}”")
    if len(phrases) > MOST_PHRASES:
        sentences.append(f"{capitalised(told(len(phrases) - MOST_PHRASES, 'other thing'))} came up from fewer people.")
    return " ".join(sentences)


def waste_words(month: Month) -> str:
    """Who was marked as a waste of time or not a fit, the sign of it, and sources whose leads never talk."""
    wasted = [lead for lead in read_ended(month.connection, month.name) if lead.waste or lead.outcome == "not_a_fit"]
    if not wasted:
        return ""
    rows = lead_rows(month.connection, [lead.id for lead in wasted])
    signs = [sign for lead in wasted if (sign := month.answer(f"leads.{lead.id}.sign") or lead.sign.strip())]
    sentences = [_who_wasted(wasted, rows)]
    if signs:
        sentences.append(f"What one could have seen on day one: {sentence('; '.join(dict.fromkeys(signs)))}")
    return " ".join([*sentences, *_silent_sources(month, rows)])


def _claim(month: Month, claim: HeardClaim) -> str:
    parts = [
        f"landed with {number(claim.landed)}" if claim.landed else "",
        f"{number(claim.doubted)} doubted it" if claim.doubted else "",
        f"{number(claim.not_wanted)} did not want it" if claim.not_wanted else "",
    ]
    return f"“{claim.text}” {_verdicts([part for part in parts if part])}{_decision(month, claim)}."


def _never(claims: Sequence[str], *, is_all: bool) -> str:
    if is_all and len(claims) > 1:
        return f"None of our {told(len(claims), 'claim')} came up."
    names = listed(claims) if len(claims) <= MOST_NAMES else told(len(claims), "other claim")
    return f"{capitalised(names)} never came up."


def _verdicts(parts: Sequence[str]) -> str:
    """The first stands behind the claim: where it did not land, as what it is."""
    first = parts[0]
    if not first.startswith("landed"):
        return f"landed with nobody: {listed(parts)}"
    return f"{first}, {listed(parts[1:])}" if parts[1:] else first


def _decision(month: Month, claim: HeardClaim) -> str:
    decided = _DECIDED.get(month.answer(f"landed.{claim.id}"), "")
    plan = month.answer(f"landed.{claim.id}.plan").rstrip(".")
    return "; ".join(each for each in (f": {decided}" if decided else "", plan if decided else "") if each)


def _phrase(month: Month, phrase: HeardPhrase) -> str:
    people = "1 person" if phrase.people == 1 else f"{number(phrase.people)} people"
    verb = "asked" if phrase.kind == "question" else "said"
    people = capitalised(people.replace("1 person", "one person"))
    then = f"{number(phrase.before)} in {month_name(month.before)}" if phrase.before else "new"
    answer = f"“{phrase.answers[0]}” answers it" if phrase.answers else "nothing we have answers it"
    return f"{people} {verb} “{phrase.text}” ({then}), and {answer}.{_plan(month, phrase)}"


def _plan(month: Month, phrase: HeardPhrase) -> str:
    decided = month.answer(f"objections.{phrase.id}")
    plan = month.answer(f"objections.{phrase.id}.plan")
    if decided not in {"make", "change"} or not plan:
        return ""
    return f" {'We will make' if decided == 'make' else 'We will change'}: {sentence(plan)}"


def _who_wasted(wasted: Sequence[MonthLead], rows: dict[int, LeadRow]) -> str:
    """Who, by where they came from."""
    groups: dict[str, list[str]] = {}
    for lead in wasted:
        source = isolated(rows[lead.id].source_name or "")
        groups.setdefault(source, []).append(reference(lead.id))
    return " ".join(_group(source, names) for source, names in groups.items())


def _group(source: str, names: Sequence[str]) -> str:
    shown = listed(names)
    if len(names) > MOST_NAMES:
        shown = listed([*names[:MOST_NAMES], f"{number(len(names) - MOST_NAMES)} more"])
    both = {1: "", 2: "both "}.get(len(names), "all ")
    return f"{shown}, {both}through {source}." if source else f"{shown}, {both}from a source that is not recorded."


def _silent_sources(month: Month, rows: dict[int, LeadRow]) -> list[str]:
    """Sources of these leads that brought many in three months, and no conversation."""
    since = shifted(month.name, -2)
    period = Period(first_day(since), last_day(month.name), last_day(month.name))
    cohort = cohort_of(read_progress(month.connection, period.as_of), period)
    names = {row.source_id: row.source_name for row in rows.values() if row.source_id}
    sentences = []
    for source_id, name in names.items():
        leads = [lead for lead in cohort if lead.source_id == source_id]
        if len(leads) >= _SILENT_SOURCE and not any(lead.conversation_on for lead in leads):
            brought = counted(len(leads), "lead") if len(leads) > 9 else told(len(leads), "lead")
            sentences.append(f"Since {month_name(since)} {name} has brought {brought} and no conversation.")
    return sentences
