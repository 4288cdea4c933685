"""A report for people: as text in the terminal and as Markdown."""

import re
from collections.abc import Sequence
from typing import Any

from bothhats.domain.proportion import Proportion
from bothhats.reports.period_sentences import sentences

Document = dict[str, Any]
_GROUPS = (
    ("by_source", "source", "By source"),
    ("by_campaign", "campaign", "By campaign"),
    ("by_month", "month", "By month"),
)
_HEADS = ("leads", "conversations", "closes", "still open", "talked", "closed", "spend")


def report_text(document: Document) -> str:
    """The report in lines of plain text."""
    lines = [_title(document), "", *sentences(document)]
    for key, name, title in _GROUPS:
        if key in document:
            lines += ["", title, *_aligned([_heads("", name), *_rows(document, key, name)])]
    return "\n".join(lines)


def report_markdown(document: Document) -> str:
    """The same as Markdown."""
    lines = [f"# {_title(document)}", "", *(f"- {sentence}" for sentence in sentences(document))]
    for key, name, title in _GROUPS:
        if key in document:
            heads = _heads(title[3:], name)
            rows = [heads, ["---", *["---:"] * (len(heads) - 1)], *_marked_down(_rows(document, key, name))]
            lines += ["", f"## {title}", "", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def _title(document: Document) -> str:
    return f"Leads, conversations, closes: {document['from']} to {document['to']}, as of {document['as_of']}"


def _heads(first: str, name: str) -> list[str]:
    return [first, *_HEADS] if name == "month" else [first, *_HEADS, "per close"]


def _rows(document: Document, key: str, name: str) -> list[list[str]]:
    rows = []
    for entry in document[key]:
        arrived, rates = entry["arrived"], entry["rates"]
        counts = (f"{arrived[figure]:,}" for figure in ("leads", "conversations", "closes", "open"))
        shares = (_short(rates["lead_to_conversation"]), _short(rates["lead_to_close"]))
        row = [_one_line(entry[name] or "not recorded"), *counts, *shares, entry["spend"]]
        rows.append(row if name == "month" else [*row, _per_close(entry)])
    return rows


def _one_line(name: str) -> str:
    """A name as it may stand in a terminal: no line ends, no control characters."""
    return "".join(mark for mark in " ".join(name.split()) if mark.isprintable())


def _short(rate: Document) -> str:
    proportion = Proportion(rate["k"], rate["n"])
    return proportion.told if proportion.n else "–"


def _per_close(entry: Document) -> str:
    if entry["cac"] is not None:
        return str(entry["cac"])
    has_spend = any(digit in entry["spend"] for digit in "123456789")
    return "no close yet" if has_spend and not entry["arrived"]["closes"] else "–"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]


def _marked_down(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[escaped(row[0]), *row[1:]] for row in rows]


def escaped(words: str) -> str:
    """Words as they are, in one line of Markdown."""
    return re.sub(r"([\\|*_`<\[])", r"\\\1", _one_line(words))
