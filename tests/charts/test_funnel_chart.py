"""The funnel as a drawing: ladder, judgement, where they stopped; its words and numbers for none, few and many."""

import pytest
from drawn import COLOURS, FAMILIES, WIDTHS, boxes, clipped, funnel, touching, words

from bothhats.charts.funnel import draw_funnel, funnel_height, funnel_sentence, funnel_table

STORY = funnel(34, 19, 10, 5, qualified=23, still_open=(6, 7, 4), parked=3)


def drawn(whole, width=912, **what):
    """The funnel at the width that it has in a window of 1280."""
    return draw_funnel(whole, width, COLOURS, FAMILIES, **what)


def test_no_leads_draw_zeros_and_say_so():
    drawing = drawn(funnel())
    assert funnel_sentence(funnel()) == "No leads arrived in this period."
    assert all(mark.ids == () for mark in drawing.marks)
    assert "Where they stopped" not in words(drawing)
    assert [row[1] for row in funnel_table(funnel()).rows] == ["0"] * 5


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (funnel(2, 1), "Too few to tell where they stop: 1 of 2 talked; none of those has become an opportunity yet."),
        (funnel(4), "Too few to tell where they stop: 0 of 4 talked."),
        (
            funnel(6, 6, 6, 6),
            "6 of 6 (100 %, between 61 % and 100 %) talked; of those, 6 became opportunities and 6 closed.",
        ),
        (
            funnel(6, 5, 1, 0, still_open=(0, 4, 1)),
            "The largest drop is after a conversation, before an opportunity: 4 of 5, four of them still open."
            " 5 of 6 (83 %, between 44 % and 97 %) talked; of those, 1 became an opportunity and 0 closed.",
        ),
        (
            STORY,
            "The largest drop is before the first conversation: 15 of 34, six of them still open."
            " 19 of 34 (56 %, between 39 % and 71 %) talked; of those, 10 became opportunities and 5 closed.",
        ),
    ],
    ids=["two", "nobody talked", "nobody stopped", "after talking", "the story"],
)  # fmt: skip
def test_the_sentence_names_the_largest_drop_where_there_are_enough(whole, told):
    assert funnel_sentence(whole) == told


def test_the_steps_the_judgement_and_the_stops_are_marks_with_their_leads():
    marks = drawn(STORY).marks
    assert [(mark.words, len(mark.ids)) for mark in marks] == [
        ("34 leads, 6 open, not talked yet", 34),
        ("19 conversations, 7 open", 19),
        ("10 opportunities, 4 open", 10),
        ("5 closes", 5),
        ("23 qualified, 19 of them talked", 23),
        ("Before a conversation: 15 stopped", 15),
        ("After a conversation, before an opportunity: 9 stopped", 9),
        ("After an opportunity, before a close: 5 stopped", 5),
    ]
    assert set(marks[5].ids) == set(marks[0].ids) - set(marks[1].ids)


def test_one_of_each_is_told_in_the_singular():
    marks = drawn(funnel(1, 1, 1, 1)).marks
    assert [mark.words for mark in marks[:4]] == ["1 lead", "1 conversation", "1 opportunity", "1 close"]


def test_a_rate_has_its_n_and_below_five_no_percentage():
    assert {"56 %", "19 of 34", "53 %", "10 of 19", "50 %", "5 of 10"} <= set(words(drawn(STORY)))
    few = words(drawn(funnel(4, 3, 2, 1)))
    assert {"3 of 4", "2 of 3", "1 of 2"} <= set(few)
    assert not [each for each in few if "%" in each]


def test_opportunities_can_be_left_out():
    drawing = drawn(STORY, with_opportunities=False)
    assert [mark.words for mark in drawing.marks[:3]] == [
        "34 leads, 6 open, not talked yet",
        "19 conversations, 7 open",
        "5 closes",
    ]
    assert {"19 of 34", "5 of 19"} <= set(words(drawing))
    assert clipped(drawing) == touching(drawing) == []


def test_the_table_is_the_ladder_with_its_ranges_and_where_they_stopped():
    assert funnel_table(STORY).rows == (
        ("Leads", "34", "–", "15", "6", "–", "9 lost"),
        ("Conversations", "19", "19 of 34 (56 %, between 39 % and 71 %)", "9", "7", "–", "2 lost"),
        ("Opportunities", "10", "10 of 19 (53 %, between 32 % and 73 %)", "5", "4", "–", "1 lost"),
        ("Closes", "5", "5 of 10 (50 %, between 24 % and 76 %)", "–", "–", "–", "–"),
        ("Qualified, of whom talked", "23", "19 of 23 (83 %, between 63 % and 93 %)", "–", "–", "–", "–"),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "whole",
    [
        STORY,
        funnel(1, 1, 1, 1, qualified=1),
        funnel(3600, still_open=(3600, 0, 0)),
        funnel(9999, 9998, 9997, 9996, qualified=9000),
        funnel(12345, 1234, 123, 12, qualified=5000, still_open=(999, 99, 9)),
    ],
    ids=["the story", "one", "nobody talked", "everybody closed", "thousands"],
)
def test_nothing_is_clipped_and_nothing_touches(whole, width):
    drawing = drawn(whole, width)
    assert (clipped(drawing), touching(drawing)) == ([], [])
    assert all(mark.x >= 0 and mark.x + mark.width <= width for mark in drawing.marks)
    assert all(mark.y >= 0 and mark.y + mark.height <= funnel_height(whole) for mark in drawing.marks)


@pytest.mark.parametrize("width", [*WIDTHS, 700])
def test_a_rate_stands_between_its_columns_and_does_not_run_into_them(width):
    drawing = drawn(funnel(5, 5, 5, 3, qualified=5), width)
    for name, (left, right, _, _) in boxes(drawing).items():
        if name.endswith(" %"):
            met = [mark.words for mark in drawing.marks[:4] if left < mark.x + mark.width + 2 and mark.x < right + 2]
            assert not met, name
