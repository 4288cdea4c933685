"""Objections and questions over the months: at most five lines, and the commitments that were to move them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import MonthAxis, month_words
from bothhats.charts.strokes import disc, polyline
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import counted, long_date, number, told
from bothhats.queries.objections_heard import Moving, ObjectionLine, ObjectionsHeard

TOP, BASE, HEIGHT = 34, 262, 326
BRIEF, BRIEF_MONTHS = 190, 6
MOST, TOP_LINES = 5, 3
LEFT = 26
_STATES = {"open": "open", "kept": "kept", "dropped": "dropped"}


def objections_height(heard: ObjectionsHeard) -> int:
    """How high the chart wants to be."""
    return HEIGHT if heard.lines else 48


def brief_height(heard: ObjectionsHeard) -> int:
    """How high it is on the overview."""
    return BRIEF if heard.lines else 48


def objections_sentence(heard: ObjectionsHeard) -> str:
    """What was heard from most people, whether it is answered, and what was promised against it."""
    if not heard.lines:
        return "No objection or question was heard in this period."
    first = heard.lines[0]
    n = len({lead for line in heard.lines for lead in line.ids})
    few = "Too few to tell: " if n < LEAST else ""
    answered = "" if first.is_answered else ", and no live content answers it"
    unanswered = sum(not line.is_answered for line in heard.lines[1:])
    more = f" {told(unanswered, 'other is', 'others are').capitalize()} unanswered too." if unanswered else ""
    moves = sum(len(line.commitments) for line in heard.lines)
    promised = f" {told(moves, 'commitment was', 'commitments were').capitalize()} to move them." if moves else ""
    who = f"“{first.text}” came from {told(len(first.ids), 'lead')}"
    return f"{few}{who}{answered}; {told(len(heard.lines), 'phrase')} from {counted(n, 'lead')} in all.{more}{promised}"


def brief_sentence(heard: ObjectionsHeard) -> str:
    """What the lines are."""
    lines = min(len(heard.lines), TOP_LINES)
    return (
        f"The top {number(lines)} since {month_words(heard.months[-BRIEF_MONTHS:][0])}."
        if lines > 1
        else objections_sentence(heard)
    )


def objections_table(heard: ObjectionsHeard) -> ChartTable:
    """The chart's numbers: distinct leads, in all and by month."""
    rows = tuple(
        (
            line.text,
            line.kind,
            str(len(line.ids)),
            "yes" if line.is_answered else "no",
            "; ".join(f"{each.text} ({_when(each)})" for each in line.commitments) or "–",
            *(str(len(ids)) if ids else "–" for ids in line.by_month),
        )
        for line in heard.lines
    )
    months = tuple(month_words(month) for month in heard.months)
    return ChartTable(("Phrase", "Kind", "Leads", "Answered", "Commitments", *months), rows)


def draw_objections(heard: ObjectionsHeard, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The three that came from most people, and those that a commitment was to move."""
    moved = [line for line in heard.lines[TOP_LINES:] if line.commitments]
    lines = [*heard.lines[:TOP_LINES], *moved][:MOST]
    return _drawn(heard, lines, Paper(width, objections_height(heard), colours, families), BASE)


def draw_brief(heard: ObjectionsHeard, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The first three alone."""
    last = slice(-BRIEF_MONTHS, None)
    lines = [replace(line, by_month=line.by_month[last]) for line in heard.lines[:TOP_LINES]]
    paper = Paper(width, brief_height(heard), colours, families)
    return _drawn(ObjectionsHeard(heard.months[last], tuple(lines)), lines, paper, BRIEF - 34)


def _drawn(heard: ObjectionsHeard, lines: Sequence[ObjectionLine], paper: Paper, base: float) -> Drawing:
    if not lines:
        paper.text(0, 20, "Nothing was heard.", colour=paper.colours.ink2)
        return paper.drawing()
    room = min(max(paper.text_width(line.text, 13, 600) for line in lines) + 34, paper.width * 0.5)
    axis = MonthAxis(paper, heard.months, LEFT, paper.width - room, 200)
    most = max(1, *(len(ids) for line in lines for ids in line.by_month))
    _grid(paper, axis, most, base)
    axis.labels(base + 18)
    ends = _apart([_at(len(line.by_month[-1]), most, base) for line in lines], base)
    for place in reversed(range(len(lines))):
        _line(paper, lines[place], (axis, most, base), ends[place], is_first=place == 0)
    if base == BASE and any(not line.is_answered for line in lines):
        polyline(paper, ((LEFT, base + 46), (LEFT + 26, base + 46)), paper.colours.both, is_dashed=True)
        paper.text(LEFT + 34, base + 46, "no live content answers it", 12, colour=paper.colours.ink2)
    return paper.drawing()


def _grid(paper: Paper, axis: MonthAxis, most: int, base: float) -> None:
    steps = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 5000) if most / step <= 4 or step == 5000)
    for count in range(0, most + 1, steps):
        y = _at(count, most, base)
        paper.line(LEFT, y, axis.right - LEFT, paper.colours.line if count else paper.colours.line2)
        paper.text(LEFT - 8, y, f"{count:,}", 12, colour=paper.colours.ink2, at="right")


def _line(
    paper: Paper, line: ObjectionLine, frame: tuple[MonthAxis, int, float], end: float, *, is_first: bool
) -> None:
    axis, most, base = frame
    colour = paper.colours.ink if is_first else paper.colours.both
    points = [(axis.middle(place), _at(len(ids), most, base)) for place, ids in enumerate(line.by_month)]
    if len(points) > 1:
        polyline(paper, points, colour, is_dashed=not line.is_answered)
    x, y = points[-1]
    disc(paper, x, y, 8, colour)
    paper.text(
        axis.right + 8,
        end,
        f"{len(line.by_month[-1])}",
        weight=600 if is_first else 400,
        colour="" if is_first else paper.colours.ink2,
    )
    words = paper.elided(line.text, paper.width - axis.right - 28, 13, 600 if is_first else 400)
    paper.text(
        axis.right + 26, end, words, weight=600 if is_first else 400, colour="" if is_first else paper.colours.ink2
    )
    for place, ((left, top), ids) in enumerate(zip(points, line.by_month, strict=True)):
        words = f"{line.text}, {month_words(axis.months[place])}: {counted(len(ids), 'lead')}"
        here = [each for each in line.commitments if each.month == axis.months[place]]
        hats = list(dict.fromkeys(each.hat for each in here))  # once each: the words name every commitment
        for number_of, hat in enumerate(hats):
            paper.hat(left - 10 * len(hats) + 1 + number_of * 20, top - 26, 18, hat)
        words += "".join(f"; {each.text} ({_when(each)})" for each in here)
        paper.mark((left - 7, top - (26 if here else 7), 14, 33 if here else 14), words, ids)
    whole = f"{line.text}: {counted(len(line.ids), 'lead')} in this period"
    paper.mark((axis.right + 6, end - 9, paper.width - axis.right - 6, 18), whole, line.ids)


def _apart(places: Sequence[float], base: float) -> list[float]:
    """The labels of lines that end close together stand below each other, none below the base."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    found = list(places)
    for before, place in pairwise(order):
        found[place] = max(found[place], found[before] + 19)
    lowest = base
    for place in reversed(order):
        found[place] = min(found[place], lowest)
        lowest = found[place] - 19
    return found


def _at(count: int, most: int, base: float) -> float:
    return base - (base - TOP) * count / most


def _when(each: Moving) -> str:
    return f"{each.hat}, due {long_date(each.due_on)}, {_STATES.get(each.state, each.state)}"
