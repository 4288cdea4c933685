"""Waste: of the leads of each source that ended, those marked as a waste of time."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import draw_head, draw_name, folded, joined, name_of, name_room, others, shown_rows
from bothhats.domain.proportion import Comparison, Proportion, differ
from bothhats.domain.wording import counted, number
from bothhats.queries.waste import WasteLine

ROW, TOP, BAR = 34, 30, 16
Lines = Sequence[WasteLine]


def waste_height(lines: Lines) -> int:
    """How high the chart wants to be."""
    return TOP + shown_rows(len(lines)) * ROW + 38 if lines else 48


def waste_sentence(lines: Lines) -> str:
    """The share of all, the source with the largest one where it may be called different, and what is not recorded."""
    ended = sum(len(line.ended) for line in lines)
    if not ended:
        return "No lead ended in this period."
    whole = Proportion(sum(len(line.wasted) for line in lines), ended)
    blank = sum(len(line.not_recorded) for line in lines)
    if blank == ended:
        return f"{counted(ended, 'lead')} ended; whether any was a waste of time is not recorded."
    few = "" if whole.has_percent else "Too few to tell: "
    first = f"{few}{whole.told_with_range} of the leads that ended were a waste of time."
    without = f" For {number(blank)} it is not recorded." if blank else ""
    return f"{first}{_compared(lines)}{without}"


def _compared(lines: Lines) -> str:
    enough = sorted((line for line in lines if line.share.has_percent), key=lambda line: line.share.rate or 0)
    if len(enough) < 2:
        return ""
    least, most = enough[0], enough[-1]
    high, low = (f"{name_of(line.source.name)}, {line.share.k} of {line.share.n}," for line in (most, least))
    return (
        f" {high} and {low} differ."
        if differ(least.share, most.share) == Comparison.DIFFER
        else f" {high} and {low} are too close to call."
    )


def waste_table(lines: Lines) -> ChartTable:
    """The chart's numbers."""
    rows = tuple(
        (
            name_of(line.source.name), str(len(line.ended)), str(len(line.wasted)), line.share.told_with_range,
            str(len(line.not_recorded)),
        )
        for line in lines
    )  # fmt: skip
    return ChartTable(("Source", "Leads that ended", "A waste of time", "Share", "Not recorded"), rows)


def draw_waste(lines: Lines, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A bar a source: wasted, not wasted, not recorded."""
    paper = Paper(width, waste_height(lines), colours, families)
    if not lines:
        paper.text(0, 20, "No lead ended in this period.", colour=colours.ink2)
        return paper.drawing()
    shown = folded(lines, lambda line: len(line.ended), lambda line: line.source.id is None, _merged)
    left = name_room(paper, [name_of(line.source.name) for line in shown])
    draw_head(paper, left, 10, "Leads that ended in this period")
    room = width - left - 12 - max(paper.text_width(_words(line), 13, 600) for line in shown)
    unit = max(room, 40) / max(len(line.ended) for line in shown)
    for place, line in enumerate(shown):
        _row(paper, line, TOP + place * ROW, left, unit)
    _key(paper, left, TOP + len(shown) * ROW + 20)
    return paper.drawing()


def _row(paper: Paper, line: WasteLine, y: float, left: float, unit: float) -> None:
    name, top = name_of(line.source.name), y + (ROW - BAR) / 2
    draw_name(paper, name, y, ROW, left, is_first=y == TOP)
    wasted, blank, ended = (len(ids) * unit for ids in (line.wasted, line.not_recorded, line.ended))
    paper.bar(left, top, wasted, BAR, paper.colours.ink, is_round=wasted == ended)
    paper.bar(left + wasted, top, ended - wasted - blank, BAR, paper.colours.both, is_round=not blank)
    paper.hatched(left + ended - blank, top, blank, BAR, "both")
    paper.text(left + ended + 8, y + ROW / 2, _words(line), weight=600)
    few = "" if line.share.has_percent else ", too few to tell"
    paper.mark(
        (0, y, paper.width, ROW), f"{name}: {line.share.told_with_range} a waste of time{few}{_blank(line)}", line.ended
    )


def _key(paper: Paper, x: float, y: float) -> None:
    for words in ("a waste of time", "not", "not recorded"):
        if words == "not recorded":
            paper.hatched(x, y - 6, 22, 12, "both")
        else:
            colour = paper.colours.both if words == "not" else paper.colours.ink
            paper.bar(x, y - 6, 22, 12, colour, is_round=False)
        paper.text(x + 30, y, words, 12, colour=paper.colours.ink2)
        x += 52 + paper.text_width(words, 12)


def _words(line: WasteLine) -> str:
    return f"{len(line.wasted):,} of {len(line.ended):,}{_blank(line)}"


def _blank(line: WasteLine) -> str:
    return f", {len(line.not_recorded):,} not recorded" if line.not_recorded else ""


def _merged(lines: Lines, words: str) -> WasteLine:
    ended, wasted = joined([line.ended for line in lines]), joined([line.wasted for line in lines])
    return WasteLine(others(words), ended, wasted, joined([line.not_recorded for line in lines]))
