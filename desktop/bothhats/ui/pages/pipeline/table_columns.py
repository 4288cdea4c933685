"""The columns of the table as data: head, order in SQL, how wide, and what a cell shows of a lead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bothhats.domain.due_words import ICONS, whole_words
from bothhats.domain.follow_up import Due, Standing
from bothhats.domain.lead import LeadRow
from bothhats.domain.lead_filter import Qualified
from bothhats.domain.wording import WEEKDAYS, near_date, short_date
from bothhats.queries.lead_found import Found
from bothhats.ui.pages.pipeline.found_words import found_words

NONE = "–"
_SILENT_ICONS = (Standing.TODAY, Standing.PLANNED, Standing.PROMISE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a colour token, perhaps behind an icon or a hat."""

    text: str
    colour: str = "ink"
    icon: str = ""
    hat: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell is made of: the row, its standing, how far it was judged, where a search found it, the day."""

    row: LeadRow
    due: Due
    qualified: Qualified
    found: Found | None
    today: date
    money: str


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is of the design, 0 takes what is left; `is_optional` columns are not there until chosen.

    `field` is what a file calls it, where that is not the name.
    """

    name: str
    head: object
    width: int
    cell: Callable[[Shown], Cell]
    is_number: bool = False
    is_optional: bool = False
    field: str = ""


def tr(marked: object) -> str:
    """A text that is marked for translation in the language of the window."""
    return QCoreApplication.translate("Columns", str(marked))


def _text(words: str | None, colour: str = "ink") -> Cell:
    return Cell(words, colour) if words else Cell(NONE, "ink3")


def _day(day: date | None, today: date) -> Cell:
    return _text(short_date(day, today) if day else "", "ink2")


def _follow_up(shown: Shown) -> Cell:
    standing = shown.due.standing
    if standing == Standing.ENDED:
        words = tr(_OUTCOMES[str(shown.row.outcome)])
        return Cell(f"{words}, {short_date(shown.due.on, shown.today)}" if shown.due.on else words, "ink2")
    if standing in _SILENT_ICONS and shown.due.on:
        return Cell(_date_words(shown.due.on, shown.today))
    colour = "late" if standing == Standing.SLIPPED else "ink2"
    return Cell(whole_words(shown.due, shown.today), colour, ICONS[standing])


def _date_words(day: date, today: date) -> str:
    words = near_date(day, today)
    is_named = -1 <= (day - today).days <= 1
    return words if is_named else f"{WEEKDAYS[day.weekday()][:3]} {short_date(day, today)}"


def _next_step(shown: Shown) -> Cell:
    if shown.found:
        return Cell(found_words(shown.found, shown.today), "ink", "search")
    if shown.due.is_promise and shown.due.days >= 0:
        return Cell(tr("Contact: {when}").format(when=whole_words(shown.due, shown.today)), "ink2")
    if shown.due.is_promise:
        return Cell(tr("Contact: the promise has slipped"), "ink2")
    return Cell(shown.row.next_step, "ink2")


def _qualified(shown: Shown) -> Cell:
    hat, words = _STEPS[shown.qualified]
    return Cell(tr(words), "ink" if hat else "ink2", hat=hat)


_OUTCOMES = {
    "won": QT_TRANSLATE_NOOP("Columns", "won"),
    "lost": QT_TRANSLATE_NOOP("Columns", "lost"),
    "no_decision": QT_TRANSLATE_NOOP("Columns", "no decision"),
    "not_a_fit": QT_TRANSLATE_NOOP("Columns", "not a fit"),
}
_STEPS = {
    Qualified.NOT_YET: ("", QT_TRANSLATE_NOOP("Columns", "not yet")),
    Qualified.MARKETING: ("marketing", QT_TRANSLATE_NOOP("Columns", "marketing")),
    Qualified.SALES_READY: ("sales", QT_TRANSLATE_NOOP("Columns", "sales-ready")),
}
EDITABLE = ("stage", "value", "source", "campaign", "due", "next_step")
COLUMNS = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Name"), 128, lambda shown: Cell(shown.row.name)),
    Column("company", QT_TRANSLATE_NOOP("Columns", "Company"), 140, lambda shown: Cell(shown.row.company, "ink2")),
    Column("stage", QT_TRANSLATE_NOOP("Columns", "Stage"), 122, lambda shown: Cell(shown.row.stage_name)),
    Column(
        "value",
        QT_TRANSLATE_NOOP("Columns", "Value"),
        82,
        lambda shown: Cell(shown.money, "ink" if shown.row.value is not None else "ink3"),
        is_number=True,
    ),
    Column("source", QT_TRANSLATE_NOOP("Columns", "Source"), 94, lambda shown: _text(shown.row.source_name)),
    Column(
        "campaign",
        QT_TRANSLATE_NOOP("Columns", "Campaign"),
        130,
        lambda shown: _text(shown.row.campaign_name),
        is_optional=True,
    ),
    Column("due", QT_TRANSLATE_NOOP("Columns", "Follow-up"), 156, _follow_up, field="follow_up_on"),
    Column("next_step", QT_TRANSLATE_NOOP("Columns", "Next step"), 0, _next_step),
    Column(
        "last_touch",
        QT_TRANSLATE_NOOP("Columns", "Last touch"),
        96,
        lambda shown: _day(shown.row.last_touch_on, shown.today),
        field="last_touch_on",
    ),
    Column("qualified", QT_TRANSLATE_NOOP("Columns", "Qualified"), 116, _qualified),
    Column(
        "arrived",
        QT_TRANSLATE_NOOP("Columns", "Arrived"),
        96,
        lambda shown: _day(shown.row.arrived_on, shown.today),
        is_optional=True,
    ),
    Column(
        "closed",
        QT_TRANSLATE_NOOP("Columns", "Ended"),
        96,
        lambda shown: _day(shown.row.closed_on, shown.today),
        is_optional=True,
        field="closed_on",
    ),
)
