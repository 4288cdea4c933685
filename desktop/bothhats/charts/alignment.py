"""Alignment over the months: how many of the checks held; the last month in ink."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import MonthAxis, month_words
from bothhats.domain.wording import counted, told
from bothhats.queries.alignment import MonthScore

TOP, BASE, HEIGHT, LEFT = 24, 168, 216, 22
CHECKS = 8
Scores = Sequence[MonthScore]


def alignment_height(scores: Scores) -> int:
    """How high the chart wants to be."""
    return HEIGHT if any(score.of for score in scores) else 48


def alignment_sentence(scores: Scores) -> str:
    """The last score against the one before it."""
    reviewed = [score for score in scores if score.of]
    if not reviewed:
        return "No month of this period has been reviewed."
    last = reviewed[-1]
    first = f"{last.holds} of the {counted(last.of, 'check')} that applied held in {month_words(last.month)}"
    if len(reviewed) == 1:
        return f"{first}; one month is too few to tell a direction."
    before = reviewed[-2]
    missing = len(scores) - len(reviewed)
    without = f" {told(missing, 'month has', 'months have').capitalize()} no review." if missing else ""
    return f"{first}, after {before.holds} of {before.of} in {month_words(before.month)}.{without}"


def alignment_table(scores: Scores) -> ChartTable:
    """The chart's numbers."""
    rows = tuple(
        (month_words(score.month), *((str(score.holds), str(score.of)) if score.of else ("no review", "–")))
        for score in scores
    )
    return ChartTable(("Month", "Checks that hold", "Of those that apply"), rows)


def draw_alignment(scores: Scores, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A column a month; its outline goes up to the checks that applied."""
    paper = Paper(width, alignment_height(scores), colours, families)
    if not any(score.of for score in scores):
        paper.text(0, 20, "No review yet.", colour=colours.ink2)
        return paper.drawing()
    axis = MonthAxis(paper, [score.month for score in scores], LEFT, width - 22)
    for count in range(0, CHECKS + 1, 2):
        paper.line(LEFT, _at(count), axis.right - LEFT, colours.line if count else colours.line2)
        paper.text(LEFT - 8, _at(count), str(count), 12, colour=colours.ink2, at="right")
    axis.labels(BASE + 18)
    counts = [f"{score.holds} of {score.of}" if score.of else "–" for score in scores]
    has_words = axis.fits(counts)
    for place, score in enumerate(scores):
        middle, half = axis.middle(place), min(20.0, axis.slot * 0.31)
        is_last = place == len(scores) - 1
        paper.column(middle - half, _at(score.of), half * 2, BASE, colours.both_wash)
        paper.column(middle - half, _at(score.holds), half * 2, BASE, colours.ink if is_last else colours.both)
        if has_words:
            paper.text(middle, BASE + 38, counts[place], 12, colour=colours.ink2, at="center")
        words = f"{counts[place]} checks hold" if score.of else "no review"
        paper.mark(
            (middle - axis.slot / 2, TOP - 8, axis.slot, HEIGHT - TOP + 4), f"{month_words(score.month)}: {words}", ()
        )
    return paper.drawing()


def _at(count: int) -> float:
    return BASE - (BASE - TOP) * count / CHECKS
