"""The board in numbers: lanes, ended leads of the last 90 days, parked ones."""

from datetime import date, timedelta

from bothhats.domain.lead import NextStep
from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.pipeline import Outcome
from bothhats.queries.board import Board, read_board
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, talked


def read(workspace: Workspace, lead_filter: LeadFilter | None = None) -> Board:
    """The board of today."""
    return read_board(workspace.reader, lead_filter or LeadFilter(), TODAY, 2)


def test_a_lane_has_its_leads_by_the_soonest_follow_up_with_count_and_value(workspace: Workspace) -> None:
    later = a_lead(workspace, "Later", "Proposal", value=100_00)
    sooner = a_lead(workspace, "Sooner", "Proposal", value=50_00)
    without = a_lead(workspace, "Without", "Proposal")
    for lead_id in (later, sooner, without):
        talked(workspace, lead_id)
    workspace.follow_ups.set([later], NextStep(TODAY + timedelta(days=9), "Call"), TODAY)
    workspace.follow_ups.set([sooner], NextStep(TODAY - timedelta(days=1), "Call"), TODAY)

    lanes = {lane.stage.name: lane for lane in read(workspace).lanes}
    assert list(lanes) == ["New", "Qualified", "In conversation", "Proposal"]
    assert (lanes["Proposal"].ids, lanes["Proposal"].value) == ((sooner, later, without), 150_00)
    assert (lanes["New"].ids, lanes["New"].value) == ((), 0)


def test_ended_leads_stand_in_their_block_for_ninety_days(workspace: Workspace) -> None:
    won = a_lead(workspace, "Won", value=200_00, arrived_on=date(2026, 1, 1))
    closed(workspace, won, Outcome.WON, TODAY - timedelta(days=89))
    old = a_lead(workspace, "Long ago", arrived_on=date(2026, 1, 1))
    closed(workspace, old, Outcome.LOST, TODAY - timedelta(days=90))

    blocks = {ended.outcome: (ended.ids, ended.value) for ended in read(workspace).ended}
    assert blocks == {
        Outcome.WON: ((won,), 200_00),
        Outcome.LOST: ((), 0),
        Outcome.NO_DECISION: ((), 0),
        Outcome.NOT_A_FIT: ((), 0),
    }


def test_parked_leads_stand_in_no_lane_and_the_next_to_come_back_is_told(workspace: Workspace) -> None:
    later, sooner = a_lead(workspace, "Later", value=10_00), a_lead(workspace, "Sooner", value=20_00)
    workspace.leads.park([later], date(2026, 12, 1), TODAY)
    workspace.leads.park([sooner], date(2026, 11, 2), TODAY)

    board = read(workspace)
    assert (board.parked, board.parked_value, board.next_back) == ((sooner, later), 30_00, date(2026, 11, 2))
    assert all(not lane.ids for lane in board.lanes)
    back = read_board(workspace.reader, LeadFilter(), date(2026, 11, 2), 2)
    assert back.parked == (later,)
    assert back.lanes[0].ids == (sooner,)


def test_what_a_filter_lets_through_is_on_the_board_its_lanes_stay(workspace: Workspace) -> None:
    anna = a_lead(workspace, "Anna", source="Ad")
    a_lead(workspace, "Bo", "Proposal")
    closed(workspace, a_lead(workspace, "Cy"))

    board = read(workspace, LeadFilter(text="ann"))
    assert [lane.ids for lane in board.lanes] == [(anna,), (), (), ()]
    assert all(not ended.ids for ended in board.ended)
