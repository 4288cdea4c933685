"""Days and amounts as they are written where the owner lives."""

import locale
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from bothhats.domain.money import currency_of
from bothhats.ui.local_input import no_such_day, read_amount, read_day, read_near_day

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def lives_in(monkeypatch):
    """The machine is set up for a country."""
    before = QLocale()

    def set_up(name: str) -> None:
        QLocale.setDefault(QLocale(name))
        monkeypatch.setattr(locale, "setlocale", lambda *_: f"{name}.UTF-8")

    yield set_up
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "words", "day"),
    [
        ("en_GB", "3/4", date(2027, 4, 3)),
        ("en_US", "3/4", date(2027, 3, 4)),
        ("de_DE", "3.4.", date(2027, 4, 3)),
        ("de_DE", "27. Januar", date(2027, 1, 27)),
        ("en_US", "27 jan", date(2027, 1, 27)),
        ("en_US", "1/27", date(2027, 1, 27)),
        ("en_GB", "soonish", None),
    ],
)
def test_a_day(lives_in, country, words, day):
    lives_in(country)
    assert read_day(words, SUNDAY) == day


def test_the_nearest_day_is_offered_in_the_order_of_the_country(lives_in):
    lives_in("en_US")
    assert no_such_day("31 feb", SUNDAY).endswith("Did you mean 02/28/2027?")
    lives_in("en_GB")
    assert no_such_day("31 feb", SUNDAY).endswith("Did you mean 28/02/2027?")


@pytest.mark.parametrize(
    ("country", "typed", "amount"),
    [
        ("de_DE", "2.400", 2400_00),
        ("en_GB", "2,400", 2400_00),
        ("de_DE", "2.400,50", 2400_50),
        ("en_GB", "2400.5", 2400_50),
    ],
)
def test_an_amount(lives_in, country, typed, amount):
    lives_in(country)
    assert read_amount(typed, currency_of("EUR")) == amount


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 sep", date(2026, 9, 1)), ("10 jun", date(2026, 6, 10)), ("1 jun", date(2027, 6, 1)),
        ("31 oct", date(2026, 10, 31)), ("1 mar", date(2027, 3, 1)), ("tomorrow", date(2026, 10, 7)), ("soon", None),
    ],
)  # fmt: skip
def test_a_day_that_may_lie_on_either_side_is_the_last_one_for_a_hundred_and_twenty_days(words, day):
    assert read_near_day(words, date(2026, 10, 6)) == day
