"""How a lead's standing is said: in short on a narrow card, whole everywhere else."""

from datetime import date, timedelta

import pytest

from bothhats.domain.due_words import short_words, whole_words
from bothhats.domain.follow_up import Due, Standing

TODAY = date(2026, 10, 6)  # a Tuesday


def standing(kind: Standing, days: int) -> Due:
    """A standing so many days from today."""
    return Due(kind, TODAY + timedelta(days=days), days)


@pytest.mark.parametrize(
    ("due", "short", "whole"),
    [
        (standing(Standing.SLIPPED, -4), "4 d late", "4 days late"),
        (standing(Standing.SLIPPED, -1), "1 d late", "1 day late"),
        (standing(Standing.TODAY, 0), "today", "today"),
        (standing(Standing.PLANNED, 1), "Wed", "tomorrow"),
        (standing(Standing.PLANNED, 2), "Thu", "Thursday"),
        (standing(Standing.PLANNED, 6), "Mon", "Monday"),
        (standing(Standing.PLANNED, 9), "15 Oct", "15 Oct"),
        (standing(Standing.PROMISE, 0), "last day", "last day of the promise"),
        (standing(Standing.PROMISE, 1), "1 d left", "1 day of the promise left"),
        (Due(Standing.NO_STEP, None), "no step", "no next step"),
        (Due(Standing.SILENT, date(2026, 9, 15), 21), "silent 21 d", "silent for 21 days"),
        (standing(Standing.PARKED, 27), "to 2 Nov", "parked to 2 Nov"),
        (Due(Standing.BACK, TODAY), "back", "back from parking"),
        (Due(Standing.ENDED, TODAY), "", "ended"),
    ],
)
def test_a_standing_is_said_in_short_and_whole(due: Due, short: str, whole: str) -> None:
    assert (short_words(due, TODAY), whole_words(due, TODAY)) == (short, whole)
