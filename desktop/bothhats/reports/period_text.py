"""A report for people: as text in the terminal and as Markdown; small numbers without percentages."""

from collections.abc import Sequence
from typing import Any

from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import counted, number

Document = dict[str, Any]
_GROUPS = (
    ("by_source", "source", "By source"),
    ("by_campaign", "campaign", "By campaign"),
    ("by_month", "month", "By month"),
)
_HEADS = ("", "leads", "conversations", "closes", "still open", "talked", "closed", "spend")


def report_text(document: Document) -> str:
    """The report in lines of plain text."""
    lines = [_title(document), "", *_sentences(document)]
    for key, name, title in _GROUPS:
        if key in document:
            lines += ["", title, *_aligned([_HEADS, *_rows(document, key, name)])]
    return "\n".join(lines)


def report_markdown(document: Document) -> str:
    """The same as Markdown."""
    lines = [f"# {_title(document)}", "", *(f"- {sentence}" for sentence in _sentences(document))]
    for key, name, title in _GROUPS:
        if key in document:
            rows = [[title[3:], *_HEADS[1:]], ["---"] * len(_HEADS), *_rows(document, key, name)]
            lines += ["", f"## {title}", "", *(f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def _title(document: Document) -> str:
    return f"Leads, conversations, closes: {document['from']} to {document['to']}, as of {document['as_of']}"


def _sentences(document: Document) -> list[str]:
    arrived, rates, cycle = document["arrived"], document["rates"], document["cycle_days"]
    if not arrived["leads"]:
        return ["No leads arrived in this period."]
    still = f"{counted(arrived['open'], 'lead')} still open"
    if arrived["parked"]:
        still += f", {number(arrived['parked'])} of them parked"
    sentences = [
        f"{counted(arrived['leads'], 'lead')} arrived; {counted(arrived['conversations'], 'conversation')},"
        f" {counted(arrived['opportunities'], 'opportunity', 'opportunities')}, {counted(arrived['closes'], 'close')};"
        f" {still}.",
        f"Leads that talked: {_told(rates['lead_to_conversation'])}. Conversations that closed:"
        f" {_told(rates['conversation_to_close'])}.",
        f"Contacted within the promise: {_told(rates['follow_up'])}.",
        f"Won of the outcomes in the period, not a fit left out: {_told(rates['win'])}.",
    ]
    if cycle["n"]:
        few = f" (of {counted(cycle['n'], 'close')} only)" if cycle["n"] < 5 else f" (n = {cycle['n']})"
        sentences.append(f"From arrival to close: half within {cycle['median']:g} days{few}.")
    revenue = document["revenue"]
    without = f"; {counted(revenue['without_value'], 'close')} without a value" if revenue["without_value"] else ""
    sentences.append(
        f"Revenue of the period's closes: {revenue['amount']} {document['currency']}{without}."
        f" Spend: {document['spend']} {document['currency']}."
    )
    return sentences


def _rows(document: Document, key: str, name: str) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for entry in document[key]:
        arrived, rates = entry["arrived"], entry["rates"]
        rows.append(
            [
                entry[name] or "not recorded",
                str(arrived["leads"]),
                str(arrived["conversations"]),
                str(arrived["closes"]),
                str(arrived["open"]),
                _short(rates["lead_to_conversation"]),
                _short(rates["lead_to_close"]),
                entry["spend"],
            ]
        )
    return rows


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _told(rate: Document) -> str:
    proportion = Proportion(rate["k"], rate["n"])
    return proportion.told_with_range if proportion.n else "nothing to measure"


def _short(rate: Document) -> str:
    proportion = Proportion(rate["k"], rate["n"])
    return proportion.told if proportion.n else "–"


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")
