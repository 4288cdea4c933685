"""Erasing a person: nothing of them is left in the file, and all others stay as they were."""

from datetime import date, datetime

import pytest

from bothhats.domain.lead import Judging, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.erasing import what_erasing_takes
from bothhats.queries.review_month import read_numbers
from bothhats.storage.check import problems_of
from builders import TODAY, a_lead, board, closed, stage_id, talked

TRACES = (b"Quirin", b"Xanthopoulos", b"quirin@", b"40719", b"Zebrafink", b"Nilpferd")


@pytest.fixture
def quirin(workspace):
    """A lead with something in every table, of whom nothing may be left."""
    lead_id = a_lead(
        workspace, "Quirin Xanthopoulos", company="Zebrafink Ltd", email="quirin@zebrafink.example",
        phone="+44 40719 222", notes="Nilpferd", tags=("vip",), follow_up_on=TODAY,
    )  # fmt: skip
    talked(workspace, lead_id, TODAY, heard="Too dear?", words="Nilpferd costs less", note="Zebrafink moves")
    workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET, note="Quirin fits"), TODAY)
    workspace.leads.edit(lead_id, {"name": "Quirin X. Xanthopoulos"})
    workspace.leads.park([lead_id], date(2026, 12, 1), TODAY, note="Nilpferd")
    closed(workspace, lead_id, Outcome.LOST, words="Nilpferd won")
    return lead_id


def test_no_byte_of_the_person_is_left_in_the_file(workspace, quirin):
    anna = a_lead(workspace, "Anna Berg")
    workspace.leads.bin([quirin])
    review = workspace.reviews.start("2026-09", TODAY)
    workspace.reviews.save(review, "summary.waste", "Quirin X. Xanthopoulos took a day; Anna Berg did not.")
    workspace.reviews.save(review, f"leads.{quirin}.sign", "Nilpferd on day one")
    workspace.erasing.erase(quirin)
    content = workspace.path.read_bytes()
    assert [trace for trace in TRACES if trace in content] == []
    assert workspace.reader.execute("SELECT display_name FROM lead").fetchall() == [("Anna Berg",)]
    answer = workspace.reader.execute("SELECT value FROM review_answer").fetchone()[0]
    assert answer == "somebody took a day; Anna Berg did not."
    assert problems_of(workspace.reader) == []
    assert board(workspace) == {"New": ["Anna Berg"]}
    assert anna


def test_the_undo_history_of_the_others_still_works(workspace, quirin):
    anna, bo = a_lead(workspace, "Anna Berg"), a_lead(workspace, "Bo Quirinson")
    workspace.leads.reopen([quirin], TODAY)
    workspace.leads.move([anna, bo, quirin], stage_id(workspace, "Proposal"), TODAY)
    workspace.follow_ups.set([quirin, anna], NextStep(TODAY, "Call"), TODAY)
    workspace.erasing.erase(quirin)
    assert workspace.journal.undo() == "Next step of 2 leads set for today"
    assert workspace.journal.undo() == "3 leads moved to Proposal"
    assert board(workspace) == {"New": ["Anna Berg", "Bo Quirinson"]}
    assert workspace.journal.redo() == "3 leads moved to Proposal"
    assert board(workspace) == {"Proposal": ["Anna Berg", "Bo Quirinson"]}
    while workspace.journal.undo():
        pass
    assert board(workspace) == {}


def test_erasing_is_no_step_and_views_learn_of_it(workspace, quirin):
    told = []
    workspace.listen(told.append)
    before = workspace.journal.undo_label
    workspace.erasing.erase(quirin)
    assert "Quirin" in before
    assert workspace.journal.undo_label == "Call with somebody logged"  # it also made an objection, which stays
    assert [(changes.kind, changes.lead_ids) for changes in told] == [("lasting", frozenset({quirin}))]


def test_the_figures_of_the_others_stay(workspace):
    talked(workspace, a_lead(workspace, "Anna Berg", source="Ad"), TODAY)
    before = read_numbers(workspace.reader, "2026-10")
    other = a_lead(workspace, "Bo", source="Ad")
    talked(workspace, other, TODAY)
    closed(workspace, other)
    assert read_numbers(workspace.reader, "2026-10") != before
    workspace.erasing.erase(other)
    assert read_numbers(workspace.reader, "2026-10") == before


def test_backups_that_hold_the_person_are_renewed(workspace, quirin, tmp_path):
    folder = tmp_path / "backups"
    now = datetime(2026, 10, 6, 9, 0)
    workspace.erasing.renew_backups(workspace.path, now)
    other = folder / "another-2026-10-01-090000.bothhats"
    other.write_bytes(b"not ours")
    workspace.erasing.erase(quirin)
    assert workspace.erasing.renew_backups(workspace.path, now.replace(hour=10)) == 1
    fresh = "pipeline-000002-by-hand-2026-10-06-100000.bothhats"
    assert sorted(each.name for each in folder.iterdir()) == [other.name, fresh, f"{fresh}.json"]
    assert b"Quirin" not in (folder / fresh).read_bytes()


def test_counted_are_the_letters_that_erasing_changes_or_that_refer_to_the_person(workspace, quirin):
    letters = (
        "Write to quirin@zebrafink.example.",
        "Ring +44 40719 222 again.",
        "Quirin Xanthopoulos, as he was called before.",
        f"{{lead:{quirin}}} took a day.",
        "Zebrafinks sing, quirin@zebrafink.examples too.",
        "",
    )
    for number, letter in enumerate(letters):
        review = workspace.reviews.start(f"2026-0{number + 1}", TODAY)
        workspace.reviews.finish(review, letter, "{}", [], TODAY)
    counted = what_erasing_takes(workspace.reader, quirin).letters
    workspace.erasing.erase(quirin)
    left = [row[0] for row in workspace.reader.execute("SELECT letter FROM review ORDER BY month")]
    assert left[4:] == list(letters[4:])
    assert ["somebody" in letter for letter in left[:3]] == [True] * 3
    assert counted == 4
