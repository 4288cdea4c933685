"""Sources, reasons and tags are renamed, merged and retired; what was said with them stays; undo is exact."""

import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.own_lists import OwnList
from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import Refused
from bothhats.queries.filter_lists import named_rows
from bothhats.queries.lists import reasons, sources, tags, tags_of
from bothhats.queries.views import saved_views
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed

TABLES = ("lead", "source", "reason", "tag", "lead_tag", "campaign", "spend", "outcome_change", "parking", "saved_view")
NAMES = ("Fair", "fairs", "Märkte", "Ad 😀")


def dump(workspace) -> dict[str, list[tuple]]:
    """Every row that upkeep may touch, and what the search finds it by."""
    rows = {table: workspace.reader.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}
    rows["search"] = workspace.reader.execute("SELECT rowid, notes FROM lead_search ORDER BY 1").fetchall()
    return rows


def id_of(workspace, table, name, kind=""):
    where, values = ("AND kind = ?", (name, kind)) if kind else ("", (name,))
    return workspace.reader.execute(f"SELECT id FROM {table} WHERE name = ? {where}", values).fetchone()[0]


def said(workspace, of):
    """How often each name of a list stands somewhere, by what it stands with."""
    sql = {
        OwnList.SOURCE: "SELECT s.name, 'lead', l.id FROM lead l JOIN source s ON s.id = source_id"
        " UNION ALL SELECT s.name, 'campaign', c.id FROM campaign c JOIN source s ON s.id = source_id"
        " UNION ALL SELECT s.name, 'spend', p.id FROM spend p JOIN source s ON s.id = source_id",
        OwnList.REASON: "SELECT name, 'end', o.id FROM outcome_change o JOIN reason ON reason.id = reason_id"
        " UNION ALL SELECT name, 'park', p.id FROM parking p JOIN reason ON reason.id = reason_id",
        OwnList.TAG: "SELECT DISTINCT name, 'lead', lead_id FROM lead_tag JOIN tag ON tag.id = tag_id",
    }[of]
    return Counter(workspace.reader.execute(sql).fetchall())


people = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES), min_size=1, max_size=3), st.sampled_from(NAMES)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(people, st.sampled_from(list(OwnList)), st.data())
def test_a_merge_keeps_all_that_was_said_and_undo_takes_it_apart(template, leads, of, data):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "law.bothhats")))
        for number, (source, labels, reason) in enumerate(leads):
            lead = a_lead(workspace, f"Lead {number}", source=source, tags=tuple(labels), campaign=source)
            workspace.campaigns.spend(100, TODAY, source_id=id_of(workspace, "source", source))
            workspace.leads.park([lead], TODAY + timedelta(days=9), TODAY, reason)
            closed(workspace, lead, list(Outcome)[number % 4], reason=reason)
        where = "WHERE kind = 'lost'" if of is OwnList.REASON else ""
        rows = workspace.reader.execute(f"SELECT id, name FROM {of.value} {where} ORDER BY id").fetchall()
        kept, kept_name = data.draw(st.sampled_from(rows))
        other, other_name = data.draw(st.sampled_from([row for row in rows if row[1] in NAMES] or rows))
        before, counted = dump(workspace), said(workspace, of)
        if kept == other:
            with pytest.raises(Refused):
                workspace.list_upkeep.merge(of, kept, other)
        else:
            workspace.list_upkeep.merge(of, kept, other)
            expected = Counter({(kept_name if n == other_name else n, k, i): 1 for n, k, i in counted})
            if of is OwnList.REASON:  # the lists of other kinds may have a reason of that name
                assert sum(said(workspace, of).values()) == sum(counted.values())
            else:
                assert said(workspace, of) == expected
            after = dump(workspace)
            tagged = [(lead, tag) for _, lead, tag in after["lead_tag"]]
            assert len(tagged) == len(set(tagged)), "nobody has a tag twice"
            workspace.journal.undo()
            assert dump(workspace) == before
            workspace.journal.redo()
            assert dump(workspace) == after
        workspace.close()


def test_a_view_that_named_the_other_names_the_kept_one(workspace):
    a_lead(workspace, "Anna", source="Fair", tags=("x", "y"))
    fair, event = id_of(workspace, "source", "Fair"), id_of(workspace, "source", "Event")
    x, y = (row.id for row in named_rows(workspace.reader, "tag"))
    workspace.views.save("Fairs", LeadFilter(source_ids=frozenset({fair}), tag_ids=frozenset({x, y})), "table")
    workspace.list_upkeep.merge(OwnList.SOURCE, event, fair)
    workspace.list_upkeep.retire(OwnList.TAG, y, TODAY)
    (view,) = saved_views(workspace.reader)
    assert view.lead_filter.source_ids == {event}
    assert view.lead_filter.tag_ids == {x}


def test_a_new_name_is_found_by_the_search(workspace):
    lead = a_lead(workspace, "Anna", tags=("vip",))
    workspace.list_upkeep.rename(OwnList.TAG, id_of(workspace, "tag", "vip"), "Regulars")
    assert workspace.reader.execute("SELECT rowid FROM lead_search WHERE notes LIKE '%regulars%'").fetchall() == [
        (lead,)
    ]


def test_what_is_retired_is_offered_no_more_stays_with_its_leads_and_comes_back(workspace):
    lead = a_lead(workspace, "Anna", source="Fair")
    closed(workspace, lead, Outcome.LOST, reason="price")
    fair, price = id_of(workspace, "source", "Fair"), id_of(workspace, "reason", "price", "lost")
    workspace.list_upkeep.retire(OwnList.SOURCE, fair, TODAY)
    workspace.list_upkeep.retire(OwnList.REASON, price, TODAY)
    assert "Fair" not in [each.name for each in sources(workspace.reader)]
    assert "price" not in reasons(workspace.reader, "lost")
    assert "price" in reasons(workspace.reader, "won"), "another list"
    assert ("Fair", "lead", lead) in said(workspace, OwnList.SOURCE)
    workspace.list_upkeep.bring_back(OwnList.SOURCE, fair)
    assert workspace.lists.add_reason("lost", "Price ") == price
    assert "price" in reasons(workspace.reader, "lost")
    assert "Fair" in [each.name for each in sources(workspace.reader)]


@pytest.mark.parametrize("name", ["", "  ", "EVENT", "event "])
def test_a_name_is_needed_and_given_once(workspace, name):
    search = id_of(workspace, "source", "Search")
    with pytest.raises(Refused):
        workspace.list_upkeep.rename(OwnList.SOURCE, search, name)
    workspace.list_upkeep.rename(OwnList.SOURCE, search, "SEARCH")
    assert "SEARCH" in [each.name for each in sources(workspace.reader)]


def test_reasons_for_winning_and_losing_never_become_one(workspace):
    with pytest.raises(Refused):
        workspace.list_upkeep.merge(
            OwnList.REASON, id_of(workspace, "reason", "price", "lost"), id_of(workspace, "reason", "price", "won")
        )


def test_a_tag_taken_away_leaves_its_leads_and_undo_gives_it_back(workspace):
    lead = a_lead(workspace, "Anna", tags=("vip", "local"))
    workspace.list_upkeep.retire(OwnList.TAG, id_of(workspace, "tag", "vip"), TODAY)
    assert tags_of(workspace.reader, [lead]) == {lead: ("local",)}
    workspace.journal.undo()
    assert tags_of(workspace.reader, [lead]) == {lead: ("local", "vip")}
    assert tags(workspace.reader) == ["local", "vip"]
