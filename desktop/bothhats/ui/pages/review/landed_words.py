"""What the page of the claims says in words; pure."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bothhats.domain.wording import counted, number
from bothhats.queries.heard import HeardClaim


def _tr(text: str) -> str:
    return QCoreApplication.translate("LandedPage", text)


def landed_sentence(talked: int, claims: Sequence[HeardClaim], month: str) -> str:
    """With how many people, which claim landed most, and which one was not wanted most."""
    if not talked:
        return _tr("You talked with nobody in {month}, so nothing could land.").format(month=month)
    words = _tr("You talked with {people} in {month}.").format(people=counted(talked, "person", "people"), month=month)
    best = max(claims, key=lambda claim: claim.landed, default=None)
    worst = max(claims, key=lambda claim: claim.not_wanted, default=None)
    if best and best.landed:
        words += " " + _tr("“{claim}” landed with {n} of them.").format(claim=bare(best.text), n=number(best.landed))
    elif claims:
        words += " " + _tr("None of what marketing says landed.")
    if worst and worst.not_wanted:
        words += " " + _tr("“{claim}” was not wanted by {n}.").format(
            claim=bare(worst.text), n=number(worst.not_wanted)
        )
    return words


def heard_words(claim: HeardClaim) -> tuple[str, str]:
    """ "4 landed, 1 doubted", and "7 never came up"; either may be ''."""
    counts = ((claim.landed, _tr("{n} landed")), (claim.doubted, _tr("{n} doubted")), (claim.not_wanted, _tr("{n} not wanted")))  # fmt: skip  # noqa: E501
    came_up = ", ".join(words.format(n=n) for n, words in counts if n)
    return came_up, _tr("{n} never came up").format(n=claim.never) if claim.never else ""


def verdict_words(verdict: str) -> str:
    """How it was heard."""
    return {"landed": _tr("landed"), "doubted": _tr("doubted"), "not_wanted": _tr("not wanted")}[verdict]


def bare(text: str) -> str:
    """A claim inside a sentence, without its full stop."""
    return text.rstrip(".")
