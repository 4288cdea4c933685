"""Dates in words: each phrase of both languages, impossible days, and that no text is ever too much."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bothhats.domain.typed_date import explain_no_such_day, find_date, parse_date

SUNDAY = date(2026, 11, 22)

PHRASES = {
    "today": "2026-11-22",
    "tod": "2026-11-22",
    "Today": "2026-11-22",
    " tomorrow ": "2026-11-23",
    "tom": "2026-11-23",
    "tmr": "2026-11-23",
    "yesterday": "2026-11-21",
    "day after tomorrow": "2026-11-24",
    "heute": "2026-11-22",
    "morgen": "2026-11-23",
    "Übermorgen": "2026-11-24",
    "gestern": "2026-11-21",
    "vorgestern": "2026-11-20",
    "monday": "2026-11-23",
    "tue": "2026-11-24",
    "next tue": "2026-11-24",
    "on friday": "2026-11-27",
    "this fri": "2026-11-27",
    "sat": "2026-11-28",
    "sunday": "2026-11-29",
    "last tuesday": "2026-11-17",
    "last sunday": "2026-11-15",
    "Dienstag": "2026-11-24",
    "nächsten Dienstag": "2026-11-24",
    "letzten Freitag": "2026-11-20",
    "am Donnerstag": "2026-11-26",
    "do": "2026-11-26",
    "Mi.": "2026-11-25",
    "next week": "2026-11-23",
    "nächste Woche": "2026-11-23",
    "next month": "2026-12-01",
    "nächsten Monat": "2026-12-01",
    "next year": "2027-01-01",
    "in 3 weeks": "2026-12-13",
    "in 5 days": "2026-11-27",
    "in a week": "2026-11-29",
    "in two weeks": "2026-12-06",
    "in 3 months": "2027-02-22",
    "in einem Monat": "2026-12-22",
    "in zwei Wochen": "2026-12-06",
    "in 10 Tagen": "2026-12-02",
    "+5d": "2026-11-27",
    "+2w": "2026-12-06",
    "+ 1 month": "2026-12-22",
    "+1y": "2027-11-22",
    "-3d": "2026-11-19",
    "2w": "2026-12-06",
    "3 days": "2026-11-25",
    "3 days ago": "2026-11-19",
    "vor 2 Wochen": "2026-11-08",
    "27 jan": "2027-01-27",
    "27-Jan-2027": "2027-01-27",
    "27 january 2027": "2027-01-27",
    "27th of January": "2027-01-27",
    "jan 27": "2027-01-27",
    "Jan 27th, 2028": "2028-01-27",
    "24 nov": "2026-11-24",
    "22 nov": "2026-11-22",
    "21 nov": "2027-11-21",
    "Tue 24 Nov": "2026-11-24",
    "Di, 24. November": "2026-11-24",
    "27. Januar 2027": "2027-01-27",
    "3. März": "2027-03-03",
    "1. Okt. 2027": "2027-10-01",
    "16 sept": "2027-09-16",
    "29 feb": "2028-02-29",
    "27/1": "2027-01-27",
    "27/1/2027": "2027-01-27",
    "27/01/27": "2027-01-27",
    "1/2": "2027-02-01",
    "27.1.": "2027-01-27",
    "27.1.2027": "2027-01-27",
    "27.01": "2027-01-27",
    "27-01-2027": "2027-01-27",
    "2026-11-22": "2026-11-22",
    "2027/1/5": "2027-01-05",
    "27th": "2026-11-27",
    "the 3rd": "2026-12-03",
    "31st": "2026-12-31",
    "am 27.": "2026-11-27",
    "eom": "2026-11-30",
    "end of month": "2026-11-30",
    "end of the month": "2026-11-30",
    "Monatsende": "2026-11-30",
    "end of january": "2027-01-31",
    "Ende Februar 2028": "2028-02-29",
    "mid january": "2027-01-15",
    "Mitte Dezember": "2026-12-15",
    "end of year": "2026-12-31",
}
NO_DATES = (
    "", "  ", "may", "soon", "31 feb", "29 feb 2027", "32/1", "13/13", "0/1", "1/2/3/4", "in weeks", "+5", "2026-13-01",
    "27 jan 99999", "in 9999 years", "tomorrow tomorrow", "27", "call tomorrow", "1.2.3.4", "20261122", "0000-01-01",
    "٢٧/١", "27/1/1500", "99th",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PHRASES.items())
def test_a_phrase_means_its_day(text: str, expected: str) -> None:
    assert parse_date(text, SUNDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text, SUNDAY) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("1/2", "2027-01-02"), ("1/27/2027", "2027-01-27"), ("27.1.2027", "2027-01-27")]
)
def test_slashes_follow_the_given_order_and_points_are_always_day_first(text: str, expected: str) -> None:
    assert parse_date(text, SUNDAY, day_first=False) == date.fromisoformat(expected)
    assert parse_date("27/1", SUNDAY, day_first=False) is None


AMERICAN = {
    **PHRASES, "27/1": None, "27/1/2027": None, "27/01/27": None, "1/2": "2027-01-02", "27-01-2027": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AMERICAN.items())
def test_a_phrase_means_its_day_in_america_too(text: str, expected: str | None) -> None:
    assert parse_date(text, SUNDAY, day_first=False) == (date.fromisoformat(expected) if expected else None)


def test_the_weekday_of_today_means_the_next_one() -> None:
    assert parse_date("sunday", SUNDAY) == date(2026, 11, 29)
    assert parse_date("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 feb", "There is no 31 February. Did you mean 28/02/2027?"),
        ("31/2/2026", "There is no 31 February. Did you mean 28/02/2026?"),
        ("29 feb 2027", "There is no 29 February 2027. Did you mean 28/02/2027?"),
        ("31. September", "There is no 31 September. Did you mean 30/09/2027?"),
        ("0/1", "There is no 0 January. Did you mean 01/01/2027?"),
        ("1/13", "There is no month 13."),
        ("tomorrow", None),
        ("whatever", None),
    ],
)
def test_an_impossible_day_is_explained(text: str, sentence: str | None) -> None:
    assert explain_no_such_day(text, SUNDAY) == sentence


def test_a_text_of_any_length_is_answered_at_once() -> None:
    assert parse_date("tomorrow " * 1000, SUNDAY) is None
    assert explain_no_such_day("1" * 100_000, SUNDAY) is None


def test_the_explanation_writes_dates_in_the_given_order() -> None:
    assert explain_no_such_day("2/31/2026", SUNDAY, day_first=False) == (
        "There is no 31 February. Did you mean 02/28/2026?"
    )


@pytest.mark.parametrize(
    ("line", "phrase", "expected"),
    [
        ("follow up next tue", "next tue", "2026-11-24"),
        ("call about the tax return tomorrow", "tomorrow", "2026-11-23"),
        ("send offer in 3 weeks please", "in 3 weeks", "2026-12-13"),
        ("invoice on 27 jan 2027, then wait", "on 27 jan 2027", "2027-01-27"),
        ("meet 27/1 at the fair", "27/1", "2027-01-27"),
        ("Angebot nächsten Dienstag schicken", "nächsten Dienstag", "2026-11-24"),
        ("Sun or Mon", "Mon", "2026-11-23"),
    ],
)
def test_a_date_is_found_inside_a_line(line: str, phrase: str, expected: str) -> None:
    found = find_date(line, SUNDAY)
    assert found is not None
    assert (line[found.start : found.end], found.on.isoformat()) == (phrase, expected)


@pytest.mark.parametrize(
    "line",
    [
        "Tomato Soup Ltd", "so we do it", "a 3 days workshop", "version 1.2.3", "1/2/34567", "jan@sat.com", "Monda",
        "room 12-30-15x", "",
    ],
)  # fmt: skip
def test_no_date_is_found_where_none_is_meant(line: str) -> None:
    assert find_date(line, SUNDAY) is None


texts = st.text(max_size=40) | st.lists(
    st.sampled_from([*PHRASES, "in", "next", "31", "feb", "/", ".", "-", "+", "9999", "d", "of"]), max_size=6
).map(" ".join)


@given(texts, st.dates(), st.booleans())
@example("+9999y", date.max, True)
@example("ſunday", SUNDAY, True)
@example("frı", SUNDAY, True)
@example("İn 3 days", SUNDAY, True)
@example("sunday", date.max, True)
@example("yesterday", date.min, True)
@example("next week", date(9999, 12, 31), True)
@example("29 feb", date(9999, 12, 31), False)
@example("next year", date.max, True)
@example("-9999y", date.min, True)
@example("31 feb", date.max, True)
def test_no_text_and_no_day_is_ever_too_much(text: str, today: date, day_first: bool) -> None:
    whole = parse_date(text, today, day_first=day_first)
    found = find_date(text, today, day_first=day_first)
    explain_no_such_day(text, today, day_first=day_first)
    assert whole is None or isinstance(whole, date)
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates())
def test_an_iso_date_means_itself_on_every_day(day: date, today: date) -> None:
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}", today) == day
