"""Where in a lead the searched words stand, when its name does not show them."""

import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.queries.lead_list import search_words

_TEXTS = """
SELECT id, 'email_address', NULL, email FROM lead WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT id, 'phone', NULL, phone FROM lead WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT id, 'address', NULL, address FROM lead WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT id, 'notes', NULL, notes FROM lead WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT lead_id, 'heard', heard_on, words || ' ' || text FROM hearing
  JOIN objection ON objection.id = objection_id WHERE lead_id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT lead_id, 'outcome', happened_on, words FROM outcome_change
  WHERE lead_id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT * FROM (SELECT lead_id, kind, happened_on, note FROM touch
  WHERE lead_id IN (SELECT value FROM json_each(:ids)) ORDER BY happened_on DESC, id DESC)
"""
WORDS_BEFORE, LONGEST = 3, 140


@dataclass(frozen=True, slots=True)
class Found:
    """The kind of text (email_address, phone, address, notes, heard, outcome, a kind of touch), its day, a part."""

    kind: str
    on: date | None
    part: str


def accentless(text: str) -> str:
    """Letter for letter without accents and in small letters, so that places in it are places in the text."""
    return "".join(unicodedata.normalize("NFD", letter)[0].casefold()[:1] or letter for letter in text)


def word_places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where words of the text begin with one of the searched ones: (start, length)."""
    plain = accentless(text)
    places = []
    for word in {accentless(each) for each in words}:
        start = plain.find(word)
        while start >= 0:
            if start == 0 or not plain[start - 1].isalnum():
                places.append((start, len(word)))
            start = plain.find(word, start + 1)
    return sorted(places)


def found_in(connection: sqlite3.Connection, ids: Iterable[int], text: str) -> dict[int, Found]:
    """For each lead the first text that has one of the words: contact and notes first, then the newest touch."""
    words = search_words(text)
    found: dict[int, Found] = {}
    if not words:
        return found
    for lead_id, kind, on, where in connection.execute(_TEXTS, {"ids": json.dumps(list(ids))}).fetchall():
        if lead_id in found or not where:
            continue
        places = word_places(where, words)
        if places:
            found[lead_id] = Found(kind, date.fromisoformat(on) if on else None, _part(where, places[0][0]))
    return found


def _part(text: str, place: int) -> str:
    """The text from a few words before the place on, as one line."""
    before = " ".join(text[:place].split(" ")[-WORDS_BEFORE - 1 :])
    return " ".join((before + text[place:]).split())[:LONGEST]
