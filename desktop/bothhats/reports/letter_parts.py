"""The parts of the letter: good plain sentences, made of the month's facts and the owner's words."""

from dataclasses import dataclass

from bothhats.domain.wording import month_name
from bothhats.queries.review_month import read_numbers
from bothhats.reports.letter_agreed import alignment_words, changes_words, promised_in, promised_words
from bothhats.reports.letter_heard import asked_words, landed_words, waste_words
from bothhats.reports.letter_month import Month
from bothhats.reports.letter_numbers import numbers_words, sources_words


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part: its id, what it is called in the list, how it begins in the letter, its words with references."""

    id: str
    title: str
    heading: str
    text: str
    is_in: bool = True


def made_parts(month: Month) -> list[LetterPart]:
    """The parts as the facts make them, in their order; a part without material has no text."""
    before, numbers = month_name(promised_in(month)), read_numbers(month.connection, month.name)
    return [
        LetterPart("numbers", "Numbers", "", numbers_words(month, numbers)),
        LetterPart("promised", "Commitments kept", f"What we committed to in {before}.", promised_words(month)),
        LetterPart("landed", "What landed", "What landed.", landed_words(month)),
        LetterPart("objections", "What they asked", "What they asked.", asked_words(month)),
        LetterPart("waste", "Not for us", "Who was not for us.", waste_words(month)),
        LetterPart("surprise", "Surprises", "What surprised me.", month.said.get("numbers.surprise", "").strip()),
        LetterPart("commitments", "New commitments", "What we commit to.", changes_words(month)),
        LetterPart("sources", "By source", "By source.", sources_words(numbers), is_in=False),
        LetterPart("alignment", "Alignment", "Where we agree.", alignment_words(month)),
    ]
