"""Pipeline velocity: four factors in a row and what they come to; where one rests on too few, only the words."""

from collections.abc import Sequence

from bothhats.charts.amounts import rounded
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.strokes import outline
from bothhats.domain.wording import counted
from bothhats.queries.scope import Ids
from bothhats.queries.velocity import Velocity

HEIGHT = 128
Factor = tuple[str, str, str, Ids]
_NAMES = {
    "open": ("open opportunity", "open opportunities"),
    "win": ("outcome",),
    "deal": ("close with a value", "closes with a value"),
    "cycle": ("close",),
}


def velocity_height(_velocity: Velocity) -> int:
    """How high the chart wants to be."""
    return HEIGHT


def velocity_sentence(velocity: Velocity) -> str:
    """The amount a day, or which factor rests on too few."""
    if velocity.too_few:
        counts = {
            "open": len(velocity.open), "win": velocity.win.n, "deal": velocity.revenue.n, "cycle": velocity.cycle.n,
        }  # fmt: skip
        parts = [counted(counts[name], *_NAMES[name]) for name in velocity.too_few]
        words = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        return f"Too few to tell: {words}; each factor wants five, those of the past from the last twelve months."
    if velocity.per_day is None:
        return "The median cycle is no day or less: a speed cannot be told."
    amount = rounded(velocity.per_day, velocity.currency)
    left_out = velocity.revenue.without_value
    note = f" {counted(left_out, 'close')} without a value left out." if left_out else ""
    moving = f"The {len(velocity.open):,} open opportunities move at about {amount} a day"
    return f"{moving}, over the last twelve months.{note}"


def velocity_table(velocity: Velocity) -> ChartTable:
    """The factors with their n."""
    rows = tuple((head, value or "too few to tell", n) for head, value, n, _ in _factors(velocity))
    total = "too few to tell" if velocity.per_day is None else rounded(velocity.per_day, velocity.currency)
    return ChartTable(("Factor", "Value", "From"), (*rows, ("Velocity a day", total, "")))


def draw_velocity(velocity: Velocity, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """Boxes with the signs between them."""
    paper = Paper(width, HEIGHT, colours, families)
    factors = list(_factors(velocity))
    if velocity.per_day is not None:
        factors.append(("Velocity", rounded(velocity.per_day, velocity.currency), "a day", ()))
    gap = 28.0
    box = min(200.0, (width - gap * (len(factors) - 1)) / len(factors))
    for place, (head, value, n, ids) in enumerate(factors):
        x = place * (box + gap)
        is_sum = place == 4
        outline(paper, (x + 1, 8, box - 2, 106), colours.ink if is_sum else colours.line2, colours.card)
        paper.text(x + box / 2, 30, paper.elided(head, box - 12, 12), 12, colour=colours.ink2, at="center")
        words = value or "too few"
        colour = "" if value else colours.ink2
        size = next((size for size in (20, 17, 14, 12) if paper.text_width(words, size, 600) <= box - 10), 11)
        paper.text(x + box / 2, 60, words, size, weight=600 if value else 400, colour=colour, at="center")
        paper.text(x + box / 2, 92, paper.elided(n, box - 10, 12), 12, colour=colours.ink2, at="center")
        if place:
            sign = ("", "×", "×", "÷", "=")[place]
            paper.text(x - gap / 2, 60, sign, 17, weight=600, colour=colours.ink2, at="center")
        paper.mark((x, 8, box, 106), f"{head}: {words}, {n}", ids)
    return paper.drawing()


def _factors(velocity: Velocity) -> tuple[Factor, ...]:
    few, win, cycle = velocity.too_few, velocity.win, velocity.cycle
    deal = "" if "deal" in few else rounded(velocity.average_deal or 0, velocity.currency)
    median = "" if "cycle" in few else f"{cycle.median:g} days"
    return (
        ("Open opportunities", f"{len(velocity.open):,}", "now", velocity.open),
        ("Win rate", win.percent, f"{win.k:,} of {win.n:,}", velocity.ended),
        ("Average deal", deal, f"of {counted(velocity.revenue.n, 'close')}", velocity.won),
        ("Median cycle", median, f"of {counted(cycle.n, 'close')}", velocity.won),
    )
