"""The funnel: a ladder of columns, the judgement beside it, and below where the others stopped."""

from collections.abc import Sequence

from bothhats.charts.beside_ladder import draw_beside
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.ladder import STEPS, Ladder
from bothhats.charts.stopped_rows import ROW, draw_stopped, endings_told
from bothhats.domain.proportion import LEAST, Proportion
from bothhats.domain.wording import counted, number
from bothhats.queries.funnel import Funnel, Stopped

STOPPED = 278


def funnel_height(funnel: Funnel) -> int:
    """How high the chart wants to be."""
    return STOPPED + (4 * ROW + 8 if funnel.leads else 0)


def funnel_sentence(funnel: Funnel) -> str:
    """The largest drop, and the first rate with its range."""
    leads, talked = len(funnel.leads), len(funnel.conversations)
    if not leads:
        return "No leads arrived in this period."
    went_on = f"{Proportion(talked, leads).told_with_range} talked"
    if talked:
        offered = counted(len(funnel.opportunities), "became an opportunity", "became opportunities")
        went_on += f"; of those, {offered} and {len(funnel.closes):,} closed" if funnel.opportunities else _NOT_YET
    return f"{_largest_drop(funnel)}{went_on}."


_NOT_YET = "; none of those has become an opportunity yet"


def _largest_drop(funnel: Funnel) -> str:
    if len(funnel.leads) < LEAST:
        return "Too few to tell where they stop: "
    drops = (
        ("before the first conversation", funnel.stopped_before_conversation, len(funnel.leads)),
        ("after a conversation, before an opportunity", funnel.stopped_before_opportunity, len(funnel.conversations)),
        ("after an opportunity, before a close", funnel.stopped_before_close, len(funnel.opportunities)),
    )
    where, stopped, of = max(drops, key=lambda drop: len(drop[1].ids))
    if not stopped.ids:
        return ""
    still = f", {number(stopped.open)} of them still open" if stopped.open else ""
    return f"The largest drop is {where}: {len(stopped.ids):,} of {of:,}{still}. "


def funnel_table(funnel: Funnel) -> ChartTable:
    """Each step of the ladder with the share that came to it, then where the others stopped; the judgement last."""
    leads, talked, offered = len(funnel.leads), len(funnel.conversations), len(funnel.opportunities)
    rows = (
        ("Leads", leads, "–", funnel.stopped_before_conversation),
        ("Conversations", talked, Proportion(talked, leads).told_with_range, funnel.stopped_before_opportunity),
        ("Opportunities", offered, Proportion(offered, talked).told_with_range, funnel.stopped_before_close),
    )
    closes = Proportion(len(funnel.closes), offered).told_with_range
    qualified = Proportion(len(funnel.qualified_talked), len(funnel.qualified)).told_with_range
    heads = ("Step", "Leads", "Of the step before", "Stopped here", "Of these open", "Parked", "How the others ended")
    return ChartTable(
        heads,
        (
            *((words, str(count), share, *_stopped_cells(stopped)) for words, count, share, stopped in rows),
            ("Closes", str(len(funnel.closes)), closes, *_BLANK),
            ("Qualified, of whom talked", str(len(funnel.qualified)), qualified, *_BLANK),
        ),
    )


_BLANK = ("–", "–", "–", "–")


def _stopped_cells(stopped: Stopped) -> tuple[str, ...]:
    return (str(len(stopped.ids)), str(stopped.open or "–"), str(stopped.parked or "–"), endings_told(stopped))


def draw_funnel(
    funnel: Funnel, width: int, colours: ChartColours, families: Sequence[str], *, with_opportunities: bool = True
) -> Drawing:
    """Draw the ladder, Qualified beside it, and below where the others stopped."""
    paper = Paper(width, funnel_height(funnel), colours, families)
    steps = [step for step in STEPS if with_opportunities or step[0] != "opportunities"]
    ladder = Ladder(paper, funnel, steps)
    ladder.draw()
    draw_beside(paper, funnel, ladder)
    if funnel.leads:
        draw_stopped(paper, funnel, STOPPED)
    return paper.drawing()
