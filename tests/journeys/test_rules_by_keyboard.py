"""The rules of the business set with the keyboard alone, in the whole window; then the evidence leads to its leads."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Verdict
from bothhats.queries.definitions import definition_in_force, definitions
from bothhats.queries.goals import read_goals
from bothhats.queries.lists import reasons, stages
from bothhats.ui.pages.playbook.goals_part import GoalCell
from bothhats.ui.pages.playbook.list_card import NameField
from builders import a_lead, stage_id

TODAY = date(2026, 10, 6)


@pytest.fixture
def app(launch, qtbot, keyboard):
    """The window at the Playbook, gone to by its key."""
    launched = launch(TODAY)
    launched.window.activateWindow()
    qtbot.waitUntil(launched.window.isActiveWindow)
    keyboard.press("Ctrl+5")
    return launched


def here() -> str:
    """What has the focus."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() or str(widget.property("text"))


def test_stages_reasons_and_goals_in_few_keys_and_the_windows_undo_reaches_into_the_fields(app, keyboard):
    reader = app.workspace.reader
    assert here() == "Parts of the Playbook"
    keyboard.press("Down", "Return")
    assert here() == "New stage"
    keyboard.type("Trial")
    keyboard.press("Return")
    assert "Trial" in [stage.name for stage in stages(reader)]
    keyboard.press("Ctrl+Z")
    assert "Trial" not in [stage.name for stage in stages(reader)], "nothing typed is left: it is the window's"
    keyboard.type("Tr")
    keyboard.press("Ctrl+Z")
    assert here() == "New stage"
    assert QApplication.focusWidget().text() == "", "here it was the typing"
    keyboard.press("Ctrl+Shift+Z")
    keyboard.press("Alt+K", "Down")
    assert isinstance(QApplication.focusWidget(), NameField)
    keyboard.press("Ctrl+A")
    keyboard.type("no money yet")
    keyboard.press("Return")
    assert "no money yet" in reasons(reader, "parked")
    keyboard.press("Ctrl+Z")
    assert "no budget yet" in reasons(reader, "parked")
    assert QApplication.focusWidget().text() == "no budget yet"
    app.window.show_place("playbook").show_part("goals")
    assert isinstance(QApplication.focusWidget(), GoalCell)
    for goal in ("14", "9", "4", "7000", "95"):
        keyboard.type(goal)
        keyboard.press("Return")
    assert read_goals(reader, "2026-10")["revenue"] == 700000
    keyboard.press("Ctrl+Z")
    assert "promise" not in read_goals(reader, "2026-10")


def test_the_definition_is_written_judged_by_and_its_evidence_opens_the_pipeline(app, keyboard, qtbot):
    workspace = app.workspace
    playbook = app.window.show_place("playbook")
    playbook.show_part("definition")
    assert here() == "Write it"
    keyboard.press("Return")
    keyboard.type("Owner-run")
    keyboard.press("Ctrl+Return")
    version = definition_in_force(workspace.reader, TODAY)
    assert [each.text for each in version.criteria] == ["Owner-run"]
    arrived = date(2026, 8, 4)
    leads = [a_lead(workspace, name, today=arrived) for name in ("Anna", "Bo", "Cy")]
    for lead in leads[:2]:
        step = version.criteria[0].step
        workspace.leads.judge(lead, Judging(step, Verdict.MET, {version.criteria[0].id: "yes"}), TODAY)
    workspace.leads.move([leads[0]], stage_id(workspace, "In conversation"), TODAY)
    qtbot.waitUntil(lambda: not app.context.jobs.is_busy)
    keyboard.press("Tab", "Tab")
    assert here() == "Met it: 1 of 2 talked, none closed"
    keyboard.press("Return")
    pipeline = app.window.show_place("pipeline")
    assert pipeline.filter.ids == frozenset(leads[:2])
    assert pipeline.filter.ids_words == "Definition: met it"
    assert len(definitions(workspace.reader)) == 1
