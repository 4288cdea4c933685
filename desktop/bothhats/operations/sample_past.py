"""The quieter months before the story: made up the same way at every start."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

MONTHS = 15
_SOURCES = ("Website", "Google Ads", "LinkedIn", "Referral", "Event", "Outreach")
_WEIGHTS = (26, 24, 18, 16, 8, 8)
_TALK = {"Website": 0.5, "Google Ads": 0.12, "LinkedIn": 0.7, "Referral": 0.9, "Event": 0.6, "Outreach": 0.45}
_CLOSE = {"Website": 0.3, "Google Ads": 0.1, "LinkedIn": 0.35, "Referral": 0.5, "Event": 0.2, "Outreach": 0.2}
_LOST = ("price", "chose someone else", "timing", "did it themselves", "I was too slow", "")
_WON = ("trust in me", "the offer fits", "referred by someone", "quick answer", "")
_SILENT = ("went silent", "timing", "no budget", "")

Lead = dict[str, Any]


def past_leads(story: dict[str, Any]) -> Iterator[Lead]:
    """Ended leads of the fifteen months before the told quarter, oldest first; dates are the story's."""
    chance = random.Random(18)
    names = story["past"]
    anchor = date.fromisoformat(story["anchor"])
    months = anchor.year * 12 + anchor.month - 1 - 3
    for back in range(MONTHS, 0, -1):
        first = date((months - back) // 12, (months - back) % 12 + 1, 1)
        days = sorted(chance.randrange(28) for _ in range(chance.randint(7, 11)))
        for day in days:
            yield _lead(chance, names, story, first + timedelta(days=day))


def _lead(chance: random.Random, names: dict[str, list[str]], story: dict[str, Any], arrived: date) -> Lead:
    last = chance.choice(names["last_names"])
    company = f"{last} {chance.choice(names['trades'])}"
    source = chance.choices(_SOURCES, _WEIGHTS)[0]
    lead: Lead = {
        "name": f"{chance.choice(names['first_names'])} {last}",
        "company": company,
        "role": "Owner",
        "email": f"hello@{company.lower().replace(' ', '-')}.example",
        "source": source,
        "arrived": arrived.isoformat(),
        "value": chance.randrange(12, 31) * 12_000,
    }
    contacted = arrived + timedelta(days=chance.choice((0, 1, 1, 1, 2, 2, 4, 6)))
    lead["contacted"] = contacted.isoformat()
    if chance.random() < _TALK[source]:
        _talk(chance, story, lead, contacted + timedelta(days=chance.randint(1, 6)))
    else:
        _fade(chance, lead, contacted + timedelta(days=chance.randint(9, 40)))
    return lead


def _talk(chance: random.Random, story: dict[str, Any], lead: Lead, talked: date) -> None:
    lead["qualified"] = lead["contacted"]
    touch: Lead = {"on": talked.isoformat(), "kind": chance.choice(("call", "call", "meeting")), "talked": True}
    objections = [text for _, text in story["objections"]]
    touch["heard"] = [[text, ""] for text in chance.sample(objections, chance.choice((0, 1, 1, 2)))]
    claims = [text for text, since in story["claims"] if since <= lead["arrived"]]
    verdicts = chance.choices(("landed", "doubted", "not_wanted"), (5, 2, 2), k=2)
    picked = chance.sample(claims, min(len(claims), chance.choice((0, 1, 2))))
    touch["claims"] = [[text, verdict] for text, verdict in zip(picked, verdicts, strict=False)]
    lead["touches"] = [touch]
    end = talked + timedelta(days=chance.randint(12, 55))
    if chance.random() < _CLOSE[lead["source"]]:
        lead["sales_ready"] = talked.isoformat()
        lead["entries"] = [["Proposal", (talked + timedelta(days=chance.randint(4, 11))).isoformat()]]
        lead["ended"] = ["won", end.isoformat(), chance.choice(_WON), "", None]
    elif chance.random() < 0.6:
        lead["ended"] = ["lost", end.isoformat(), chance.choice(_LOST), "", chance.choice((None, False, True))]
    else:
        lead["ended"] = ["no_decision", end.isoformat(), chance.choice(_SILENT), "", None]


def _fade(chance: random.Random, lead: Lead, end: date) -> None:
    if chance.random() < 0.4:
        lead["not_met"] = lead["contacted"]
        lead["ended"] = ["not_a_fit", end.isoformat(), "wrong fit", "", True]
    else:
        lead["ended"] = ["no_decision", end.isoformat(), chance.choice(_SILENT), "", chance.choice((None, True))]
