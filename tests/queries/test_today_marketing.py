"""The marketing hat's column and what is due for both: each rule, with a fixed today."""

from datetime import date, timedelta

import pytest

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Hat, Step, Verdict
from bothhats.queries.settings import Settings
from bothhats.queries.today_due import Commitments, LookDue, ReviewDue, commitments, look_due, review_due
from bothhats.queries.today_marketing import answers_of, live_assets, to_judge, unanswered
from bothhats.queries.today_running import running
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, stage_id, talked


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def heard(workspace: Workspace, objection_id: int, *days: int) -> None:
    """A new lead says it, once for each day counted from today."""
    for number in days:
        lead_id = a_lead(workspace, f"Lead {number}", arrived_on=day(-100))
        workspace.objections.hear(objection_id, lead_id, day(number))


@pytest.fixture
def switching(workspace: Workspace) -> int:
    """A question."""
    return workspace.objections.add("question", "Is switching a hassle?", day(-200))


def test_heard_from_two_leads_in_ninety_days_wants_an_answer(workspace: Workspace, switching: int) -> None:
    heard(workspace, switching, -89, -20, -8)
    found = unanswered(workspace.reader, TODAY)
    assert [(each.text, each.people, each.month, each.in_month, each.is_new) for each in found] == [
        ("Is switching a hassle?", 3, "2026-09", 2, False)
    ]


def test_one_lead_twice_or_long_ago_is_not_twice(workspace: Workspace, switching: int) -> None:
    heard(workspace, switching, -90, -3)
    lead_id = int(workspace.reader.execute("SELECT max(id) FROM lead").fetchone()[0])
    workspace.objections.hear(switching, lead_id, TODAY)
    assert unanswered(workspace.reader, TODAY) == ()


def test_what_was_first_heard_this_month_is_new(workspace: Workspace, switching: int) -> None:
    heard(workspace, switching, -1, -2)
    assert unanswered(workspace.reader, TODAY)[0].is_new


@pytest.mark.parametrize(
    ("status", "is_asked"), [("live", False), ("drafting", True), ("rework", True), ("retired", True)]
)
def test_only_a_live_asset_answers(workspace: Workspace, switching: int, status: str, is_asked: bool) -> None:
    heard(workspace, switching, -1, -2)
    asset_id = workspace.assets.add("page", "Switching checklist", TODAY, status, answers=[switching])
    assert bool(unanswered(workspace.reader, TODAY)) is is_asked
    assert answers_of(workspace.reader, switching) == [asset_id]
    assert bool(live_assets(workspace.reader)) is not is_asked


def test_retired_phrases_and_binned_leads_are_not_asked(workspace: Workspace, switching: int) -> None:
    heard(workspace, switching, -1, -2)
    workspace.objections.retire(switching, TODAY)
    assert unanswered(workspace.reader, TODAY) == ()
    workspace.objections.retire(switching, None)
    workspace.leads.bin([int(workspace.reader.execute("SELECT max(id) FROM lead").fetchone()[0])])
    assert unanswered(workspace.reader, TODAY) == ()


def test_most_people_come_first(workspace: Workspace, switching: int) -> None:
    price = workspace.objections.add("objection", "£200 a month is a lot.", day(-90))
    heard(workspace, switching, -1, -2)
    heard(workspace, price, -3, -4, -5)
    assert [each.id for each in unanswered(workspace.reader, TODAY)] == [price, switching]


def define(workspace: Workspace, on: date) -> None:
    """A definition of a good lead is written."""
    workspace.definitions.write(IdealCustomer(), [Criterion(Step.MARKETING_QUALIFIED, "Owner-run")], on, "")


def test_new_leads_are_to_be_judged_until_they_are(workspace: Workspace) -> None:
    first = a_lead(workspace, "Ben", arrived_on=day(-5))
    a_lead(workspace, "Qualified already", stage="Qualified")
    a_lead(workspace, "Talking", stage="In conversation")
    assert to_judge(workspace.reader, TODAY) == ()
    define(workspace, day(-30))
    assert [each.name for each in to_judge(workspace.reader, TODAY)] == ["Ben"]
    workspace.leads.judge(first, Judging(Step.MARKETING_QUALIFIED, Verdict.NOT_MET), TODAY)
    assert to_judge(workspace.reader, TODAY) == ()
    workspace.leads.judge(first, Judging(Step.MARKETING_QUALIFIED, Verdict.WITHDRAWN), TODAY)
    assert [each.name for each in to_judge(workspace.reader, TODAY)] == ["Ben"]
    workspace.leads.park([first], day(9), TODAY)
    assert to_judge(workspace.reader, TODAY) == ()


def test_a_running_campaign_has_its_claims_its_leads_and_its_spend_so_far(workspace: Workspace) -> None:
    source_id = int(workspace.reader.execute("SELECT id FROM source WHERE name = 'Social'").fetchone()[0])
    campaign = workspace.campaigns.add("Books by the 5th", source_id, day(-10), day(9))
    workspace.campaigns.add("Over", None, day(-30), day(-1))
    workspace.campaigns.add("Ahead", None, day(1), None)
    workspace.campaigns.spend(20000, day(-9), day(10), campaign_id=campaign)
    claim = workspace.claims.add("Your books closed by the 5th.", day(-30))
    with workspace.journal.step("Claim of the campaign"):
        workspace.journal.connection.execute(
            "INSERT INTO campaign_claim (campaign_id, claim_id) VALUES (?, ?)", (campaign, claim)
        )
    a_lead(workspace, "Nadia", campaign="Books by the 5th")
    found = running(workspace.reader, TODAY)
    assert [(each.name, each.source, each.ends_on, each.claims, each.leads, each.spent) for each in found] == [
        ("Books by the 5th", "Social", day(9), ("Your books closed by the 5th.",), 1, 10000)
    ]


