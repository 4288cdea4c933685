"""Random histories as rows, on few days so that edges meet; and the comparing of two reports."""

from datetime import date, timedelta

import pytest
from hypothesis import strategies as st

FIRST = date(2025, 12, 28)
FEW_DAYS = [*range(9), 34, 35, 36]
days = st.sampled_from(FEW_DAYS).map(lambda number: FIRST + timedelta(days=number))
DATED = {
    "stage_change": (
        "entered_on",
        {"milestone": ["lead", "conversation", "opportunity"], "stage_id": [None, 1, 2, 3, 4]},
    ),
    "touch": ("happened_on", {"kind": ["call", "note"], "direction": [None, "in", "out"], "two_way": [0, 0, 1]}),
    "outcome_change": (
        "happened_on",
        {
            "outcome": ["won", "won", "won", "lost", "no_decision", "not_a_fit", "reopened", "reopened"],
            "reason_id": [None, 1, 2, 7, 8],
            "waste": [None, 0, 1],
        },
    ),
    "hearing": ("heard_on", {"objection_id": [1, 2, 3]}),
    "claim_heard": ("heard_on", {"claim_id": [1, 2, 3], "verdict": ["landed", "doubted", "not_wanted"]}),
    "judgement": (
        "judged_on",
        {"step": ["marketing_qualified", "sales_ready"], "verdict": ["met", "met", "not_met", "withdrawn"]},
    ),
}


def choices(values):
    return st.fixed_dictionaries({name: st.sampled_from(options) for name, options in values.items()})


def dated(table):
    column, values = DATED[table]
    row = st.builds(lambda what, on: {**what, column: on}, choices(values), days)
    return st.just([]) | st.lists(row, min_size=1, max_size=4)


@st.composite
def parkings(draw):
    parked_on, other = sorted([draw(days), draw(days)])
    until = max(other, parked_on + timedelta(days=1))
    return {
        "parked_on": parked_on,
        "until": until,
        "woken_on": draw(st.none() | days.filter(lambda on: on >= parked_on)),
    }


@st.composite
def leads(draw):
    lead = draw(
        choices(
            {
                "source_id": [None, 1, 2],
                "campaign_id": [None, None, 1, 3],
                "value": [None, 0, 1250, 240000],
                "binned_at": [None] * 7 + ["2026-02-01T09:00:00Z"],
            }
        )
    )
    history = {table: draw(dated(table)) for table in DATED}
    return {**lead, "arrived_on": draw(days)}, {**history, "parking": draw(st.lists(parkings(), max_size=2))}


@st.composite
def spends(draw):
    starts_on = draw(days)
    owner = draw(st.sampled_from([(1, None), (2, None), (3, None), (None, 1), (None, 2)]))
    ends_on = starts_on + timedelta(days=draw(st.integers(0, 45)))
    amount = draw(st.integers(0, 9) | st.integers(0, 99999))
    return dict(zip(("campaign_id", "source_id"), owner, strict=True)) | {
        "amount": amount,
        "starts_on": starts_on,
        "ends_on": ends_on,
    }


def insert(connection, table, row):
    values = [value.isoformat() if isinstance(value, date) else value for value in row.values()]
    marks = ", ".join("?" * len(row))
    return connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", values).lastrowid


goals = st.builds(
    lambda month, figure, amount: (
        ("goal", {"month": month, "figure": figure, "amount": amount})
        if amount is not None
        else ("goal_end", {"month": month, "figure": figure})
    ),
    st.sampled_from(["2025-11", "2025-12", "2026-01", "2026-02"]),
    st.sampled_from(["leads", "conversations", "closes", "revenue", "promise"]),
    st.integers(0, 90) | st.none(),
)


def write_playbook(connection):
    """Claims that begin and end within the days, objections of which one is answered."""
    for number, since, retired_on in (
        (1, FIRST, None),
        (2, FIRST + timedelta(days=4), None),
        (3, FIRST, FIRST + timedelta(days=5)),
    ):
        insert(connection, "claim", {"id": number, "text": f"Claim {number}", "since": since, "retired_on": retired_on})
        objection = {"id": number, "kind": "objection", "text": f"Objection {number}", "since": since}
        insert(connection, "objection", objection)
    for number, status in ((1, "live"), (2, "rework")):
        insert(connection, "asset", {"id": number, "kind": "page", "title": f"Page {number}", "status": status})
        insert(connection, "asset_answer", {"asset_id": number, "objection_id": number})


def write(connection, people, entries, settings):
    """Three campaigns (one without a source), then the leads with their histories."""
    write_playbook(connection)
    for row_id, name, source_id in ((1, "spring", 1), (2, "Autumn", 2), (3, "ärger", None)):
        insert(connection, "campaign", {"id": row_id, "name": name, "source_id": source_id})
    for lead, history in people:
        lead_id = insert(connection, "lead", {"name": "Anna Berg", "stage_id": 1, **lead})
        for table, rows in history.items():
            for row in rows:
                insert(connection, table, {"lead_id": lead_id, **row})
    for entry in entries:
        insert(connection, "spend", entry)
    for name, value in settings.items():
        insert(connection, "setting", {"name": name, "value": str(value)})


def assert_same(found, expected, where="report"):
    """Equal with the same members in the same order; fractions to nine digits."""
    assert type(found) is type(expected) or isinstance(found, int | float), where
    if isinstance(expected, dict):
        assert list(found) == list(expected), where
        for name in expected:
            assert_same(found[name], expected[name], f"{where}.{name}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), where
        for place, (one, other) in enumerate(zip(found, expected, strict=True)):
            assert_same(one, other, f"{where}[{place}]")
    elif isinstance(expected, float):
        assert found == pytest.approx(expected, abs=1e-9), where
    else:
        assert found == expected, where
