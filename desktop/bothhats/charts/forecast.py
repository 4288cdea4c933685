"""Forecast: for each stage the value of its open leads and the part of it that is expected."""

from collections.abc import Sequence

from bothhats.charts.amounts import money, rounded
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import draw_head, draw_name, name_room
from bothhats.domain.wording import counted, told
from bothhats.queries.forecast import Forecast, StageLine

ROW, TOP, BAR = 46, 30, 18


def forecast_height(forecast: Forecast) -> int:
    """How high the chart wants to be."""
    return TOP + len(forecast.lines) * ROW + 34


def forecast_sentence(forecast: Forecast) -> str:
    """The sum that is expected, of which value, and how many leads have none."""
    leads = sum(len(line.open) for line in forecast.lines)
    if not leads:
        return "No lead is open."
    without = sum(line.without_value for line in forecast.lines)
    if without == leads:
        return f"{counted(leads, 'open lead')}, none of them with a value: nothing to forecast from."
    expected, value = rounded(forecast.expected, forecast.currency), rounded(forecast.value, forecast.currency)
    first = f"About {expected} of {value} may be won, from {counted(leads - without, 'open lead')} with a value."
    left_out = f" {told(without, 'has', 'have').capitalize()} none and {'is' if without == 1 else 'are'} left out."
    return f"{first}{left_out if without else ''}{_by_default(forecast)}"


def _by_default(forecast: Forecast) -> str:
    if any(line.ended for line in forecast.lines):
        return ""
    return " No lead has ended yet: the chances are the default ones of the stages."


def forecast_table(forecast: Forecast) -> ChartTable:
    """The chart's numbers."""
    rows = tuple(
        (
            line.name, str(len(line.open)), str(line.without_value), money(line.value, forecast.currency),
            _percent(line), _behind(line), money(line.expected, forecast.currency),
        )
        for line in forecast.lines
    )  # fmt: skip
    heads = ("Stage", "Open leads", "Without value", "Value", "Chance", "Behind the chance", "Expected")
    return ChartTable(heads, rows)


def draw_forecast(forecast: Forecast, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A bar a stage; the expected part of it is ink."""
    paper = Paper(width, forecast_height(forecast), colours, families)
    left = name_room(paper, [line.name for line in forecast.lines])
    draw_head(paper, left, 10, "Value of the open leads, and the part expected of it")
    room = (
        paper.width
        - left
        - max((paper.text_width(_words(forecast, line), 13, 600) for line in forecast.lines), default=0)
    )
    unit = max(room - 12, 40) / max(1, *(line.value for line in forecast.lines), 1)
    for place, line in enumerate(forecast.lines):
        _row(paper, forecast, line, TOP + place * ROW, left, unit)
    y = TOP + len(forecast.lines) * ROW + 18
    paper.bar(left, y - 6, 22, 12, colours.ink, is_round=False)
    paper.text(left + 30, y, "expected", 12, colour=colours.ink2)
    paper.bar(left + 104, y - 6, 22, 12, colours.both, is_round=False)
    paper.text(left + 134, y, "value", 12, colour=colours.ink2)
    return paper.drawing()


def _row(paper: Paper, forecast: Forecast, line: StageLine, y: float, left: float, unit: float) -> None:
    draw_name(paper, line.name, y, ROW, left, is_first=y == TOP)
    bar, whole = y + 7, line.value * unit
    paper.bar(left, bar, whole, BAR, paper.colours.both)
    paper.bar(left, bar, line.expected * unit, BAR, paper.colours.ink, is_round=line.expected == line.value)
    words = _words(forecast, line)
    paper.text(left + whole + (8 if whole else 0), bar + BAR / 2, words, weight=600 if line.value else 400)
    behind = f"chance {_percent(line)}: {_behind(line)}"
    paper.text(left, y + ROW - 11, paper.elided(behind, paper.width - left, 12), 12, colour=paper.colours.ink2)
    paper.mark(
        (0, y, paper.width, ROW), f"{line.name}: {counted(len(line.open), 'open lead')}, {words}, {behind}", line.open
    )


def _words(forecast: Forecast, line: StageLine) -> str:
    if not line.value:
        return "no open leads" if not line.open else "no value recorded"
    return f"{rounded(line.expected, forecast.currency)} of {rounded(line.value, forecast.currency)}"


def _percent(line: StageLine) -> str:
    return f"{int(line.chance * 100 + 0.5)} %"


def _behind(line: StageLine) -> str:
    if not line.ended:
        return f"the default {line.default_chance} %, none that was here has ended"
    return (
        f"{line.wins:,} won of {line.ended:,} that were here and ended, and the default {line.default_chance} % as four"
    )
