"""Saved views: kept, changed, renamed, reordered and removed in undo steps; with their counts."""

from dataclasses import replace

import pytest

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.pipeline import Hat
from bothhats.domain.problems import Refused
from bothhats.queries.filter_lists import named_rows
from bothhats.queries.views import counts, saved_views
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, stage_id

SALES = LeadFilter(hats=frozenset({Hat.SALES}))
ENDED = LeadFilter(view=View.ENDED)


def picture(workspace: Workspace) -> list[tuple[str, LeadFilter, str]]:
    """The views in their order."""
    return [(view.name, view.lead_filter, view.form) for view in saved_views(workspace.reader)]


def test_each_change_of_the_views_is_undone_and_done_again(workspace: Workspace) -> None:
    pictures = [picture(workspace)]

    def keep() -> None:
        pictures.append(picture(workspace))

    first = workspace.views.save(" Sales now ", SALES, "board")
    keep()
    second = workspace.views.save("Ended", ENDED, "table")
    keep()
    workspace.views.rename(first, "Sales")
    keep()
    workspace.views.change(second, replace(ENDED, text="roof"), "table")
    keep()
    workspace.views.order([second, first])
    keep()
    workspace.views.delete(first)
    keep()

    assert pictures[1] == [("Sales now", SALES, "board")]
    assert pictures[5] == [("Ended", replace(ENDED, text="roof"), "table"), ("Sales", SALES, "board")]
    assert pictures[6] == pictures[5][:1]
    for expected in reversed(pictures[:-1]):
        workspace.journal.undo()
        assert picture(workspace) == expected
    for expected in pictures[1:]:
        workspace.journal.redo()
        assert picture(workspace) == expected


@pytest.mark.parametrize("name", ["", "  ", "sales", "SALES "])
def test_a_name_is_needed_and_given_once(workspace: Workspace, name: str) -> None:
    workspace.views.save("Sales", SALES, "board")
    other = workspace.views.save("Other", SALES, "board")
    with pytest.raises(Refused):
        workspace.views.save(name, SALES, "board")
    with pytest.raises(Refused):
        workspace.views.rename(other, name)
    assert [each[0] for each in picture(workspace)] == ["Sales", "Other"]


def test_a_view_may_be_renamed_to_its_own_name_in_other_letters(workspace: Workspace) -> None:
    view = workspace.views.save("sales", SALES, "board")
    workspace.views.rename(view, "Sales")
    assert picture(workspace)[0][0] == "Sales"


def test_a_view_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(Refused):
        workspace.views.rename(7, "Name")
    with pytest.raises(Refused):
        workspace.views.delete(7)


def test_renamed_things_stay_in_a_view_and_gone_ones_leave_it(workspace: Workspace) -> None:
    a_lead(workspace, "Anna", "Proposal", tags=("studio", "fair"))
    tags = {row.name: row.id for row in named_rows(workspace.reader, "tag")}
    wanted = LeadFilter(tag_ids=frozenset(tags.values()), stage_ids=frozenset({stage_id(workspace, "Proposal")}))
    workspace.views.save("Studios", wanted, "board")
    with workspace.journal.step("change tags"):
        workspace.journal.connection.execute("UPDATE tag SET name = 'atelier' WHERE name = 'studio'")
        workspace.journal.connection.execute("DELETE FROM tag WHERE name = 'fair'")

    (view,) = saved_views(workspace.reader)
    assert view.lead_filter == replace(wanted, tag_ids=frozenset({tags["studio"]}))
    workspace.journal.undo()
    assert saved_views(workspace.reader)[0].lead_filter == wanted


def test_counts_are_of_the_leads_that_the_view_shows(workspace: Workspace) -> None:
    a_lead(workspace, "Anna", "Proposal")
    a_lead(workspace, "Bo")
    assert counts(workspace.reader, [SALES, LeadFilter(), ENDED], TODAY) == [1, 2, 0]
