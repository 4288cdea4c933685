"""The sentence on a commitment: the change in counts, and an honest word on how much it tells."""

import pytest

from bothhats.domain.moved import Count, Move


def move(kind: str, before: tuple[int, int], after: tuple[int, int], beside: str = "", name: str = "x") -> Move:
    """From August to September; (n, of) each."""
    counts = (Count("2026-08", *before, ""), Count("2026-09", *after, ""))
    return Move(kind, name, *counts, beside)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (move("question", (3, 9), (5, 12), "Nothing answers it yet."),
         "Two more people than in August; too close to call. Nothing answers it yet."),
        (move("objection", (2, 4), (1, 3)), "One fewer person than in August; too few to tell."),
        (move("claim", (1, 20), (15, 20)), "14 more people than in August, and that is more than chance."),
        (move("question", (2, 8), (2, 8)), "As many as in August; too close to call."),
        (move("question", (0, 0), (0, 0)), "None in either month, August included; too few to tell."),
        (move("source", (0, 0), (2, 0)), "Two more leads than in August; too few to tell."),
        (move("metric", (12, 0), (15, 0)), "Three more than in August."),
        (move("metric", (120_00, 0), (90_00, 0), name="revenue"), "Less than in August."),
    ],
)  # fmt: skip
def test_counts_before_and_after_in_a_sentence(found, sentence):
    assert found.sentence == sentence
