"""Which character parts the columns of a file: comma, semicolon, tab or bar, never guessed from anything else."""

import csv
import io
from itertools import islice

CANDIDATES = (",", ";", "\t", "|")
SAMPLE = 65536
_SAMPLE_ROWS = 500
_FEW = 2


def find_delimiter(text: str) -> str:
    """The candidate that gives the most rows the header's number of columns; a comma where there is one column only.

    Where the first line has one column by any of them it may be a title; then the rows among themselves decide.
    """
    sample = text[:SAMPLE]
    if len(text) >= SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    counts = {candidate: _column_counts(sample, candidate) for candidate in CANDIDATES}
    scores = {candidate: _score(counts[candidate]) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: scores[candidate])
    if scores[best] > (0.0, 0):
        return best
    likeness = {candidate: _likeness(counts[candidate]) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: likeness[candidate])
    return best if likeness[best] > (0.0, 0) else ","


def _score(counts: list[int]) -> tuple[float, int]:
    """(share of rows as long as the header, columns); nothing for a header of one column."""
    if not counts or counts[0] <= 1:
        return 0.0, 0
    return sum(count == counts[0] for count in counts) / len(counts), counts[0]


def _likeness(counts: list[int]) -> tuple[float, int]:
    """(share of the rows that have as many columns as most have, columns), from three columns and rows on."""
    wide = [count for count in counts if count > _FEW]
    usual = max(wide, key=wide.count, default=0)
    same = wide.count(usual)
    return (same / len(counts), usual) if same > _FEW and same * 2 > len(counts) else (0.0, 0)


def _column_counts(sample: str, delimiter: str) -> list[int]:
    counts: list[int] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    try:
        counts.extend(len(row) for row in islice(reader, _SAMPLE_ROWS) if row)
    except csv.Error:
        counts.append(0)
    return counts
