"""The periods one can choose, as of a day; and which one a file begins with."""

from datetime import date

import pytest

from bothhats.ui.pages.insights.periods import CHOICES, first_choice, period_of

FIRST = date(2024, 5, 17)
RANGES = {
    date(2026, 10, 6): {
        "this_month": ("2026-10-01", "2026-10-31"),
        "last_month": ("2026-09-01", "2026-09-30"),
        "this_quarter": ("2026-10-01", "2026-12-31"),
        "last_quarter": ("2026-07-01", "2026-09-30"),
        "this_year": ("2026-01-01", "2026-12-31"),
        "last_12_months": ("2025-10-01", "2026-09-30"),
        "everything": ("2024-05-17", "2026-10-06"),
    },
    date(2028, 2, 29): {
        "this_month": ("2028-02-01", "2028-02-29"),
        "last_month": ("2028-01-01", "2028-01-31"),
        "this_quarter": ("2028-01-01", "2028-03-31"),
        "last_quarter": ("2027-10-01", "2027-12-31"),
        "this_year": ("2028-01-01", "2028-12-31"),
        "last_12_months": ("2027-02-01", "2028-01-31"),
        "everything": ("2024-05-17", "2028-02-29"),
    },
    date(2026, 1, 1): {
        "last_month": ("2025-12-01", "2025-12-31"),
        "last_quarter": ("2025-10-01", "2025-12-31"),
        "last_12_months": ("2025-01-01", "2025-12-31"),
    },
}


@pytest.mark.parametrize(
    ("today", "choice", "start", "end"),
    [(today, choice, *ends) for today, ranges in RANGES.items() for choice, ends in ranges.items()],
)
def test_a_choice_is_a_range_of_days_as_of_today(today, choice, start, end):
    period = period_of(choice, today, FIRST)
    assert (period.start.isoformat(), period.end.isoformat(), period.as_of) == (start, end, today)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_file_without_leads_has_periods_too(choice):
    period = period_of(choice, date(2026, 10, 6), None)
    assert period.start <= period.end


def test_a_first_arrival_ahead_of_today_leaves_everything_in_order():
    period = period_of("everything", date(2026, 10, 6), date(2026, 11, 1))
    assert period.start == period.end == date(2026, 10, 6)


@pytest.mark.parametrize(
    ("first", "choice"),
    [("2024-05-17", "last_quarter"), ("2026-09-30", "last_quarter"), ("2026-10-01", "this_quarter")],
)
def test_a_file_begins_with_the_last_quarter_unless_it_is_younger(first, choice):
    assert first_choice(date(2026, 10, 6), date.fromisoformat(first)) == choice
