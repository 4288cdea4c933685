"""What each campaign cost and brought, counted in the file, is what a naive reading of METRICS says."""

import sqlite3
from contextlib import closing
from datetime import date

from histories import days, insert, leads, spends, write
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_figures import naive_report

from bothhats.queries.campaign_ledger import campaign_rows

LONG_AGO = date(2024, 1, 1)
KEYS = ("leads", "conversations", "closes")


def naive_rows(connection, as_of):
    """By name; one that cost and brought nothing is left out."""
    found = naive_report(connection, LONG_AGO, as_of, as_of, ["campaign"])["by_campaign"]
    told = {
        each["campaign"]: (each["spend"], *(each["arrived"][key] for key in KEYS)) for each in found if each["campaign"]
    }
    return {name: figures for name, figures in told.items() if any(map(float, figures))}


@settings(max_examples=120, deadline=None)
@given(people=st.lists(leads(), max_size=8), entries=st.lists(spends(), max_size=4), as_of=days)
def test_the_ledger_of_campaigns_equals_the_naive_count(template, people, entries, as_of):
    with closing(sqlite3.connect(template)) as connection:
        write(connection, people, entries, {"currency": "EUR"})
        for claim in (3, 1):
            insert(connection, "campaign_claim", {"campaign_id": 2, "claim_id": claim})
        rows = campaign_rows(connection, as_of)
        expected = naive_rows(connection, as_of)
        connection.rollback()
    assert {row.name: row.claim_ids for row in rows} == {"spring": (), "Autumn": (1, 3), "ärger": ()}
    found = {row.name: (f"{row.spent / 100:.2f}", row.leads, row.conversations, row.closes) for row in rows}
    assert {name: figures for name, figures in found.items() if any(map(float, figures))} == expected
