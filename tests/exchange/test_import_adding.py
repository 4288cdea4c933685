"""Rows that become new leads: each rule of CLI.md on fields, stages, outcomes and dates."""

from dataclasses import replace
from datetime import date

import pytest
from import_builders import (
    NEW,
    PROPOSAL,
    QUALIFIED,
    STAGES,
    TALKING,
    TODAY,
    existing,
    only_lead,
    only_problem,
    plan,
    said,
)  # fmt: skip

from bothhats.domain.pipeline import Hat, Milestone, Outcome, Stage, Step
from bothhats.exchange.planned import Ending, Judged, StageEntry


def test_a_row_fills_the_fields_that_its_headers_name() -> None:
    found = plan(
        "Name,EMAIL, company ,value,arrived,source,Campaign,tags,next_step,follow_up_on,notes\n"
        'Anna Berg,anna@berg.example,Berg,"2,400",2026-11-02,referral,Spring Fair,"VIP, warm",call,2026-11-30,"a\nb"\n'
    )
    lead = only_lead(found)
    assert lead.facts.texts == {
        "name": "Anna Berg", "email": "anna@berg.example", "company": "Berg", "next_step": "call", "notes": "a\nb",
    }  # fmt: skip
    assert (lead.facts.value, lead.arrived_on, lead.stage_id) == (240000, date(2026, 11, 2), NEW)
    assert (lead.facts.source, lead.facts.campaign, lead.facts.tags) == ("Referral", "Spring fair", ("vip", "warm"))
    assert lead.facts.follow_up_on == date(2026, 11, 30)
    assert (found.new_sources, found.new_campaigns, found.new_tags, found.warnings) == ((), (), ("warm",), ())


def test_columns_that_are_mapped_to_nothing_are_kept_as_extra_fields() -> None:
    found = plan("name,Shoe size,Colour,Colour,,arrived\nAnna,38,red,blue,x,2026-11-02\nBo, ,,,,2026-11-02\n")
    assert [lead.facts.extra for lead in found.creates] == [
        {"Shoe size": "38", "Colour": "red", "Colour (2)": "blue", "Column 5": "x"},
        {},
    ]


def test_map_names_the_field_of_a_column_and_an_empty_one_leaves_it_an_extra_field() -> None:
    text = "Who,Company,day=x\nAnna,Berg,2026-11-02\n"
    lead = only_lead(plan(text, maps=["Who=name", "company=", "day=x=arrived"]))
    assert (lead.facts.texts, lead.facts.extra) == ({"name": "Anna"}, {"Company": "Berg"})
    assert lead.arrived_on == date(2026, 11, 2)


def test_a_column_can_fill_two_fields_and_two_columns_one_field() -> None:
    lead = only_lead(plan("id,a,b\n7,,x@y.z\n", maps=["id=key", "id=name", "a=email", "b=email"]))
    assert lead.facts.texts == {"key": "7", "name": "7", "email": "x@y.z"}
    both = only_lead(plan("name,a,b\nAnna,1,2\n", maps=["a=phone", "b=phone"]))
    assert (both.facts.texts["phone"], both.facts.extra) == ("1", {"b": "2"})


def test_set_gives_every_row_a_value_also_in_words_and_a_column_of_that_name_is_kept() -> None:
    found = plan("name,source\nAnna,Fair\nBo,\n", sets=["source=Website", "arrived=yesterday", "value=5"])
    assert [(lead.facts.source, lead.arrived_on, lead.facts.value) for lead in found.creates] == [
        ("Website", date(2026, 11, 21), 500)
    ] * 2
    assert found.creates[0].facts.extra == {"source": "Fair"}


def test_an_empty_set_only_takes_the_column_away() -> None:
    lead = only_lead(plan("name,source,arrived\nAnna,Fair,2026-11-02\n", sets=["source="]))
    assert (lead.facts.source, lead.facts.extra) == (None, {"source": "Fair"})


def test_of_two_columns_of_one_field_both_may_be_blank() -> None:
    lead = only_lead(plan("name,arrived,a,b\nAnna,2026-11-02,,\n", maps=["a=phone", "b=phone"]))
    assert (lead.facts.texts, lead.facts.extra) == ({"name": "Anna"}, {})
    filled = only_lead(plan("name,arrived,a,b\nAnna,2026-11-02,1,\n", maps=["a=phone", "b=phone"]))
    assert (filled.facts.texts["phone"], filled.facts.extra) == ("1", {})


