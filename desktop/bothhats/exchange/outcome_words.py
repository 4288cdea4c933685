"""The usual words for how a lead ended."""

import re

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Outcome

_WORDS: dict[str, Outcome] = {
    "won": Outcome.WON,
    "closed won": Outcome.WON,
    "closedwon": Outcome.WON,
    "lost": Outcome.LOST,
    "closed lost": Outcome.LOST,
    "closedlost": Outcome.LOST,
    "no decision": Outcome.NO_DECISION,
    "not a fit": Outcome.NOT_A_FIT,
    "disqualified": Outcome.NOT_A_FIT,
    "unqualified": Outcome.NOT_A_FIT,
    "gewonnen": Outcome.WON,
    "verloren": Outcome.LOST,
    "keine entscheidung": Outcome.NO_DECISION,
    "passt nicht": Outcome.NOT_A_FIT,
}
_BETWEEN = re.compile(r"[-_/:–]")  # "Closed - Won", "closed_lost"
OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.WON: "won",
    Outcome.LOST: "lost",
    Outcome.NO_DECISION: "no decision",
    Outcome.NOT_A_FIT: "not a fit",
}
OUTCOME_DATES: tuple[tuple[str, Outcome], ...] = (
    ("won_on", Outcome.WON),
    ("lost_on", Outcome.LOST),
    ("no_decision_on", Outcome.NO_DECISION),
    ("not_a_fit_on", Outcome.NOT_A_FIT),
)


def outcome_of(word: str) -> Outcome | None:
    """None for a word that names no outcome; see `is_open` for the one that means none."""
    return _WORDS.get(" ".join(_BETWEEN.sub(" ", folded(word)).split()))


def is_open(word: str) -> bool:
    """Whether the word says that the lead has not ended."""
    return folded(word) in ("", "open", "offen")
