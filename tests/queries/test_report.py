"""The document of `report --json`."""

from datetime import date

import pytest
from histories import assert_same

from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.problems import WrongUsage
from bothhats.queries.report import build_report
from builders import a_lead, closed, talked

MARCH = (date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 31))
NOTHING = {"k": 0, "n": 0, "rate": None, "low": None, "high": None}
ONE_OF_ONE = {"k": 1, "n": 1, "rate": 1.0, "low": 0.206549, "high": 1.0}


def march(day):
    return date(2026, 3, day)


def one_win(workspace):
    anna = a_lead(workspace, today=march(2), source="Website", campaign="Spring", value=240000)
    workspace.leads.judge(anna, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), march(3))
    closed(workspace, anna, on=march(12))
    spring = workspace.reader.execute("SELECT id FROM campaign").fetchone()[0]
    workspace.campaigns.change(spring, "Spring", 1, None, None)
    workspace.campaigns.spend(10050, march(1), march(2), campaign_id=spring)


def test_the_whole_document_of_one_win(workspace):
    one_win(workspace)
    members = {
        "arrived": {
            "leads": 1,
            "qualified": 1,
            "sales_ready": 0,
            "conversations": 1,
            "opportunities": 1,
            "closes": 1,
            "lost": 0,
            "no_decision": 0,
            "not_a_fit": 0,
            "open": 0,
            "parked": 0,
        },
        "events": {
            "leads": 1,
            "qualified": 1,
            "sales_ready": 0,
            "conversations": 1,
            "opportunities": 1,
            "closes": 1,
            "lost": 0,
            "no_decision": 0,
            "not_a_fit": 0,
        },
        "rates": {
            "lead_to_conversation": ONE_OF_ONE,
            "lead_to_opportunity": ONE_OF_ONE,
            "conversation_to_close": ONE_OF_ONE,
            "lead_to_close": ONE_OF_ONE,
            "follow_up": {"k": 0, "n": 1, "rate": 0.0, "low": 0.0, "high": 0.793451},
            "win": ONE_OF_ONE,
        },
        "cycle_days": {"n": 1, "median": 10.0, "q1": 10.0, "q3": 10.0},
        "revenue": {"amount": "2400.00", "n": 1, "without_value": 0},
        "spend": "100.50",
    }
    costs = dict.fromkeys(("cost_per_lead", "cost_per_qualified", "cost_per_conversation", "cac"), "100.50")
    expected = {
        "from": "2026-03-01",
        "to": "2026-03-31",
        "as_of": "2026-03-31",
        "currency": "EUR",
        **members,
        "by_source": [{"source": "Website", **members, **costs}],
        "by_campaign": [{"campaign": "Spring", **members, **costs}],
        "by_month": [{"month": "2026-03", **members}],
    }
    found = build_report(workspace.reader, *MARCH, ("source", "campaign", "month"))
    assert list(found) == list(expected)
    rounded = {name: rate["low"] for name, rate in found["rates"].items()}
    assert rounded["win"] == pytest.approx(0.206549, abs=1e-6)
    assert_same(_six_digits(found), expected)


