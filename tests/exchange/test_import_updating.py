"""Rows that belong to leads that are there already: what `--key` finds, what changes, what stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_builders import NEW, PROPOSAL, QUALIFIED, TALKING, TODAY, existing, only_problem, plan, said

from bothhats.domain.pipeline import Milestone, Outcome, Step
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.existing import StoredLead
from bothhats.exchange.import_options import read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.lead_updating import LeadChange, after_change
from bothhats.exchange.planned import Ending, ImportPlan, Judged, PlannedUpdate, StageEntry

OLIST = Path(__file__).parents[3] / "shared" / "data" / "olist-funnel"
ANNA = StoredLead(
    7,
    date(2026, 10, 1),
    NEW,
    texts={"key": "a1", "name": "Anna", "email": "anna@berg.example", "notes": "old"},
    extra={"Size": "38"},
    tags=frozenset({"vip"}),
    source="Website",
    value=100000,
)


def update(header: str, row: str, lead: StoredLead = ANNA) -> PlannedUpdate:
    """The change that a row with this lead's key makes."""
    found = plan(f"key,{header}\na1,{row}\n", key="key", has=existing(lead))
    assert (found.problems, found.creates, found.unchanged) == ((), (), 0)
    (change,) = found.updates
    assert (change.lead_id, change.created_row) == (7, None)
    return change


def unchanged(header: str, row: str, lead: StoredLead = ANNA) -> ImportPlan:
    """A row with this lead's key that changes nothing."""
    found = plan(f"key,{header}\na1,{row}\n", key="key", has=existing(lead))
    assert (found.unchanged, found.updates, found.creates, found.skipped) == (1, (), (), 0)
    return found


def test_without_a_key_every_row_adds() -> None:
    found = plan("key,name,arrived\na1,Anna,2026-10-01\na1,Anna,2026-10-01\n", has=existing(ANNA))
    assert len(found.creates) == 2


def test_only_what_differs_is_changed_and_a_blank_never_overwrites() -> None:
    facts = update("name,email,notes,value,source,Size,Colour", "Anna Berg,,new,,website,38,red").facts
    assert (facts.texts, facts.extra) == ({"name": "Anna Berg", "notes": "new"}, {"Colour": "red"})
    assert (facts.value, facts.source, facts.tags, facts.ending, facts.entries) == (None, None, (), None, ())


def test_a_row_that_says_nothing_new_is_unchanged() -> None:
    found = unchanged("name,arrived,value,source,tags,Size", "Anna,2026-10-01,1000,WEBSITE,VIP,38")
    assert (found.warnings, found.rows) == ((), 1)


def test_an_update_without_arrival_keeps_it_and_one_with_it_replaces_it() -> None:
    assert update("arrived,phone", ",1").arrived_on is None
    assert update("arrived", "2026-09-09").arrived_on == date(2026, 9, 9)


def test_tags_are_added_and_value_and_source_replaced() -> None:
    facts = update("tags,value,source", '"vip, new",0,Radio').facts
    assert (facts.tags, facts.value, facts.source) == (("new",), 0, "Radio")


@pytest.mark.parametrize(
    ("field", "milestone", "stage"),
    [("conversation_on", Milestone.CONVERSATION, TALKING), ("opportunity_on", Milestone.OPPORTUNITY, PROPOSAL)],
)
def test_a_milestone_date_moves_the_lead_forward_and_replaces_the_one_of_an_earlier_import(
    field: str, milestone: Milestone, stage: int
) -> None:
    change = update(field, "2026-10-09")
    assert (change.stage_id, change.facts.entries) == (stage, (StageEntry(milestone, stage, date(2026, 10, 9)),))
    imported = replace(ANNA, stage_id=stage, imported={field: date(2026, 10, 9)})
    unchanged(field, "2026-10-09", imported)
    later = update(field, "2026-10-10", imported)
    assert (later.stage_id, later.facts.entries) == (None, (StageEntry(milestone, stage, date(2026, 10, 10)),))


def test_an_imported_lead_that_the_owner_moved_back_stays_there() -> None:
    unchanged("conversation_on", "2026-10-09", replace(ANNA, imported={"conversation_on": date(2026, 10, 9)}))


def test_a_lead_that_stands_further_is_not_moved_back_by_a_date() -> None:
    change = update("conversation_on,qualified_on", "2026-10-09,2026-10-08", replace(ANNA, stage_id=PROPOSAL))
    assert change.stage_id is None
    assert change.facts.entries == (StageEntry(Milestone.CONVERSATION, TALKING, date(2026, 10, 9)),)
    assert change.facts.judgements == (Judged(Step.MARKETING_QUALIFIED, date(2026, 10, 8)),)


def test_a_judgement_date_moves_a_new_lead_to_qualified() -> None:
    change = update("qualified_on", "2026-10-09")
    assert change.stage_id == QUALIFIED
    assert change.facts.entries == (StageEntry(Milestone.LEAD, QUALIFIED, date(2026, 10, 9), is_dated=False),)
    unchanged("qualified_on", "2026-10-09", replace(ANNA, imported={"qualified_on": date(2026, 10, 9)}))


