"""Goals against what came: a bar to each goal, the month before as a tick."""

from collections.abc import Sequence

from bothhats.charts.amounts import money
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import month_words
from bothhats.charts.rows import draw_name, name_room
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import month_name, number, told
from bothhats.queries.goals_met import Actual, GoalLine, GoalsMet

ROW, TOP, BAR = 50, 8, 16
NAMES = {
    "leads": "Leads",
    "conversations": "Conversations",
    "closes": "Closes",
    "revenue": "Revenue",
    "promise": "Promise kept",
}


def goals_height(goals: GoalsMet) -> int:
    """How high the chart wants to be."""
    return TOP + len(goals.last) * ROW + 34 if goals.last else 48


def goals_sentence(goals: GoalsMet) -> str:
    """How many goals of the month are met."""
    month = month_words(goals.month)
    if not goals.last:
        return f"No goal is set for {month}."
    met = sum(_share(line, line.actual) >= 1 for line in goals.last)
    runs = f"; {month_name(goals.month)} still runs" if goals.is_running else ""
    part = " The goals are for everything; what came is of the chosen part." if goals.is_part else ""
    few = [line for line in goals.last if line.figure == "promise" and line.actual.n < LEAST]
    little = f" The promise is of {told(few[0].actual.n, 'lead')}, too few to tell." if few else ""
    who = f"{number(met).capitalize() if met else 'None'} of {told(len(goals.last), 'goal')} of {month}"
    first = f"{who} {'is' if met == 1 else 'are'} met"
    return f"{first}{runs}.{little}{part}"


def goals_table(goals: GoalsMet) -> ChartTable:
    """Every month's goals."""
    rows = tuple(
        (
            month_words(line.month), NAMES[line.figure], _goal(line, goals.currency),
            _words(line, line.actual, goals.currency), _words(line, line.before, goals.currency),
        )
        for line in goals.lines
    )  # fmt: skip
    return ChartTable(("Month", "Goal", "Wanted", "Came", "The month before"), rows)


def draw_goals(goals: GoalsMet, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The goals of the period's last month; all stand at the same place, the bars run up to them or past."""
    paper = Paper(width, goals_height(goals), colours, families)
    lines = goals.last
    if not lines:
        paper.text(0, 20, "No goal is set.", colour=colours.ink2)
        return paper.drawing()
    left = name_room(paper, [NAMES[line.figure] for line in lines])
    room = width - left - max(paper.text_width(f"goal {_goal(line, goals.currency)}") for line in lines) - 16
    furthest = max(1.25, min(2.0, max(_share(line, each) for line in lines for each in (line.actual, line.before))))
    goal_at = left + room / furthest
    bottom = TOP + len(lines) * ROW
    paper.axes.plot(
        [goal_at, goal_at], [TOP, bottom - 4], color=colours.ink, linewidth=1.2, linestyle=(0, (4, 3)), zorder=2
    )
    for place, line in enumerate(lines):
        _row(paper, goals, line, TOP + place * ROW, (left, goal_at - left, room))
    paper.text(goal_at, bottom + 14, "goal", 12, colour=colours.ink2, at="center")
    paper.axes.plot([left + 4, left + 4], [bottom + 7, bottom + 21], color=colours.ink, linewidth=1.8)
    paper.text(left + 14, bottom + 14, "the month before", 12, colour=colours.ink2)
    return paper.drawing()


def _row(paper: Paper, goals: GoalsMet, line: GoalLine, y: float, frame: tuple[float, float, float]) -> None:
    left, whole, room = frame
    draw_name(paper, NAMES[line.figure], y, ROW, left, is_first=y == TOP)
    came, bar = _words(line, line.actual, goals.currency), y + 8
    has_bar = line.figure != "promise" or line.actual.n >= LEAST
    length = min(_share(line, line.actual) * whole, room) if has_bar else 0.0
    paper.bar(left, bar, length, BAR, paper.colours.sal if line.figure != "leads" else paper.colours.mkt)
    paper.text(left, y + ROW - 12, came, weight=600)
    paper.text(paper.width, bar + BAR / 2, f"goal {_goal(line, goals.currency)}", colour=paper.colours.ink2, at="right")
    if line.before.n >= (LEAST if line.figure == "promise" else 0):
        tick = left + min(_share(line, line.before) * whole, room)
        paper.axes.plot([tick, tick], [bar - 4, bar + BAR + 4], color=paper.colours.ink, linewidth=1.8, zorder=4)
    before = f", the month before {_words(line, line.before, goals.currency)}"
    words = f"{NAMES[line.figure]}: {came}, goal {_goal(line, goals.currency)}{before}"
    paper.mark((0, y, paper.width, ROW), words, line.actual.ids)


def _share(line: GoalLine, actual: Actual) -> float:
    """How far it goes towards the goal; 1 is met."""
    if line.figure == "promise":
        return (actual.amount * 100 / actual.n) / max(line.goal, 1) if actual.n else 0.0
    return actual.amount / line.goal if line.goal else 1.0


def _goal(line: GoalLine, currency: str) -> str:
    """What is wanted."""
    if line.figure == "revenue":
        return money(line.goal, currency)
    return f"{line.goal} %" if line.figure == "promise" else f"{line.goal:,}"


def _words(line: GoalLine, actual: Actual, currency: str) -> str:
    if line.figure == "revenue":
        return money(actual.amount, currency)
    return actual.rate.told if line.figure == "promise" else f"{actual.amount:,}"
