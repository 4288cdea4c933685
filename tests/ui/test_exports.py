"""Exports from the window: chosen, written beside it, told with the way to the file; what hinders is a sentence."""

import csv
import json

import pytest

from bothhats.domain.export_form import Export, Form
from bothhats.exchange.csv_reader import read_csv
from bothhats.ui.background import JobRunner
from bothhats.ui.dialogs.export_leads import Choice, ExportLeads
from bothhats.ui.exports import Exports
from bothhats.ui.widgets.toast import Toast
from builders import a_lead, talked
from workers import ByHand


@pytest.fixture
def toast(window):
    return Toast(window, "Undo")


@pytest.fixture
def exports(context, window, toast, tmp_path):
    """Exports that are asked nothing: what is in `answer`, to the place in `place`."""
    made = Exports(context, window, toast, context.jobs)
    made.answer, made.place, made.opened = Export(Form.CSV), tmp_path / "out.csv", []
    made.ask_export = lambda _parent, _choices: made.answer
    made.ask_place = lambda _parent, _folder, _name, _kinds, _title: made.place
    made.open_url = made.opened.append
    return made


def test_what_is_chosen_is_written_and_told_with_the_way_to_it(exports, workspace, toast, tmp_path, context):
    a_lead(workspace, "Anna")
    exports.ask([Choice("All leads", None)])
    assert toast.words == "1 lead exported as out.csv"
    assert [row[1] for row in read_csv(exports.place.read_bytes()).rows] == ["Anna"]
    toast.act_button.click()
    assert exports.opened[0].toLocalFile() == str(tmp_path)
    assert context.kept.export_folder == str(tmp_path)


def test_nothing_is_written_when_a_question_is_left(exports, workspace, toast, tmp_path):
    before = sorted(tmp_path.iterdir())
    exports.answer = None
    exports.ask([Choice("All leads", None)])
    exports.answer, exports.place = Export(Form.CSV), None
    exports.ask([Choice("All leads", None)])
    assert (toast.words, sorted(tmp_path.iterdir())) == ("", before)


def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    exports, workspace, toast, tmp_path, context
):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    exports.place = tmp_path / "gone" / "out.csv"
    exports.ask([Choice("All leads", None)])
    folder = tmp_path / "taken.csv"
    folder.mkdir()
    exports.place = folder
    exports.ask([Choice("All leads", None)])
    assert [each.message for each in problems] == [
        f"{tmp_path / 'gone' / 'out.csv'} cannot be written.",
        f"{folder} cannot be written.",
    ]
    assert toast.isHidden()
    assert list(folder.iterdir()) == []


def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(context, window, toast, workspace, tmp_path, qtbot):
    for number in range(3):
        a_lead(workspace, f"Lead {number}")
    hands = ByHand()
    exports = Exports(context, window, toast, JobRunner(hands))
    exports.ask_export = lambda _parent, _choices: Export(Form.CSV)
    exports.ask_place = lambda *_about: tmp_path / "out.csv"
    exports.ask([Choice("All leads", None)])
    exports._long.stop()
    exports._on_far(1200, 3000)
    assert toast.words == "Exporting 1,200 of 3,000"
    assert not toast.timer.isActive()
    toast.act_button.click()
    hands.turn()
    assert toast.words == "Nothing was exported."
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("ending", [".txt", ".json"])
def test_everything_about_one_person_goes_out_to_be_read_or_for_a_program(exports, workspace, toast, tmp_path, ending):
    lead_id = a_lead(workspace, "Anna & <b>Co</b>")
    talked(workspace, lead_id, note="on the phone")
    exports.place = tmp_path / f"anna{ending}"
    exports.ask_person(lead_id)
    text = exports.place.read_text(encoding="utf-8")
    assert "on the phone" in text
    if ending == ".json":
        assert json.loads(text)["tables"]["touch"][0]["note"] == "on the phone"
    assert toast.words == f"Everything about Anna & <b>Co</b> is in anna{ending}"


def choices():
    return [Choice("2 leads", [1, 2]), Choice("Open leads", [1, 2, 3], ("name", "value")), Choice("All leads", None)]


def test_the_dialog_answers_with_what_is_chosen(window, qtbot):
    dialog = ExportLeads(window, choices())
    dialog.show()
    assert dialog.answer == Export(Form.XLSX, [1, 2])
    assert dialog.columns.isHidden()
    dialog.leads.choose(1)
    dialog.columns.choose(1)
    assert dialog.answer == Export(Form.XLSX, [1, 2, 3], columns=("name", "value"))
    dialog.forms[Form.CSV].setChecked(True)
    dialog.lossless.setChecked(True)
    assert dialog.answer == Export(Form.CSV, [1, 2, 3], is_lossless=True, columns=("name", "value"))
    dialog.forms[Form.VCARD].setChecked(True)
    assert dialog.answer == Export(Form.VCARD, [1, 2, 3])
    dialog.forms[Form.JSON].setChecked(True)
    assert (dialog.answer, dialog.leads.isEnabled()) == (Export(Form.JSON), False)
    dialog.reject()


def test_a_view_goes_out_as_it_stands_in_the_table(context, window, workspace, tmp_path, qtbot, toast):
    from bothhats.ui.pages.pipeline.page import PipelinePage

    a_lead(workspace, "Anna", value=100)
    a_lead(workspace, "Bo", value=900)
    page = PipelinePage(context)
    qtbot.addWidget(page)
    page.show()
    page.form.choose(1)
    page.table.look.show_column("company", is_shown=False)
    page.table_model.sort(4)
    shown = page.shown_leads()
    assert shown.words == "Open leads"
    assert shown.columns == [
        "name",
        "stage",
        "value",
        "source",
        "follow_up_on",
        "next_step",
        "last_touch_on",
        "qualified",
    ]
    exports = Exports(context, window, toast, context.jobs)
    exports.ask_export = lambda _parent, offered: Export(Form.CSV, offered[0].lead_ids, columns=offered[0].columns)
    exports.ask_place = lambda *_about: tmp_path / "view.csv"
    exports.ask([Choice(shown.words, shown.ids, shown.columns)])
    rows = list(csv.DictReader((tmp_path / "view.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == [row[0] for row in _names(workspace, shown.ids)]
    assert "company" not in rows[0]


def _names(workspace, ids):
    return [workspace.reader.execute("SELECT name FROM lead WHERE id = ?", (each,)).fetchone() for each in ids]
