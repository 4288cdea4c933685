"""Which leads a filter lets through, in which order, and what the search finds."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.follow_up import Standing, due
from bothhats.domain.lead import Judging, NextStep
from bothhats.domain.lead_filter import LeadFilter, NextContact, Order, Qualified, View
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.filter_lists import named_rows
from bothhats.queries.lead_list import ORDERS, Totals, lead_ids, qualified, totals
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import sources
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, stage_id, talked


def names(
    workspace: Workspace, lead_filter: LeadFilter, order: str = "due", *, is_descending: bool = False
) -> list[str]:
    """The names that a filter lets through, in order."""
    found = lead_ids(workspace.reader, lead_filter, TODAY, 2, [Order(order, is_descending)])
    by_id = dict(workspace.reader.execute("SELECT id, display_name FROM lead").fetchall())
    return [by_id[lead_id] for lead_id in found]


def found(workspace: Workspace, text: str) -> list[str]:
    """The names that a search finds, by name."""
    return names(workspace, LeadFilter(text=text), "name")


def planned(workspace: Workspace, name: str, days: int) -> int:
    """A lead that was talked with, and is due so many days from today."""
    lead_id = a_lead(workspace, name, arrived_on=date(2026, 9, 1))
    talked(workspace, lead_id, date(2026, 9, 1))
    workspace.follow_ups.set([lead_id], NextStep(TODAY + timedelta(days=days), "Call"), date(2026, 9, 1))
    return lead_id


def test_the_view_says_whether_ended_leads_are_shown_and_parked_ones_are_open(workspace: Workspace) -> None:
    a_lead(workspace, "Open")
    parked = a_lead(workspace, "Parked")
    workspace.leads.park([parked], date(2026, 11, 2), TODAY)
    closed(workspace, a_lead(workspace, "Ended"), Outcome.LOST)
    workspace.leads.bin([a_lead(workspace, "Binned")])

    assert names(workspace, LeadFilter(), "name") == ["Open", "Parked"]
    assert names(workspace, LeadFilter(view=View.ENDED)) == ["Ended"]
    assert names(workspace, LeadFilter(view=View.ALL), "name") == ["Ended", "Open", "Parked"]


def test_an_outcome_brings_its_ended_leads_whatever_the_view_says(workspace: Workspace) -> None:
    a_lead(workspace, "Open")
    closed(workspace, a_lead(workspace, "Won"), Outcome.WON)
    closed(workspace, a_lead(workspace, "Lost"), Outcome.LOST)

    assert names(workspace, LeadFilter(outcomes=frozenset({Outcome.LOST}))) == ["Lost"]


def test_ended_leads_come_by_their_end_the_latest_first(workspace: Workspace) -> None:
    for name, days in (("Earlier", 9), ("Latest", 1), ("Earliest", 20)):
        lead_id = a_lead(workspace, name, arrived_on=date(2026, 9, 1), value=days)
        closed(workspace, lead_id, Outcome.LOST, TODAY - timedelta(days=days))

    assert names(workspace, LeadFilter(view=View.ENDED)) == ["Latest", "Earlier", "Earliest"]


def test_the_first_to_be_due_comes_first_by_follow_up_or_promise(workspace: Workspace) -> None:
    planned(workspace, "In a week", 7)
    planned(workspace, "Late", -4)
    a_lead(workspace, "Promised", arrived_on=TODAY - timedelta(days=1))
    talked(workspace, a_lead(workspace, "No step", arrived_on=date(2026, 9, 1)))

    assert names(workspace, LeadFilter()) == ["Late", "Promised", "In a week", "No step"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (NextContact.SLIPPED, ["Late"]),
        (NextContact.TODAY, ["Now"]),
        (NextContact.AHEAD, ["Promised", "Soon"]),
        (NextContact.NONE, ["No step"]),
        (NextContact.PARKED, ["Parked"]),
    ],
)
def test_each_open_lead_is_due_in_one_way(workspace: Workspace, when: NextContact, expected: list[str]) -> None:
    for name, days in (("Late", -1), ("Now", 0), ("Soon", 3)):
        planned(workspace, name, days)
    workspace.leads.park([planned(workspace, "Parked", -9)], date(2026, 11, 2), TODAY)
    a_lead(workspace, "Promised")
    talked(workspace, a_lead(workspace, "No step", arrived_on=date(2026, 9, 1)))

    assert names(workspace, LeadFilter(next_contact=frozenset({when})), "name") == expected


@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("order", ["value", "company", "source", "last_touch", "next_step"])
def test_what_is_absent_comes_last_in_either_direction(workspace: Workspace, order: str, is_descending: bool) -> None:
    low = a_lead(workspace, "Low", value=100, company="a", source="Ad", follow_up_on=TODAY, next_step="a")
    high = a_lead(workspace, "High", value=900, company="B", source="Website", follow_up_on=TODAY, next_step="b")
    a_lead(workspace, "Blank")
    talked(workspace, low, date(2026, 9, 1), next_step=NextStep(TODAY, "a"))
    talked(workspace, high, date(2026, 9, 2), next_step=NextStep(TODAY, "b"))

    expected = ["High", "Low"] if is_descending else ["Low", "High"]
    assert names(workspace, LeadFilter(), order, is_descending=is_descending) == [*expected, "Blank"]


def test_every_order_is_sql_that_runs(workspace: Workspace) -> None:
    a_lead(workspace)
    assert all(len(names(workspace, LeadFilter(view=View.ALL), order)) == 1 for order in ORDERS)
    with pytest.raises(KeyError):
        names(workspace, LeadFilter(), "name; DROP TABLE lead")


def test_the_newest_judgement_of_a_step_counts(workspace: Workspace) -> None:
    ready, back, new = a_lead(workspace, "Ready"), a_lead(workspace, "Back"), a_lead(workspace, "New")
    for lead_id in (ready, back):
        workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), TODAY)
        workspace.leads.judge(lead_id, Judging(Step.SALES_READY, Verdict.MET), TODAY)
    workspace.leads.judge(back, Judging(Step.SALES_READY, Verdict.WITHDRAWN), TODAY)

    steps = {ready: Qualified.SALES_READY, back: Qualified.MARKETING, new: Qualified.NOT_YET}
    assert qualified(workspace.reader, [ready, back, new]) == steps
    assert names(workspace, LeadFilter(qualified=frozenset({Qualified.MARKETING}))) == ["Back"]
    assert names(workspace, LeadFilter(), "qualified") == ["New", "Back", "Ready"]


def test_filters_of_different_kinds_must_all_hold_and_of_one_kind_any(workspace: Workspace) -> None:
    a_lead(workspace, "Ad new", source="Ad", tags=("studio",))
    a_lead(workspace, "Event new", source="Event", tags=("studio", "fair"))
    a_lead(workspace, "Ad proposal", source="Ad", stage="Proposal")
    ids = {source.name: source.id for source in sources(workspace.reader)}
    either = frozenset({ids["Ad"], ids["Event"]})
    first = frozenset({stage_id(workspace, "New")})

    assert names(workspace, LeadFilter(source_ids=either, stage_ids=first), "name") == ["Ad new", "Event new"]
    fair = next(tag.id for tag in named_rows(workspace.reader, "tag") if tag.name == "fair")
    assert names(workspace, LeadFilter(source_ids=either, tag_ids=frozenset({fair}))) == ["Event new"]


def test_leads_that_another_place_asked_for_are_shown_ended_or_not(workspace: Workspace) -> None:
    first, second = a_lead(workspace, "First"), a_lead(workspace, "Second")
    closed(workspace, first)
    a_lead(workspace, "Third")

    assert names(workspace, LeadFilter(ids=frozenset({first, second})), "name") == ["First", "Second"]
    assert names(workspace, LeadFilter(ids=frozenset())) == []


def test_the_totals_count_parked_leads_as_open_and_say_how_many_have_no_value(workspace: Workspace) -> None:
    a_lead(workspace, "One", value=100_00)
    workspace.leads.park([a_lead(workspace, "Two", value=20_50)], date(2026, 11, 2), TODAY)
    a_lead(workspace, "Three")

    assert totals(workspace.reader, LeadFilter(), TODAY) == Totals(3, 1, 1, 120_50)


def test_a_search_finds_prefixes_without_accents_in_any_order(workspace: Workspace) -> None:
    a_lead(workspace, "Hugo Lafleur", company="Lafleur Pâtisserie")
    a_lead(workspace, "Jörg Müller", notes="Wants a pâtissier's till")

    assert found(workspace, "patis") == ["Hugo Lafleur", "Jörg Müller"]
    assert found(workspace, "PÂT hug") == ["Hugo Lafleur"]
    assert found(workspace, "mu\u0308ll") == ["Jörg Müller"]
    assert found(workspace, "atis") == []


def test_a_search_reads_notes_of_touches_and_the_words_of_an_objection(workspace: Workspace) -> None:
    anna, bo = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    talked(workspace, anna, note="Has a leaking roof")
    talked(workspace, bo, heard="Too dear", words="My roof costs less")

    assert found(workspace, "roof") == ["Anna", "Bo"]
    assert found(workspace, "roof dear") == ["Bo"]


@pytest.mark.parametrize(
    "text",
    ['"', "'", "*", "NOT", "a AND", "OR", "who:", "^", "(", ")", "-", "NEAR(", "%", "_", "\\", "\x00", "🎩", "  "],
)
def test_text_that_means_something_to_the_index_is_only_text(workspace: Workspace, text: str) -> None:
    a_lead(workspace, "Not a Near-Or", company="Who and Co")

    assert found(workspace, text) == ["Not a Near-Or"]
    assert found(workspace, f"near {text} not") == ["Not a Near-Or"]


@given(st.text(max_size=40))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_whatever_is_an_error(workspace: Workspace, text: str) -> None:
    assert names(workspace, LeadFilter(text=text)) in ([], ["Anna Berg"])


@given(st.lists(st.tuples(st.integers(-9, 9) | st.none(), st.integers(-9, 0), st.booleans()), max_size=6), st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_order_by_follow_up_is_the_one_rule_of_what_is_due(workspace: Workspace, leads, data) -> None:
    workspace.leads.bin(lead_ids(workspace.reader, LeadFilter(), TODAY))
    for due_in, arrived, is_contacted in leads:
        lead_id = a_lead(workspace, arrived_on=TODAY + timedelta(days=arrived))
        if is_contacted:
            talked(workspace, lead_id, TODAY + timedelta(days=data.draw(st.integers(arrived - 3, 0))))
        if due_in is not None:
            workspace.follow_ups.set([lead_id], NextStep(TODAY + timedelta(days=due_in), "Call"), TODAY)
    ids = lead_ids(workspace.reader, LeadFilter(), TODAY)
    rows = lead_rows(workspace.reader, ids)
    dues = [due(rows[lead_id], TODAY, 2) for lead_id in ids]
    undated = (Standing.NO_STEP, Standing.SILENT)
    dates = [each.on if each.standing not in undated else date.max for each in dues]
    assert dates == sorted(dates)
