"""Beside the funnel's ladder: Qualified, a judgement and not a step, filled to those who talked."""

from bothhats.charts.drawing import Paper
from bothhats.charts.ladder import BASE, Ladder
from bothhats.queries.funnel import Funnel


def draw_beside(paper: Paper, funnel: Funnel, ladder: Ladder) -> None:
    """An outlined column behind a hairline, and its two sentences."""
    x, width = ladder.width + 37, ladder.column
    paper.axes.plot([x - 18, x - 18], [6, BASE + 44], color=paper.colours.line2, linewidth=1)
    paper.text(x, 17, "Beside the ladder", 15, weight=600)
    paper.text(x, 38, "a judgement, not a step", 12, colour=paper.colours.ink2)
    paper.line(x, BASE, width, paper.colours.line2)
    top = ladder.top_of(len(funnel.qualified))
    _outlined(paper, funnel, ladder, (x, top, width))
    paper.text(x + width / 2, top - 16, f"{len(funnel.qualified):,}", 17, weight=600, at="center")
    paper.text(x + width / 2, BASE + 18, "Qualified", at="center")
    for row, (words, is_number) in enumerate(_told(funnel)):
        y = BASE - 92 + row * 17 + (6 if row > 1 else 0)
        paper.text(
            x + width + 14, y, words, 12,
            weight=600 if is_number else 400, colour="" if is_number else paper.colours.ink2,
        )  # fmt: skip
    told = f"{len(funnel.qualified):,} qualified, {len(funnel.qualified_talked):,} of them talked"
    paper.mark((x, top - 28, width, BASE - top + 28), told, funnel.qualified)


def _outlined(paper: Paper, funnel: Funnel, ladder: Ladder, box: tuple[float, float, float]) -> None:
    x, top, width = box
    colour, wash = paper.colours.of("marketing")
    filled = ladder.top_of(len(funnel.qualified_talked))
    paper.column(x, top, width, BASE, colour)
    if filled - top > 3:
        paper.column(x + 1.5, top + 1.5, width - 3, min(filled, BASE - 1.5), wash)


def _told(funnel: Funnel) -> list[tuple[str, bool]]:
    """Lines of words; true for those that are the number."""
    qualified, talked = len(funnel.qualified), len(funnel.conversations)
    first = [(f"{len(funnel.qualified_talked):,} of {qualified:,}", True), ("qualified talked", False)]
    if not qualified:
        first = [("No lead was judged", False), ("qualified so far", False)]
    if not talked:
        return first
    counted = (f"{len(funnel.talked_not_judged):,} of the {talked:,}", True)
    return [*first, counted, ("conversations", False), ("not judged before", False)]
