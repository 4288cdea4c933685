"""The dates of a column: decided by all rows, never guessed; and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_builders import TODAY, only_problem, plan

from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.column_dates import AmbiguousDates, NotADate, decide_dates
from bothhats.exchange.date_format import read_date_format


def read(cells: list[str], stated: str | None = None) -> list[str]:
    """The days of a column as ISO, or 'no' and the first words of why not."""
    column = decide_dates("Date", cells, read_date_format(stated) if stated else None, TODAY)
    days = [column.read(cell) for cell in cells]
    return [f"no: {day.reason}" if isinstance(day, NotADate) else day.isoformat() for day in days]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-11-22", "2026-11-22"),
        ("2026-1-2", "2026-01-02"),
        ("2026/11/22", "2026-11-22"),
        ("2018-02-26 19:58:54", "2018-02-26"),
        ("2026-11-22T23:59:59.999+14:00", "2026-11-22"),
        ("2026-11-22T00:30Z", "2026-11-22"),
        ("27 Jan 2026", "2026-01-27"),
        ("27. Januar 2026", "2026-01-27"),
        ("Jan 27, 2026", "2026-01-27"),
        ("27-Jan-2026", "2026-01-27"),
        ("Tue, 27 Jan 2026", "2026-01-27"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026 2:30 PM", "2026-12-31"),
        ("31.12.2026", "2026-12-31"),
        ("03/03/2026", "2026-03-03"),
        ("29/02/2028", "2028-02-29"),
        ("October 5th, 2026", "2026-10-05"),
        ("Oct 5, 2026 at 2:30 PM", "2026-10-05"),
        ("Mon Oct 05 2026 12:00:00 GMT+0200 (CEST)", "2026-10-05"),
        ("Mo, 25.10.2026", "2026-10-25"),
        ("25.10.2026 um 12:00", "2026-10-25"),
        ("1er août 2026", "2026-08-01"),
        ("5 de octubre de 2026", "2026-10-05"),
        ("2 gennaio 2026", "2026-01-02"),
        ("3 mrt 2026", "2026-03-03"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_is_read(cell: str, day: str) -> None:
    assert read([cell]) == [day]


@pytest.mark.parametrize(
    "cell",
    [
        "today",
        "tomorrow",
        "soon",
        "453211",
        "11222026",
        "11-22",
        "0206-01-01",
        "2026-13-01",
        "32/12/2026",
        "31/02/2026",
        "2026-02-30",
        "30 Feb 2026",
        "27 Foo 2026",
        "٢٧/١/٢٠٢٦",
        "2026-11-22x",
    ],
)
def test_what_is_no_date_says_why(cell: str) -> None:
    (answer,) = read([cell])
    assert answer.startswith("no: ")


def test_one_row_decides_for_the_column() -> None:
    assert read(["03/04/2026", "31/04/2026", "25/04/2026"]) == [
        "2026-04-03",
        "no: There is no 31 April 2026.",
        "2026-04-25",
    ]
    assert read(["03/04/2026", "04/25/2026"]) == ["2026-03-04", "2026-04-25"]
    assert read(["2026-04-03", "04/25/2026"]) == ["2026-04-03", "2026-04-25"]


@pytest.mark.parametrize("mark", ["/", ".", "-"])
def test_a_column_that_fits_both_orders_is_refused_with_three_samples(mark: str) -> None:
    cells = [f"0{day}{mark}04{mark}2026" for day in range(1, 6)]
    with pytest.raises(AmbiguousDates) as refusal:
        read(cells)
    assert (refusal.value.column, refusal.value.samples) == ("Date", tuple(cells[:3]))
    assert "--date-format" in refusal.value.way_out
    assert all(cell in refusal.value.message for cell in cells[:3])


def test_a_column_that_mixes_both_orders_or_has_short_years_only_is_refused() -> None:
    with pytest.raises(AmbiguousDates, match="mix"):
        read(["25/04/2026", "04/25/2026"])
    with pytest.raises(AmbiguousDates, match="two digits"):
        read(["25/04/26"])
    assert read(["25/04/2026", "25/04/26"])[1].startswith("no: ")


@pytest.mark.parametrize(
    ("stated", "cell", "day"),
    [
        ("dmy", "03/04/2026", "2026-04-03"),
        ("mdy", "03/04/2026", "2026-03-04"),
        ("ymd", "26/04/03", "2026-04-03"),
        ("DMY", "3.4.26", "2026-04-03"),
        ("d/m/y", "03-04-2026", "2026-04-03"),
        ("%d/%m/%Y", "03/04/2026", "2026-04-03"),
        ("%m/%d/%Y", "03/04/2026 14:30", "2026-03-04"),
        ("DD.MM.YYYY", "03.04.2026", "2026-04-03"),
        ("%Y%m%d", "20260403", "2026-04-03"),
        ("%d %b %Y", "3 mai 2026", "2026-05-03"),
        ("%m/%d/%Y %I:%M %p", "3/15/2026 2:30 PM", "2026-03-15"),
        ("%d/%m/%y", "03/04/46", "2046-04-03"),
        ("%d/%m/%y", "03/04/47", "1947-04-03"),
        ("%Y-%d-%m", "2026-04-03", "2026-03-04"),
        ("dmy", "2026-04-03", "2026-04-03"),
        ("dmy", "3 April 2026", "2026-04-03"),
    ],
)
def test_a_stated_format_decides(stated: str, cell: str, day: str) -> None:
    assert read([cell], stated) == [day]


def test_what_does_not_fit_the_stated_format_is_no_date() -> None:
    assert read(["12/31/2026", "today", "31/12/2026"], "dmy")[2] == "2026-12-31"
    assert all(answer.startswith("no: ") for answer in read(["12/31/2026", "today"], "dmy"))


@pytest.mark.parametrize("stated", ["", "d", "%d/%m", "%d/%m/%Y/%y", "%d/%j/%Y", "%x", "whatever", "%", "%d%m%Y%"])
def test_a_format_without_day_month_and_year_is_wrong_usage(stated: str) -> None:
    with pytest.raises(WrongUsage):
        read_date_format(stated)


@given(st.text(max_size=20), st.sampled_from([None, "dmy", "ymd", "%d.%m.%Y"]))
def test_any_cell_is_a_date_or_a_reason(cell: str, stated: str | None) -> None:
    try:
        column = decide_dates("Date", [cell], read_date_format(stated) if stated else None, TODAY)
    except AmbiguousDates:
        return
    assert isinstance(column.read(cell), date | NotADate)


@given(st.text(max_size=12))
def test_any_text_is_a_format_or_wrong_usage(stated: str) -> None:
    try:
        read_date_format(stated).read("01/02/2026", TODAY)
    except WrongUsage as problem:
        assert problem.way_out  # noqa: PT017  (a law about all texts)


def test_an_import_with_ambiguous_dates_is_refused_and_date_format_lets_it_in() -> None:
    text = "name,arrived\nAnna,03/04/2026\n"
    with pytest.raises(KnownProblem, match="arrived"):
        plan(text)
    assert plan(text, date_format="mdy").creates[0].arrived_on == date(2026, 3, 4)


def test_each_column_is_decided_for_itself() -> None:
    with pytest.raises(AmbiguousDates, match="won_on"):
        plan("name,arrived,won_on\nAnna,25/04/2026,03/05/2026\n")


def test_an_impossible_date_is_a_problem_row() -> None:
    assert only_problem(plan("name,arrived\nAnna,2026-02-30\n")).column == "arrived"
    assert only_problem(plan("name,arrived\nAnna,today\n")).value == "today"
