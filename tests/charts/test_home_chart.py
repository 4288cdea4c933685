"""The home chart as a drawing: words, numbers, marks; for none, one, few, many; whatever sources are called."""

import pytest
from drawn import COLOURS, FAMILIES, WIDTHS, clipped, funnel, line, touching, words

from bothhats.charts.home import draw_home, fold, home_height, home_sentence, home_table
from bothhats.queries.home import Home

ODD_NAMES = (
    "$x_1$",
    "Ads_2026_Q3",
    r"\alpha $\frac{1}{0}$",
    "<b>Öl &amp; Co</b>",
    "100 % $",
    "{curly} ^ ~",
)


def drawn(lines, whole, width=912):
    """The home chart at the width that it has in a window of 1280."""
    return draw_home(Home(tuple(lines), whole), width, COLOURS, FAMILIES)


def test_no_leads_draw_no_marks_and_say_so():
    drawing = drawn([], funnel())
    assert (drawing.marks, home_table(Home((), funnel())).rows) == ((), ())
    assert home_sentence(Home((), funnel())) == "No leads arrived in this period."
    assert words(drawing) == ["Marketing hat", "Sales hat", "Leads", "0", "Conversations", "0", "Closes", "0"]


def test_one_lead_is_too_few_to_tell_and_draws_three_marks():
    lines, whole = [line("Ad", 1, silent=1)], funnel(1, still_open=(1, 0, 0))
    assert home_sentence(Home(tuple(lines), whole)) == (
        "Too few to tell: 1 lead, 0 conversations, 0 closes; one lead is still open, so this will grow."
    )
    assert [(mark.words, mark.ids) for mark in drawn(lines, whole).marks] == [
        ("Ad: 1 lead, one still open", (1,)),
        ("Ad: 0 of 1 talked", ()),
        ("Ad: 0 of 1 closed", ()),
    ]


def test_each_mark_has_the_leads_behind_it_and_the_table_their_numbers():
    lines = [line("Website", 8, 4, 1, silent=4, talked_open=2), line(None, 3, 2, 0, first=20, silent=1)]
    drawing = drawn(lines, funnel(11, 6, 3, 1, still_open=(5, 2, 0)))
    assert [mark.ids for mark in drawing.marks] == [
        *((1, 2, 3, 4, 5, 6, 7, 8), (1, 2, 3, 4), (1,)),
        *((20, 21, 22), (20, 21), ()),
    ]
    assert drawing.marks[0].words == "Website: 8 leads, four still open"
    assert home_table(Home(tuple(lines), funnel())).rows == (
        ("Website", "8", "4", "4", "2", "1"),
        ("not recorded", "3", "1", "2", "0", "0"),
    )
    assert {"4 of 8", "1 of 8", "2 of 3", "none yet", "Website", "not recorded"} <= set(words(drawing))


def test_the_sentence_names_the_source_that_brought_nobody_who_talked():
    whole = funnel(11, 4, 2, 1)
    assert home_sentence(
        Home(
            (
                line("Website", 6, 4, 1),
                line("Google Ads", 5),
            ),
            whole,
        )
    ) == ("Google Ads brought five leads and not one conversation. 11 leads, 4 conversations, 1 close.")
    assert home_sentence(
        Home(
            (
                line("Website", 6, 4, 1),
                line(None, 5),
            ),
            whole,
        )
    ).startswith("Five leads without a source brought not one conversation.")


def test_what_is_still_open_is_told_in_the_heads_and_the_key():
    drawing = drawn([line("Ad", 9, 5, silent=2, talked_open=3)], funnel(9, 5, 2, 0, still_open=(2, 1, 2), parked=3))
    assert {
        "2 of them open, not talked yet",
        "3 of them still open",
        "still open at this step: 5 leads, three of them parked",
    } <= set(words(drawing))


def test_ten_sources_and_more_are_eight_and_the_others_of_whom_nobody_is_lost():
    lines = [line(f"Source {n}", 40 - n, 10, first=100 * n, silent=1) for n in range(40)]
    shown = fold(lines)
    assert [each.name for each in shown] == [*(f"Source {n}" for n in range(8)), "32 others"]
    assert sorted(lead for each in shown for lead in each.leads) == sorted(
        lead for each in lines for lead in each.leads
    )
    assert sum(each.open_before_conversation for each in shown) == 40
    drawing = drawn(lines, funnel(820, 400, still_open=(40, 0, 0)))
    assert len(drawing.marks) == 9 * 3
    assert drawing.marks[-3].ids == shown[-1].leads
    assert len(home_table(Home(tuple(lines), funnel())).rows) == 40
    assert [each.name for each in fold(lines[:9])] == [f"Source {n}" for n in range(9)]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_is_drawn_as_it_is_written_and_not_as_a_formula(name):
    drawing = drawn([line(name, 6, 2)], funnel(6, 2))
    text = next(each for each in drawing.figure.axes[0].texts if each.get_text() == name)
    assert not text.get_parse_math()
    drawing.figure.canvas.draw()
    assert drawing.marks[0].words.startswith(f"{name}: ")


def test_letters_that_no_font_has_become_a_box_and_the_words_keep_them():
    drawing = drawn([line("Hat \U0001f3a9\tfair", 6, 2)], funnel(6, 2))
    drawing.figure.canvas.draw()
    name = next(each for each in words(drawing) if each.startswith("Hat "))
    assert len(name) == len("Hat ? fair")
    assert name.endswith(" fair")
    assert "\U0001f3a9" in drawing.marks[0].words


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "lines",
    [
        [line("Website", 8, 8, 8, silent=0)],
        [line("A source whose name is eighty letters long " + "x" * 37, 5, 2, 1, silent=2, talked_open=1)],
        [line(f"Source {n}", 9000 - n, 4500, 1200, silent=4000, talked_open=300) for n in range(40)],
        [line("Ad", 8, 0, 0, silent=1), line("Referral", 8, 8, 2, talked_open=6)],
    ],
    ids=["everybody closed", "eighty letters", "thousands", "all talked beside none"],
)
def test_nothing_is_clipped_and_nothing_touches(lines, width):
    counts = [sum(len(getattr(each, name)) for each in lines) for name in ("leads", "conversations", "closes")]
    silent = sum(each.open_before_conversation for each in lines)
    talked_open = sum(each.open_after_conversation for each in lines)
    whole = funnel(counts[0], counts[1], counts[1], counts[2], still_open=(silent, 0, talked_open), parked=1)
    drawing = drawn(lines, whole, width)
    assert (clipped(drawing), touching(drawing)) == ([], [])
    assert all(mark.x >= 0 and mark.x + mark.width <= width + 4 for mark in drawing.marks)
    assert all(mark.y + mark.height <= home_height(Home(tuple(lines), whole)) for mark in drawing.marks)
