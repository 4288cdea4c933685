"""Does the definition hold? Leads that met it, that did not and that were not judged: who talked, who closed."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.rows import draw_head, draw_name, name_room
from bothhats.charts.strokes import grid_line, point, spread
from bothhats.domain.pipeline import SourceKind
from bothhats.domain.proportion import Comparison, Proportion, differ
from bothhats.domain.wording import counted, told
from bothhats.queries.evidence import Evidence, Went

ROW, TOP, FOOT = 38, 30, 34
Row = tuple[str, Went]


def definition_height(_evidence: Evidence) -> int:
    """How high the chart wants to be."""
    return TOP + 3 * ROW + FOOT


def criteria_height(evidence: Evidence) -> int:
    """How high it is criterion by criterion."""
    return TOP + 2 * len(evidence.criteria) * ROW + FOOT if evidence.criteria else 48


def definition_sentence(evidence: Evidence) -> str:
    """Whether those that met it and those that did not differ, and how many were not judged."""
    met, not_met, blank = evidence.met, evidence.not_met, len(evidence.not_judged.lead_ids)
    n = len(met.lead_ids) + len(not_met.lead_ids) + blank
    if not n:
        return "No leads arrived in this period."
    without = f" {told(blank, 'lead was', 'leads were').capitalize()} not judged." if blank else ""
    judged = f"Of {counted(n, 'lead')}, {len(met.lead_ids):,} met the definition and {len(not_met.lead_ids):,} did not"
    return f"{judged}: {_compared(met, not_met)}.{without}"


def criteria_sentence(evidence: Evidence) -> str:
    """For how many of the criteria yes and no differ."""
    if not evidence.criteria:
        return "No definition is in force, so there are no criteria to look at."
    found = [differ(each.yes.talked, each.no.talked) for each in evidence.criteria]
    parts = [
        f"{found.count(comparison)} {words}"
        for comparison, words in (
            (Comparison.DIFFER, "where yes and no differ"),
            (Comparison.TOO_CLOSE, "too close to call"),
            (Comparison.TOO_FEW, "with too few to tell"),
        )
        if found.count(comparison)
    ]
    return f"By who talked, of {told(len(found), 'criterion', 'criteria')}: {', '.join(parts)}."


def _compared(one: Went, other: Went) -> str:
    found = []
    for words, first, second in (("talked", one.talked, other.talked), ("closed", one.closed, other.closed)):
        counts = f"{first.k} of {first.n} against {second.k} of {second.n} {words}"
        found.append(f"{counts}, {_verdict(differ(first, second))}")
    return "; ".join(found)


def _verdict(comparison: Comparison) -> str:
    return "they differ" if comparison == Comparison.DIFFER else comparison.value


def definition_table(evidence: Evidence) -> ChartTable:
    """The chart's numbers."""
    return _table("Judged", _judged(evidence))


def criteria_table(evidence: Evidence) -> ChartTable:
    """The numbers of each criterion, "don't know" too."""
    rows: list[Row] = []
    for each in evidence.criteria:
        answers = (("yes", each.yes), ("no", each.no), ("don't know", each.unknown))
        rows += [(f"{answer}: {each.criterion.text}", went) for answer, went in answers]
    return _table("Criterion", rows)


def _table(head: str, rows: Sequence[Row]) -> ChartTable:
    cells = tuple(
        (name, str(len(went.lead_ids)), went.talked.told_with_range, went.closed.told_with_range) for name, went in rows
    )
    return ChartTable((head, "Leads", "Talked", "Closed"), cells)


def draw_definition(evidence: Evidence, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """Three rows, two panels."""
    return _drawn(_judged(evidence), Paper(width, definition_height(evidence), colours, families), 1)


def draw_criteria(evidence: Evidence, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """Two rows for each criterion: yes and no."""
    rows: list[Row] = []
    for each in evidence.criteria:
        rows += [(f"yes: {each.criterion.text}", each.yes), ("no", each.no)]
    return _drawn(rows, Paper(width, criteria_height(evidence), colours, families), 2)


def _judged(evidence: Evidence) -> list[Row]:
    return [("Met", evidence.met), ("Did not meet", evidence.not_met), ("Not judged", evidence.not_judged)]


def _drawn(rows: Sequence[Row], paper: Paper, together: int) -> Drawing:
    if not rows:
        paper.text(0, 20, "No criteria.", colour=paper.colours.ink2)
        return paper.drawing()
    left = max(name_room(paper, [name for name, _ in rows]), 90.0)
    gap, count_room = 30.0, max(paper.text_width(_of(went.talked), 13, 600) for _, went in rows) + 18
    panel = (paper.width - left - gap) / 2
    bottom = TOP + len(rows) * ROW
    for side, head in enumerate(("Talked", "Closed")):
        start = left + side * (panel + gap)
        draw_head(paper, start, 10, f"{head}, with its 95 % interval")
        for half in range(3):
            x = start + (panel - count_room) * half / 2
            grid_line(paper, x, TOP, bottom)
            paper.text(x, bottom + 14, f"{half * 50} %" if half else "0", 12, colour=paper.colours.ink2, at="center")
    for place, (name, went) in enumerate(rows):
        y = TOP + place * ROW
        draw_name(paper, name, y, ROW, left, is_first=place % together != 0 or not place)
        for side, (rate, words) in enumerate(((went.talked, "talked"), (went.closed, "closed"))):
            start = left + side * (panel + gap)
            _rate(paper, rate, start, panel - count_room, y + ROW / 2)
            few = "" if rate.has_percent else ", too few to tell"
            box = (start if side else 0, y, panel + (0 if side else left), ROW)
            paper.mark(box, f"{name}: {rate.told_with_range} {words}{few}", went.lead_ids)
    return paper.drawing()


def _rate(paper: Paper, rate: Proportion, start: float, room: float, middle: float) -> None:
    if rate.has_percent and rate.low is not None and rate.high is not None:
        spread(paper, start + rate.low * room, start + rate.high * room, middle, paper.colours.sal)
        point(paper, start + rate.k / rate.n * room, middle, SourceKind.OUTREACH)
    else:
        paper.text(start + room / 2, middle, "too few to tell", 12, colour=paper.colours.ink2, at="center")
    paper.text(start + room + 18, middle, _of(rate), weight=600)


def _of(rate: Proportion) -> str:
    return f"{rate.k:,} of {rate.n:,}"
