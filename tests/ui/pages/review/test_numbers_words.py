"""The sentence over a month's figures."""

from dataclasses import replace

import pytest

from bothhats.queries.review_month import Numbers, read_numbers
from bothhats.ui.pages.review.numbers_words import earlier_closes, month_sentence


def numbers(workspace, talked: tuple[int, int], closes: tuple[int, int], goal: int | None) -> Numbers:
    """A month and the one before with these counts."""
    empty = read_numbers(workspace.reader, "2026-09")
    now, was = (
        replace(empty.month, events=replace(empty.month.events, conversations=talk, closes=close))
        for talk, close in zip(talked, closes, strict=True)
    )
    return replace(empty, month=now, before=was, goals={"closes": goal} if goal else {})


@pytest.mark.parametrize(
    ("talked", "closes", "goal", "sentence"),
    [
        (
            (8, 5),
            (2, 2),
            3,
            "Eight conversations began, three more than in August. Closes stayed at two, one short of the goal.",
        ),
        ((1, 1), (0, 1), None, "One conversation began, as many as in August. Closes fell to none."),
        (
            (12, 30),
            (4, 1),
            3,
            "12 conversations began, 18 fewer than in August. Closes rose to four: the goal is reached.",
        ),
        ((0, 0), (0, 0), None, "No conversations began, as many as in August. Closes stayed at none."),
    ],
)
def test_the_month_in_one_sentence(workspace, talked, closes, goal, sentence):
    assert month_sentence(numbers(workspace, talked, closes, goal), "August") == sentence


def test_the_first_month_is_set_against_nothing(workspace):
    assert month_sentence(numbers(workspace, (1, 0), (0, 0), None), "") == (
        "Your first month here. No leads came, one conversation began, no closes."
    )


@pytest.mark.parametrize(
    ("closes", "earlier", "sentence"),
    [
        (2, 2, "Both closes came in before September."), (1, 1, "The close came in before September."),
        (4, 4, "All four closes came in before September."), (4, 1, "One of the four closes came in before September."),
        (3, 0, ""), (0, 0, ""),
    ],
)  # fmt: skip
def test_closes_of_leads_that_came_before_are_told_apart(closes, earlier, sentence):
    assert earlier_closes(closes, earlier, "September") == sentence
