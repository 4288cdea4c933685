"""Everything about one person as a text that they can read themselves."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.money import currency_of
from bothhats.domain.problems import Refused
from bothhats.domain.wording import long_date
from bothhats.queries.lead_detail import JudgedStep, lead_detail
from bothhats.queries.lead_export import lead_sheet
from bothhats.queries.lead_history import Happening, lead_history
from bothhats.queries.settings import read_settings

_STEPS = {"marketing_qualified": "Marketing-qualified", "sales_ready": "Sales-ready"}
_ENDINGS = {"done": "done", "moved": "moved", "cleared": "dropped", None: "open"}


def person_text(connection: sqlite3.Connection, lead_id: int, today: date) -> str:
    """Who they are, what happened, how they were judged, what was to be done. Raises Refused for one who is gone."""
    detail = lead_detail(connection, lead_id)
    if detail is None:
        raise Refused("This lead is gone.", "It may have been erased in another window.")
    business = read_settings(connection).business_name
    written = f"Written on {long_date(today)}" + (f" by {business}" if business else "") + "."
    sections = (
        ("Who", _who(connection, lead_id, has_own_key=bool(detail.key))),
        ("What happened, newest first", _happened(lead_history(connection, lead_id))),
        ("How they were judged", _judged(detail.judgements)),
        ("How it ended", _ended(connection, lead_id)),
        ("In the reviews", _reviewed(connection, lead_id)),
        ("Next steps", _steps(connection, lead_id)),
    )
    lines = [f"Everything about {detail.row.name}", written]
    for title, section in sections:
        body = list(section)
        lines += ["", title, "-" * len(title), *body] if body else []
    return "\n".join([*lines, "", _REST, ""])


_REST = (
    "The undo history of the file holds earlier versions of these entries for a while, and the letters\n"
    "of past reviews may mention the name."
)


def _who(connection: sqlite3.Connection, lead_id: int, *, has_own_key: bool) -> Iterator[str]:
    currency = currency_of(read_settings(connection).currency)
    (lead,) = lead_sheet(connection, currency, [lead_id]).leads
    for field in LEAD_FIELDS:
        if field.name in lead.fields and (field.name != "key" or has_own_key):
            text = lead.fields[field.name]
            yield _named(field.label, f"{text} {currency.code}" if field.name == "value" else text)
    for name, text in lead.extra.items():
        yield _named(name, text)


def _happened(history: list[Happening]) -> Iterator[str]:
    for each in history:
        yield f"{each.on.isoformat()}  {each.words}"
        yield from (f"            {line}" for line in each.note.splitlines())
        yield from (f"            {kind}: {text}" for kind, text in each.chips)
        yield from (f"            {line}" for quote in each.quotes for line in quote.splitlines())


def _judged(steps: tuple[JudgedStep, ...]) -> Iterator[str]:
    for each in steps:
        version = f", by version {each.version} of the definition" if each.version else ""
        overruled = ", overruled by the owner" if each.is_overruled else ""
        verdict = str(each.verdict).replace("_", " ")
        yield f"{each.on.isoformat()}  {_STEPS[str(each.step)]}: {verdict}{version}{overruled}"
        yield from (f"            {answer.text}: {answer.answer}" for answer in each.answers)


def _ended(connection: sqlite3.Connection, lead_id: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT happened_on, outcome, sign, waste FROM outcome_change WHERE lead_id = ?"
        " ORDER BY happened_on DESC, id DESC",
        (lead_id,),
    ).fetchall()
    for on, outcome, sign, waste in rows:
        waste_words = {1: ", a waste of time", 0: ", no waste of time"}.get(waste, "")
        yield f"{on}  {outcome.replace('_', ' ').capitalize()}{waste_words}"
        yield from (f"            a sign of it: {line}" for line in sign.splitlines())


def _reviewed(connection: sqlite3.Connection, lead_id: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT month, value FROM review_answer JOIN review ON review.id = review_id WHERE field GLOB ? ORDER BY month",
        (f"leads.{lead_id}.*",),
    ).fetchall()
    yield from (f"{month}  {value}" for month, value in rows)


def _steps(connection: sqlite3.Connection, lead_id: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT due_on, next_step, ending FROM follow_up WHERE lead_id = ? ORDER BY due_on DESC, id DESC", (lead_id,)
    ).fetchall()
    for due_on, next_step, ending in rows:
        yield f"{due_on}  {next_step or 'Follow up'}: {_ENDINGS.get(ending, ending)}"


def _named(label: str, text: str) -> str:
    """The further lines of a long text stand under its first."""
    return f"{label}: " + text.replace("\r\n", "\n").replace("\n", "\n  ")
