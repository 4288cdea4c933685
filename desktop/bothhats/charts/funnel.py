"""The funnel as a ladder: columns on a baseline, the share that went on between them, judgements beside it."""

from collections.abc import Sequence

from matplotlib.patches import FancyBboxPatch, Polygon

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import counted, number
from bothhats.queries.funnel import Funnel, Stopped

HEIGHT = 300
TOP = 72
BASE = 222
_STEPS = (
    ("leads", "Leads"),
    ("conversations", "Conversations"),
    ("opportunities", "Opportunities"),
    ("closes", "Closes"),
)
_ENDINGS = {"won": "won", "lost": "lost", "no_decision": "no decision", "not_a_fit": "not a fit"}


def funnel_sentence(funnel: Funnel) -> str:
    """The largest drop, and the first rate with its range."""
    if not funnel.leads:
        return "No leads arrived in this period."
    drops = (
        ("before the first conversation", funnel.stopped_before_conversation, len(funnel.leads)),
        ("after a conversation, before an opportunity", funnel.stopped_before_opportunity, len(funnel.conversations)),
        ("after an opportunity, before a close", funnel.stopped_before_close, len(funnel.opportunities)),
    )
    where, stopped, of = max(drops, key=lambda drop: len(drop[1].ids))
    still = f", {number(stopped.open)} of them still open" if stopped.open else ""
    talked = Proportion(len(funnel.conversations), len(funnel.leads))
    return (
        f"The largest drop is {where}: {len(stopped.ids)} of {of}{still}. {talked.told_with_range} talked; of those,"
        f" {len(funnel.opportunities)} became opportunities and {len(funnel.closes)} closed."
    )


def funnel_table(funnel: Funnel) -> ChartTable:
    """Each step of the ladder with the share that came to it, then where the others stopped; the judgement last."""
    leads, talked, offered = len(funnel.leads), len(funnel.conversations), len(funnel.opportunities)
    rows = (
        ("Leads", leads, "–", funnel.stopped_before_conversation),
        ("Conversations", talked, Proportion(talked, leads).told_with_range, funnel.stopped_before_opportunity),
        ("Opportunities", offered, Proportion(offered, talked).told_with_range, funnel.stopped_before_close),
    )
    closes = Proportion(len(funnel.closes), offered).told_with_range
    qualified = Proportion(len(funnel.qualified_talked), len(funnel.qualified)).told_with_range
    heads = ("Step", "Leads", "Of the step before", "Stopped here", "Of these open", "Parked", "How the others ended")
    return ChartTable(
        heads,
        (
            *((words, str(count), share, *_stopped_cells(stopped)) for words, count, share, stopped in rows),
            ("Closes", str(len(funnel.closes)), closes, *_BLANK),
            ("Qualified, of whom talked", str(len(funnel.qualified)), qualified, *_BLANK),
        ),
    )


_BLANK = ("–", "–", "–", "–")


def _stopped_cells(stopped: Stopped) -> tuple[str, ...]:
    endings = ", ".join(f"{count} {_ENDINGS[outcome]}" for outcome, count in stopped.endings)
    return (str(len(stopped.ids)), str(stopped.open or "–"), str(stopped.parked or "–"), endings or "–")


def draw_funnel(
    funnel: Funnel, width: int, colours: ChartColours, families: Sequence[str], *, with_opportunities: bool = True
) -> Drawing:
    """Draw the ladder, and Qualified beside it."""
    paper = Paper(width, HEIGHT, colours, families)
    ladder = width * 0.70
    steps = [step for step in _STEPS if with_opportunities or step[0] != "opportunities"]
    lefts, column = _columns(ladder, len(steps))
    most = max(1, len(funnel.leads))
    tops = [BASE - (BASE - TOP) * len(getattr(funnel, name)) / most for name, _ in steps]
    split = (lefts[0] + column + lefts[1]) / 2
    paper.shelf(0, split - 22, "marketing", "Marketing hat")
    paper.arrow(split, 31)
    paper.shelf(split + 22, ladder - split - 22, "sales", "Sales hat")
    for place in range(len(steps) - 1):
        _slope(paper, place, lefts[place] + column, lefts[place + 1], (tops[place], tops[place + 1]))
        _rate(paper, funnel, steps[place][0], steps[place + 1][0], (lefts[place] + column + lefts[place + 1]) / 2)
    for (name, words), left, top in zip(steps, lefts, tops, strict=True):
        _column(paper, funnel, name, words, (left, top, column))
    _beside(paper, funnel, ladder + 20, column, most)
    return paper.drawing()


