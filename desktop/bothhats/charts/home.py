"""The home chart: leads → conversations → closes by source, with what is still open at each step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import capitalised, counted, number, told
from bothhats.queries.funnel import Funnel
from bothhats.queries.home import Home, SourceLine

MOST_SOURCES = 8
ROW = 29
TOP = 84
FOOT = 46
BAR = 16
GAP = 8
Panels = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the leads in it, how many of them are open at this step, what stands behind it, and the whole of it."""

    ids: tuple[int, ...]
    open: int
    hat: str
    words: str
    told: str

    @property
    def count(self) -> int:
        """How many leads it is of."""
        return len(self.ids)


def home_height(home: Home) -> int:
    """How high the chart wants to be; its foot is the key of what is still open."""
    return TOP + min(len(home.lines), MOST_SOURCES + 1) * ROW + (FOOT if any(map(_open, home.lines)) else 8)


def home_sentence(home: Home) -> str:
    """The chart in words, with its n."""
    funnel = home.funnel
    if not funnel.leads:
        return "No leads arrived in this period."
    told_all = (
        f"{counted(len(funnel.leads), 'lead')}, {counted(len(funnel.conversations), 'conversation')},"
        f" {counted(len(funnel.closes), 'close')}"
    )
    if funnel.open:
        are = "lead is" if funnel.open == 1 else "leads are"
        told_all += f"; {number(funnel.open)} {are} still open, so this will grow"
    return f"{_first_words(home.lines, len(funnel.leads))}{told_all}."


def _first_words(lines: Sequence[SourceLine], n: int) -> str:
    """That there are too few, or which source brought many leads and no conversation."""
    if n < LEAST:
        return "Too few to tell: "
    silent = max((line for line in lines if not line.conversations), key=lambda line: len(line.leads), default=None)
    if silent is None or len(silent.leads) < 3:
        return ""
    leads = told(len(silent.leads), "lead")
    who = f"{silent.name} brought {leads} and" if silent.name else f"{capitalised(leads)} without a source brought"
    return f"{who} not one conversation. "


def home_table(home: Home) -> ChartTable:
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
        for line in home.lines
    )
    return ChartTable(heads, rows)


def draw_home(home: Home, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """Draw it as wide as asked and as high as it needs."""
    shown, funnel = fold(home.lines), home.funnel
    paper = Paper(width, home_height(home), colours, families)
    longest = max((paper.text_width(source_name(line)) for line in shown), default=60.0)
    panels = (min(160.0, width * 0.22, longest + 20), width * 0.455, width * 0.795)
    _heads(paper, funnel, panels)
    unit = _unit(paper, shown, panels)
    for place, line in enumerate(shown):
        _row(paper, line, TOP + place * ROW, panels, unit)
    _key(paper, funnel, panels[0], TOP + len(shown) * ROW + 22)
    return paper.drawing()


def _unit(paper: Paper, shown: Sequence[SourceLine], panels: Panels) -> float:
    """How wide one lead is: the three panels have one scale, and the words behind each bar find room."""
    units = [paper.width]
    for panel, (left, right) in enumerate(zip(panels, (*panels[1:], paper.width), strict=True)):
        for bar in (_bars(line)[panel] for line in shown):
            room = right - left - paper.text_width(bar.words, 13, 600) - GAP - (4 if panel == 2 else 28)
            units.append(room / max(bar.count, 1))
    return max(0.0, min(units))


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


def _open(line: SourceLine) -> int:
    return line.open_before_conversation + line.open_after_conversation


def _bars(line: SourceLine) -> tuple[Bar, Bar, Bar]:
    """Leads, conversations and closes of a source."""
    leads, talked, closes = len(line.leads), len(line.conversations), len(line.closes)
    of = f"of {leads:,}"
    return (
        Bar(line.leads, line.open_before_conversation, "marketing", f"{leads:,}", counted(leads, "lead")),
        Bar(line.conversations, line.open_after_conversation, "sales", f"{talked:,} {of}", f"{talked:,} {of} talked"),
        Bar(line.closes, 0, "sales", f"{closes:,} {of}" if closes else "none yet", f"{closes:,} {of} closed"),
    )


def _heads(paper: Paper, funnel: Funnel, panels: Panels) -> None:
    left, middle, right = panels
    paper.shelf(0, middle - 42, "marketing", "Marketing hat")
    paper.arrow(middle - 25, 31)
    paper.shelf(middle - 8, paper.width - middle + 8, "sales", "Sales hat")
    silent = funnel.stopped_before_conversation.open
    talked = funnel.stopped_before_opportunity.open + funnel.stopped_before_close.open
    untold = (f"{silent:,} of them open, not talked yet", f"{silent:,} open, not talked yet") if silent else ()
    _head(paper, (left, middle), "Leads", len(funnel.leads), (*untold, *_still_open(silent)))
    _head(paper, (middle, right), "Conversations", len(funnel.conversations), _still_open(talked))
    _head(paper, (right, paper.width), "Closes", len(funnel.closes), ("so far",) if funnel.leads else ())


def _still_open(count: int) -> tuple[str, ...]:
    """Ways to say it, the longest first."""
    return (f"{count:,} of them still open", f"{count:,} still open", f"{count:,} open") if count else ()


def _head(paper: Paper, panel: tuple[float, float], words: str, count: int, beside: Sequence[str]) -> None:
    x, end = panel
    paper.text(x, 58, words)
    x += paper.text_width(words) + 5
    paper.text(x, 58, f"{count:,}", weight=600)
    x += paper.text_width(f"{count:,}", weight=600) + 9
    paper.text(x, 58, paper.fitting(end - x - 16, *beside), 12, colour=paper.colours.ink2)


def _row(paper: Paper, line: SourceLine, y: float, panels: Panels, unit: float) -> None:
    name = source_name(line)
    if y > TOP:
        paper.line(0, y, paper.width)
    paper.text(0, y + ROW / 2, paper.elided(name, panels[0] - 12))
    for bar, x in zip(_bars(line), panels, strict=True):
        end = _bar(paper, bar, x, y + ROW / 2, unit)
        start = 0 if bar.hat == "marketing" else x
        still = f", {number(bar.open)} still open" if bar.open else ""
        paper.mark((start, y, end - start + 4, ROW), f"{name}: {bar.told}{still}", bar.ids)


def _bar(paper: Paper, bar: Bar, x: float, y: float, unit: float) -> float:
    """One bar with what is still open at its end, and its number; how far it goes."""
    colour, _ = paper.colours.of(bar.hat)
    settled, still_open = (bar.count - bar.open) * unit, bar.open * unit
    paper.bar(x, y - BAR / 2, settled, BAR, colour, is_round=not bar.open)
    gap = 1 if settled and still_open > 3 else 0
    paper.hatched(x + settled + gap, y - BAR / 2, still_open - gap, BAR, bar.hat)
    x += bar.count * unit + (GAP if bar.count else 0)
    weight = 600 if bar.count else 400
    paper.text(x, y, bar.words, weight=weight, colour="" if bar.count else paper.colours.ink2)
    return x + paper.text_width(bar.words, 13, weight)


def _key(paper: Paper, funnel: Funnel, x: float, y: float) -> None:
    if not funnel.open:
        return
    for place, hat in enumerate(("marketing", "sales")):
        paper.hatched(x + place * 34, y - 6, 28, 12, hat)
    words = f"still open at this step: {counted(funnel.open, 'lead')}"
    if funnel.parked:
        words += f", {number(funnel.parked)} of them parked"
    paper.text(x + 74, y, words, 12, colour=paper.colours.ink2)
