"""What the frame of the review says: the time to go, and what is open on the page."""

from PySide6.QtCore import QCoreApplication

from bothhats.domain.review import MOST_COMMITMENTS, PAGES
from bothhats.domain.wording import capitalised, number
from bothhats.queries.review_open import PageState

MINUTES_A_PAGE = 1.5
MINUTES_EMPTY = 0.2


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewWizard", text)


def to_go(states: dict[str, PageState], seen: frozenset[int], here: int) -> str:
    """About how long the pages ahead will take; those that the month has nothing for take next to none."""
    ahead = [page for n, page in enumerate(PAGES, 1) if n == here or n not in seen]
    minutes = round(sum(MINUTES_EMPTY if states[page.id].is_empty else MINUTES_A_PAGE for page in ahead))
    if minutes <= 1:
        return _tr("about a minute to go")
    return _tr("about {n} minutes to go").format(n=minutes)


def foot_words(page: str, state: PageState) -> str:
    """What is decided, or still open, on the page."""
    k, n = state.of - state.open, state.of
    words = {
        "landed": _tr("{k} of {n} decided") if n else "",
        "objections": _tr("{k} of {n} decided") if n else "",
        "content": _tr("{k} of {n} decided") if n else "",
        "promised": _tr("{k} of {n} settled") if n else "",
        "leads": _still_open(state.open),
        "definition": _tr("The quarterly look is due") if state.open else "",
        "alignment": _tr("{k} of {n} answered"),
        "commitments": _tr("{n} of {most} taken. Fewer is fine too."),
        "summary": _tr("Finishing keeps it for good, under Past reviews."),
    }
    return words.get(page, "").format(k=k, n=n, most=MOST_COMMITMENTS)


def _still_open(leads: int) -> str:
    if not leads:
        return ""
    return f"{capitalised(number(leads))} {_tr('is still open') if leads == 1 else _tr('are still open')}"
