"""What is counted: chosen in the header, compared, as of another day; remembered."""

from dataclasses import replace
from datetime import date

import pytest
from asked_of_charts import cells, funnel, home
from hypothesis import given
from hypothesis import strategies as st

from bothhats.queries.figures import Period
from bothhats.ui.pages.insights.choice import NOT_RECORDED, OWN, Choice, choice_of
from bothhats.ui.pages.insights.periods import CHOICES, period_before
from bothhats.ui.pages.insights.scope_words import period_words
from builders import TODAY, a_lead, talked

LAST_QUARTER = TODAY.replace(month=8)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_dates_of_one_s_own_are_counted_and_stay_a_choice(insights, leads, keyboard):
    page = insights()

    def answer(dialog):
        dialog.from_field.set_words("1 aug")
        dialog.to_field.set_words("31 aug")
        dialog.primary_button.click()

    keyboard.answer(answer)
    page.choices.dates_button.click()
    assert page.choices.period.currentText() == "August 2026"
    assert home(page).sentence.startswith("Too few to tell: 4 leads")
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    assert home(page).sentence.startswith("Too few to tell: 1 lead")
    page.choices.period.setCurrentIndex(page.choices.period.findData(OWN))
    assert home(page).sentence.startswith("Too few to tell: 4 leads")


def test_as_of_an_earlier_day_is_what_was_known_then(insights, leads, keyboard, workspace):
    page = insights()
    talked(workspace, leads["Bo"], TODAY)
    assert cells(home(page))[0][:4] == ["Ad", "2", "0", "2"]

    def answer(dialog):
        dialog.as_of_field.set_words("31 aug")
        dialog.primary_button.click()

    keyboard.answer(answer)
    page.choices.dates_button.click()
    assert cells(home(page))[0][:4] == ["Ad", "2", "1", "1"]
    assert page.header.sentence.endswith("as of 31 August")
    assert page.choices.choice.period == "last_quarter"


def test_the_period_before_stands_below_in_words_as_chart_and_in_the_table(insights, leads, keyboard, workspace):
    a_lead(workspace, "May", today=date(2026, 5, 5), source="Ad")
    page = insights()

    def answer(dialog):
        dialog.compare_choice.choose(1)
        dialog.primary_button.click()

    keyboard.answer(answer)
    page.choices.dates_button.click()
    card = funnel(page)
    assert card._heading_before.text() == "The period before, April to June 2026"
    assert "0 of 1 talked" in card._sentence_before.text()
    assert card.view_before.isVisible()
    assert [(row[0], row[1], row[-1]) for row in cells(card)][::5] == [
        ("Leads", "4", "July to September 2026"),
        ("Leads", "1", "April to June 2026"),
    ]
    keyboard.answer(lambda dialog: (dialog.compare_choice.choose(0), dialog.primary_button.click()))
    page.choices.dates_button.click()
    assert not card.view_before.isVisible()
    assert len(cells(card)[0]) == 7


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("", "31 aug", ""), "The period needs a first day."),
        (("1 aug", "x", ""), "The period needs a last day."),
        (("31 aug", "1 aug", ""), "The last day lies before the first. Choose a later one."),
        (
            ("1 aug", "31 aug", "in 2 weeks"),
            "The history goes as far as today. Choose an earlier day, or leave it blank.",
        ),
        (("1 aug", "31 aug", "soon"), "The history goes as far as today. Choose an earlier day, or leave it blank."),
    ],
)
def test_dates_that_are_none_are_said_and_nothing_is_changed(insights, leads, keyboard, words, sentence):
    page = insights()
    before = page.choices.choice
    said = []

    def answer(dialog):
        for field, text in zip((dialog.from_field, dialog.to_field, dialog.as_of_field), words, strict=True):
            field.set_words(text)
        dialog.primary_button.click()
        said.append(dialog.error.text())

    keyboard.answer(answer)
    page.choices.dates_button.click()
    assert said == [sentence]
    assert page.choices.choice == before


def test_leads_without_a_source_can_be_looked_at_alone(insights, leads, workspace):
    a_lead(workspace, "Nobody's", today=LAST_QUARTER)
    page = insights()
    page.choices.source.setCurrentIndex(page.choices.source.findData(NOT_RECORDED))
    assert [row[:2] for row in cells(home(page))] == [["not recorded", "1"]]


def test_what_was_chosen_and_where_one_was_is_there_again(insights, leads, context):
    page = insights()
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    page.choices.source.setCurrentIndex(page.choices.source.findText("Referral"))
    page.show_part("funnel")
    again = insights()
    assert again.nav.here == "funnel"
    assert (again.choices.period.currentData(), again.choices.source.currentText()) == ("this_month", "Referral")
    assert cells(again.part.card)[0][:2] == ["Leads", "1"]


def test_another_file_has_other_sources(insights, leads, context):
    page = insights()
    page.choices.source.setCurrentIndex(page.choices.source.findText("Referral"))
    kept = context.kept.insights_choice
    context.kept.insights_choice = kept.replace("pipeline.bothhats", "other.bothhats")
    assert insights().choices.source.currentText() == "All sources"


@pytest.mark.parametrize("kept", ["", "{", "[]", "7", '{"period": "own"}', '{"period": 3, "start": "x"}'])
def test_what_cannot_be_read_was_not_chosen(kept):
    assert choice_of(kept) == Choice()


@given(
    st.builds(
        Choice,
        st.sampled_from(CHOICES),
        st.none() | DAYS,
        st.none() | DAYS,
        st.none() | DAYS,
        st.booleans(),
        st.none() | st.integers(-1, 99),
        st.none() | st.integers(-1, 99),
    )
)
def test_a_choice_comes_back_as_it_was(choice):
    assert choice_of(choice.as_text()) == choice


@given(DAYS, st.integers(0, 800))
def test_the_period_before_ends_the_day_before_and_is_as_long(start, length):
    end = date.fromordinal(start.toordinal() + length)
    before = period_before(Period(start, end, end))
    assert before.end.toordinal() == start.toordinal() - 1
    whole = start.day == 1 and date.fromordinal(end.toordinal() + 1).day == 1
    if whole:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        assert before.start.day == 1
        assert (before.end.year - before.start.year) * 12 + before.end.month - before.start.month + 1 == months
    else:
        assert before.end - before.start == end - start


@pytest.mark.parametrize(
    ("start", "end", "as_of", "words"),
    [
        ("2026-07-01", "2026-09-30", "2026-10-06", "July to September 2026"),
        ("2026-09-01", "2026-09-30", "2026-10-06", "September 2026"),
        ("2025-10-01", "2026-09-30", "2026-10-06", "October 2025 to September 2026"),
        ("2026-10-01", "2026-10-31", "2026-10-06", "1 October to 6 October 2026"),
        ("2026-10-06", "2026-10-06", "2026-10-06", "6 October 2026"),
        ("2025-12-30", "2026-01-02", "2026-10-06", "30 December 2025 to 2 January 2026"),
        ("2026-09-01", "2026-09-30", "2026-08-06", "September 2026"),
    ],
)
def test_a_period_in_words(start, end, as_of, words):
    period = Period(*map(date.fromisoformat, (start, end, as_of)))
    assert period_words(period) == words


def test_everything_has_nothing_before_it():
    choice = Choice("everything", is_compared=True)
    assert choice.scope_before(TODAY, LAST_QUARTER) is None
    assert replace(choice, period="this_month").scope_before(TODAY, LAST_QUARTER).period.start == date(2026, 9, 1)
