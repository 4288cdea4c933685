"""By source: the share that went on, as a point with its 95 % interval."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import (
    colour_of,
    draw_head,
    draw_kinds,
    draw_name,
    folded,
    joined,
    name_of,
    name_room,
    others,
    shown_rows,
)
from bothhats.charts.strokes import grid_line, point, spread
from bothhats.domain.proportion import Comparison, differ
from bothhats.domain.wording import counted, told
from bothhats.queries.rates import Rate, RateLine, Rates

ROW, TOP, FOOT = 36, 30, 60
_HEADS = {
    Rate.TALKED: "Share of leads that became a conversation",
    Rate.OFFERED: "Share of leads that became an opportunity",
    Rate.CLOSED_OF_TALKED: "Share of conversations that closed",
    Rate.CLOSED: "Share of leads that closed",
}
_WENT = {
    Rate.TALKED: "talked",
    Rate.OFFERED: "became an opportunity",
    Rate.CLOSED_OF_TALKED: "closed",
    Rate.CLOSED: "closed",
}


def rates_height(rates: Rates) -> int:
    """How high the chart wants to be."""
    return TOP + shown_rows(len(rates.lines)) * ROW + FOOT if rates.lines else 48


def rates_sentence(rates: Rates) -> str:
    """Whether the best and the worst source differ, who is too few, and of how many leads all this is."""
    n = sum(len(line.of) for line in rates.lines)
    if not n:
        return "No leads arrived in this period."
    still_open = sum(line.still_open for line in rates.lines)
    of_what = "conversation" if rates.rate == Rate.CLOSED_OF_TALKED else "lead"
    ends = f" {told(still_open, 'lead is', 'leads are').capitalize()} still open." if still_open else ""
    return f"{_compared(rates)}{_too_few(rates)} From {counted(n, of_what)} in all.{ends}".strip()


def _compared(rates: Rates) -> str:
    enough = sorted((line for line in rates.lines if line.rate.has_percent), key=lambda line: line.rate.rate or 0)
    if not enough:
        return "Too few to tell."
    best, worst = enough[-1], enough[0]
    if len(enough) == 1:
        return f"{name_of(best.source.name)}: {best.rate.told_with_range} {_WENT[rates.rate]}."
    names = f"{name_of(best.source.name)} and {name_of(worst.source.name)}"
    figures = f"{best.rate.k} of {best.rate.n} against {worst.rate.k} of {worst.rate.n}"
    if differ(best.rate, worst.rate) == Comparison.DIFFER:
        return f"{names} differ: {figures}."
    return f"Too close to call between {names}: {figures}."


def _too_few(rates: Rates) -> str:
    few = [name_of(line.source.name) for line in rates.lines if not line.rate.has_percent]
    if not few or len(few) == len(rates.lines):
        return ""
    if len(few) > 3:
        return f" {len(few)} sources have fewer than five each, too few to tell."
    words = few[0] if len(few) == 1 else f"{', '.join(few[:-1])} and {few[-1]}"
    return f" {words} {'has fewer than five' if len(few) == 1 else 'have fewer than five each'}, too few to tell."


def rates_table(rates: Rates) -> ChartTable:
    """The chart's numbers."""
    rows = tuple(
        (
            name_of(line.source.name),
            str(len(line.of)),
            str(len(line.reached)),
            line.rate.told_with_range,
            str(line.still_open),
        )
        for line in rates.lines
    )
    of = "Conversations" if rates.rate == Rate.CLOSED_OF_TALKED else "Leads"
    return ChartTable(("Source", of, "Went on", "Share", "Still open"), rows)


def draw_rates(rates: Rates, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A row a source; too few have no point."""
    paper = Paper(width, rates_height(rates), colours, families)
    if not rates.lines:
        paper.text(0, 20, "Nothing to draw yet.", colour=colours.ink2)
        return paper.drawing()
    shown = folded(rates.lines, lambda line: len(line.of), lambda line: line.source.id is None, _merged)
    left = name_room(paper, [name_of(line.source.name) for line in shown]) + 6
    right = width - 24 - max((paper.text_width(_of(line), 13, 600) for line in shown), default=60)
    bottom = TOP + len(shown) * ROW
    draw_head(
        paper,
        left,
        10,
        paper.fitting(right - left, f"{_HEADS[rates.rate]}, with its 95 % interval", _HEADS[rates.rate]),
    )
    for quarter in range(5):
        x = left + (right - left) * quarter / 4
        grid_line(paper, x, TOP, bottom)
        paper.text(x, bottom + 14, f"{quarter * 25} %" if quarter else "0", 12, colour=colours.ink2, at="center")
    for place, line in enumerate(shown):
        _row(paper, line, TOP + place * ROW, (left, right), rates.rate)
    draw_kinds(paper, left, bottom + 42, [line.source.kind for line in shown])
    return paper.drawing()


def _row(paper: Paper, line: RateLine, y: float, span: tuple[float, float], rate: Rate) -> None:
    left, right = span
    name, middle, share = name_of(line.source.name), y + ROW / 2, line.rate
    draw_name(paper, name, y, ROW, left - 6, is_first=y == TOP)
    paper.text(right + 20, middle, _of(line), weight=600)
    if share.has_percent and share.low is not None and share.high is not None:
        scale = right - left
        spread(paper, left + share.low * scale, left + share.high * scale, middle, colour_of(paper, line.source.kind))
        point(paper, left + share.k / share.n * scale, middle, line.source.kind)
        words = f"{name}: {share.told_with_range} {_WENT[rate]}"
    else:
        paper.text((left + right) / 2, middle, "too few to tell", 12, colour=paper.colours.ink2, at="center")
        words = f"{name}: {share.told} {_WENT[rate]}, too few to tell"
    paper.mark((0, y, paper.width, ROW), words, line.of)


def _of(line: RateLine) -> str:
    return f"{line.rate.k:,} of {line.rate.n:,}"


def _merged(lines: Sequence[RateLine], words: str) -> RateLine:
    of, reached = joined([line.of for line in lines]), joined([line.reached for line in lines])
    return RateLine(others(words), of, reached, sum(line.still_open for line in lines))
