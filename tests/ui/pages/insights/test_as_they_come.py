"""Insights while its charts are still to come: by hand, one piece of work after the other; and once with the pool."""

import sqlite3
from dataclasses import replace

import pytest
import shiboken6
from asked_of_charts import cells, funnel, home

from bothhats.charts.catalogue import Form
from bothhats.domain.problems import FileLocked
from bothhats.queries.figures import Period
from bothhats.queries.scope import Scope
from bothhats.ui.background import JobRunner
from bothhats.ui.pages.insights import overview
from bothhats.ui.pages.insights.chart_asking import ChartAsking, Question
from bothhats.ui.pages.insights.page import InsightsPage
from builders import TODAY, a_lead, closed, talked
from workers import ByHand

LAST_QUARTER = TODAY.replace(month=8)


@pytest.fixture
def hands():
    return ByHand()


@pytest.fixture
def page(context, window, leads, hands, monkeypatch):
    """The page, whose charts wait for the handle to be turned; its overview is the home chart alone."""
    monkeypatch.setattr(overview, "BRIEF", ())
    page = InsightsPage(replace(context, jobs=JobRunner(hands)))
    page.setParent(window)
    page.resize(window.size())
    page.show()
    return page


def asked_again(page, hands) -> int:
    """How many charts are to be asked, before anything is drawn."""
    count = len(hands.waiting)
    hands.turn()
    return count


def test_the_page_is_there_before_its_charts(page, hands):
    assert page.header.sentence == "July to September 2026, leads counted by the day they arrived, as of today"
    assert (page.part.home.sentence, page.part.home.view.marks) == ("", ())
    hands.turn(1)
    assert page.part.home.sentence.startswith("Too few to tell: 4 leads")
    assert page.part.home.view.marks == ()
    hands.turn()
    assert len(page.part.home.view.marks) == 9


def test_a_period_changed_quickly_shows_only_the_last(page, hands):
    hands.turn()
    shown = []
    page.part.home._asking.answered.connect(lambda answered: shown.append(answered.told.picture.sentence))
    for choice in ("this_month", "last_month", "everything", "last_quarter", "this_month"):
        page.choices.period.setCurrentIndex(page.choices.period.findData(choice))
    hands.turn()
    assert shown == ["Too few to tell: 1 lead, 0 conversations, 0 closes; one lead is still open, so this will grow."]
    assert cells(page.part.home) == [["Referral", "1", "1", "0", "0", "0"]]


def test_an_answer_that_came_too_late_is_dropped(page, hands):
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    late = hands.waiting.pop()
    hands.turn()
    assert page.part.home.sentence == "", "the first question was not wanted any more"
    hands.waiting.append(late)
    hands.turn()
    assert page.part.home.sentence.startswith("Too few to tell: 1 lead,")


def test_a_change_asks_only_what_shows_and_only_what_rests_on_it(page, hands, workspace, leads):
    hands.turn()
    page.show_part("funnel")
    hands.turn()
    page.show_part("overview")
    assert asked_again(page, hands) == 0, "nothing has changed"
    workspace.goals.set("2026-10", "leads", 9)
    assert asked_again(page, hands) == 0, "neither chart rests on goals"
    source = page.choices.source.itemData(page.choices.source.findText("Ad"))
    workspace.lists.change_source(source, "Ads", "marketing")
    assert asked_again(page, hands) == 1
    page.show_part("funnel")
    assert asked_again(page, hands) == 0, "the funnel knows no sources"
    talked(workspace, leads["Bo"], LAST_QUARTER)
    assert asked_again(page, hands) == 1
    page.show_part("overview")
    assert asked_again(page, hands) == 1, "it was old"
    page.hide()
    closed(workspace, leads["Anna"])
    assert asked_again(page, hands) == 0
    page.show()
    assert asked_again(page, hands) == 1


def test_the_old_chart_stays_at_half_strength_until_the_new_one_is_there(page, hands, qtbot):
    hands.turn()
    view = page.part.home.view
    marks = view.marks
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    assert not view.is_faded, "not before 300 ms"
    qtbot.waitUntil(lambda: view.is_faded)
    assert view.marks == marks
    hands.turn()
    assert not view.is_faded
    assert view.marks != marks


