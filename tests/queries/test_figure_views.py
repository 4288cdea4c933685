"""The views of the file say what the queries say, in any SQLite, without a function of ours."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import date, timedelta

from histories import FIRST, insert, leads, spends, write
from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.queries.claims_heard import read_claims_heard
from bothhats.queries.costs import read_costs
from bothhats.queries.figures import Counts, Period
from bothhats.queries.groups import by_campaign, by_month, by_source, read_material
from bothhats.queries.objections_heard import read_objections_heard
from bothhats.queries.progress import read_progress
from bothhats.queries.reasons import read_reasons
from bothhats.queries.scope import Scope
from bothhats.queries.spending import read_spend
from bothhats.queries.waste import read_waste
from bothhats.storage.schema.v005_figure_views import VIEWS

COUNTS = tuple(field.name for field in fields(Counts))


def plain(connection, sql):
    """Rows as dicts, as another program would read them."""
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def since_first(today):
    return Period(FIRST - timedelta(days=60), today, today)


def counts(row):
    return {name: row[name] for name in COUNTS if name in row}


def told(figures, names=COUNTS):
    return {name: getattr(figures, name) for name in names}


@settings(max_examples=60, deadline=None)
@given(people=st.lists(leads(), max_size=8), entries=st.lists(spends(), max_size=3))
def test_the_views_equal_the_queries(template, people, entries):
    today = date.today()
    with closing(sqlite3.connect(template)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        write(connection, people, entries, {})
        check_leads(connection, today)
        check_groups(connection, today)
        check_money(connection, today)
        check_learning(connection, today)
        connection.rollback()


def check_leads(connection, today):
    shown = {
        row["id"]: (
            row["arrived_on"], row["contacted_on"], row["qualified_on"], row["sales_ready_on"], row["conversation_on"],
            row["opportunity_on"], row["won_on"], row["outcome"], row["outcome_on"], row["waste"], row["is_open"],
            row["is_parked"], row["cycle_days"],
        )
        for row in plain(connection, "SELECT * FROM v_lead")
    }  # fmt: skip
    assert shown == {
        lead.id: (
            lead.arrived_on, lead.contacted_on, lead.qualified_on, lead.sales_ready_on, lead.conversation_on,
            lead.opportunity_on, lead.won_on, lead.outcome, lead.outcome_on, lead.waste, lead.is_open,
            lead.is_parked, lead.cycle_days,
        )
        for lead in read_progress(connection, today)
    }  # fmt: skip
    reached = {
        (row["lead_id"], row["milestone"]): row["reached_on"] for row in plain(connection, "SELECT * FROM v_milestone")
    }
    names = {"lead": "arrived_on", "conversation": "conversation_on", "opportunity": "opportunity_on", "won": "won_on"}
    assert reached == {
        (lead.id, milestone): getattr(lead, name)
        for lead in read_progress(connection, today)
        for milestone, name in names.items()
        if (getattr(lead, name) or "9") <= today.isoformat()
    }


def check_groups(connection, today):
    material, period = read_material(connection, today), since_first(today)
    for kind, group in (("source", by_source), ("campaign", by_campaign)):
        shown = {row[f"{kind}_id"]: counts(row) for row in plain(connection, f"SELECT * FROM v_arrived_by_{kind}")}
        found = {each.id: told(each.figures.arrived) for each in group(material, period) if each.figures.arrived.leads}
        assert shown == found
    months = by_month(material, period)
    shown = {row["month"]: counts(row) for row in plain(connection, "SELECT * FROM v_arrived_by_month")}
    assert shown == {each.name: told(each.figures.arrived) for each in months if each.figures.arrived.leads}
    shown = {
        row["month"]: (counts(row), row["revenue"]) for row in plain(connection, "SELECT * FROM v_events_by_month")
    }
    assert shown == {
        each.name: (told(each.figures.events, COUNTS[:-2]), each.figures.revenue.amount)
        for each in months
        if each.figures.events != Counts()
    }


def check_money(connection, today):
    for entry in plain(
        connection, "SELECT day, source_id, campaign_id, sum(amount) AS amount FROM v_spend_by_day GROUP BY 1, 2, 3"
    ):
        day = date.fromisoformat(entry["day"])
        owner = (entry["source_id"], entry["campaign_id"])
        found = [each for each in read_spend(connection) if (each.source_id, each.campaign_id) == owner]
        assert entry["amount"] == sum(each.within(day, day) for each in found)
    assert sum(row["amount"] for row in plain(connection, "SELECT amount FROM v_spend_by_day")) == sum(
        each.amount for each in read_spend(connection)
    )
    names = ("cost_per_lead", "cost_per_qualified", "cost_per_conversation", "cac")
    shown = {
        row["source_id"]: (row["spend"], *(row[name] for name in names))
        for row in plain(connection, "SELECT * FROM v_cost_by_source")
    }
    lines = read_costs(connection, Scope(since_first(today))).lines
    assert shown == {
        line.source.id: (line.spent, *map(line.cost, (line.leads, line.qualified, line.conversations, line.closes)))
        for line in lines
        if line.source.id
    }


def check_learning(connection, today):
    scope = Scope(since_first(today))
    reasons = read_reasons(connection, scope)
    shown = plain(
        connection,
        "SELECT outcome = 'won' AS won, reason, month, sum(leads) AS n FROM v_reason_by_month GROUP BY 1, 2, 3",
    )
    assert sorted(map(str, (tuple(row.values()) for row in shown))) == sorted(
        str((is_won, line.name, month, n))
        for is_won, lines in ((1, reasons.won), (0, reasons.lost))
        for line in lines
        for month, n in zip(reasons.months, line.by_month, strict=True)
        if n
    )
    waste = {
        row["source_id"]: (row["ended"], row["wasted"], row["not_recorded"])
        for row in plain(connection, "SELECT * FROM v_waste_by_source")
    }
    assert waste == {
        line.source.id: (len(line.ended), len(line.wasted), len(line.not_recorded))
        for line in read_waste(connection, scope)
    }
    heard = read_objections_heard(connection, scope)
    shown = {
        (row["objection_id"], row["month"]): row["leads"]
        for row in plain(connection, "SELECT * FROM v_objection_by_month")
    }
    assert shown == {
        (line.objection_id, month): len(ids)
        for line in heard.lines
        for month, ids in zip(heard.months, line.by_month, strict=True)
        if ids
    }
    claims = read_claims_heard(connection, scope)
    shown = {
        (row["claim_id"], row["month"]): (row["landed"], row["doubted"], row["not_wanted"])
        for row in plain(connection, "SELECT * FROM v_claim_by_month")
    }
    assert shown == {
        (line.claim_id, month): said
        for line in claims.lines
        for month, said in zip(claims.months, line.by_month, strict=True)
        if any(said)
    }


def test_what_is_dated_later_than_today_has_not_happened(template):
    today = date.today()
    with closing(sqlite3.connect(template)) as connection:
        lead = insert(connection, "lead", {"name": "Anna", "stage_id": 1, "arrived_on": today, "source_id": 1})
        for days, outcome in ((-1, "lost"), (0, "reopened"), (1, "won")):
            on = today + timedelta(days=days)
            insert(connection, "outcome_change", {"lead_id": lead, "outcome": outcome, "happened_on": on})
        insert(connection, "lead", {"name": "Bo", "stage_id": 1, "arrived_on": today + timedelta(days=1)})
        check_leads(connection, today)
        check_groups(connection, today)
        assert plain(connection, "SELECT leads, closes, open FROM v_arrived_by_source") == [
            {"leads": 1, "closes": 0, "open": 1}
        ]
        connection.rollback()


def test_every_view_is_in_the_file_as_it_was_written_and_in_the_documentation(workspace):
    rows = workspace.reader.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall()
    assert dict(rows) == VIEWS
    from pathlib import Path

    words = (Path(__file__).resolve().parents[2] / "desktop" / "schema.md").read_text(encoding="utf-8")
    assert [name for name in VIEWS if f"`{name}`" not in words] == []
