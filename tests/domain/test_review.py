"""The checks of alignment by the settled thresholds; nothing to measure leaves the denominator."""

from datetime import date

import pytest

from bothhats.domain.review import (
    PAGES,
    Check,
    answered_check,
    kept_check,
    look_check,
    on_time_check,
    own_check,
    promise_check,
    score,
    traceable_check,
)

TODAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("check", "holds"),
    [
        (promise_check(9, 10), True),
        (promise_check(8, 9), False),
        (promise_check(0, 0), None),
        (look_check(date(2026, 7, 6), TODAY, 92), True),
        (look_check(date(2026, 7, 5), TODAY, 92), False),
        (look_check(None, TODAY, 92), False),
        (answered_check(3, 3), True),
        (answered_check(2, 3), False),
        (answered_check(0, 0), None),
        (traceable_check(1, 2), False),
        (traceable_check(0, 0), None),
        (kept_check(2, 3), True),
        (kept_check(1, 2), False),
        (kept_check(0, 0), None),
        (on_time_check(date(2026, 10, 7), date(2026, 10, 7)), True),
        (on_time_check(date(2026, 10, 8), date(2026, 10, 7)), False),
        (own_check("?", "yes"), True),
        (own_check("?", "no"), False),
        (own_check("?", ""), None),
    ],
)
def test_a_check_holds_by_its_threshold(check, holds):
    assert check.holds is holds


def test_what_is_not_applicable_leaves_the_denominator():
    assert score([Check("a", True, ""), Check("b", False, ""), Check("c", None, "")]) == (1, 2)


def test_there_are_ten_pages_and_only_hats_that_exist():
    assert len(PAGES) == 10
    assert {hat for page in PAGES for hat in page.hats} == {"marketing", "sales"}
