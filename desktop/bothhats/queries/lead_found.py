"""Where in a lead the searched words stand, when what is shown of it does not have them."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.search_text import digit_runs, is_in_phone, search_words, word_places

_OF_LEADS = "lead_id IN (SELECT value FROM json_each(:ids))"
_OF_LEAD = "lead.id IN (SELECT value FROM json_each(:ids))"
# In the order in which one is preferred among equals: what is short and fixed first, then the newest.
_TEXTS = f"""
SELECT id, 'name', NULL, name || ' ' || first_name || ' ' || last_name FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'role', NULL, role FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'email_address', NULL, email FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'phone', NULL, phone FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'website', NULL, website FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'address', NULL, address FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT id, 'next_step', NULL, next_step FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT lead_id, 'tag', NULL, tag.name FROM lead_tag JOIN tag ON tag.id = tag_id WHERE {_OF_LEADS}
UNION ALL SELECT id, 'notes', NULL, notes FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT lead.id, 'extra', NULL, each.key || ': ' || each.value FROM lead,
  json_each(CASE WHEN json_valid(extra) THEN extra ELSE '{{}}' END) AS each WHERE {_OF_LEAD}
UNION ALL SELECT id, 'key', NULL, key FROM lead WHERE {_OF_LEAD}
UNION ALL SELECT lead_id, 'heard', heard_on, words || ' ' || text FROM hearing
  JOIN objection ON objection.id = objection_id WHERE {_OF_LEADS}
UNION ALL SELECT lead_id, 'outcome', happened_on, words || ' ' || sign FROM outcome_change WHERE {_OF_LEADS}
UNION ALL SELECT lead_id, 'parking', parked_on, note FROM parking WHERE {_OF_LEADS}
UNION ALL SELECT lead_id, 'judgement', judged_on, note FROM judgement WHERE {_OF_LEADS}
UNION ALL SELECT * FROM (SELECT lead_id, kind, happened_on, note FROM touch WHERE {_OF_LEADS}
  ORDER BY happened_on DESC, id DESC)
"""
WORDS_BEFORE, LONGEST = 3, 140


@dataclass(frozen=True, slots=True)
class Found:
    """The kind of text (email_address, notes, heard, a kind of touch and so on), its day, a part of it."""

    kind: str
    on: date | None
    part: str


def hidden_words(text: str, *shown: str) -> list[str]:
    """The words of a search that do not stand in what is shown of a lead."""
    return [word for word in search_words(text) if not any(word_places(each, [word]) for each in shown)]


def found_in(connection: sqlite3.Connection, wanted: Mapping[int, Sequence[str]]) -> dict[int, Found]:
    """For each lead the text that has most of these words of a search; leads without words are left out."""
    found: dict[int, Found] = {}
    best: dict[int, int] = {}
    ids = json.dumps([lead_id for lead_id, words in wanted.items() if words])
    for lead_id, kind, on, text in connection.execute(_TEXTS, {"ids": ids}).fetchall() if ids != "[]" else ():
        places = _places(kind, text or "", wanted[lead_id])
        if len(places) > best.get(lead_id, 0):
            best[lead_id] = len(places)
            found[lead_id] = Found(kind, date.fromisoformat(on) if on else None, _part(text, min(places)))
    return found


def _places(kind: str, text: str, words: Sequence[str]) -> list[int]:
    """Where each word stands first; a phone number that is written otherwise counts from its beginning."""
    places = [at[0][0] for word in dict.fromkeys(words) if (at := word_places(text, [word]))]
    if kind == "phone" and text:
        places += [0 for run in digit_runs(words) if is_in_phone(text, run) for _ in run]
    return places


def _part(text: str, place: int) -> str:
    """The text from a few words before the place on, as one line."""
    before = " ".join(text[:place].split(" ")[-WORDS_BEFORE - 1 :])
    return " ".join((before + text[place:]).split())[:LONGEST]