def test_another_stage_without_its_date_is_entered_today_and_the_same_one_is_nothing() -> None:
    change = update("stage", "Proposal")
    entry = StageEntry(Milestone.OPPORTUNITY, PROPOSAL, TODAY, is_dated=False)
    assert (change.stage_id, change.facts.entries) == (PROPOSAL, (entry,))
    assert said(unchanged("stage", "new")) == []


def test_a_lead_that_an_import_judged_is_not_judged_again_by_its_stage() -> None:
    change = update("stage", "Qualified", replace(ANNA, imported={"qualified_on": date(2026, 10, 9)}))
    assert (change.stage_id, change.facts.judgements) == (QUALIFIED, ())


def test_an_outcome_is_new_or_replaces_the_date_of_an_earlier_import_or_another_outcome() -> None:
    won = Ending(Outcome.WON, date(2026, 10, 9))
    assert update("won_on", "2026-10-09").facts.ending == won
    imported = replace(ANNA, outcome=Outcome.WON, closed_on=won.on, imported_ending=replace(won, reason="price"))
    unchanged("won_on,reason", "2026-10-09,Price", imported)
    assert update("won_on", "2026-10-10", imported).facts.ending == Ending(Outcome.WON, date(2026, 10, 10), "price")
    assert update("lost_on", "2026-10-10", imported).facts.ending == Ending(Outcome.LOST, date(2026, 10, 10))
    logged = replace(ANNA, outcome=Outcome.LOST, closed_on=date(2026, 10, 3))
    assert update("won_on", "2026-10-09", logged).facts.ending == won


def test_an_outcome_that_was_logged_stays_with_a_warning() -> None:
    logged = replace(ANNA, outcome=Outcome.WON, closed_on=date(2026, 10, 3))
    assert said(unchanged("won_on", "2026-10-09", logged)) == [(1, "won_on")]
    assert said(unchanged("won_on", "2026-10-03", logged)) == []


def test_a_lead_that_was_reopened_is_not_closed_again_by_the_same_file() -> None:
    unchanged("won_on", "2026-10-09", replace(ANNA, imported_ending=Ending(Outcome.WON, date(2026, 10, 9))))


def test_open_takes_no_outcome_away() -> None:
    unchanged("outcome", "open", replace(ANNA, outcome=Outcome.WON, closed_on=date(2026, 10, 3)))


def test_a_reason_alone_goes_to_the_outcome_of_an_earlier_import() -> None:
    won = Ending(Outcome.WON, date(2026, 10, 9))
    lead = replace(ANNA, outcome=Outcome.WON, imported_ending=won)
    assert update("reason", "Price", lead).facts.ending == replace(won, reason="price")
    assert update("reason", "Price").facts.extra == {"reason": "Price"}


def test_parking_contact_and_follow_up_replace_what_differs() -> None:
    lead = replace(
        ANNA,
        parked_until=date(2026, 12, 1),
        follow_up_on=date(2026, 12, 2),
        imported={"contacted_on": date(2026, 10, 2)},
    )
    unchanged("parked_until,follow_up_on,contacted_on", "2026-12-01,2026-12-02,2026-10-02", lead)
    facts = update(
        "parked_until,follow_up_on,contacted_on,reason", "2026-12-24,2026-12-25,2026-10-03,Timing", lead
    ).facts
    assert (facts.parked_until, facts.parked_reason) == (date(2026, 12, 24), "timing")
    assert (facts.follow_up_on, facts.contacted_on) == (date(2026, 12, 25), date(2026, 10, 3))


def test_a_contradiction_with_what_is_stored_is_warned_of() -> None:
    found = plan("key,won_on\na1,2026-09-01\n", key="key", has=existing(ANNA))
    assert (len(found.updates), said(found)) == (1, [(1, "won_on")])


def test_a_blank_key_adds() -> None:
    found = plan("key,name,arrived\n,Bo,2026-10-01\n,Bo,2026-10-01\n", key="key", has=existing(ANNA))
    assert (len(found.creates), len(found.updates)) == (2, 0)


def test_a_repeat_in_the_file_updates_what_the_first_row_adds() -> None:
    found = plan(
        "key,name,arrived,won_on\nb2,Bo,2026-10-01,\nb2,Bob,,2026-10-05\nb2,Bob,2026-10-01,2026-10-05\n", key="key"
    )
    (change,) = found.updates
    assert ([lead.row for lead in found.creates], found.unchanged, found.rows) == ([1], 1, 3)
    assert (change.row, change.lead_id, change.created_row) == (2, None, 1)
    assert change.facts.texts == {"name": "Bob"}
    assert change.facts.ending == Ending(Outcome.WON, date(2026, 10, 5))


def test_a_repeat_of_an_existing_lead_sees_what_the_row_before_changed() -> None:
    found = plan("key,name\na1,Ann\na1,Ann\na1,Anna\n", key="key", has=existing(ANNA))
    assert ([change.row for change in found.updates], found.unchanged) == ([1, 3], 1)
    assert found.updates[1].facts.texts == {"name": "Anna"}


