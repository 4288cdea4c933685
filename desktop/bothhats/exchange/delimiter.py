"""Which character parts the columns of a file: comma, semicolon, tab or bar, never guessed from anything else."""

import csv
import io
from itertools import islice

CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 65536
_SAMPLE_ROWS = 500


def find_delimiter(text: str) -> str:
    """The candidate that gives the most rows the header's number of columns; a comma where there is one column only."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    scores = {candidate: _score(sample, candidate) for candidate in CANDIDATES}
    best = max(CANDIDATES, key=lambda candidate: scores[candidate])
    return best if scores[best] > (0.0, 0) else ","


def _score(sample: str, delimiter: str) -> tuple[float, int]:
    """(share of rows as long as the header, columns); nothing for a header of one column."""
    counts = _column_counts(sample, delimiter)
    if not counts or counts[0] < 2:
        return 0.0, 0
    return sum(count == counts[0] for count in counts) / len(counts), counts[0]


def _column_counts(sample: str, delimiter: str) -> list[int]:
    counts: list[int] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    try:
        counts.extend(len(row) for row in islice(reader, _SAMPLE_ROWS) if row)
    except csv.Error:
        counts.append(0)
    return counts
