"""The models of lanes and table under Qt's own tester, while leads come, move, go and come back."""

import random

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from bothhats.domain.lead import NextStep
from bothhats.domain.lead_filter import LeadFilter, Order
from bothhats.domain.pipeline import Outcome
from bothhats.queries.lead_list import lead_ids
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, LeadIdRole, LeadModel
from bothhats.ui.pages.pipeline.table_model import BOX, LeadTableModel
from builders import TODAY, a_lead, closed, stage_id

CHECKED = Qt.CheckState.Checked


def watch(model: LeadModel, context: Context, order: str) -> None:
    """Keep a model at what the file says, as the page does."""

    def follow(changes: object) -> None:
        model.show_ids(lead_ids(context.workspace.reader, LeadFilter(), TODAY, 2, [Order(order)]))
        model.forget(changes.lead_ids)

    context.feed.committed.connect(follow)
    model.show_ids(lead_ids(context.workspace.reader, LeadFilter(), TODAY, 2, [Order(order)]))


def under_tester(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Qt's tester, for which any contradiction is fatal."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def shown(model: LeadModel) -> list[tuple[int, str]]:
    """Ids and names as a view gets them."""
    column = 1 if isinstance(model, LeadTableModel) else 0
    indexes = [model.index(row, column) for row in range(model.rowCount())]
    return [(index.data(LeadIdRole), index.data()) for index in indexes]


@pytest.mark.parametrize("make", [LeadModel, LeadTableModel])
@pytest.mark.parametrize("seed", range(4))
def test_random_changes_and_all_their_undoing_leave_the_model_right(context: Context, make: type, seed: int) -> None:
    chance, workspace = random.Random(seed), context.workspace
    ids = [a_lead(workspace, f"Lead {number}", value=number * 100) for number in range(12)]
    model = make(context, Settings())
    tester = under_tester(model)
    watch(model, context, "due")
    start, done = shown(model), []
    context.feed.committed.connect(done.append)
    steps = [
        lambda one: workspace.leads.edit(one, {"name": f"Renamed {chance.random()}"}),
        lambda one: workspace.follow_ups.snooze([one], TODAY.replace(day=chance.randint(7, 30)), TODAY),
        lambda one: closed(workspace, one, Outcome.LOST),
        lambda _one: a_lead(workspace, f"New {chance.random()}"),
        lambda one: workspace.leads.bin([one]),
    ]
    for _ in range(25):
        chance.choice(steps)(chance.choice(ids))
        by_id = dict(workspace.reader.execute("SELECT id, display_name FROM lead").fetchall())
        right = lead_ids(workspace.reader, LeadFilter(), TODAY)
        assert shown(model) == [(lead_id, by_id[lead_id]) for lead_id in right]
    for _ in range(len(done)):
        workspace.journal.undo()
    assert shown(model) == start
    assert tester.model() is model


def test_one_changed_lead_repaints_one_row_and_moves_none(context: Context, qtbot) -> None:
    ids = [a_lead(context.workspace, name) for name in ("Anna", "Bo", "Cy")]
    model = LeadModel(context, Settings())
    watch(model, context, "name")
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.dataChanged) as repaint:
        context.workspace.leads.edit(ids[1], {"value": 500})
    assert (repaint.args[0].row(), repaint.args[1].row()) == (1, 1)


def test_a_row_is_a_sentence_for_screen_readers_never_the_short_forms(context: Context) -> None:
    lead_id = a_lead(context.workspace, "Leo Marchetti", "Proposal", company="Marchetti Gelato", value=3600_00)
    context.workspace.follow_ups.set([lead_id], NextStep(TODAY, "Ask what he thought of the quote"), TODAY)
    a_lead(context.workspace, "Kit Rosen")
    model = LeadModel(context, Settings(currency="GBP"))
    watch(model, context, "name")

    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        "Kit Rosen. 2 days of the promise left. New, no value yet.",
        "Leo Marchetti, Marchetti Gelato. Ask what he thought of the quote. today. Proposal, £3,600.",
    ]


def test_a_drag_carries_each_lead_once_from_top_to_bottom(context: Context) -> None:
    first, second = a_lead(context.workspace, "Anna"), a_lead(context.workspace, "Bo")
    model = LeadTableModel(context, Settings())
    watch(model, context, "name")
    indexes = [model.index(row, column) for row in (1, 0) for column in (1, 2)]
    assert bytes(model.mimeData(indexes).data(LEAD_MIME).data()).decode() == f"{first} {second}"


def test_a_checked_lead_stays_checked_in_another_order_and_not_when_it_is_gone(context: Context, qtbot) -> None:
    first, second = a_lead(context.workspace, "Anna", value=1), a_lead(context.workspace, "Bo", value=2)
    model = LeadTableModel(context, Settings())
    watch(model, context, "name")
    assert model.setData(model.index(0, BOX), CHECKED.value, Qt.ItemDataRole.CheckStateRole)
    model.show_ids([second, first])
    assert model.checked_ids == [first]
    assert model.index(1, BOX).data(Qt.ItemDataRole.CheckStateRole) == CHECKED
    with qtbot.waitSignal(model.checks_changed):
        context.workspace.leads.bin([first])
    assert model.checked_ids == []
    context.workspace.journal.undo()
    assert model.checked_ids == []


def test_a_cell_says_what_is_absent_with_a_dash(context: Context) -> None:
    a_lead(context.workspace, "Anna")
    model = LeadTableModel(context, Settings())
    watch(model, context, "name")
    texts = {model.headerData(at, Qt.Orientation.Horizontal): model.index(0, at).data() for at in range(1, 12)}
    assert {name for name, text in texts.items() if text == "–"} == {"Value", "Source", "Campaign", "Last touch"}
    assert texts["Stage"] == "New"
    assert texts["Qualified"] == "not yet"
    assert stage_id(context.workspace, "New")