FULL = (
    "key,name,value,source,campaign,tags,stage,arrived,qualified_on,contacted_on,opportunity_on,lost_on,reason,"
    "parked_until,follow_up_on,Size",
    "a1,Ann,5,Radio,Mail,warm,Proposal,2026-09-01,2026-10-02,2026-10-03,2026-10-04,2026-10-09,price,"
    "2026-12-01,2026-12-02,40",
)


def test_a_repeat_that_says_the_same_is_unchanged_whatever_the_fields() -> None:
    header, row = FULL
    for has, updates in ((existing(), 0), (existing(ANNA), 1)):
        found = plan(f"{header}\n{row}\n{row}\n", key="key", has=has)
        assert (len(found.updates), found.unchanged, found.problems) == (updates, 1, ())
    blank = ",".join(["a1", *[""] * row.count(",")])
    between = plan(f"{header}\n{row}\n{blank}\na1,Anne\n{row}\n", key="key")
    assert ([change.row for change in between.updates], between.unchanged) == ([3, 4], 1)
    assert [change.facts.texts for change in between.updates] == [{"name": "Anne"}, {"name": "Ann"}]
    assert {change.stage_id for change in between.updates} == {None}


def test_sales_ready_alone_moves_a_new_lead_to_qualified_too() -> None:
    change = update("sales_ready_on", "2026-10-09")
    assert (change.stage_id, change.facts.entries[0].on) == (QUALIFIED, date(2026, 10, 9))


def test_a_lead_in_a_stage_that_was_retired_is_not_moved_by_a_date() -> None:
    change = update("conversation_on", "2026-10-09", replace(ANNA, stage_id=99))
    assert (change.stage_id, change.facts.entries) == (
        None,
        (StageEntry(Milestone.CONVERSATION, TALKING, date(2026, 10, 9)),),
    )


def test_a_key_that_several_leads_have_is_a_problem_row() -> None:
    found = plan("key,name\na1,Anna\n", key="key", has=existing(ANNA, replace(ANNA, id=8)))
    problem = only_problem(found)
    assert (problem.column, problem.value) == ("key", "a1")


def test_addresses_match_without_case_and_ids_to_the_letter() -> None:
    by_email = existing(ANNA, key="email")
    found = plan("email,phone\nAnna@Berg.example,1\n", key="email", has=by_email)
    assert [change.lead_id for change in found.updates] == [7]
    by_key = plan("key,arrived\nA1,2026-10-01\n", key="key", has=existing(ANNA))
    assert len(by_key.creates) == 1


cells = st.sampled_from(["", "a1", "b2", "won", "New", "Proposal", "2026-10-01", "2026-12-01", "31/12/2026", "5", "x"])
columns = st.sampled_from(
    ["key", "name", "stage", "outcome", "reason", "value", "arrived", "qualified_on", "conversation_on", "won_on",
     "closed_on", "parked_until", "tags", "other"]
)  # fmt: skip


@given(st.lists(columns, min_size=1, max_size=8, unique=True), st.data())
def test_every_row_is_counted_once_and_the_same_file_again_changes_nothing(
    names: list[str], data: st.DataObject
) -> None:
    header = ["key", *(name for name in names if name != "key")]
    rows = data.draw(st.lists(st.lists(cells, min_size=len(header), max_size=len(header)), min_size=1, max_size=5))
    text = "\n".join(",".join(row) for row in [header, *(["k", *row[1:]] for row in rows)])
    first = plan(text, key="key")
    assert first.rows == len(rows)
    assert {issue.row for issue in first.problems}.isdisjoint(lead.row for lead in first.creates)
    assert len({issue.row for issue in first.problems}) == first.skipped
    single = "\n".join(text.split("\n")[:2])
    once = plan(single, key="key")
    if once.creates:
        lead = once.creates[0]
        stored = after_change(StoredLead(1, lead.arrived_on, lead.stage_id), LeadChange(None, None, lead.facts))
        again = plan(single, key="key", has=existing(stored))
        assert (again.unchanged, again.updates) == (1, ())


@pytest.mark.skipif(not OLIST.is_dir(), reason="../shared/data/olist-funnel is not there")
def test_the_real_funnel_adds_8000_leads_and_updates_842() -> None:
    leads = read_csv((OLIST / "olist_marketing_qualified_leads_dataset.csv").read_bytes())
    maps = ["mql_id=key", "first_contact_date=arrived", "origin=source"]
    added = plan_import(leads, read_options(maps), existing(), TODAY)
    assert (len(added.creates), added.skipped, added.warnings) == (8000, 0, ())
    assert sum(lead.facts.source is None for lead in added.creates) == 60
    stored = [
        after_change(StoredLead(lead.row, lead.arrived_on, lead.stage_id), LeadChange(None, None, lead.facts))
        for lead in added.creates
    ]
    deals = read_csv((OLIST / "olist_closed_deals_dataset.csv").read_bytes())
    closed = plan_import(deals, read_options(["mql_id=key", "won_date=won_on"], "key"), existing(*stored), TODAY)
    assert (len(closed.creates), len(closed.updates), closed.unchanged, closed.skipped) == (0, 842, 0, 0)
    assert all(change.facts.ending and change.facts.extra for change in closed.updates)
