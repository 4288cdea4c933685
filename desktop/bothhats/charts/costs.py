"""What it costs, by source: a lead, a qualified lead, a conversation, a customer."""

from collections.abc import Sequence

from bothhats.charts.amounts import money, rounded
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import colour_of, draw_head, draw_name, folded, joined, name_of, name_room, others, shown_rows
from bothhats.domain.wording import counted, told
from bothhats.queries.costs import CostLine, Costs
from bothhats.queries.scope import Ids

ROW, TOP = 44, 30
HEADS = ("Per lead", "Per qualified lead", "Per conversation", "Per customer (CAC)")
_NONE = ("no lead yet", "none qualified yet", "no conversation yet", "no close yet")
_WHO = ("lead", "qualified lead", "conversation", "close")


def costs_height(costs: Costs) -> int:
    """How high the chart wants to be."""
    return TOP + shown_rows(len(costs.lines)) * ROW + 8 if costs.lines else 48


def costs_sentence(costs: Costs) -> str:
    """What was spent on how many leads; what is without spend or without a source."""
    spent = sum(line.spent for line in costs.lines)
    leads = sum(len(line.leads) for line in costs.lines if line.spent)
    closes = sum(len(line.closes) for line in costs.lines if line.spent)
    unplaced = f" {money(costs.unplaced, costs.currency)} went to campaigns without a source." if costs.unplaced else ""
    if not spent:
        return f"No spend is recorded for a source in this period.{unplaced}"
    first = f"{rounded(spent, costs.currency)} brought {counted(leads, 'lead')} and {counted(closes, 'close')}"
    each = f", {rounded(spent // closes, costs.currency)} for each close" if closes else ": no close yet"
    free = sum(not line.spent for line in costs.lines)
    without = f" {told(free, 'source has', 'sources have').capitalize()} no spend recorded." if free else ""
    return f"{first}{each}.{without}{unplaced}"


def costs_table(costs: Costs) -> ChartTable:
    """The chart's numbers."""
    rows = []
    for line in costs.lines:
        cells = (_words(costs, line, place, exact=True) for place in range(4))
        rows.append((name_of(line.source.name), money(line.spent, costs.currency) if line.spent else "–", *cells))
    if costs.unplaced:
        rows.append(("Campaigns without a source", money(costs.unplaced, costs.currency), "–", "–", "–", "–"))
    return ChartTable(("Source", "Spend", *HEADS), tuple(rows))


def draw_costs(costs: Costs, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A row a source, a panel a cost; each panel has a scale of its own."""
    paper = Paper(width, costs_height(costs), colours, families)
    if not costs.lines:
        paper.text(0, 20, "No lead and no spend in this period.", colour=colours.ink2)
        return paper.drawing()
    shown = folded(costs.lines, lambda line: len(line.leads), lambda line: line.source.id is None, _merged)
    left = name_room(paper, [name_of(line.source.name) for line in shown])
    panel = (width - left) / 4
    for place, head in enumerate(HEADS):
        draw_head(paper, left + place * panel, 10, paper.fitting(panel - 8, head, head.replace(" (CAC)", "")))
    most = [max(1, *(line.cost(_groups(line)[place]) or 0 for line in shown), 1) for place in range(4)]
    for place, line in enumerate(shown):
        y = TOP + place * ROW
        draw_name(paper, name_of(line.source.name), y, ROW, left, is_first=place == 0)
        for column in range(4):
            _cell(paper, costs, line, (left + column * panel, y, panel), column, most[column])
    return paper.drawing()


def _cell(paper: Paper, costs: Costs, line: CostLine, box: tuple[float, float, float], column: int, most: int) -> None:
    x, y, panel = box
    group = _groups(line)[column]
    cost, words = line.cost(group), _words(costs, line, column)
    weight, colour = (600, "") if cost is not None else (400, paper.colours.ink2)
    shown = words if line.spent else ("no spend" if column == 0 else "–")
    middle = y + (15 if cost is not None else ROW / 2)
    paper.text(x, middle, paper.elided(shown, panel - 10, 13), weight=weight, colour=colour)
    if cost is not None:
        paper.bar(x, y + 27, (panel - 24) * cost / most, 8, colour_of(paper, line.source.kind))
    spent = f", {rounded(line.spent, costs.currency)} for {counted(len(group), _WHO[column])}" if line.spent else ""
    told_words = f"{name_of(line.source.name)}, {HEADS[column].lower()}: {words}{spent}"
    paper.mark((0 if column == 0 else x, y, panel + (x if column == 0 else 0), ROW), told_words, group)


def _words(costs: Costs, line: CostLine, place: int, *, exact: bool = False) -> str:
    cost = line.cost(_groups(line)[place])
    if cost is None:
        return _NONE[place] if line.spent else "no spend recorded"
    return money(cost, costs.currency) if exact or cost < 10000 else rounded(cost, costs.currency)


def _groups(line: CostLine) -> tuple[Ids, Ids, Ids, Ids]:
    return line.leads, line.qualified, line.conversations, line.closes


def _merged(lines: Sequence[CostLine], words: str) -> CostLine:
    groups = zip(*(_groups(line) for line in lines), strict=True)
    leads, qualified, conversations, closes = (joined(each) for each in groups)
    return CostLine(others(words), sum(line.spent for line in lines), leads, qualified, conversations, closes)
