"""Why won and why not: two ranked lists side by side, of the outcomes that fell in the period."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import month_words
from bothhats.charts.rows import folded, joined, name_of, shown_rows
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import counted, number, told
from bothhats.queries.reasons import ReasonLine, Reasons

ROW, TOP, BAR, GAP = 32, 48, 14, 40


def reasons_height(reasons: Reasons) -> int:
    """How high the chart wants to be."""
    return TOP + max(1, shown_rows(len(reasons.won)), shown_rows(len(reasons.lost))) * ROW + 8


def reasons_sentence(reasons: Reasons) -> str:
    """The most frequent reason of each list with its n, and what the win rate leaves out."""
    endings = dict(reasons.endings)
    won, lost = endings["won"], sum(n for outcome, n in reasons.endings if outcome != "won")
    if not won + lost:
        return "No lead ended in this period."
    first = " ".join(part for part in (_most("won", reasons.won, won), _most("not won", reasons.lost, lost)) if part)
    no_fit = endings["not_a_fit"]
    are = "was not a fit and is" if no_fit == 1 else "were not a fit and are"
    return f"{first} {number(no_fit).capitalize()} of these {are} left out of the win rate." if no_fit else first


def _most(ended: str, lines: Sequence[ReasonLine], n: int) -> str:
    if not n:
        return ""
    whole = f"{counted(n, 'lead')} {ended}"
    if n < LEAST:
        return f"{whole}, too few to tell why."
    known = [line for line in lines if line.name is not None]
    blank = n - sum(len(line.ids) for line in known)
    if not known:
        return f"{whole}, no reason recorded."
    without = f", {number(blank)} without a reason" if blank else ""
    top = len(known[0].ids)
    names = [name_of(line.name) for line in known if len(line.ids) == top]
    which = (
        f"most often {names[0]} ({top})" if len(names) == 1 else f"{number(len(names))} reasons lead with {top} each"
    )
    return f"{whole}: {which}{without}."


def reasons_table(reasons: Reasons) -> ChartTable:
    """The chart's numbers, by the month in which they happened."""
    rows = [
        (ended, name_of(line.name), str(len(line.ids)), *(str(n) if n else "–" for n in line.by_month))
        for ended, lines in (("Won", reasons.won), ("Not won", reasons.lost))
        for line in lines
    ]
    months = tuple(month_words(month) for month in reasons.months)
    return ChartTable(("Ended", "Reason", "Leads", *months), tuple(rows))


def draw_reasons(reasons: Reasons, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """Winning at the left, losing at the right, on one scale."""
    paper = Paper(width, reasons_height(reasons), colours, families)
    half = (width - GAP) / 2
    most = max([len(line.ids) for line in (*reasons.won, *reasons.lost)] or [1])
    sides = (("Why they bought", reasons.won, colours.sal), ("Why not", reasons.lost, colours.both))
    for side, (title, lines, colour) in enumerate(sides):
        x = side * (half + GAP)
        n = sum(len(line.ids) for line in lines)
        paper.text(x, 14, title, 15, weight=600)
        paper.text(x + paper.text_width(title, 15, 600) + 10, 14, told(n, "lead"), 12, colour=colours.ink2)
        paper.line(x, 32, half, colours.line2)
        shown = folded(lines, lambda line: len(line.ids), lambda line: line.reason_id is None, _merged)
        for place, line in enumerate(shown):
            _row(paper, line, (x, TOP + place * ROW, half), colour, most)
        if not shown:
            paper.text(x, TOP + ROW / 2 - 4, "none in this period", colour=colours.ink2)
    return paper.drawing()


def _row(paper: Paper, line: ReasonLine, box: tuple[float, float, float], colour: str, most: int) -> None:
    x, y, width = box
    room = width * 0.48
    blank = line.name is None
    paper.text(
        x, y + ROW / 2 - 4, paper.elided(name_of(line.name), room - 12), colour=paper.colours.ink2 if blank else ""
    )
    bar = (width - room - 40) * len(line.ids) / most
    paper.bar(x + room, y + ROW / 2 - 4 - BAR / 2, bar, BAR, paper.colours.line2 if blank else colour)
    paper.text(x + room + bar + 8, y + ROW / 2 - 4, f"{len(line.ids):,}", weight=600)
    paper.mark((x, y - 4, width, ROW), f"{name_of(line.name)}: {counted(len(line.ids), 'lead')}", line.ids)


def _merged(lines: Sequence[ReasonLine], words: str) -> ReasonLine:
    by_month = tuple(sum(each) for each in zip(*(line.by_month for line in lines), strict=True))
    return ReasonLine(-1, words, joined([line.ids for line in lines]), by_month)