def test_value_translates_a_cell_whatever_its_case() -> None:
    text = "name,stage,arrived\nAnna,ENGAGING,2026-11-02\nBo,,2026-11-02\n"
    found = plan(text, values=["stage:Engaging=In conversation", "stage:=Qualified"])
    assert [lead.stage_id for lead in found.creates] == [TALKING, QUALIFIED]


@pytest.mark.parametrize("field", ["name", "first_name", "last_name", "company", "email", "phone", "key"])
def test_one_identity_is_enough(field: str) -> None:
    assert only_lead(plan(f"{field},x\nAnna,1\n", sets=["arrived=2026-11-02"])).facts.texts == {field: "Anna"}


def test_a_row_without_identity_is_a_problem_row() -> None:
    found = plan("name,notes,arrived\n,hello,2026-11-02\n")
    assert only_problem(found).row == 1
    assert found.rows == 1


def test_a_row_without_an_arrival_date_arrives_today_with_a_warning() -> None:
    found = plan("name,arrived\nAnna,\n")
    assert (only_lead(found).arrived_on, said(found)) == (TODAY, [(1, "arrived")])


@pytest.mark.parametrize(
    ("dates", "stage"),
    [
        ({}, NEW),
        ({"qualified_on": "2026-11-03"}, QUALIFIED),
        ({"sales_ready_on": "2026-11-03"}, QUALIFIED),
        ({"contacted_on": "2026-11-03"}, NEW),
        ({"conversation_on": "2026-11-03"}, TALKING),
        ({"opportunity_on": "2026-11-03"}, PROPOSAL),
        ({"conversation_on": "2026-11-03", "opportunity_on": "2026-11-02"}, PROPOSAL),
        ({"qualified_on": "2026-11-09", "conversation_on": "2026-11-03"}, TALKING),
        ({"won_on": "2026-11-09"}, NEW),
        ({"won_on": "2026-11-09", "qualified_on": "2026-11-03"}, QUALIFIED),
        ({"won_on": "2026-11-09", "conversation_on": "2026-11-03"}, TALKING),
        ({"lost_on": "2026-11-09", "opportunity_on": "2026-11-03"}, PROPOSAL),
    ],
    ids=str,
)
def test_without_a_stage_the_dates_say_where_the_lead_stands(dates: dict[str, str], stage: int) -> None:
    text = f"name,arrived,{','.join(dates)}\nAnna,2026-11-02,{','.join(dates.values())}\n"
    assert only_lead(plan(text)).stage_id == stage


def test_the_dates_fill_the_history() -> None:
    lead = only_lead(
        plan(
            "name,arrived,qualified_on,sales_ready_on,contacted_on,conversation_on,opportunity_on,won_on\n"
            "Anna,2026-10-01,2026-10-02,2026-10-03,2026-10-04,2026-10-05,2026-10-06,2026-10-07\n"
        )
    )
    assert lead.facts.entries == (
        StageEntry(Milestone.CONVERSATION, TALKING, date(2026, 10, 5)),
        StageEntry(Milestone.OPPORTUNITY, PROPOSAL, date(2026, 10, 6)),
    )
    assert lead.facts.judgements == (
        Judged(Step.MARKETING_QUALIFIED, date(2026, 10, 2)),
        Judged(Step.SALES_READY, date(2026, 10, 3)),
    )
    assert lead.facts.contacted_on == date(2026, 10, 4)
    assert lead.facts.ending == Ending(Outcome.WON, date(2026, 10, 7))


def test_a_milestone_without_a_stage_of_its_own_is_reached_all_the_same() -> None:
    few = (STAGES[0], STAGES[3])
    lead = only_lead(plan("name,arrived,conversation_on\nAnna,2026-11-01,2026-11-02\n", has=existing(stages=few)))
    assert (lead.stage_id, lead.facts.entries) == (NEW, (StageEntry(Milestone.CONVERSATION, None, date(2026, 11, 2)),))


@pytest.mark.parametrize("stage", ["In conversation", " in CONVERSATION "])
def test_a_stage_without_its_date_is_entered_on_the_day_of_the_import_with_a_warning(stage: str) -> None:
    found = plan(f"name,arrived,stage\nAnna,2026-11-02,{stage}\n")
    lead = only_lead(found)
    entry = StageEntry(Milestone.CONVERSATION, TALKING, TODAY, is_dated=False)
    assert (lead.stage_id, lead.facts.entries, lead.facts.judgements) == (TALKING, (entry,), ())
    assert said(found) == [(1, "stage")]


