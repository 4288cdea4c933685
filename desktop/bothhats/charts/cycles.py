"""Cycle length by source: quartiles as a box, the median as a dot; fewer than five closes as dots alone."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import (
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
from bothhats.charts.strokes import disc, grid_line, hat_of, point
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import counted
from bothhats.queries.cycles import CycleLine, Cycles
from bothhats.queries.figures import cycle_of_days

ROW, TOP, FOOT = 34, 30, 60
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def cycles_height(cycles: Cycles) -> int:
    """How high the chart wants to be."""
    return TOP + shown_rows(len(cycles.lines)) * ROW + FOOT if cycles.lines else 48


def cycles_sentence(cycles: Cycles) -> str:
    """The median of all with its quartiles and n."""
    whole = cycles.whole.cycle
    if not whole.n:
        return "No lead that arrived in this period has closed yet."
    if whole.n < LEAST:
        days = ", ".join(str(day) for day in cycles.whole.days)
        return (
            f"Too few to tell: {counted(whole.n, 'close')}, after {days} days." if whole.n > 1 else _one(whole.median)
        )
    middle = (
        f"Half of the {whole.n:,} closes took {_days(whole.median)} or less; the middle half {_number(whole.q1)} to"
    )
    few = sum(line.cycle.n < LEAST for line in cycles.lines)
    told = f"{middle} {_days(whole.q3)}."
    return (
        f"{told} {counted(few, 'source has', 'sources have')} fewer than five closes, too few to tell." if few else told
    )


def cycles_table(cycles: Cycles) -> ChartTable:
    """The chart's numbers."""
    rows = [_cells(name_of(line.source.name), line) for line in cycles.lines]
    if len(cycles.lines) > 1:
        rows.append(_cells("All sources", cycles.whole))
    return ChartTable(("Source", "Closes", "Median days", "First quartile", "Third quartile", "Days"), tuple(rows))


def draw_cycles(cycles: Cycles, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A row a source, on one scale of days."""
    paper = Paper(width, cycles_height(cycles), colours, families)
    if not cycles.lines:
        paper.text(0, 20, "No close yet.", colour=colours.ink2)
        return paper.drawing()
    shown = folded(cycles.lines, lambda line: len(line.won), lambda line: line.source.id is None, _merged)
    left = name_room(paper, [name_of(line.source.name) for line in shown]) + 10
    right = width - 30 - max(paper.text_width(_closes(line), 13, 600) for line in shown)
    scale = _Scale(paper, shown, (left, right), TOP + len(shown) * ROW)
    draw_head(paper, left, 10, "Days from arrival to close: the middle half, and the median")
    for place, line in enumerate(shown):
        _row(paper, line, TOP + place * ROW, scale)
    draw_kinds(paper, left, TOP + len(shown) * ROW + 42, [line.source.kind for line in shown])
    return paper.drawing()


class _Scale:
    """Where a number of days stands; with at most five hairlines."""

    def __init__(self, paper: Paper, shown: Sequence[CycleLine], span: tuple[float, float], bottom: float) -> None:
        ends = [day for line in shown for day in _ends(line)]
        self.left, self.right = span
        low, high = min(0.0, *ends), max(1.0, *ends)
        step = next((step for step in _STEPS if (high - low) / step <= 4), _STEPS[-1])
        self.low = low - low % step if low < 0 else 0.0
        self.high = max(high, self.low + step)
        day = self.low
        while day <= self.high:
            grid_line(paper, self.at(day), TOP, bottom)
            paper.text(self.at(day), bottom + 14, f"{day:,.0f}", 12, colour=paper.colours.ink2, at="center")
            day += step

    def at(self, day: float) -> float:
        """Its place."""
        return self.left + (day - self.low) / (self.high - self.low) * (self.right - self.left)


def _row(paper: Paper, line: CycleLine, y: float, scale: _Scale) -> None:
    name, middle, cycle = name_of(line.source.name), y + ROW / 2, line.cycle
    draw_name(paper, name, y, ROW, scale.left - 10, is_first=y == TOP)
    paper.text(scale.right + 24, middle, _closes(line), weight=600)
    colour, wash = paper.colours.of(hat_of(line.source.kind))
    if cycle.n >= LEAST and cycle.q1 is not None and cycle.q3 is not None and cycle.median is not None:
        paper.bar(
            scale.at(cycle.q1), middle - 7, max(scale.at(cycle.q3) - scale.at(cycle.q1), 2), 14, wash, is_round=False
        )
        for edge in (cycle.q1, cycle.q3):
            grid_line(paper, scale.at(edge), middle - 7, middle + 7)
        point(paper, scale.at(cycle.median), middle, line.source.kind)
        words = f"{_days(cycle.median)} in the middle, {_number(cycle.q1)} to {_days(cycle.q3)}, {_closes(line)}"
    else:
        for day in line.days:
            disc(paper, scale.at(day), middle, 7, colour, is_ring=True)
        words = f"{_closes(line)}, after {', '.join(str(day) for day in line.days)} days, too few to tell"
    paper.mark((0, y, paper.width, ROW), f"{name}: {words}", line.won)


def _ends(line: CycleLine) -> tuple[float, ...]:
    cycle = line.cycle
    return (cycle.q1 or 0, cycle.q3 or 0) if cycle.n >= LEAST else line.days


def _cells(name: str, line: CycleLine) -> tuple[str, ...]:
    cycle, shows = line.cycle, line.cycle.n >= LEAST
    quartiles = tuple(_number(each) if shows else "too few to tell" for each in (cycle.median, cycle.q1, cycle.q3))
    return name, str(cycle.n), *quartiles, ", ".join(str(day) for day in line.days)


def _merged(lines: Sequence[CycleLine], words: str) -> CycleLine:
    pairs = sorted((day, lead) for line in lines for day, lead in zip(line.days, line.won, strict=True))
    days = tuple(day for day, _ in pairs)
    return CycleLine(others(words), joined([tuple(lead for _, lead in pairs)]), days, cycle_of_days(days))


def _closes(line: CycleLine) -> str:
    return counted(line.cycle.n, "close")


def _one(days: float | None) -> str:
    return f"Too few to tell: 1 close, after {_days(days)}."


def _number(days: float | None) -> str:
    return f"{days or 0:,.1f}".removesuffix(".0")


def _days(days: float | None) -> str:
    return f"{_number(days)} {'day' if days == 1 else 'days'}"
