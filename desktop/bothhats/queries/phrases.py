"""What prospects say and what marketing promises, as the log dialog offers it to be picked."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from bothhats.domain.name_matching import folded


@dataclass(frozen=True, slots=True)
class Phrase:
    """An objection or question; `people` raised it in `month` ("2026-09"), the last one in which it was heard."""

    id: int
    kind: str
    text: str
    month: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class ClaimOffer:
    """A claim that may have come up with a lead; `is_of_campaign` when the lead came through what makes it."""

    id: int
    text: str
    is_of_campaign: bool = False


_LEAST_LETTERS = 4
_HEARD = """
SELECT objection_id, substr(heard_on, 1, 7) AS month, count(DISTINCT lead_id)
FROM hearing JOIN lead ON lead.id = hearing.lead_id AND lead.binned_at IS NULL
GROUP BY objection_id, month ORDER BY month
"""


def phrases(connection: sqlite3.Connection) -> list[Phrase]:
    """The objections and questions in use, those heard last and most often first."""
    heard = {row[0]: (row[1], row[2]) for row in connection.execute(_HEARD).fetchall()}
    rows = connection.execute("SELECT id, kind, text FROM objection WHERE retired_on IS NULL ORDER BY id").fetchall()
    found = [Phrase(row[0], row[1], row[2], *heard.get(row[0], ("", 0))) for row in rows]
    return sorted(found, key=lambda phrase: (phrase.month, phrase.people), reverse=True)


def matching(offered: Iterable[Phrase], typed: str, most: int = 5) -> list[Phrase]:
    """Those in which every typed word begins a word, then those that hold them anywhere; in the order offered."""
    words = folded(typed).split()
    if not words:
        return []
    places = [(phrase, [f" {_words_of(phrase.text)}".find(f" {word}") for word in words]) for phrase in offered]
    beginning = [phrase for phrase, found in places if min(found) >= 0]
    holding = [
        phrase for phrase, found in places if min(found) < 0 and all(word in folded(phrase.text) for word in words)
    ]
    return [*beginning, *holding][:most]


def likely(offered: Iterable[Phrase], words: str, most: int = 4) -> list[Phrase]:
    """Those that share most of the longer words with what somebody said; none where nothing is shared."""
    said = {_stem(word) for word in _words_of(words).split() if len(word) >= _LEAST_LETTERS}
    shared = [(len(said & {_stem(word) for word in _words_of(phrase.text).split()}), phrase) for phrase in offered]
    found = sorted((each for each in shared if each[0]), key=lambda each: -each[0])
    return [phrase for _, phrase in found][:most]


def claims_to_offer(connection: sqlite3.Connection, lead_id: int | None) -> list[ClaimOffer]:
    """The claims in use: those of the lead's own campaign first, then the newest."""
    rows = connection.execute(
        "SELECT claim.id, text, EXISTS (SELECT 1 FROM campaign_claim JOIN lead USING (campaign_id)"
        " WHERE claim_id = claim.id AND lead.id = ?) AS own"
        " FROM claim WHERE retired_on IS NULL ORDER BY own DESC, since DESC, claim.id DESC",
        (lead_id,),
    ).fetchall()
    return [ClaimOffer(row[0], row[1], bool(row[2])) for row in rows]


def _stem(word: str) -> str:
    """Its first letters: "switch" and "switching" are alike."""
    return word[:_LEAST_LETTERS]


def _words_of(text: str) -> str:
    return "".join(char if char.isalnum() else " " for char in folded(text))
