"""Whatever happened, the report says what a naive reading of METRICS says."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

from histories import FIRST, assert_same, days, leads, spends, write
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_figures import naive_report

from bothhats.domain.lead import Closing, Judging, NewLead, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, Step, TouchKind, Verdict
from bothhats.domain.problems import Refused
from bothhats.queries.report import build_report
from bothhats.workspace import Workspace

BY = ("source", "campaign", "month")
questions = st.fixed_dictionaries(
    {
        "bounds": st.tuples(days, days).map(sorted),
        "without": st.sampled_from(["", "", "", "start", "end"]),
        "as_of": days,
        "by": st.lists(st.sampled_from(BY), unique=True),
    }
)


def asked(question):
    start, end = question["bounds"]
    without = question["without"]
    end = None if without == "end" or (without == "start" and end > question["as_of"]) else end
    start = None if without == "start" or (end is None and start > question["as_of"]) else start
    return start, end, question["as_of"], question["by"]


@settings(max_examples=250, deadline=None)
@given(
    people=st.lists(leads(), max_size=8),
    entries=st.lists(spends(), max_size=3),
    question=questions,
    currency=st.sampled_from(["EUR", "JPY", "TND"]),
    promise=st.integers(0, 4),
)
def test_the_report_equals_the_naive_one(template, people, entries, question, currency, promise):
    with closing(sqlite3.connect(template)) as connection:
        write(connection, people, entries, {"currency": currency, "promise_days": promise})
        found = build_report(connection, *asked(question))
        expected = naive_report(connection, *asked(question), currency, promise)
        connection.rollback()
    assert_same(found, expected)


actions = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "move", "log", "judge", "close", "reopen", "park", "wake", "bin", "restore", "merge", "undo"]
        ),
        st.integers(0, 5),
        st.integers(0, 11),
        st.integers(-3, 4),
    ),
    min_size=4,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(actions=actions, question=questions)
def test_what_the_owner_does_is_counted_as_the_naive_report_counts_it(template, tmp_path_factory, actions, question):
    path = shutil.copy(template, tmp_path_factory.mktemp("history") / "pipeline.bothhats")
    with closing(Workspace(path)) as workspace:
        carry_out(workspace, actions)
        found = build_report(workspace.reader, *asked(question))
        assert_same(found, naive_report(workspace.reader, *asked(question)))


def carry_out(workspace, actions):
    """Do the actions day by day; what the pipeline refuses did not happen."""
    today = FIRST
    people = []
    for action, who, how, passed in actions:
        today += timedelta(days=max(passed, 0))
        if action == "add" or not people:
            source = ("", "Search", "Referral")[how % 3]
            lead = NewLead(name="Anna Berg", source=source, arrived_on=today + timedelta(days=min(passed, 0)))
            people.append(workspace.leads.add(lead, today))
            continue
        try:
            do(workspace, action, people[who % len(people)], people[how % len(people)], how, today)
        except Refused:
            continue
        people = [row[0] for row in workspace.reader.execute("SELECT id FROM lead ORDER BY id")]


def do(workspace, action, lead_id, other_id, how, today):
    leads = workspace.leads
    judging = Judging(list(Step)[how % 2], list(Verdict)[how % 3])
    closing = Closing(list(Outcome)[how % 4], value=1000 if how % 3 else None)
    touch = TouchReport(lead_id, TouchKind.CALL, today, list(Direction)[how % 2], two_way=how % 3 == 0)
    {
        "move": lambda: leads.move([lead_id], how % 4 + 1, today, judging if how > 8 else None),
        "log": lambda: workspace.touches.log(touch, today),
        "judge": lambda: leads.judge(lead_id, judging, today),
        "close": lambda: leads.close([lead_id], closing, today),
        "reopen": lambda: leads.reopen([lead_id], today),
        "park": lambda: leads.park([lead_id], today + timedelta(days=how), today),
        "wake": lambda: leads.wake([lead_id], today),
        "bin": lambda: leads.bin([lead_id]),
        "restore": lambda: leads.restore([lead_id]),
        "merge": lambda: workspace.merging.merge(lead_id, other_id, (), today),
        "undo": workspace.journal.undo,
    }[action]()