def _six_digits(value):
    if isinstance(value, dict):
        return {name: _six_digits(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_six_digits(member) for member in value]
    return round(value, 6) if isinstance(value, float) else value


def test_only_what_was_asked_for_is_cut_up(workspace):
    one_win(workspace)
    assert [key for key in build_report(workspace.reader, *MARCH) if key.startswith("by_")] == []
    assert "by_month" in build_report(workspace.reader, *MARCH, ["month"])
    assert "by_source" not in build_report(workspace.reader, *MARCH, ["month"])


def test_an_empty_file_has_zeros_and_no_rates(workspace):
    found = build_report(workspace.reader, None, None, march(31), ("source", "campaign", "month"))
    assert (found["from"], found["to"]) == ("2026-03-31", "2026-03-31")
    assert set(found["arrived"].values()) == {0}
    assert all(rate == NOTHING for rate in found["rates"].values())
    assert found["cycle_days"] == {"n": 0, "median": None, "q1": None, "q3": None}
    assert found["revenue"] == {"amount": "0.00", "n": 0, "without_value": 0}
    assert (found["by_source"], found["by_campaign"]) == ([], [])
    assert [entry["month"] for entry in found["by_month"]] == ["2026-03"]


def test_without_dates_from_the_first_arrival_to_the_as_of_date(workspace):
    a_lead(workspace, today=march(9))
    workspace.leads.bin([a_lead(workspace, "Binned", today=march(1))])
    found = build_report(workspace.reader, None, None, march(20))
    assert (found["from"], found["to"], found["as_of"]) == ("2026-03-09", "2026-03-20", "2026-03-20")


def test_an_as_of_date_before_the_first_arrival_gives_an_empty_report(workspace):
    a_lead(workspace, today=march(9))
    found = build_report(workspace.reader, None, None, march(5))
    assert (found["from"], found["to"], found["arrived"]["leads"]) == ("2026-03-05", "2026-03-05", 0)


def test_an_end_before_the_start_is_wrong_usage(workspace):
    with pytest.raises(WrongUsage, match="before it starts"):
        build_report(workspace.reader, march(2), march(1), march(31))


def test_every_month_is_there_cut_at_the_edges_of_the_period(workspace):
    a_lead(workspace, "Before the period", today=date(2025, 12, 19))
    a_lead(workspace, "First day", today=date(2025, 12, 20))
    a_lead(workspace, "Last day", today=march(10))
    a_lead(workspace, "After the period", today=march(11))
    found = build_report(workspace.reader, date(2025, 12, 20), march(10), march(31), ["month"])
    months = [(entry["month"], entry["arrived"]["leads"], entry["events"]["leads"]) for entry in found["by_month"]]
    assert months == [("2025-12", 1, 1), ("2026-01", 0, 0), ("2026-02", 0, 0), ("2026-03", 1, 1)]
    assert "cac" not in found["by_month"][0]


def test_sources_stand_by_name_with_none_last_and_those_without_anything_are_left_out(workspace):
    a_lead(workspace, "No source", today=march(2))
    talked(workspace, a_lead(workspace, "Came earlier", source="Search", today=date(2026, 2, 1)), on=march(4))
    a_lead(workspace, "Ad", source="Ad", today=march(2))
    a_lead(workspace, "Nothing happened in March", source="Event", today=date(2026, 2, 1))
    workspace.campaigns.spend(500, march(5), source_id=1)
    found = build_report(workspace.reader, *MARCH, ["source"])
    assert [entry["source"] for entry in found["by_source"]] == ["Ad", "Search", "Website", None]
    assert found["by_source"][1]["events"]["conversations"] == 1
    assert [entry["cost_per_lead"] for entry in found["by_source"]] == [None] * 4


def test_costs_are_shared_by_the_leads_that_arrived_and_came_so_far(workspace):
    people = [a_lead(workspace, str(number), source="Ad", today=march(2)) for number in range(3)]
    talked(workspace, people[0], on=march(3))
    talked(workspace, people[1], on=march(3))
    closed(workspace, people[2], Outcome.LOST, on=march(4))
    workspace.campaigns.spend(10000, march(1), source_id=6)
    (ad,) = build_report(workspace.reader, *MARCH, ["source"])["by_source"]
    assert ad["cost_per_lead"] == "33.33"
    assert ad["cost_per_conversation"] == "50.00"
    assert (ad["cost_per_qualified"], ad["cac"]) == (None, None)


def test_money_has_the_digits_of_the_currency(workspace):
    workspace.settings.change("currency", "JPY")
    closed(workspace, a_lead(workspace, today=march(2), value=240000), on=march(3))
    found = build_report(workspace.reader, *MARCH)
    assert (found["currency"], found["revenue"]["amount"], found["spend"]) == ("JPY", "240000", "0")
