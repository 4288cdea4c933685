"""How searched text is compared: case, accents, strokes, and phone numbers however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.search_text import (
    MOST_WORDS,
    is_in_phone,
    phone_beginnings,
    phone_tails,
    plain_text,
    search_words,
    word_places,
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Große Straße", "grosse strasse"),
        ("Søren Ørsted", "soren orsted"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("İSTANBUL ılık", "istanbul ilik"),
        ("Pâtisserie", "patisserie"),
        ("Pa\u0302tisserie", "patisserie"),
        ("Đorđe Æsir Œuvre", "dorde aesir oeuvre"),
        ("Þór Ðe", "thor de"),
        ("ﬁne ½ Ⅳ", "fine 1⁄2 iv"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("ＡＢＣ", "abc"),
        ("PLAIN ascii", "plain ascii"),
    ],
)
def test_letters_are_compared_without_case_accent_and_stroke(written: str, plain: str) -> None:
    assert plain_text(written) == plain


@given(st.text())
def test_what_is_plain_stays_plain(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


@given(st.text())
def test_letter_for_letter_it_is_the_same_whatever_stands_beside(text: str) -> None:
    assert "".join(map(plain_text, text)) == plain_text(text)


@given(st.text(max_size=60), st.integers(1, 8))
def test_a_beginning_of_any_word_is_found_where_it_stands(text: str, length: int) -> None:
    for word in search_words(text):
        places = word_places(text, [word[:length]])
        assert places
        assert all(word[:length] in plain_text(text[at : at + size]) for at, size in places)


def test_marks_cover_the_letters_as_they_are_written() -> None:
    assert word_places("Große Gasse", ["gross"]) == [(0, 4)]
    assert word_places("Große", ["gros"]) == [(0, 4)]
    assert word_places("ein mu\u0308ll", ["mu"]) == [(4, 3)]
    assert word_places("Łukasz, Lukas", ["lukas"]) == [(0, 5), (8, 5)]
    assert word_places("spat", ["pat"]) == []


def test_a_search_has_a_bounded_number_of_words() -> None:
    assert len(search_words("a b " * 5000)) == MOST_WORDS
    assert search_words("\x00 \ud800 🎩 '\" _ ") == []


@pytest.mark.parametrize(
    ("phone", "typed"),
    [
        ("+44 7700 900123", "07700 900"),
        ("+44 7700 900123", "07700900123"),
        ("+44 7700 900123", "00447700900"),
        ("+44 7700 900123", "+44 77 00 90"),
        ("+44 7700 900123", "0123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("07700 900123", "+44 7700 900123"),
        ("07700 900123", "0044 7700 900123"),
        ("0221/12 34 56", "022112"),
        ("020 7946 0018; 07700 900123", "07700900"),
        ("+49 (0)30 901820", "030 9018"),
    ],
)
def test_a_phone_number_is_found_however_both_are_written(phone: str, typed: str) -> None:
    assert is_in_phone(phone, search_words(typed))


@pytest.mark.parametrize(
    ("phone", "typed"),
    [
        ("+44 7700 900123", "07700 901"),
        ("+44 7700 900123", "123"),
        ("555 123 4567", "666 123 4567"),
        ("", "0000"),
        ("no number", "7700"),
    ],
)
def test_other_numbers_are_not_found(phone: str, typed: str) -> None:
    assert not is_in_phone(phone, search_words(typed))


@given(st.from_regex(r"\+?[0-9 ()./-]{0,20}", fullmatch=True))
def test_every_end_of_four_digits_and_more_is_among_the_words_of_a_number(phone: str) -> None:
    digits = "".join(letter for letter in phone if letter.isdigit())[:20]
    tails = phone_tails(phone).split()
    assert all(digits[start:] in tails for start in range(max(0, len(digits) - 3)))
    assert all(set(search_words(each)) <= {each} for each in phone_beginnings([digits]) if each.isdigit())
