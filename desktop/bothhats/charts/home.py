"""The home chart: leads → conversations → closes by source, with what is still open at each step."""

from collections.abc import Sequence
from dataclasses import replace

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.domain.wording import counted, number, told
from bothhats.queries.funnel import Funnel, SourceLine

MOST_SOURCES = 8
ROW = 29
TOP = 84
FOOT = 46
BAR = 16
NARROW = 720


def home_height(lines: Sequence[SourceLine]) -> int:
    """How high the chart wants to be."""
    return TOP + max(1, min(len(lines), MOST_SOURCES + 1)) * ROW + FOOT


def home_sentence(lines: Sequence[SourceLine], funnel: Funnel) -> str:
    """The chart in words, with its n."""
    if not funnel.leads:
        return "No leads arrived in this period."
    told_all = (
        f"{counted(len(funnel.leads), 'lead')}, {counted(len(funnel.conversations), 'conversation')},"
        f" {counted(len(funnel.closes), 'close')}"
    )
    if funnel.open:
        are = "lead is" if funnel.open == 1 else "leads are"
        told_all += f"; {number(funnel.open)} {are} still open, so this will grow"
    silent = max((line for line in lines if not line.conversations), key=lambda line: len(line.leads), default=None)
    if silent and len(silent.leads) >= 3:
        return f"{source_name(silent)} brought {told(len(silent.leads), 'lead')} and not one conversation. {told_all}."
    return f"{told_all}."


def home_table(lines: Sequence[SourceLine]) -> ChartTable:
    """The chart's numbers."""
    heads = ("Source", "Leads", "Open, not talked yet", "Conversations", "Of these open", "Closes")
    rows = tuple(
        (
            source_name(line),
            str(len(line.leads)),
            str(line.open_before_conversation),
            str(len(line.conversations)),
            str(line.open_after_conversation),
            str(len(line.closes)),
        )
        for line in lines
    )
    return ChartTable(heads, rows)


def draw_home(
    lines: Sequence[SourceLine], funnel: Funnel, width: int, colours: ChartColours, families: Sequence[str]
) -> Drawing:
    """Draw it as wide as asked and as high as it needs."""
    shown = fold(lines)
    paper = Paper(width, home_height(lines), colours, families)
    label = min(160.0, max((paper.text_width(source_name(line)) for line in shown), default=60.0) + 20)
    left, middle, right = label, width * 0.455, width * 0.795
    _heads(paper, funnel, left, middle, right)
    most = max((len(line.leads) for line in shown), default=1)
    unit = min((middle - left - 70) / most, (right - middle - 70) / most)
    for place, line in enumerate(shown):
        _row(paper, line, TOP + place * ROW, (left, middle, right), unit)
    _key(paper, funnel, left, TOP + len(shown) * ROW + 22)
    return paper.drawing()


def fold(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The eight sources with most leads; the others in one row."""
    if len(lines) <= MOST_SOURCES + 1:
        return list(lines)
    rest = lines[MOST_SOURCES:]
    others = replace(
        rest[0],
        source_id=-1,
        name=f"{len(rest)} others",
        leads=tuple(lead for line in rest for lead in line.leads),
        open_before_conversation=sum(line.open_before_conversation for line in rest),
        conversations=tuple(lead for line in rest for lead in line.conversations),
        open_after_conversation=sum(line.open_after_conversation for line in rest),
        closes=tuple(lead for line in rest for lead in line.closes),
    )
    return [*lines[:MOST_SOURCES], others]


def source_name(line: SourceLine) -> str:
    """A source's name; leads without one are not dropped."""
    return line.name or "not recorded"


def _heads(paper: Paper, funnel: Funnel, left: float, middle: float, right: float) -> None:
    paper.shelf(0, middle - 42, "marketing", "Marketing hat")
    paper.arrow(middle - 25, 31)
    paper.shelf(middle - 8, paper.width - middle + 8, "sales", "Sales hat")
    open_talked = funnel.stopped_before_opportunity.open + funnel.stopped_before_close.open
    waiting = "still open" if paper.width < NARROW else "open, not talked yet"
    _head(paper, left, "Leads", len(funnel.leads), f"{funnel.stopped_before_conversation.open} {waiting}")
    _head(paper, middle, "Conversations", len(funnel.conversations), f"{open_talked} still open")
    _head(paper, right, "Closes", len(funnel.closes), "so far")


def _head(paper: Paper, x: float, words: str, count: int, beside: str) -> None:
    paper.text(x, 58, words)
    x += paper.text_width(words) + 5
    paper.text(x, 58, str(count), weight=600)
    paper.text(x + paper.text_width(str(count), weight=600) + 9, 58, beside, 12, colour=paper.colours.ink2)


def _row(paper: Paper, line: SourceLine, y: float, panels: tuple[float, float, float], unit: float) -> None:
    left, middle, right = panels
    name = source_name(line)
    centre = y + ROW / 2
    if y > TOP:
        paper.line(0, y, paper.width)
    paper.text(0, centre, paper.elided(name, left - 12))
    leads, talked, closes = len(line.leads), len(line.conversations), len(line.closes)
    _bar(paper, left, centre, unit, leads, line.open_before_conversation, "marketing", str(leads))
    _bar(paper, middle, centre, unit, talked, line.open_after_conversation, "sales", f"{talked} of {leads}")
    _bar(paper, right, centre, unit, closes, 0, "sales", f"{closes} of {leads}" if closes else "none yet")
    box = (y, unit, ROW)
    paper.mark(_box(left, leads, *box), f"{name}: {counted(leads, 'lead')}", line.leads)
    paper.mark(_box(middle, talked, *box), f"{name}: {talked} of {leads} talked", line.conversations)
    paper.mark(_box(right, closes, *box), f"{name}: {closes} of {leads} closed", line.closes)


def _box(x: float, count: int, y: float, unit: float, height: float) -> tuple[float, float, float, float]:
    return (x, y, max(count * unit, 24) + 50, height)


def _bar(paper: Paper, x: float, y: float, unit: float, count: int, still_open: int, hat: str, words: str) -> None:
    colour, _ = paper.colours.of(hat)
    settled = (count - still_open) * unit
    top = y - BAR / 2
    paper.bar(x, top, settled, BAR, colour, is_round=not still_open)
    paper.hatched(x + settled + (1 if settled else 0), top, still_open * unit - 1, BAR, hat)
    is_bold = count > 0
    gap = 8 if count else 0
    paper.text(
        x + count * unit + gap, y, words, weight=600 if is_bold else 400, colour="" if is_bold else paper.colours.ink2
    )


def _key(paper: Paper, funnel: Funnel, x: float, y: float) -> None:
    if not funnel.open:
        return
    for place, hat in enumerate(("marketing", "sales")):
        paper.hatched(x + place * 34, y - 6, 28, 12, hat)
    words = f"still open at this step: {counted(funnel.open, 'lead')}"
    if funnel.parked:
        words += f", {number(funnel.parked)} of them parked"
    paper.text(x + 74, y, words, 12, colour=paper.colours.ink2)