def test_a_stage_without_its_date_is_entered_on_the_day_of_the_outcome() -> None:
    found = plan("name,arrived,stage,won_on\nAnna,2026-10-02,Proposal,2026-10-09\n")
    lead = only_lead(found)
    assert lead.facts.entries == (StageEntry(Milestone.OPPORTUNITY, PROPOSAL, date(2026, 10, 9), is_dated=False),)
    assert (lead.stage_id, said(found)) == (PROPOSAL, [(1, "stage")])


def test_a_later_milestone_date_does_not_date_an_earlier_stage() -> None:
    found = plan("name,arrived,stage,opportunity_on\nAnna,2026-10-02,In conversation,2026-10-09\n")
    entries = only_lead(found).facts.entries
    assert [(entry.milestone, entry.on) for entry in entries] == [
        (Milestone.OPPORTUNITY, date(2026, 10, 9)),
        (Milestone.CONVERSATION, TODAY),
    ]
    assert said(found) == [(1, "stage")]


def test_the_stage_qualified_judges_on_its_date_else_today_with_a_warning() -> None:
    found = plan("name,arrived,stage,qualified_on\nAnna,2026-10-02,Qualified,2026-10-05\nBo,2026-10-02,qualified,\n")
    judged = [lead.facts.judgements for lead in found.creates]
    assert judged == [
        (Judged(Step.MARKETING_QUALIFIED, date(2026, 10, 5)),), (Judged(Step.MARKETING_QUALIFIED, TODAY),),
    ]  # fmt: skip
    assert [lead.facts.entries[0].on for lead in found.creates] == [date(2026, 10, 5), TODAY]
    assert said(found) == [(2, "stage")]


def test_a_dated_stage_is_entered_on_its_date_and_the_lead_may_stand_before_what_it_reached() -> None:
    found = plan("name,arrived,stage,conversation_on\nAnna,2026-10-02,New,2026-10-05\n")
    lead = only_lead(found)
    assert (lead.stage_id, [entry.stage_id for entry in lead.facts.entries], said(found)) == (NEW, [TALKING], [])


def test_a_second_stage_of_a_milestone_takes_its_date() -> None:
    second = Stage(9, "Second talk", Milestone.CONVERSATION, Hat.SALES, None, 5, 7, 30)
    contacted = Stage(8, "Contacted", Milestone.LEAD, Hat.SALES, None, 6, 7, 30)
    has = existing(stages=(*STAGES, second, contacted))
    talked = only_lead(plan("name,arrived,stage,conversation_on\nA,2026-10-02,second talk,2026-10-05\n", has=has))
    assert talked.facts.entries == (StageEntry(Milestone.CONVERSATION, 9, date(2026, 10, 5)),)
    early = only_lead(plan("name,arrived,stage\nAnna,2026-10-02,Contacted\n", has=has))
    assert early.facts.entries == (StageEntry(Milestone.LEAD, 8, date(2026, 10, 2), is_dated=False),)


def test_a_stage_of_a_conversation_that_judges_does_so_on_its_own_date() -> None:
    judging = replace(STAGES[2], judges=Step.MARKETING_QUALIFIED)
    has = existing(stages=(STAGES[0], judging, STAGES[3]))
    found = plan("name,arrived,stage,conversation_on\nA,2026-10-02,In conversation,2026-10-05\n", has=has)
    assert only_lead(found).facts.judgements == (Judged(Step.MARKETING_QUALIFIED, date(2026, 10, 5)),)
    assert said(found) == []


def test_a_first_stage_that_judges_judges_only_whom_the_file_puts_there() -> None:
    has = existing(stages=STAGES[1:])
    found = plan("name,arrived,stage\nA,2026-10-02,\nB,2026-10-02,Qualified\n", has=has)
    assert [lead.stage_id for lead in found.creates] == [QUALIFIED, QUALIFIED]
    assert [len(lead.facts.judgements) for lead in found.creates] == [0, 1]


def test_where_no_stage_is_for_leads_they_stand_in_the_first_of_all() -> None:
    assert only_lead(plan("name,arrived\nA,2026-10-02\n", has=existing(stages=STAGES[2:]))).stage_id == TALKING


def test_an_unknown_stage_is_a_problem_row() -> None:
    problem = only_problem(plan("name,Stage\nAnna,Negotiation\n"))
    assert (problem.row, problem.column, problem.value) == (1, "Stage", "Negotiation")
    assert "In conversation" in problem.reason


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("won", Outcome.WON), ("Closed Won", Outcome.WON), ("closedwon", Outcome.WON), ("LOST", Outcome.LOST),
        ("Closed Lost", Outcome.LOST), ("closedlost", Outcome.LOST), ("No decision", Outcome.NO_DECISION),
        ("not a fit", Outcome.NOT_A_FIT), ("Disqualified", Outcome.NOT_A_FIT), ("unqualified", Outcome.NOT_A_FIT),
    ],
)  # fmt: skip
def test_an_outcome_in_its_usual_words_is_read_in_outcome_and_in_stage(word: str, outcome: Outcome) -> None:
    for column in ("outcome", "stage"):
        lead = only_lead(plan(f"name,arrived,{column},closed_on\nAnna,2026-10-02,{word},2026-10-09\n"))
        assert lead.facts.ending == Ending(outcome, date(2026, 10, 9))
        assert (lead.facts.extra, lead.stage_id) == ({}, NEW)


