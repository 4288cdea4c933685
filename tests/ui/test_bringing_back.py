"""A JSON export comes back as a file of its own; the one that is open stays."""

import pytest
from PySide6.QtWidgets import QFileDialog

from bothhats.domain.export_form import Export, Form
from bothhats.operations.exporting import export
from bothhats.ui.bringing_back import BringingBack
from bothhats.ui.widgets.toast import Toast
from bothhats.workspace import Workspace
from builders import a_lead, board


@pytest.fixture
def bringing(context, window, workspace, tmp_path, monkeypatch):
    """Asked nothing: `out.json` becomes the file in `place`, and `started` is told."""
    a_lead(workspace, "Anna")
    export(workspace.path, tmp_path / "out.json", Export(Form.JSON))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "out.json"), ""))
    window.toast = Toast(window, "Undo")
    started = []
    made = BringingBack(context, window, started.append)
    made.started, made.place = started, tmp_path / "back.bothhats"
    made.ask_place = lambda *_about: made.place
    return made


def test_it_becomes_a_new_file_that_is_opened(bringing, workspace, qtbot):
    a_lead(workspace, "Bo")
    bringing.ask()
    qtbot.waitUntil(lambda: bringing.started == [bringing.place])
    back = Workspace(bringing.place)
    assert board(back) == {"New": ["Anna"]}
    back.close()
    assert board(workspace) == {"New": ["Anna", "Bo"]}


def test_a_file_with_leads_and_what_is_no_export_are_refused_with_a_sentence(bringing, context, workspace, tmp_path):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    bringing.place = workspace.path
    bringing.ask()
    (tmp_path / "out.json").write_text("{", encoding="utf-8")
    bringing.place = tmp_path / "new.bothhats"
    bringing.ask()
    assert [each.message for each in problems] == [
        "A JSON export only fills an empty file, and this one is not.",
        "The file is no JSON, or not all of it is there.",
    ]
    assert not bringing.place.exists()
    assert bringing.started == []