def _columns(ladder: float, count: int) -> tuple[list[float], float]:
    """The left edges and the width of the columns; the first gap is the widest, because the hand-off stands in it."""
    column = min(96.0, ladder / count * 0.56)
    gap = (ladder - 18 - column * count) / (count - 1 + 0.9)
    lefts = [18.0]
    for place in range(1, count):
        lefts.append(lefts[-1] + column + gap * (1.9 if place == 1 else 1.0))
    return lefts, column


def _column(paper: Paper, funnel: Funnel, name: str, words: str, box: tuple[float, float, float]) -> None:
    left, top, width = box
    ids = getattr(funnel, name)
    colour, _ = paper.colours.of("marketing" if name == "leads" else "sales")
    paper.column(left, top, width, BASE, colour)
    middle = left + width / 2
    paper.text(middle, top - 16, str(len(ids)), 17, weight=600, at="center")
    paper.text(middle, BASE + 18, words, at="center")
    still_open = _open_at(funnel, name)
    if still_open:
        told = f"{still_open} open, not talked yet" if name == "leads" else f"{still_open} open"
        paper.text(middle, BASE + 38, told, 12, colour=paper.colours.ink2, at="center")
    paper.mark((left, top - 24, width, BASE - top + 24), counted(len(ids), words.lower()[:-1], words.lower()), ids)


def _open_at(funnel: Funnel, name: str) -> int:
    stopped = {
        "leads": funnel.stopped_before_conversation,
        "conversations": funnel.stopped_before_opportunity,
        "opportunities": funnel.stopped_before_close,
    }.get(name)
    return stopped.open if stopped else 0


def _slope(paper: Paper, place: int, left: float, right: float, tops: tuple[float, float]) -> None:
    parts: tuple[tuple[float, float, float, float, str], ...]
    if place == 0:
        middle = (left + right) / 2
        height = (tops[0] + tops[1]) / 2
        parts = ((left, middle - 4, tops[0], height, "marketing"), (middle + 4, right, height, tops[1], "sales"))
    else:
        parts = ((left, right, *tops, "sales"),)
    for start, end, first, last, hat in parts:
        _, wash = paper.colours.of(hat)
        corners = [(start, BASE), (start, first), (end, last), (end, BASE)]
        paper.axes.add_patch(Polygon(corners, closed=True, facecolor=wash, linewidth=0))


def _rate(paper: Paper, funnel: Funnel, before: str, after: str, x: float) -> None:
    share = Proportion(len(getattr(funnel, after)), len(getattr(funnel, before)))
    if not share.n:
        return
    y = BASE - 34
    if before == "leads":
        box = FancyBboxPatch(
            (x - 36, y - 16), 72, 44, boxstyle="round,pad=0,rounding_size=6",
            facecolor=paper.colours.card, edgecolor=paper.colours.line2, linewidth=1,
        )  # fmt: skip
        paper.axes.add_patch(box)
    if share.has_percent and share.rate is not None:
        paper.text(x, y, f"{round(share.rate * 100)}%", 15, weight=600, at="center")
    paper.text(x, y + 18, f"{share.k} of {share.n}", 12, colour=paper.colours.ink2, at="center")


def _beside(paper: Paper, funnel: Funnel, x: float, width: float, most: int) -> None:
    paper.axes.plot([x, x], [6, BASE + 44], color=paper.colours.line2, linewidth=1)
    x += 20
    paper.text(x, 17, "Beside the ladder", 15, weight=600)
    paper.text(x, 38, "a judgement, not a step", 12, colour=paper.colours.ink2)
    qualified, talked = len(funnel.qualified), len(funnel.qualified_talked)
    reach = (BASE - TOP) / most
    colour, wash = paper.colours.of("marketing")
    paper.column(x, BASE - qualified * reach, width, BASE, colour)
    if qualified > talked:
        inner = BASE - qualified * reach
        paper.column(x + 1.5, inner + 1.5, width - 3, BASE - talked * reach, wash)
    paper.text(x + width / 2, BASE - qualified * reach - 16, str(qualified), 17, weight=600, at="center")
    paper.text(x + width / 2, BASE + 18, "Qualified", at="center")
    paper.mark(
        (x, BASE - qualified * reach - 24, width, qualified * reach + 24), f"{qualified} qualified", funnel.qualified
    )
    beside = x + width + 14
    told = ((f"{talked} of {qualified}", 600), ("qualified talked", 400))
    unjudged = ((f"{len(funnel.talked_not_judged)} of the {len(funnel.conversations)}", 600), ("conversations", 400))
    for row, (words, weight) in enumerate((*told, *unjudged, ("not judged before", 400))):
        y = BASE - 92 + row * 17 + (6 if row > 1 else 0)
        paper.text(beside, y, words, 12, weight=weight, colour="" if weight == 600 else paper.colours.ink2)
