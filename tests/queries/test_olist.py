"""A real funnel of 8,000 leads: the report equals a few lines of SQL over the two files it came in."""

import csv
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.queries.report import build_report
from bothhats.workspace import Workspace
from real_data import shared_data

AS_OF = date(2018, 11, 14)
LEADS = "olist_marketing_qualified_leads_dataset.csv"
DEALS = "olist_closed_deals_dataset.csv"
RAW = """
CREATE TABLE raw AS
  SELECT l.mql_id AS id, l.first_contact_date AS arrived, l.origin AS source, substr(c.won_date, 1, 10) AS won
  FROM leads l LEFT JOIN deals c ON c.mql_id = l.mql_id
"""


@pytest.fixture(scope="module")
def raw():
    """The two files as they are, joined by their key."""
    connection = sqlite3.connect(":memory:")
    for table, name in (("leads", LEADS), ("deals", DEALS)):
        with shared_data("olist-funnel", name).open(newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            head = next(rows)
            connection.execute(f"CREATE TABLE {table} ({', '.join(head)})")
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(head))})", rows)
    connection.execute(RAW)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def pipeline(template, tmp_path_factory):
    """The leads and, by their key, the wins, imported one after the other."""
    path = shutil.copy(template, tmp_path_factory.mktemp("olist") / "pipeline.bothhats")
    with closing(Workspace(Path(path))) as workspace:
        bring_in(workspace, LEADS, ["mql_id=key", "first_contact_date=arrived", "origin=source"])
        bring_in(workspace, DEALS, ["mql_id=key", "won_date=won_on"], key="key")
        yield workspace.reader


def bring_in(workspace, name, columns, key=None):
    file = shared_data("olist-funnel", name)
    options = read_options(columns, key)
    plan = plan_import(read_csv(file.read_bytes()), options, workspace.imports.existing(key), AS_OF)
    workspace.imports.carry_out(plan, AS_OF, name)


@pytest.fixture(scope="module")
def report(pipeline):
    """Everything, by source and by month."""
    return build_report(pipeline, None, None, AS_OF, ("source", "month"))


def counted(raw, column, what, where="1"):
    """The number of leads by source or month."""
    return dict(raw.execute(f"SELECT {column}, count({what}) FROM raw WHERE {where} GROUP BY 1").fetchall())


def told(groups, name, part, figure):
    """The same from the report, without the zeros; a source that was there already keeps its spelling."""
    return {(group[name] or "").lower(): group[part][figure] for group in groups if group[part][figure]}


def test_all_leads_and_closes_are_there(report):
    arrived = report["arrived"]
    assert (arrived["leads"], arrived["closes"], arrived["open"]) == (8000, 842, 7158)
    assert (report["events"]["leads"], report["events"]["closes"]) == (8000, 842)
    assert report["rates"]["lead_to_close"]["rate"] == pytest.approx(842 / 8000)
    assert report["from"] == "2017-06-14"


def test_by_source(raw, report):
    assert told(report["by_source"], "source", "arrived", "leads") == counted(raw, "source", "*")
    assert told(report["by_source"], "source", "arrived", "closes") == counted(raw, "source", "won", "won IS NOT NULL")
    names = [group["source"] for group in report["by_source"]]
    assert names == [*sorted(name for name in names if name), None]


def test_by_month_of_arrival_and_of_close(raw, report):
    arrival, close = "substr(arrived, 1, 7)", "substr(won, 1, 7)"
    months = report["by_month"]
    assert told(months, "month", "arrived", "leads") == counted(raw, arrival, "*")
    assert told(months, "month", "arrived", "closes") == counted(raw, arrival, "won", "won IS NOT NULL")
    assert told(months, "month", "arrived", "open") == counted(raw, arrival, "*", "won IS NULL")
    assert told(months, "month", "events", "closes") == counted(raw, close, "won", "won IS NOT NULL")


def test_a_quarter_as_it_stood_two_months_later(raw, pipeline):
    start, end, as_of = date(2018, 1, 1), date(2018, 3, 31), date(2018, 5, 31)
    found = build_report(pipeline, start, end, as_of, ["source"])
    quarter, close = f"arrived BETWEEN '{start}' AND '{end}'", f"won BETWEEN '{start}' AND '{end}'"
    assert told(found["by_source"], "source", "arrived", "leads") == counted(raw, "source", "*", quarter)
    won_by_then = f"{quarter} AND won <= '{as_of}'"
    assert told(found["by_source"], "source", "arrived", "closes") == counted(raw, "source", "won", won_by_then)
    assert told(found["by_source"], "source", "events", "closes") == counted(raw, "source", "won", close)
    still_open = f"{quarter} AND (won IS NULL OR won > '{as_of}')"
    assert found["arrived"]["open"] == sum(counted(raw, "source", "*", still_open).values())


def test_cycle_lengths_by_source(raw, report):
    days = defaultdict(list)
    for source, length in raw.execute("SELECT source, julianday(won) - julianday(arrived) FROM raw WHERE won <> ''"):
        days[source].append(length)
    for group in report["by_source"]:
        lengths = sorted(days[(group["source"] or "").lower()])
        cycle = group["cycle_days"]
        assert cycle["n"] == len(lengths)
        if lengths:
            middle = (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2
            assert cycle["median"] == pytest.approx(middle)