@pytest.mark.parametrize("row", ["open,", "Open,", ",", "won,open", "won,"])
def test_open_or_blank_is_no_outcome(row: str) -> None:
    lead = only_lead(plan(f"name,arrived,outcome,stage,won_on\nAnna,2026-10-02,{row},2026-10-09\n"))
    assert lead.facts.ending == Ending(Outcome.WON, date(2026, 10, 9))
    assert only_lead(plan("name,arrived,outcome\nAnna,2026-10-02,open\n")).facts.ending is None


def test_a_stage_of_the_owner_goes_before_an_outcome_word() -> None:
    lost = Stage(9, "Lost", Milestone.LEAD, Hat.SALES, None, 5, 7, 30)
    lead = only_lead(plan("name,arrived,stage\nAnna,2026-10-02,lost\n", has=existing(stages=(*STAGES, lost))))
    assert (lead.stage_id, lead.facts.ending) == (9, None)


def test_the_own_date_of_an_outcome_goes_before_closed_on() -> None:
    same = plan("name,arrived,won_on,closed_on\nAnna,2026-10-02,2026-10-09,2026-10-09\n")
    assert (only_lead(same).facts.extra, said(same)) == ({}, [])
    other = plan("name,arrived,won_on,closed_on\nAnna,2026-10-02,2026-10-09,2026-10-11 10:00\n")
    assert only_lead(other).facts.ending == Ending(Outcome.WON, date(2026, 10, 9))
    assert (only_lead(other).facts.extra, said(other)) == ({"closed_on": "2026-10-11 10:00"}, [(1, "closed_on")])


def test_an_outcome_without_its_date_is_a_problem_row() -> None:
    problem = only_problem(plan("name,arrived,outcome,won_on\nAnna,2026-10-02,won,\n"))
    assert problem.column == "outcome"


@pytest.mark.parametrize(
    "row", ["won,,,2026-10-09", ",,2026-10-09,2026-10-10", "lost,Closed Won,,2026-10-09", "not a fit,,2026-10-09,"]
)
def test_two_different_outcomes_in_any_columns_are_a_problem_row(row: str) -> None:
    problem = only_problem(plan(f"name,outcome,stage,won_on,lost_on\nAnna,{row}\n"))
    assert "two outcomes" in problem.reason


def test_an_unknown_outcome_is_a_problem_row() -> None:
    assert only_problem(plan("name,outcome\nAnna,perhaps\n")).column == "outcome"


def test_closed_on_without_an_outcome_is_an_extra_field_with_a_warning() -> None:
    found = plan("name,arrived,Closed On\nAnna,2026-10-02,2026-10-09\n")
    lead = only_lead(found)
    assert (lead.facts.ending, lead.facts.extra) == (None, {"Closed On": "2026-10-09"})
    assert said(found) == [(1, "Closed On")]


def test_a_reason_goes_with_the_outcome_else_with_parking_else_it_is_an_extra_field() -> None:
    found = plan(
        "name,arrived,reason,lost_on,won_on,parked_until\n"
        "A,2026-10-02,PRICE,2026-10-09,,\nB,2026-10-02,A friend,,2026-10-09,\n"
        "C,2026-10-02,Timing,,,2026-12-24\nD,2026-10-02,moving,,,\n"
    )
    lost, won, parked, open_lead = (lead.facts for lead in found.creates)
    assert lost.ending == Ending(Outcome.LOST, date(2026, 10, 9), "price")
    assert won.ending == Ending(Outcome.WON, date(2026, 10, 9), "A friend")
    assert (parked.parked_until, parked.parked_reason, parked.ending) == (date(2026, 12, 24), "timing", None)
    assert open_lead.extra == {"reason": "moving"}
    assert (found.new_reasons, said(found)) == ((("won", "A friend"),), [(4, "reason")])


