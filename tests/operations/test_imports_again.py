"""An import through the real file: what comes in, and that the same file again changes nothing."""

from datetime import date

import pytest

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.planned import ImportPlan
from bothhats.workspace import Workspace

TODAY = date(2026, 11, 22)
FILE = """\
key,name,email,value,source,tags,stage,arrived,qualified_on,contacted_on,conversation_on,won_on,lost_on,reason,\
parked_until,follow_up_on,next_step,notes,Shoe size
a,Anna,a@b.c,2400,Radio,"warm, VIP",,2026-10-01,2026-10-02,2026-10-02,2026-10-03,2026-10-09,,price,,,,"one\ntwo",38
b,Bo,,,Referral,,Proposal,2026-10-01,,,,,,,2026-10-20,2026-12-01,call,,
c,Cy,,0,,,qualified,2026-10-01,,,,,2026-10-05,too far,2027-01-05,,,,
d,Di,,,unknown,,,2026-10-01,2026-10-04,,,,,,2027-02-02,,,,
"""


def bring_in(workspace: Workspace, text: str, today: date = TODAY) -> ImportPlan:
    """Plan and carry out an import by key."""
    options = read_options(key="key")
    plan = plan_import(read_csv(text.encode()), options, workspace.imports.existing("key"), today)
    workspace.imports.carry_out(plan, today)
    return plan


def test_the_same_file_again_changes_nothing_on_any_later_day(workspace: Workspace):
    first = bring_in(workspace, FILE)
    assert (len(first.creates), first.problems) == (4, ())
    for day in (TODAY, date(2027, 1, 10), date(2027, 6, 1)):
        again = bring_in(workspace, FILE, day)
        assert (again.unchanged, [change.facts for change in again.updates], again.creates) == (4, [], ())


def test_a_repeat_in_the_file_changes_the_lead_that_it_added(workspace: Workspace):
    bring_in(workspace, "key,name,arrived,won_on\na,Anna,2026-10-01,\na,Anna Berg,,2026-10-09\n")
    rows = workspace.reader.execute("SELECT name, outcome, closed_on FROM lead").fetchall()
    assert [tuple(row) for row in rows] == [("Anna Berg", "won", "2026-10-09")]


def test_two_leads_of_one_key_are_a_problem_row(workspace: Workspace):
    bring_in(workspace, "key,name,arrived\n,Anna,2026-10-01\n,Anna,2026-10-01\n")
    options = read_options(key="name")
    found = plan_import(read_csv(b"name\nAnna\n"), options, workspace.imports.existing("name"), TODAY)
    assert (found.skipped, found.problems[0].value) == (1, "Anna")


def test_a_refused_file_leaves_everything_as_it_was(workspace: Workspace):
    with pytest.raises(KnownProblem):
        bring_in(workspace, "name,arrived\nAnna,03/04/2026\n")
    assert workspace.reader.execute("SELECT count(*) FROM lead").fetchone()[0] == 0
