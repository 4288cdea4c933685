"""Below the funnel: where the leads stopped, how many of them are open or parked, how the others ended."""

from bothhats.charts.drawing import Paper
from bothhats.queries.funnel import Funnel, Stopped

ROW = 30
_ENDINGS = {"won": "won", "lost": "lost", "no_decision": "no decision", "not_a_fit": "not a fit"}
_COLUMNS = ((0.46, "Leads"), (0.58, "Still open"), (0.74, "Of these parked"))
_LAST = 0.77


def endings_told(stopped: Stopped) -> str:
    """`5 no decision, 4 not a fit`."""
    return ", ".join(f"{count:,} {_ENDINGS[outcome]}" for outcome, count in stopped.endings) or "–"


def draw_stopped(paper: Paper, funnel: Funnel, y: float) -> None:
    """A head and three rows, each of which leads to its leads."""
    colour = paper.colours.ink2
    paper.text(0, y + ROW / 2, "Where they stopped", 12, weight=600, colour=colour)
    for at, head in _COLUMNS:
        paper.text(at * paper.width, y + ROW / 2, head, 12, weight=600, colour=colour, at="right")
    paper.text(_LAST * paper.width, y + ROW / 2, "How the others ended", 12, weight=600, colour=colour)
    for place, (words, stopped) in enumerate(
        (
            ("Before a conversation", funnel.stopped_before_conversation),
            ("After a conversation, before an opportunity", funnel.stopped_before_opportunity),
            ("After an opportunity, before a close", funnel.stopped_before_close),
        ),
        start=1,
    ):
        _row(paper, words, stopped, y + place * ROW)


def _row(paper: Paper, words: str, stopped: Stopped, y: float) -> None:
    paper.line(0, y, paper.width)
    room = (_COLUMNS[0][0] - 0.06) * paper.width
    paper.text(0, y + ROW / 2, paper.elided(words, room))
    for (at, _), count in zip(_COLUMNS, (len(stopped.ids), stopped.open, stopped.parked), strict=True):
        is_first = at == _COLUMNS[0][0]
        told = f"{count:,}" if count or is_first else "–"
        colour = paper.colours.ink if count or is_first else paper.colours.ink3
        paper.text(at * paper.width, y + ROW / 2, told, weight=600 if is_first else 400, colour=colour, at="right")
    left = _LAST * paper.width
    paper.text(left, y + ROW / 2, paper.elided(endings_told(stopped), paper.width - left))
    paper.mark((0, y, paper.width, ROW), f"{words}: {len(stopped.ids):,} stopped", stopped.ids)
