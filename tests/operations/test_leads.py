"""Leads through their operations, with undo and redo."""

from datetime import date

import pytest

from bothhats.domain.lead import Judging, NewLead, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.problems import Refused
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, board, closed, stage_id, talked


def rows(workspace: Workspace, sql: str) -> list[tuple]:
    return workspace.reader.execute(sql).fetchall()


def test_a_new_lead_stands_in_the_first_stage_and_is_found_by_any_word(workspace: Workspace):
    a_lead(workspace, "Anna Berg", company="Bäckerei Berg", source="Podcast", tags=("warm",))
    assert board(workspace) == {"New": ["Anna Berg"]}
    assert rows(workspace, "SELECT count(*) FROM lead_search WHERE lead_search MATCH 'backerei*'") == [(1,)]
    assert rows(workspace, "SELECT kind FROM source WHERE name = 'Podcast'") == [("marketing",)]
    workspace.journal.undo()
    assert board(workspace) == {}
    assert rows(workspace, "SELECT count(*) FROM source WHERE name = 'Podcast'") == [(0,)]


def test_a_lead_without_any_name_is_refused(workspace: Workspace):
    with pytest.raises(Refused):
        workspace.leads.add(NewLead(notes="only a note"), TODAY)


def test_entering_qualified_judges_the_lead_once(workspace: Workspace):
    anna = a_lead(workspace)
    for name in ("Qualified", "New", "Qualified"):
        workspace.leads.move([anna], stage_id(workspace, name), TODAY)
    assert rows(workspace, "SELECT step, verdict FROM judgement") == [("marketing_qualified", "met")]


def test_the_hand_off_is_judged_only_when_the_owner_says_so(workspace: Workspace):
    anna, bo = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    conversation = stage_id(workspace, "In conversation")
    workspace.leads.move([anna], conversation, TODAY)
    workspace.leads.move([bo], conversation, TODAY, Judging(Step.SALES_READY, Verdict.MET))
    assert rows(workspace, "SELECT lead_id FROM judgement WHERE step = 'sales_ready'") == [(bo,)]


def test_a_real_conversation_moves_the_lead_and_keeps_what_was_heard(workspace: Workspace):
    anna = a_lead(workspace)
    talked(workspace, anna, heard="Is it dear?", words="Two hundred, hm.")
    assert board(workspace) == {"In conversation": ["Anna Berg"]}
    assert rows(workspace, "SELECT text, words FROM hearing JOIN objection o ON o.id = objection_id") == [
        ("Is it dear?", "Two hundred, hm.")
    ]
    workspace.journal.undo()
    assert rows(workspace, "SELECT count(*) FROM objection") == [(0,)]
    workspace.journal.redo()
    assert board(workspace) == {"In conversation": ["Anna Berg"]}


def test_closing_ends_the_follow_up_and_reopening_keeps_the_history(workspace: Workspace):
    anna = a_lead(workspace, follow_up_on=date(2026, 10, 9), next_step="Call")
    closed(workspace, anna, reason="trust in me", value=240000)
    assert rows(workspace, "SELECT outcome, value, follow_up_on FROM lead") == [("won", 240000, None)]
    assert rows(workspace, "SELECT ending FROM follow_up") == [("cleared",)]
    with pytest.raises(Refused):
        workspace.leads.move([anna], 2, TODAY)
    workspace.leads.reopen([anna], TODAY)
    assert rows(workspace, "SELECT outcome FROM outcome_change ORDER BY id") == [("won",), ("reopened",)]


def test_the_same_outcome_again_keeps_its_day_and_another_one_is_of_today(workspace: Workspace):
    anna = a_lead(workspace)
    for outcome, on in ((Outcome.LOST, 20), (Outcome.LOST, 25), (Outcome.WON, 28)):
        closed(workspace, anna, outcome, date(2026, 10, on))
        expected = date(2026, 10, 28 if outcome == Outcome.WON else 20).isoformat()
        assert rows(workspace, "SELECT closed_on, happened_on FROM lead JOIN outcome_change ON lead_id = lead.id") == [
            (expected, expected)
        ]


def test_closing_a_closed_lead_corrects_its_outcome(workspace: Workspace):
    anna = a_lead(workspace)
    closed(workspace, anna, Outcome.LOST, reason="Price")
    closed(workspace, anna, Outcome.NO_DECISION, reason="went silent")
    assert rows(workspace, "SELECT outcome FROM outcome_change") == [("no_decision",)]
    assert rows(workspace, "SELECT count(*) FROM reason WHERE name = 'Price'") == [(0,)]


def test_a_parked_lead_wakes_when_something_is_planned(workspace: Workspace):
    anna = a_lead(workspace)
    workspace.leads.park([anna], date(2026, 11, 2), TODAY, "timing")
    assert rows(workspace, "SELECT parked_until FROM lead") == [("2026-11-02",)]
    workspace.follow_ups.set([anna], NextStep(date(2026, 10, 8), "Call"), TODAY)
    assert rows(workspace, "SELECT parked_until, follow_up_on FROM lead") == [(None, "2026-10-08")]
    assert rows(workspace, "SELECT woken_on FROM parking") == [("2026-10-06",)]


def test_a_lead_cannot_be_parked_until_today(workspace: Workspace):
    with pytest.raises(Refused):
        workspace.leads.park([a_lead(workspace)], TODAY, TODAY)


def test_several_leads_are_one_step(workspace: Workspace):
    both = [a_lead(workspace, "Anna"), a_lead(workspace, "Bo")]
    workspace.leads.move(both, stage_id(workspace, "Proposal"), TODAY)
    workspace.leads.bin(both)
    workspace.journal.undo()
    workspace.journal.undo()
    assert board(workspace) == {"New": ["Anna", "Bo"]}


def test_adding_to_a_known_lead_fills_blanks_and_keeps_what_is_there(workspace):
    lead = a_lead(workspace, company="Berg Bakery", notes="Met at the fair", tags=("bakery",))
    more = NewLead(company="Other", email="anna@berg.example", notes="Wants a quote", tags=("quote",), value=240000)
    workspace.leads.add_to(lead, more, TODAY)
    row = workspace.reader.execute("SELECT company, email, notes, value FROM lead WHERE id = ?", (lead,)).fetchone()
    assert row == ("Berg Bakery", "anna@berg.example", "Met at the fair\nWants a quote", 240000)
    assert workspace.reader.execute("SELECT count(*) FROM lead_tag WHERE lead_id = ?", (lead,)).fetchone()[0] == 2
    workspace.journal.undo()
    assert workspace.reader.execute("SELECT email FROM lead WHERE id = ?", (lead,)).fetchone()[0] == ""
