"""The different words in a column of stages, sources, outcomes or kinds of touch, and what each becomes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bothhats.domain.name_matching import folded
from bothhats.exchange.existing import Existing
from bothhats.exchange.outcome_words import is_open, outcome_of
from bothhats.exchange.stage_book import StageBook
from bothhats.exchange.table import Table
from bothhats.exchange.touch_words import kind_of

TRANSLATED = ("stage", "outcome", "source", "campaign", "kind")
MOST_WORDS = 200
Translations = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Word:
    """One value of a column: how often it stands there, what it becomes, and whether the file knows that."""

    text: str
    count: int
    becomes: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The values of one field, the most frequent first; `is_whole` unless there are too many to list."""

    words: tuple[Word, ...]
    is_whole: bool

    @property
    def unknown(self) -> int:
        """How many of them mean nothing yet."""
        return sum(not word.is_known for word in self.words)


def words_of(table: Table, places: Sequence[int], field: str, translations: Translations, existing: Existing) -> Words:
    """The words of the first column of a field that is not blank, row by row."""
    counts: Counter[str] = Counter()
    for row in table.rows:
        text = next((row[place].strip() for place in places if place < len(row) and row[place].strip()), "")
        if text:
            counts[text] += 1
    stages = StageBook(existing.stages)
    names = {folded(name) for name in (existing.sources if field == "source" else existing.campaigns)}
    listed: list[Word] = []
    for text, count in counts.most_common(MOST_WORDS):
        becomes = translations.get((field, folded(text)), text)
        listed.append(Word(text, count, becomes, _is_known(field, becomes, stages, names)))
    return Words(tuple(listed), len(counts) <= MOST_WORDS)


def _is_known(field: str, text: str, stages: StageBook, names: set[str]) -> bool:
    if field == "kind":
        return kind_of(text) is not None
    if field in ("stage", "outcome"):
        is_ending = is_open(text) or outcome_of(text) is not None
        return is_ending or (field == "stage" and stages.named(text) is not None)
    return folded(text) in names
