"""What would become of each row, against a plain reading of the plan."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.duplicates import Person
from bothhats.exchange.existing import StoredLead
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.import_preview import Fate, preview
from bothhats.exchange.table import Table
from exchange.import_builders import NEW, TODAY, existing

cell = st.sampled_from(["", "Anna", "Bo Berg", "a@b.c", "x@y.z", "Palaver"])


@given(st.lists(st.tuples(cell, cell, cell), min_size=1, max_size=10), st.frozensets(st.integers(1, 10), max_size=2))
def test_each_row_is_told_once_and_as_the_plan_has_it(rows, left_out):
    known = existing(StoredLead(7, TODAY, NEW, {"email": "a@b.c", "name": "Anna"}), key="email")
    known = replace(known, people=(Person(7, "Anna", "", "a@b.c"),))
    table = Table(("name", "email", "stage"), [list(row) for row in rows])
    plan = plan_import(table, ImportOptions(key="email", left_out=left_out), known, TODAY)
    found = preview(plan)
    assert [row.row for row in found.rows] == list(range(1, len(rows) + 1))
    for row in found.rows:
        wrong = [issue.reason for issue in plan.problems if issue.row == row.row]
        warned = [issue.reason for issue in plan.warnings if issue.row == row.row]
        if wrong or row.row in left_out:
            fate = Fate.PROBLEM
        elif any(update.row == row.row for update in plan.updates):
            fate = Fate.UPDATED
        else:
            fate = Fate.NEW if any(lead.row == row.row for lead in plan.creates) else Fate.SAME
        assert row.fate is fate
        assert row.told.endswith(" ".join([*wrong, *warned]))
        assert row.is_warned is (bool(warned) and fate is not Fate.PROBLEM)
    for fate in Fate:
        assert [found.rows[place].fate for place in found.by_fate[fate]] == [fate] * len(found.by_fate[fate])
    assert sum(map(len, found.by_fate.values())) == len(rows)
    assert [place for place, row in enumerate(found.rows) if row.is_warned] == list(found.warned)
