"""By month of arrival: how far each month's leads have come; the months that are still open are hatched."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import month_words
from bothhats.charts.rows import draw_head
from bothhats.charts.strokes import cell, hatched_cell
from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import counted, told
from bothhats.queries.cohorts import Cohort, Cohorts
from bothhats.queries.scope import Ids

ROW, TOP, FOOT = 32, 30, 38
COLUMNS = ("Leads", "Qualified", "Conversations", "Opportunities", "Closes")
_WASHES = (0.0, 0.06, 0.13, 0.21)
_WENT = ("arrived", "were judged qualified", "talked", "became opportunities", "closed")


def cohorts_height(cohorts: Cohorts) -> int:
    """How high the chart wants to be."""
    return TOP + len(cohorts.months) * ROW + FOOT


def cohorts_sentence(cohorts: Cohorts) -> str:
    """How many months of how many leads, and which of them are too young to judge."""
    leads = sum(len(each.leads) for each in cohorts.months)
    if not leads:
        return "No leads arrived in this period."
    young = [each for each in cohorts.months if each.still_open]
    months = told(len(cohorts.months), "month")
    first = (
        f"{counted(leads, 'lead')} in {months}, {counted(sum(len(m.closes) for m in cohorts.months), 'close')} so far."
    )
    if cohorts.cycle.median is None:
        return f"{first} No close in the last twelve months: how long a cycle takes is not known yet."
    cycle = f"the median cycle of {cohorts.cycle.median:g} days (from {counted(cohorts.cycle.n, 'close')})"
    if not young:
        return f"{first} Every month is older than {cycle}."
    return f"{first} {told(len(young), 'month is', 'months are').capitalize()} still open: younger than {cycle}."


def cohorts_table(cohorts: Cohorts) -> ChartTable:
    """The chart's numbers."""
    rows = []
    for each in cohorts.months:
        n = len(each.leads)
        shares = (Proportion(len(ids), n).told if n else "0" for ids in _reached(each)[1:])
        rows.append((month_words(each.month), str(n), *shares, str(each.open), "still open" if each.still_open else ""))
    return ChartTable(("Month of arrival", *COLUMNS, "Open leads", "Cohort"), tuple(rows))


def draw_cohorts(cohorts: Cohorts, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A row a month, a column a milestone; the wash follows the share."""
    paper = Paper(width, cohorts_height(cohorts), colours, families)
    left, end = 130.0, width - 96.0
    column = (end - left) / len(COLUMNS)
    draw_head(paper, 0, 12, "Arrived in")
    for place, head in enumerate(COLUMNS):
        draw_head(paper, left + (place + 0.5) * column, 12, head, "center")
    draw_head(paper, width, 12, "Open", "right")
    for place, each in enumerate(cohorts.months):
        _row(paper, each, TOP + place * ROW, left, column)
    y = TOP + len(cohorts.months) * ROW + 22
    if any(each.still_open for each in cohorts.months):
        hatched_cell(paper, (left, y - 7, 28, 14))
        paper.text(left + 38, y, "still open: more will come", 12, colour=colours.ink2)
    return paper.drawing()


def _row(paper: Paper, cohort: Cohort, y: float, left: float, column: float) -> None:
    paper.line(0, y, paper.width)
    paper.text(0, y + ROW / 2, month_words(cohort.month))
    n = len(cohort.leads)
    for place, (ids, went) in enumerate(zip(_reached(cohort), _WENT, strict=True)):
        box = (left + place * column + 2, y + 2, column - 4, ROW - 3)
        share = Proportion(len(ids), n)
        if cohort.still_open and n:
            hatched_cell(paper, box)
        if share.has_percent and place:
            cell(paper, box, paper.colours.ink, _WASHES[min(3, int(share.k / share.n * 4))])
        _number(paper, share, box, is_whole=place == 0)
        words = counted(n, "lead") if place == 0 else f"{share.told} {went}"
        still = ", still open" if cohort.still_open else ""
        paper.mark(box, f"{month_words(cohort.month)}: {words}{still}", ids)
    paper.text(
        paper.width, y + ROW / 2, f"{cohort.open:,}" if cohort.open else "–", colour=paper.colours.ink2, at="right"
    )


def _number(paper: Paper, share: Proportion, box: tuple[float, float, float, float], *, is_whole: bool) -> None:
    x, y, width, height = box
    middle, centre = y + height / 2, x + width / 2
    if is_whole or not share.percent:
        paper.text(centre, middle, f"{share.k:,}", weight=600, at="center")
        return
    paper.text(centre - 4, middle, f"{share.k:,}", weight=600, at="right")
    paper.text(centre + 4, middle, share.percent, 12, colour=paper.colours.ink2)


def _reached(cohort: Cohort) -> tuple[Ids, ...]:
    return cohort.leads, cohort.qualified, cohort.conversations, cohort.opportunities, cohort.closes
