"""Two leads become one with both histories; undo takes them apart again, to the last row."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import Closing, Judging, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.problems import Refused
from bothhats.operations.merging import HISTORIES
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.likely_pairs import likely_pairs
from bothhats.queries.progress import read_progress
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, stage_id, talked

_TABLES = (*HISTORIES, "lead", "lead_tag", "lane_place", "not_the_same", "judgement_answer", "review_answer")


def dump(workspace) -> dict[str, list[tuple]]:
    """Every row that a merge may touch."""
    return {table: workspace.reader.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in _TABLES}


def test_both_histories_and_all_that_is_known_stay(workspace):
    jo = a_lead(workspace, "Jo Penrose", email="jo@penrose.example", arrived_on=date(2026, 9, 1), notes="Plants",
                tags=("vip",), source="Ad")  # fmt: skip
    joanne = a_lead(workspace, "Joanne Penrose", email="jp@home.example", phone="123456", company="Penrose Plants",
                    arrived_on=date(2026, 8, 1), notes="Called once", tags=("local",), value=500, source="Fair",
                    stage="Proposal")  # fmt: skip
    talked(workspace, jo, TODAY, heard="Too dear?")
    talked(workspace, joanne, TODAY)
    workspace.merging.merge(jo, joanne, ["name", "stage"], TODAY)
    (row,) = lead_rows(workspace.reader, [jo, joanne]).values()
    assert (row.name, row.company, row.email, row.phone) == (
        "Joanne Penrose", "Penrose Plants", "jo@penrose.example", "123456",
    )  # fmt: skip
    assert (row.source_name, row.value, row.stage_name, row.arrived_on) == ("Ad", 500, "Proposal", date(2026, 8, 1))
    detail = lead_detail(workspace.reader, jo)
    assert (set(detail.tags), detail.notes) == ({"vip", "local"}, "Plants\n\nCalled once")
    assert detail.extra == (("Other email", "jp@home.example"),)
    assert workspace.reader.execute("SELECT count(*) FROM touch WHERE lead_id = ?", (jo,)).fetchone() == (2,)
    assert workspace.journal.undo_label == "Jo Penrose and Joanne Penrose merged"


def test_a_merged_lead_counts_once_at_its_earliest(workspace):
    first = a_lead(workspace, "Jo", arrived_on=date(2026, 8, 1))
    second = a_lead(workspace, "Jo", arrived_on=date(2026, 9, 1))
    talked(workspace, second, date(2026, 9, 5))
    talked(workspace, first, date(2026, 9, 9))
    workspace.merging.merge(second, first, [], TODAY)
    (lead,) = read_progress(workspace.reader, TODAY)
    assert (lead.arrived_on, lead.conversation_on) == ("2026-08-01", "2026-09-05")


def test_one_open_follow_up_is_left_the_sooner_and_the_other_is_in_the_history(workspace):
    first, second = a_lead(workspace, "Jo"), a_lead(workspace, "Jo")
    workspace.follow_ups.set([first], NextStep(TODAY + timedelta(days=9), "Later"), TODAY)
    workspace.follow_ups.set([second], NextStep(TODAY + timedelta(days=2), "Sooner"), TODAY)
    workspace.merging.merge(first, second, [], TODAY)
    row = lead_rows(workspace.reader, [first])[first]
    assert (row.follow_up_on, row.next_step) == (TODAY + timedelta(days=2), "Sooner")
    assert workspace.reader.execute("SELECT count(*) FROM follow_up WHERE ended_on IS NULL").fetchone() == (1,)


@pytest.mark.parametrize("closes_kept", [True, False])
def test_the_newest_outcome_of_both_decides(workspace, closes_kept):
    first, second = a_lead(workspace, "Jo"), a_lead(workspace, "Jo", follow_up_on=TODAY)
    closed(workspace, first if closes_kept else second, Outcome.LOST)
    workspace.merging.merge(first, second, [], TODAY)
    row = lead_rows(workspace.reader, [first])[first]
    assert (row.outcome, row.follow_up_on) == (Outcome.LOST, None)


def test_parked_are_only_two_who_both_were(workspace):
    ids = [a_lead(workspace, "Jo") for _ in range(4)]
    workspace.leads.park(ids[:3], date(2026, 12, 1), TODAY)
    workspace.merging.merge(ids[0], ids[1], [], TODAY)
    workspace.merging.merge(ids[2], ids[3], [], TODAY)
    rows = lead_rows(workspace.reader, ids)
    assert (rows[ids[0]].parked_until, rows[ids[2]].parked_until) == (date(2026, 12, 1), None)


def test_letters_that_mean_the_other_mean_the_kept_one_then(workspace):
    first, second = a_lead(workspace, "Jo"), a_lead(workspace, "Jo")
    review = workspace.reviews.start("2026-09", TODAY)
    workspace.reviews.save(review, "summary.waste", f"{{lead:{second}}} and {{lead:{second}9}}")
    workspace.merging.merge(first, second, [], TODAY)
    value = workspace.reader.execute("SELECT value FROM review_answer").fetchone()[0]
    assert value == f"{{lead:{first}}} and {{lead:{second}9}}"


def test_one_lead_is_not_merged_with_itself(workspace):
    jo = a_lead(workspace, "Jo")
    with pytest.raises(Refused):
        workspace.merging.merge(jo, jo, [], TODAY)


def test_pairs_are_found_with_the_surest_first_and_those_kept_apart_are_not_asked_again(workspace):
    a_lead(workspace, "Anna Berg", email="a@berg.example", arrived_on=date(2026, 9, 2))
    a_lead(workspace, "Someone", email="A@berg.example", arrived_on=date(2026, 9, 1))
    a_lead(workspace, "Berg, Anna")
    a_lead(workspace, "Bo", email="info@firm.example")
    a_lead(workspace, "Cy", email="info@firm.example")
    found = [(pair.first.name, pair.second.name, str(pair.why)) for pair in likely_pairs(workspace.reader)]
    assert found == [("Someone", "Anna Berg", "email"), ("Anna Berg", "Berg, Anna", "name")]
    workspace.merging.keep_apart(3, 1)
    assert len(likely_pairs(workspace.reader)) == 1
    workspace.journal.undo()
    assert len(likely_pairs(workspace.reader)) == 2
    workspace.leads.bin([1])
    assert likely_pairs(workspace.reader) == []


acts = st.lists(
    st.tuples(st.sampled_from(["talk", "move", "close", "reopen", "park", "follow", "judge", "tag", "place"]),
              st.integers(0, 1), st.integers(0, 20)),
    max_size=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(acts, st.sets(st.sampled_from(["name", "email", "stage", "value", "source"])))
def test_undo_takes_any_merge_apart_to_the_last_row_and_nothing_that_happened_is_lost(template, acts, fields):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "pipeline.bothhats")))
        ids = [a_lead(workspace, f"Jo {n}", arrived_on=date(2026, 9, 1 + n), value=n or None) for n in (0, 1)]
        for act, which, days in acts:
            _happen(workspace, act, ids[which], TODAY + timedelta(days=days))
        before = dump(workspace)
        workspace.merging.merge(ids[0], ids[1], fields, TODAY)
        after = dump(workspace)
        for table in HISTORIES:
            assert len(after[table]) >= len(before[table])
            assert ids[1] not in {row[1] for row in after[table] if table != "hearing"}
        assert workspace.journal.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        open_steps = "SELECT count(*) FROM follow_up WHERE lead_id = ? AND ended_on IS NULL"
        planned = lead_rows(workspace.reader, ids)[ids[0]].follow_up_on
        assert workspace.reader.execute(open_steps, (ids[0],)).fetchone()[0] == bool(planned)
        workspace.journal.undo()
        assert dump(workspace) == before
        workspace.journal.redo()
        assert dump(workspace) == after
        workspace.close()


def _happen(workspace: Workspace, act: str, lead_id: int, on: date) -> None:
    """One thing that happens to a lead; what its end forbids does not."""
    step = NextStep(on, "Call")
    do = {
        "talk": lambda: talked(workspace, lead_id, on, heard="Too dear?", words="Hm"),
        "move": lambda: workspace.leads.move([lead_id], stage_id(workspace, "Proposal"), on),
        "close": lambda: workspace.leads.close([lead_id], Closing(Outcome.LOST, "price"), on),
        "reopen": lambda: workspace.leads.reopen([lead_id], on),
        "park": lambda: workspace.leads.park([lead_id], on + timedelta(days=30), on),
        "follow": lambda: workspace.follow_ups.set([lead_id], step, on),
        "judge": lambda: workspace.leads.judge(lead_id, Judging(Step.SALES_READY, Verdict.MET), on),
        "tag": lambda: workspace.leads.tag([lead_id], [f"tag {on.day}"], []),
        "place": lambda: workspace.leads.arrange([lead_id], [lead_id]),
    }
    is_open = lead_rows(workspace.reader, [lead_id])[lead_id].is_open
    if is_open or act not in ("move", "park", "follow"):
        do[act]()
