"""The pipeline by the kind of source that brought it; marketing first."""

from collections.abc import Sequence

from bothhats.charts.amounts import rounded
from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import NOT_RECORDED, draw_name, name_room
from bothhats.charts.strokes import hat_of
from bothhats.domain.pipeline import SourceKind
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import counted, told
from bothhats.queries.sourced import KindLine, Sourced

ROW, TOP, BAR = 36, 6, 18
_WORDS = {
    SourceKind.MARKETING: "Marketing",
    SourceKind.OUTREACH: "Outreach",
    SourceKind.WORD_OF_MOUTH: "Word of mouth",
    None: NOT_RECORDED,
}


def sourced_height(sourced: Sourced) -> int:
    """How high the chart wants to be."""
    return TOP + len(sourced.lines) * ROW + 8


def sourced_sentence(sourced: Sourced) -> str:
    """The value that marketing brought, and its share of all where enough leads have one."""
    leads = sum(len(line.open) for line in sourced.lines)
    if not leads:
        return "No lead is open."
    if not sourced.with_value:
        return f"{counted(leads, 'open lead')}, none of them with a value."
    brought = f"Marketing brought {rounded(sourced.marketing, sourced.currency)}"
    of = f"of the {rounded(sourced.value, sourced.currency)} that {counted(sourced.with_value, 'open lead')}"
    share = f" ({_share(sourced, sourced.marketing)})" if _has_share(sourced) else ""
    with_value = "with a value is worth" if sourced.with_value == 1 else "with a value are worth"
    without = leads - sourced.with_value
    left = f" {told(without, 'lead has', 'leads have').capitalize()} none." if without else ""
    few = "" if sourced.with_value >= LEAST else " Too few for a share."
    return f"{brought} {of} {with_value}{share}.{left}{few}"


def sourced_table(sourced: Sourced) -> ChartTable:
    """The chart's numbers."""
    rows = []
    for line in sourced.lines:
        share = _share(sourced, line.value) if _has_share(sourced) else "too few to tell"
        value = rounded(line.value, sourced.currency)
        rows.append((_WORDS[line.kind], str(len(line.open)), value, share, str(line.without_value)))
    return ChartTable(("Kind of source", "Open leads", "Value", "Share of the value", "Without value"), tuple(rows))


def draw_sourced(sourced: Sourced, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A bar a kind."""
    paper = Paper(width, sourced_height(sourced), colours, families)
    left = name_room(paper, list(_WORDS.values()))
    room = width - left - 12 - max(paper.text_width(_words(sourced, line), 13, 600) for line in sourced.lines)
    unit = max(room, 40) / max(1, *(line.value for line in sourced.lines))
    for place, line in enumerate(sourced.lines):
        y = TOP + place * ROW
        draw_name(paper, _WORDS[line.kind], y, ROW, left, is_first=place == 0)
        paper.bar(left, y + (ROW - BAR) / 2, line.value * unit, BAR, colours.of(hat_of(line.kind))[0])
        words = _words(sourced, line)
        x = left + line.value * unit + (8 if line.value else 0)
        paper.text(x, y + ROW / 2, words, weight=600 if line.value else 400, colour="" if line.value else colours.ink2)
        paper.mark((0, y, width, ROW), f"{_WORDS[line.kind]}: {words}", line.open)
    return paper.drawing()


def _words(sourced: Sourced, line: KindLine) -> str:
    leads = counted(len(line.open), "lead")
    if not line.open:
        return "none"
    return f"{rounded(line.value, sourced.currency)}, {leads}" if line.value else f"no value recorded, {leads}"


def _has_share(sourced: Sourced) -> bool:
    return sourced.with_value >= LEAST and sourced.value > 0


def _share(sourced: Sourced, value: int) -> str:
    return f"{int(value / sourced.value * 100 + 0.5)} %"
