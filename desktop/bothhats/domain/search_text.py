"""How searched text is compared: without case and accents, word by word, phone numbers by their digits."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

MOST_WORDS, MOST_LETTERS = 20, 2000
LEAST_DIGITS, LEAST_NATIONAL, MOST_DIGITS = 4, 6, 20
_WORD = re.compile(r"[^\W_]+")
_SEVERAL_PHONES = re.compile(r"[,;\n]")
_TRUNK = "(0)"  # +44 (0)7700: dialled in the country alone
_WHOLE = "\ue000"  # stands before whole numbers; nobody types it
# Letters that Unicode does not take apart, and that people type without their stroke.
_STROKES = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "n",
        "ə": "e",
    }
)


def plain_text(text: str) -> str:
    """The form in which texts are searched: ß is ss, ø is o, é is e, ﬁ is fi."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain_letter, text))


def search_words(text: str) -> list[str]:
    """The words of a search, as they are compared; never more than MOST_WORDS."""
    return _WORD.findall(plain_text(text[:MOST_LETTERS].replace(_TRUNK, " ")))[:MOST_WORDS]


def word_places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where words of the text begin with one of these searched words: (start, length) in the text as it is written."""
    plain, origins = _with_origins(text)
    places = set()
    for word in words:
        start = plain.find(word) if word else -1
        while start >= 0:
            if start == 0 or not plain[start - 1].isalnum():
                first, last = origins[start], origins[start + len(word) - 1]
                places.add((first, _end_of_letter(text, last) - first))
            start = plain.find(word, start + 1)
    return sorted(places)


def phone_tails(phone: str) -> str:
    """Every end of a phone number as a word, so that it is found from any of its digits on, however it is written.

    The whole number without leading zeros is marked, to be told from a mere end.
    """
    tails: dict[str, None] = {}
    for part in _SEVERAL_PHONES.split(phone):
        for written in (part, part.replace(_TRUNK, "")):
            digits = _digits(written)[:MOST_DIGITS]
            tails |= dict.fromkeys(digits[start:] for start in range(len(digits) - LEAST_DIGITS + 1))
            if len(digits) >= LEAST_NATIONAL:
                tails[_WHOLE + digits.lstrip("0")] = None
    return " ".join(tails)


def digit_runs(words: Iterable[str]) -> list[list[str]]:
    """The searched words, those of digits that follow each other together: perhaps one phone number."""
    return [list(run) for _, run in groupby(words, key=lambda word: (word.isdecimal() and word.isascii()) or word)]


def phone_beginnings(groups: Iterable[str]) -> list[str]:
    """How typed groups of digits may stand among the words of `phone_tails`: also without 0, 00 or a country's number.

    None for what is too short for a phone number, or has other letters.
    """
    typed = "".join(groups)
    if not typed.isdecimal() or not typed.isascii() or len(typed) < LEAST_DIGITS:
        return []
    plain = typed.lstrip("0")
    found = [typed, plain] if len(plain) >= LEAST_DIGITS else [typed]
    national = [plain[country:].lstrip("0") for country in (1, 2, 3)]
    found += [_WHOLE + digits for digits in national if len(digits) >= LEAST_NATIONAL]
    return list(dict.fromkeys(found))


def is_in_phone(phone: str, groups: Iterable[str]) -> bool:
    """Whether a phone number has these digits, however both are written."""
    tails, beginnings = phone_tails(phone).split(), phone_beginnings(groups)
    return any(tail.startswith(digits) for digits in beginnings for tail in tails)


def _digits(text: str) -> str:
    return "".join(letter for letter in plain_text(text) if letter.isdecimal() and letter.isascii())


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter)
    kept = "".join(each for each in apart if not unicodedata.combining(each))
    small = unicodedata.normalize("NFKD", kept.casefold().translate(_STROKES))
    return "".join(each for each in small if not unicodedata.combining(each))


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The plain form, and for each of its letters the place of the letter that it comes from."""
    pieces = [_plain_letter(letter) for letter in text]
    origins = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), origins


def _end_of_letter(text: str, place: int) -> int:
    """Behind a letter and the accents that follow it."""
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
