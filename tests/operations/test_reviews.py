"""Reviews and commitments through their operations, with undo and redo."""

import json
from datetime import date

import pytest

from bothhats.domain.problems import Refused
from bothhats.domain.review import Commitment
from bothhats.queries.reviews import answers, missing_months, review_of, reviews, seen_pages
from builders import TODAY, a_lead

MONTH = "2026-09"


def rows(workspace, sql):
    return workspace.reader.execute(sql).fetchall()


def commitment(text="Put the price on the front page", **what):
    return Commitment("marketing", text, date(2026, 10, 20), **what)


def test_a_review_is_begun_once_and_keeps_what_is_typed_as_one_step(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    assert workspace.reviews.start(MONTH, TODAY) == review
    for text in ("N", "No", "Nobody"):
        workspace.reviews.save(review, "numbers.surprise", text)
    workspace.reviews.save(review, "alignment.calls", "yes")
    assert answers(workspace.reader, review) == {"numbers.surprise": "Nobody", "alignment.calls": "yes"}
    workspace.journal.undo()
    workspace.journal.undo()
    assert answers(workspace.reader, review) == {}
    workspace.journal.redo()
    assert answers(workspace.reader, review) == {"numbers.surprise": "Nobody"}
    workspace.reviews.save(review, "numbers.surprise", "")
    assert answers(workspace.reader, review) == {}


def test_turning_pages_is_remembered_and_is_no_undo_step(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    for page in (3, 2, 5, 1):
        workspace.reviews.turn_to(review, page)
    assert review_of(workspace.reader, MONTH).page == 1
    assert seen_pages(workspace.reader, MONTH) == {1, 2, 3, 5}
    assert workspace.journal.undo_label == "September review begun"


def test_finishing_keeps_letter_figures_and_commitments_and_undo_makes_it_a_draft_again(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    workspace.reviews.finish(review, "Dear", json.dumps({"leads": 3}), [commitment()], TODAY)
    done = review_of(workspace.reader, MONTH)
    assert (done.finished_on, done.letter, done.figures) == (TODAY, "Dear", {"leads": 3})
    assert rows(workspace, "SELECT text, state FROM commitment") == [("Put the price on the front page", "open")]
    workspace.journal.undo()
    assert review_of(workspace.reader, MONTH).finished_on is None
    assert rows(workspace, "SELECT count(*) FROM commitment") == [(0,)]
    workspace.journal.redo()
    assert review_of(workspace.reader, MONTH).finished_on == TODAY


def test_four_commitments_are_refused_and_nothing_is_finished(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    with pytest.raises(Refused, match="Three"):
        workspace.reviews.finish(review, "Dear", "{}", [commitment(str(n)) for n in range(4)], TODAY)
    assert review_of(workspace.reader, MONTH).finished_on is None


def test_reopening_keeps_the_earlier_version(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    workspace.reviews.finish(review, "First", "{}", [commitment()], TODAY)
    workspace.reviews.reopen(review)
    assert review_of(workspace.reader, MONTH).finished_on is None
    workspace.reviews.finish(review, "Second", "{}", [commitment("Another")], date(2026, 10, 9))
    assert rows(workspace, "SELECT letter, finished_on FROM review_version") == [("First", "2026-10-06")]
    assert rows(workspace, "SELECT text FROM commitment") == [("Another",)]


def test_a_commitment_is_kept_dropped_carried_over_or_opened_again(workspace):
    review = workspace.reviews.start(MONTH, TODAY)
    workspace.reviews.finish(review, "Dear", "{}", [commitment()], TODAY)
    (row,) = rows(workspace, "SELECT id FROM commitment")
    for state, settled in (("kept", "2026-10-08"), ("dropped", "2026-10-08"), ("open", None)):
        workspace.commitments.settle(row[0], state, date(2026, 10, 8))
        assert rows(workspace, "SELECT state, settled_on FROM commitment") == [(state, settled)]
    workspace.journal.undo()
    assert rows(workspace, "SELECT state FROM commitment") == [("dropped",)]


def test_months_without_a_review_since_the_first_lead_are_named(workspace):
    assert missing_months(workspace.reader, TODAY) == []
    a_lead(workspace, today=date(2026, 6, 20))
    assert missing_months(workspace.reader, TODAY) == ["2026-08", "2026-07", "2026-06"]
    workspace.reviews.start("2026-07", TODAY)
    assert missing_months(workspace.reader, TODAY) == ["2026-08", "2026-06"]
    assert [review.month for review in reviews(workspace.reader)] == ["2026-07"]