def a_review(workspace: Workspace, month: str, page: int = 1, finished: str | None = None) -> int:
    """A review as it stands in the file."""
    with workspace.journal.step("Review"):
        found = workspace.journal.connection.execute(
            "INSERT INTO review (month, page, started_on, finished_on) VALUES (?, ?, '2026-10-01', ?)",
            (month, page, finished),
        )
    return int(found.lastrowid or 0)


def test_last_months_review_is_due_from_the_first_until_it_is_finished(workspace: Workspace) -> None:
    a_lead(workspace, arrived_on=date(2026, 9, 30))
    assert review_due(workspace.reader, date(2026, 10, 1), 7) == ReviewDue("2026-09", None, date(2026, 10, 7))
    review_id = a_review(workspace, "2026-09", 5)
    assert review_due(workspace.reader, TODAY, 7) == ReviewDue("2026-09", 5, date(2026, 10, 7))
    with workspace.journal.step("Finish"):
        workspace.journal.connection.execute("UPDATE review SET finished_on = '2026-10-06' WHERE id = ?", (review_id,))
    assert review_due(workspace.reader, TODAY, 7) is None
    assert review_due(workspace.reader, date(2026, 11, 1), 40) == ReviewDue("2026-10", None, date(2026, 11, 30))


def test_a_month_before_the_first_lead_is_not_asked_for(workspace: Workspace) -> None:
    a_lead(workspace, arrived_on=date(2026, 10, 2))
    assert review_due(workspace.reader, TODAY, 7) is None


def test_an_open_draft_of_an_earlier_month_stays(workspace: Workspace) -> None:
    a_lead(workspace, arrived_on=date(2026, 7, 2))
    a_review(workspace, "2026-08", 3)
    a_review(workspace, "2026-09", 10, "2026-10-03")
    assert review_due(workspace.reader, TODAY, 7) == ReviewDue("2026-08", 3, date(2026, 9, 7))


@pytest.mark.parametrize(("looked", "is_due"), [(-78, True), (-77, False), (-200, True)])
def test_the_look_is_due_two_weeks_ahead(workspace: Workspace, looked: int, is_due: bool) -> None:
    define(workspace, day(looked))
    expected = LookDue(day(looked + 92)) if is_due else None
    assert look_due(workspace.reader, TODAY, Settings()) == expected


def test_looking_at_it_puts_the_next_look_off(workspace: Workspace) -> None:
    define(workspace, day(-100))
    workspace.definitions.look(True, TODAY)
    assert look_due(workspace.reader, TODAY, Settings()) is None


def test_a_definition_that_was_never_written_is_asked_for_once_there_are_leads(workspace: Workspace) -> None:
    assert look_due(workspace.reader, TODAY, Settings()) is None
    a_lead(workspace)
    assert look_due(workspace.reader, TODAY, Settings()) == LookDue(None)


def commit(workspace: Workspace, review_id: int, hat: str, text: str, due: str, state: str = "open") -> None:
    """A commitment as it stands in the file."""
    with workspace.journal.step("Commitment"):
        workspace.journal.connection.execute(
            "INSERT INTO commitment (review_id, hat, text, due_on, state) VALUES (?, ?, ?, ?, ?)",
            (review_id, hat, text, due, state),
        )


def test_commitments_stand_with_the_hat_that_made_them(workspace: Workspace) -> None:
    old = a_review(workspace, "2026-07", 10, "2026-08-03")
    last = a_review(workspace, "2026-08", 10, "2026-09-03")
    commit(workspace, last, "sales", "Contact workshop guests", "2026-09-19")
    commit(workspace, last, "marketing", "Put the price on the front page", "2026-09-12", "kept")
    commit(workspace, old, "marketing", "Kept before", "2026-08-12", "kept")
    commit(workspace, old, "marketing", "Draft the checklist", "2026-08-30")
    commit(workspace, last, "marketing", "Dropped", "2026-09-30", "dropped")
    sales, marketing = (commitments(workspace.reader, hat) for hat in (Hat.SALES, Hat.MARKETING))
    assert [(each.text, each.due_on, each.month) for each in sales.open] == [
        ("Contact workshop guests", date(2026, 9, 19), "2026-08")
    ]
    assert ([each.text for each in marketing.open], marketing.kept) == (["Draft the checklist"], 1)


def test_no_commitments_is_no_trouble(workspace: Workspace) -> None:
    assert commitments(workspace.reader, Hat.SALES) == Commitments((), 0)


def test_a_lead_that_moved_on_from_new_by_talking_is_not_to_be_judged_there(workspace: Workspace) -> None:
    define(workspace, day(-30))
    lead_id = a_lead(workspace, "Ben", arrived_on=day(-5))
    talked(workspace, lead_id)
    row = workspace.reader.execute("SELECT stage_id FROM lead WHERE id = ?", (lead_id,)).fetchone()
    assert row[0] == stage_id(workspace, "In conversation")
    assert to_judge(workspace.reader, TODAY) == ()
