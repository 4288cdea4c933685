"""Speed and promise: kept by month of arrival, and how many days the first contact took."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import MonthAxis, month_words
from bothhats.charts.rows import draw_head
from bothhats.charts.strokes import dashes, whisker
from bothhats.domain.wording import counted, number, told
from bothhats.queries.scope import Ids
from bothhats.queries.speed import PromiseMonth, Speed

TOP, BASE = 16, 166
STRIP, STRIP_BASE, HEIGHT = 254, 356, 384
BRIEF, BRIEF_MONTHS = 214, 6
LEFT = 54
MOST_DAYS = 14


def promise_height(speed: Speed) -> int:
    """How high the chart wants to be."""
    return HEIGHT if speed.days or speed.never else 48


def brief_height(_speed: Speed) -> int:
    """How high the months alone are."""
    return BRIEF


def promise_sentence(speed: Speed) -> str:
    """The follow-up rate, the median days of those contacted, and how many never were."""
    running = sum(len(month.neither) for month in speed.months)
    if not speed.rate.n:
        return f"No promise has run out yet: {counted(running, 'lead')}." if running else _NONE
    first = f"{speed.rate.told_with_range} contacted within {_promise(speed)}."
    if not speed.rate.has_percent:
        first = f"Too few to tell: {first}"
    if speed.contacted:
        days = f"{speed.median:g} {'day' if speed.median == 1 else 'days'}"
        first += f" The median first contact came after {days}, of {counted(speed.contacted, 'lead')} contacted."
    if speed.never:
        first += f" {told(len(speed.never), 'lead was', 'leads were').capitalize()} never contacted."
    return first


def brief_sentence(speed: Speed) -> str:
    """The rate alone."""
    if not speed.rate.n:
        return promise_sentence(speed)
    drawn = (
        f"; drawn from {month_words(speed.months[-BRIEF_MONTHS].month)} on" if len(speed.months) > BRIEF_MONTHS else ""
    )
    return f"{speed.rate.told} within {_promise(speed)}{drawn}."


_NONE = "No leads arrived in this period."


def promise_table(speed: Speed) -> ChartTable:
    """The months, then the days of the first contact."""
    rows = [
        (
            month_words(each.month),
            str(len(each.kept)),
            str(each.rate.n),
            each.rate.told_with_range,
            str(len(each.neither)),
        )
        for each in speed.months
    ]
    rows += [
        (f"{counted(days, 'day')} to the first contact", str(len(ids)), str(speed.contacted), "", "")
        for days, ids in speed.days
    ]
    rows.append(("Never contacted", str(len(speed.never)), str(speed.contacted + len(speed.never)), "", ""))
    return ChartTable(("Arrived in", "Leads", "Of", "Kept", "Promise still runs, or ended before"), tuple(rows))


def draw_promise(speed: Speed, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The months above, the days below."""
    paper = Paper(width, promise_height(speed), colours, families)
    if not (speed.days or speed.never):
        paper.text(0, 20, "Nothing to draw yet.", colour=colours.ink2)
        return paper.drawing()
    _months(paper, speed)
    _days(paper, speed)
    return paper.drawing()


def draw_brief(speed: Speed, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The months alone."""
    paper = Paper(width, BRIEF, colours, families)
    _months(paper, speed, BRIEF_MONTHS)
    return paper.drawing()


def _months(paper: Paper, speed: Speed, most: int = 36) -> None:
    months = speed.months[-most:]
    goal = speed.goal or 90
    goal_words = f"{'goal' if speed.goal else 'wanted:'} {goal} %"
    right = paper.width - paper.text_width(goal_words, 12) - 10
    for share in (0, 50, 100):
        y = _at(share / 100)
        paper.line(LEFT, y, right - LEFT, paper.colours.line if share else paper.colours.line2)
        paper.text(LEFT - 8, y, f"{share} %" if share else "0", 12, colour=paper.colours.ink2, at="right")
    axis = MonthAxis(paper, [each.month for each in months], LEFT + 6, right - 6)
    dashes(paper, LEFT, right, _at(goal / 100))
    paper.text(right + 6, _at(goal / 100), goal_words, 12)
    axis.labels(BASE + 18)
    counts = [f"{each.rate.k} of {each.rate.n}" for each in months]
    size = 12 if axis.fits(counts) else 11
    has_counts = axis.fits(counts, size)
    for place, each in enumerate(months):
        _column(paper, each, axis, place)
        if has_counts and each.rate.n:
            paper.text(axis.middle(place), BASE + 38, counts[place], size, colour=paper.colours.ink2, at="center")


def _column(paper: Paper, each: PromiseMonth, axis: MonthAxis, place: int) -> None:
    middle, half, rate = axis.middle(place), min(18.0, axis.slot * 0.31), each.rate
    if rate.has_percent and rate.low is not None and rate.high is not None:
        paper.column(middle - half, _at(rate.k / rate.n), half * 2, BASE, paper.colours.sal)
        if axis.slot >= 10:
            whisker(paper, middle, _at(rate.high), _at(rate.low))
        words = rate.told_with_range
    else:
        few = paper.fitting(axis.slot - 4, "too few", "few")
        paper.text(middle, BASE - 12, few if rate.n else "", 12, colour=paper.colours.ink3, at="center")
        words = f"{rate.told}, too few to tell" if rate.n else "no promise has run out"
    waiting = f", {counted(len(each.neither), 'lead')} not counted yet" if each.neither else ""
    box = (middle - axis.slot / 2, TOP, axis.slot, BASE - TOP + 48)
    paper.mark(box, f"{month_words(each.month)}: {words}{waiting}", (*each.kept, *each.late))


def _at(share: float) -> float:
    return BASE - (BASE - TOP) * share


def _days(paper: Paper, speed: Speed) -> None:
    paper.line(0, STRIP - 24, paper.width)
    draw_head(paper, 0, STRIP - 6, "Days from arrival to the first contact")
    groups = _strip(speed)
    slot = min(58.0, paper.width / len(groups))
    most = max(len(ids) for _, ids, _ in groups) or 1
    paper.line(0, STRIP_BASE, slot * len(groups), paper.colours.line2)
    for place, (words, ids, in_time) in enumerate(groups):
        x = place * slot
        top = STRIP_BASE - (STRIP_BASE - STRIP - 26) * len(ids) / most
        paper.column(
            x + slot * 0.19, top, slot * 0.62, STRIP_BASE, paper.colours.sal if in_time else paper.colours.both
        )
        if ids:
            paper.text(x + slot / 2, top - 9, f"{len(ids):,}", 12, weight=600, at="center")
        paper.text(x + slot / 2, STRIP_BASE + 16, words, 12, colour=paper.colours.ink2, at="center")
        what = "never contacted" if words == "never" else f"first contact after {words} days"
        paper.mark((x, STRIP, slot, STRIP_BASE - STRIP + 26), f"{what}: {counted(len(ids), 'lead')}", ids)


def _strip(speed: Speed) -> list[tuple[str, Ids, bool]]:
    """Each number of days up to the longest or to fourteen, the longer waits together, and those never contacted."""
    waited = dict(speed.days)
    last = min(MOST_DAYS, max([*waited, speed.promise_days, 4]))
    groups = [(str(day), waited.get(day, ()), day <= speed.promise_days) for day in range(last + 1)]
    longer = tuple(lead for days, ids in speed.days if days > last for lead in ids)
    if longer:
        groups.append((f"{last + 1}+", longer, False))
    return [*groups, ("never", speed.never, False)]


def _promise(speed: Speed) -> str:
    return f"{number(speed.promise_days)} {'day' if speed.promise_days == 1 else 'days'}"
