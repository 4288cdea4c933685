"""Files with any number of sources and months, of whom everything is known: for looking whether charts hold."""

import random
from datetime import date, timedelta

from queries.histories import insert

LAST = date(2026, 9, 30)
ODD_NAMES = (
    "$x_1$ & Söhne", "Ads_2026_Q3", "Event", "Event", r"\alpha $\frac{1}{0}$", "\U0001f3a9 Hats", "100 % {curly} ^ ~",
    "A source whose name is rather long, as the names of sources go at times",
)  # fmt: skip


def crowd(connection, sources, months):
    """Three leads of one source, a dozen and more of several; the first day of the first month."""
    chance = random.Random(sources * 100 + months)
    number = LAST.year * 12 + LAST.month - months
    first = date(number // 12, number % 12 + 1, 1)
    _playbook(connection, sources, months, first)
    for place in range({0: 0, 1: 3}.get(sources, min(260, 20 + sources * months * 2))):
        _lead(connection, chance, sources, first, place)
    return first


def _playbook(connection, sources, months, first):
    connection.execute("DELETE FROM source")
    for number in range(1, sources + 1):
        name = ODD_NAMES[number - 1] if number <= len(ODD_NAMES) else f"Source {number}"
        kind = ("marketing", "outreach", "word_of_mouth")[number % 3]
        insert(connection, "source", {"id": number, "name": name, "kind": kind})
        insert(connection, "campaign", {"id": number, "name": f"{name} again", "source_id": number})
        spend = {"campaign_id": number, "amount": 12345 * number, "starts_on": first, "ends_on": LAST}
        insert(connection, "spend", spend)
    definition = insert(connection, "definition", {"number": 1, "in_force_from": first})
    for number, text in enumerate(ODD_NAMES[:6] if sources else (), 1):
        insert(connection, "claim", {"id": number, "text": f"{text} promised", "since": first})
        insert(connection, "objection", {"id": number, "kind": "question", "text": f"{text}?", "since": first})
        criterion = {
            "step": "marketing_qualified",
            "kind": "fit",
            "must": 1,
            "text": f"{text} fits",
            "position": number,
        }
        insert(connection, "criterion", {"id": number, "definition_id": definition, **criterion})
    for figure, amount in (("leads", 8), ("conversations", 6), ("closes", 2), ("revenue", 600000), ("promise", 90)):
        if sources:
            insert(connection, "goal", {"month": "2020-01", "figure": figure, "amount": amount})
    for back in range(months if sources else 0):
        number = LAST.year * 12 + LAST.month - 1 - back
        month = f"{number // 12}-{number % 12 + 1:02d}"
        figures = f'{{"alignment_holds": {back % 8}, "alignment_of": 8}}'
        row = {"month": month, "started_on": f"{month}-28", "finished_on": f"{month}-28", "figures": figures}
        review = insert(connection, "review", row)
        promise = {
            "review_id": review,
            "hat": "sales",
            "text": "Say it first",
            "due_on": LAST,
            "objection_id": 1 + back % 6,
        }
        insert(connection, "commitment", promise)


def _lead(connection, chance, sources, first, place):
    on = first + timedelta(days=chance.randint(0, (LAST - first).days))
    stage = chance.choice((1, 2, 3, 3, 4))
    source = chance.choice([None, *range(1, sources + 1), *[1] * (sources // 2)])
    row = {
        "name": f"Lead {place}",
        "source_id": source,
        "campaign_id": source if place % 2 else None,
        "stage_id": stage,
    }
    lead = insert(connection, "lead", {**row, "value": chance.choice((None, 45000, 123456)), "arrived_on": on})
    for each, milestone in enumerate(("lead", "lead", "conversation", "opportunity")[:stage], 1):
        change = {"stage_id": each, "milestone": milestone, "entered_on": on + timedelta(days=each)}
        insert(connection, "stage_change", {"lead_id": lead, **change})
    judging = {"step": "marketing_qualified", "verdict": "met" if stage > 1 else "not_met", "judged_on": on}
    judgement = insert(connection, "judgement", {"lead_id": lead, "definition_id": 1, **judging})
    said_on = on + timedelta(days=chance.choice((0, 1, 3, 20)))
    touch = {"kind": "call", "direction": "out", "two_way": int(stage > 2), "happened_on": said_on}
    touch_id = insert(connection, "touch", {"lead_id": lead, **touch})
    for number in range(1, 7 if stage > 2 else 1):
        of = {"lead_id": lead, "touch_id": touch_id, "heard_on": said_on}
        answer = {"criterion_id": number, "answer": chance.choice(("yes", "no", "unknown"))}
        insert(connection, "judgement_answer", {"judgement_id": judgement, **answer})
        if chance.random() < 0.4:
            verdict = chance.choice(("landed", "doubted", "not_wanted"))
            insert(connection, "claim_heard", {"claim_id": number, "verdict": verdict, **of})
            insert(connection, "hearing", {"objection_id": number, **of})
    if chance.random() < 0.3:
        insert(connection, "parking", {"lead_id": lead, "parked_on": on, "until": date(2026, 12, 1)})
    if chance.random() < 0.6:
        outcome = "won" if stage == 4 else chance.choice(("lost", "no_decision", "not_a_fit"))
        reason = chance.choice((None, 1, 2)) if outcome == "won" else chance.choice((None, *range(7, 16)))
        ended = {"outcome": outcome, "happened_on": on + timedelta(days=chance.randint(2, 60)), "reason_id": reason}
        insert(connection, "outcome_change", {"lead_id": lead, **ended, "waste": chance.choice((None, 0, 1))})