def test_the_first_time_a_word_stands_where_the_chart_will_be(page, hands, qtbot):
    home = page.part.home
    assert home.sentence == ""
    qtbot.waitUntil(lambda: home.sentence == "One moment: this is being counted.")
    hands.turn()
    assert "leads" in home.sentence


def test_a_chart_that_fails_says_so_and_the_others_stand(page, hands, caplog, monkeypatch):
    import bothhats.queries.funnel as queries

    hands.turn()
    monkeypatch.setattr(queries, "read_funnel", lambda *_: 1 // 0)
    page.show_part("funnel")
    hands.turn()
    assert page.part.card.sentence == "This chart could not be drawn. A fault in Both Hats; the log has it."
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    assert home(page).sentence.startswith("Too few")
    monkeypatch.undo()
    page.show_part("funnel")
    hands.turn()
    assert page.part.card.sentence.startswith("Too few to tell where they stop"), "it is asked again"


def test_a_known_problem_is_told_in_its_own_words(page, hands, caplog, monkeypatch):
    import bothhats.queries.home as queries

    def locked(*_):
        raise FileLocked("Another program holds the file.", "Close it there.")

    monkeypatch.setattr(queries, "read_home", locked)
    hands.turn()
    caplog.clear()
    words = "This chart could not be drawn. Another program holds the file. Close it there."
    assert page.part.home.sentence == words


def test_with_the_real_pool_the_charts_come_and_follow(context, window, leads, workspace, qtbot):
    jobs = JobRunner()
    page = InsightsPage(replace(context, jobs=jobs))
    page.setParent(window)
    page.resize(window.size())
    page.show()
    qtbot.waitUntil(lambda: len(page.part.home.view.marks) == 9, timeout=30_000)
    a_lead(workspace, "Fay", source="Fair", today=LAST_QUARTER)
    qtbot.waitUntil(lambda: len(page.part.home.view.marks) == 12, timeout=30_000)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=30_000)
    jobs.close()
    assert isinstance(workspace.reader, sqlite3.Connection)


def test_each_view_of_a_chart_is_drawn_once_for_a_width(page, hands):
    hands.turn()
    funnel(page)
    hands.turn()
    page.resize(page.width() - 100, page.height())
    page.resize(page.width() - 100, page.height())
    page.resize(page.width() - 100, page.height())
    assert len(hands.waiting) == 1, "one drawing is under way, and one will follow it"
    hands.turn()
    assert page.part.card.view.marks


def test_the_charts_of_a_page_share_one_reading_of_the_history_until_something_changes(page, hands, leads, workspace):
    page.show_part("funnel")
    hands.turn()
    kept = page._kept
    page.show_part("overview")
    hands.turn()
    assert page._kept is kept
    assert list(kept._by_day) == [TODAY]
    talked(workspace, leads["Bo"], LAST_QUARTER)
    hands.turn()
    assert page._kept is not kept
    assert cells(page.part.home)[0][:4] == ["Ad", "2", "0", "2"]
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_year"))
    hands.turn()
    assert list(page._kept._by_day) == [TODAY], "another period is cut from the same reading"
    page.hide()
    assert page._kept._by_day == {}


def a_form(words):
    return lambda: Form(lambda *_: words, lambda *_: None, lambda _: 10, lambda answer: answer, lambda _: None)


def test_an_answer_that_is_already_on_its_way_to_the_window_is_dropped_too(window, workspace, qtbot):
    jobs, shown = JobRunner(), []
    asking = ChartAsking(jobs, workspace.path, window)
    asking.answered.connect(lambda answered: shown.append(answered.told.picture.sentence))
    scope = Scope(Period(LAST_QUARTER, TODAY, TODAY))
    asking.ask(Question(a_form("first"), scope))
    jobs._pool().submit(lambda: None).result()  # one worker: the first answer waits at the window's thread now
    asking.ask(Question(a_form("second"), scope))
    qtbot.waitUntil(lambda: not jobs.is_busy)
    jobs.close()
    assert shown == ["second"]


def test_an_answer_that_comes_when_its_card_is_gone_is_told_to_nobody(window, workspace, hands):
    asking = ChartAsking(JobRunner(hands), workspace.path, window)
    asking.ask(Question(a_form("late"), Scope(Period(LAST_QUARTER, TODAY, TODAY))))
    shiboken6.delete(asking)
    hands.turn()
