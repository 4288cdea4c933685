"""Stages are added, ordered, removed and brought back; the leads go where they are told, the history stays."""

import pytest

from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.pipeline import Hat, Milestone, Outcome, Step
from bothhats.domain.problems import Refused
from bothhats.queries.lists import stages
from bothhats.queries.progress import read_progress
from bothhats.queries.views import saved_views
from builders import TODAY, a_lead, board, closed, stage_id

EARLIER = TODAY.replace(month=9)


def names(workspace):
    return [stage.name for stage in stages(workspace.reader)]


def test_a_removed_stage_gives_its_open_leads_away_and_ended_ones_go_no_step_further(workspace):
    anna = a_lead(workspace, "Anna", "Qualified", EARLIER)
    bo = a_lead(workspace, "Bo", "Qualified", EARLIER)
    closed(workspace, bo, Outcome.LOST, EARLIER)
    binned = a_lead(workspace, "Cy", "Qualified", EARLIER)
    workspace.leads.bin([binned])
    removed, goal = stage_id(workspace, "Qualified"), stage_id(workspace, "In conversation")
    workspace.views.save("Qualified ones", LeadFilter(stage_ids=frozenset({removed})), "board")
    before = board(workspace)
    workspace.lists.retire_stage(removed, goal, TODAY)
    assert names(workspace) == ["New", "In conversation", "Proposal"]
    assert board(workspace) == {"In conversation": ["Anna"]}
    talked = {lead.id: lead.conversation_on for lead in read_progress(workspace.reader, TODAY)}
    assert talked == {anna: TODAY.isoformat(), bo: None}
    passed = workspace.reader.execute(
        "SELECT s.name FROM stage_change c JOIN stage s ON s.id = c.stage_id WHERE lead_id = ? ORDER BY c.id", (anna,)
    ).fetchall()
    assert passed == [("Qualified",), ("In conversation",)]
    assert saved_views(workspace.reader)[0].lead_filter.stage_ids == {goal}
    workspace.leads.reopen([bo], TODAY)
    workspace.leads.restore([binned])
    assert board(workspace) == {"In conversation": ["Anna", "Bo", "Cy"]}, "nobody stands where there is no stage"
    for _ in range(3):
        workspace.journal.undo()
    assert (board(workspace), names(workspace)) == (before, ["New", "Qualified", "In conversation", "Proposal"])


def test_a_stage_comes_back_behind_the_others_of_its_milestone(workspace):
    workspace.lists.add_stage("Sorted", Milestone.LEAD, Hat.MARKETING, 7, 10)
    workspace.lists.retire_stage(stage_id(workspace, "New"), stage_id(workspace, "Qualified"), TODAY)
    workspace.lists.bring_stage_back(stage_id(workspace, "New"))
    assert names(workspace) == ["Qualified", "Sorted", "New", "In conversation", "Proposal"]


def test_the_last_stage_stays(workspace):
    ids = [stage.id for stage in stages(workspace.reader)]
    for stage in ids[1:]:
        workspace.lists.retire_stage(stage, ids[0], TODAY)
    with pytest.raises(Refused):
        workspace.lists.retire_stage(ids[0], ids[1], TODAY)


def test_a_stage_that_judges_is_what_the_owner_says(workspace):
    proposal = stage_id(workspace, "Proposal")
    workspace.lists.let_stage_judge(proposal, Step.MARKETING_QUALIFIED)
    lead = a_lead(workspace, "Anna")
    workspace.leads.move([lead], proposal, TODAY)
    assert read_progress(workspace.reader, TODAY)[0].qualified_on == TODAY.isoformat()