def test_names_match_without_case_and_unicode_form_and_keep_their_first_spelling() -> None:
    composed, decomposed = "Caf\u00e9", "CAFE\u0301"
    found = plan(f"name,arrived,source\nA,2026-10-02,{decomposed}\nB,2026-10-02, {composed} \nC,2026-10-02,unknown\n")
    assert [lead.facts.source for lead in found.creates] == [decomposed, decomposed, "unknown"]
    assert found.new_sources == (decomposed, "unknown")


def test_a_blank_source_stays_blank_even_if_the_campaign_is_known() -> None:
    lead = only_lead(plan("name,arrived,source,campaign\nAnna,2026-10-02,,spring FAIR\n"))
    assert (lead.facts.source, lead.facts.campaign) == (None, "Spring fair")


def test_a_problem_row_creates_no_names() -> None:
    found = plan("name,source,tags,value\nAnna,Radio,x,12.345\n")
    assert (found.new_sources, found.new_tags, found.skipped) == ((), (), 1)


@pytest.mark.parametrize(("value", "currency"), [("12.345", "EUR"), ("5.5", "JPY"), ("1.2345", "KWD"), ("lots", "EUR")])
def test_a_value_with_too_many_digits_is_a_problem_row(value: str, currency: str) -> None:
    problem = only_problem(plan(f"name,value\nAnna,{value}\n", has=existing(currency=currency)))
    assert (problem.column, problem.value) == ("value", value)


def test_amounts_are_read_as_the_whole_column_writes_them() -> None:
    found = plan('name;value\nA;"2.400,50"\nB;2.400\nC;0\n')
    assert [lead.facts.value for lead in found.creates] == [240050, 240000, 0]


def test_dates_after_today_are_warned_of_but_not_those_that_lie_ahead_by_nature() -> None:
    found = plan(
        "name,arrived,conversation_on,parked_until,follow_up_on\nAnna,2026-11-02,2026-11-23,2027-01-01,2027-01-02\n"
    )
    assert (said(found), len(found.creates)) == ([(1, "conversation_on")], 1)
    past = plan("name,arrived,parked_until\nAnna,2026-11-02,2026-11-03\n")
    assert (said(past), only_lead(past).facts.parked_until) == ([], date(2026, 11, 3))


@pytest.mark.parametrize(
    ("columns", "cells", "warned"),
    [
        ("arrived,won_on", "2026-10-09,2026-10-02", ["won_on"]),
        ("arrived,outcome,closed_on", "2026-10-09,lost,2026-10-02", ["closed_on"]),
        ("arrived,contacted_on", "2026-10-09,2026-10-02", ["contacted_on"]),
        ("arrived,conversation_on,opportunity_on", "2026-10-01,2026-10-09,2026-10-02", ["opportunity_on"]),
        ("arrived,opportunity_on,won_on", "2026-10-01,2026-10-09,2026-10-02", ["won_on"]),
        ("arrived,qualified_on", "2026-10-09,2026-10-02", ["qualified_on"]),
        ("arrived,conversation_on,won_on", "2026-10-01,2026-10-01,2026-10-01", []),
        ("arrived,conversation_on,opportunity_on", "2026-10-01,2026-10-02,2026-10-02", []),
    ],
)
def test_dates_that_contradict_each_other_are_kept_with_a_warning(columns: str, cells: str, warned: list[str]) -> None:
    found = plan(f"name,{columns}\nAnna,{cells}\n")
    assert only_lead(found)
    assert said(found) == [(1, column) for column in warned]


def test_a_row_longer_than_the_header_is_a_problem_row_and_a_short_one_is_not() -> None:
    found = plan("name,arrived,notes\nAnna,2026-10-02,a,b\nBo,2026-10-02\n")
    assert [(issue.row, issue.column, issue.value) for issue in found.problems] == [(1, None, "b")]
    assert [lead.row for lead in found.creates] == [2]
    assert (found.rows, found.skipped) == (2, 1)


def test_all_problems_of_a_row_are_listed_and_it_is_skipped_once() -> None:
    found = plan("name,value,arrived\nAnna,x,y\n")
    assert ([issue.column for issue in found.problems], found.skipped) == (["value", "arrived"], 1)


def test_a_cell_of_very_many_lines_is_warned_of() -> None:
    lines = "\n" * 60
    found = plan(f'name,arrived,notes\nAnna,2026-10-02,"a{lines}b"\n')
    assert said(found) == [(1, "notes")]


def test_several_values_in_one_cell_leave_the_first_in_the_field() -> None:
    lead = only_lead(plan("name,arrived,email\nAnna,2026-10-02,a@b.c ::: d@e.f\n"))
    assert (lead.facts.texts["email"], lead.facts.extra) == ("a@b.c", {"email (others)": "d@e.f"})
