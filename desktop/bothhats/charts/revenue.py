"""Revenue by source or campaign, and by month of close."""

from collections.abc import Sequence

from bothhats.charts.amounts import money, rounded
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import MonthAxis, month_words
from bothhats.charts.rows import colour_of, draw_head, draw_name, folded, joined, name_of, name_room, shown_rows
from bothhats.domain.wording import counted, told
from bothhats.queries.revenue import RevenueLine, Revenues

ROW, BAR = 34, 18
MONTHS_TOP, MONTHS_BASE, TOP = 26, 130, 192


def revenue_height(revenues: Revenues) -> int:
    """How high the chart wants to be."""
    return TOP + shown_rows(len(revenues.lines)) * ROW + 8 if revenues.lines else 48


def revenue_sentence(revenues: Revenues) -> str:
    """The sum, from how many closes; how many have no value; what is not recorded."""
    if not revenues.closes:
        return "No close in this period."
    valued = revenues.closes - revenues.without_value
    blank = next((line for line in revenues.lines if line.id is None), None)
    first = f"{money(revenues.amount, revenues.currency)} from {counted(valued, 'close')}."
    if revenues.without_value:
        first += f" {_without(revenues.without_value)} as none."
    if blank and len(revenues.lines) > 1:
        amount = money(blank.amount, revenues.currency)
        first += f" {amount} of it came from {counted(len(blank.closes), 'close')} without a {revenues.by}."
    return first


def _without(closes: int) -> str:
    return told(closes, "close has no value and counts", "closes have no value and count").capitalize()


def revenue_table(revenues: Revenues) -> ChartTable:
    """The chart's numbers, month by month."""
    rows = tuple(
        (
            name_of(line.name), str(len(line.closes)), money(line.amount, revenues.currency), str(line.without_value),
            *(money(each, revenues.currency) if each else "–" for each in line.by_month),
        )
        for line in revenues.lines
    )  # fmt: skip
    months = tuple(month_words(month) for month in revenues.months)
    return ChartTable((revenues.by.capitalize(), "Closes", "Revenue", "Without value", *months), rows)


def draw_revenue(revenues: Revenues, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The months above, a row for each source or campaign below."""
    paper = Paper(width, revenue_height(revenues), colours, families)
    if not revenues.lines:
        paper.text(0, 20, "No close in this period.", colour=colours.ink2)
        return paper.drawing()
    _months(paper, revenues)
    shown = folded(revenues.lines, lambda line: line.amount, lambda line: line.id is None, _merged)
    left = name_room(paper, [name_of(line.name) for line in shown])
    room = width - left - 12 - max(paper.text_width(_words(revenues, line), 13, 600) for line in shown)
    unit = max(room, 40) / max(1, *(line.amount for line in shown))
    draw_head(paper, 0, TOP - 12, f"By {revenues.by}")
    for place, line in enumerate(shown):
        y = TOP + place * ROW
        draw_name(paper, name_of(line.name), y, ROW, left, is_first=False)
        paper.bar(left, y + (ROW - BAR) / 2, line.amount * unit, BAR, colour_of(paper, line.kind))
        words = _words(revenues, line)
        paper.text(left + line.amount * unit + (8 if line.amount > 0 else 0), y + ROW / 2, words, weight=600)
        paper.mark((0, y, width, ROW), f"{name_of(line.name)}: {words}", line.closes)
    return paper.drawing()


def _months(paper: Paper, revenues: Revenues) -> None:
    totals = [sum(line.by_month[place] for line in revenues.lines) for place in range(len(revenues.months))]
    most = max(1, *totals)
    axis = MonthAxis(paper, revenues.months, 0, paper.width - 22, 110)
    draw_head(paper, 0, 8, "By month of close")
    paper.line(0, MONTHS_BASE, axis.right, paper.colours.line2)
    axis.labels(MONTHS_BASE + 16)
    words = [rounded(each, revenues.currency) if each else "" for each in totals]
    has_words = axis.fits(words)
    for place, total in enumerate(totals):
        top = MONTHS_BASE - (MONTHS_BASE - MONTHS_TOP - 22) * max(total, 0) / most
        half = min(26.0, axis.slot * 0.31)
        paper.column(axis.middle(place) - half, top, half * 2, MONTHS_BASE, paper.colours.sal)
        if has_words:
            paper.text(axis.middle(place), top - 10, words[place], 12, weight=600, at="center")
        told_words = f"{month_words(revenues.months[place])}: {money(total, revenues.currency)}"
        paper.mark(
            (axis.middle(place) - axis.slot / 2, 18, axis.slot, MONTHS_BASE - 2),
            told_words,
            _closed_in(revenues, place),
        )


def _closed_in(revenues: Revenues, place: int) -> tuple[int, ...]:
    return joined([line.closed_in[place] for line in revenues.lines])


def _words(revenues: Revenues, line: RevenueLine) -> str:
    closes = counted(len(line.closes), "close")
    without = f", {line.without_value} without a value" if line.without_value else ""
    return f"{money(line.amount, revenues.currency)}, {closes}{without}"


def _merged(lines: Sequence[RevenueLine], words: str) -> RevenueLine:
    by_month = tuple(sum(each) for each in zip(*(line.by_month for line in lines), strict=True))
    closed_in = tuple(joined(each) for each in zip(*(line.closed_in for line in lines), strict=True))
    amount, without = sum(line.amount for line in lines), sum(line.without_value for line in lines)
    return RevenueLine(-1, words, None, joined([line.closes for line in lines]), amount, without, by_month, closed_in)
