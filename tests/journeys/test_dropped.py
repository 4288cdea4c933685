"""People dropped on the window or pasted: they become drafts, one after the other, and nothing is added unasked."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from builders import a_lead

TODAY = date(2026, 10, 6)
CARDS = (
    "BEGIN:VCARD\nFN:Jo Penrose\nEMAIL:jo@penrose.example\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Ek\nTEL:123456\nEND:VCARD\n"
)


@pytest.fixture
def app(launch):
    return launch(TODAY)


def drop(window, mime) -> bool:
    """Drag something onto the window and let it go; whether the window took it."""
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), Qt.DropAction.CopyAction, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, left, none))
    return enter.isAccepted()


def files(*paths) -> QMimeData:
    """Files, as a file manager drags them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def names(app) -> list[str]:
    return [row[0] for row in app.rows("SELECT display_name FROM lead ORDER BY id")]


def test_each_card_of_a_dropped_file_is_asked_about_and_undo_takes_one_back(app, tmp_path, keyboard, qtbot):
    (tmp_path / "people.vcf").write_text(CARDS)
    keyboard.walk(lambda _dialog: keyboard.press("Return"), lambda _dialog: keyboard.press("Return"))
    assert drop(app.window, files(tmp_path / "people.vcf"))
    qtbot.waitUntil(lambda: names(app) == ["Jo Penrose", "Bo Ek"])
    app.workspace.journal.undo()
    assert names(app) == ["Jo Penrose"]
    app.workspace.journal.redo()
    assert app.rows("SELECT email, phone FROM lead") == [("jo@penrose.example", ""), ("", "123456")]


def test_a_cancelled_card_ends_it_and_says_what_was_left_out(app, tmp_path, keyboard, qtbot):
    (tmp_path / "people.vcf").write_text(CARDS)
    keyboard.answer(lambda dialog: dialog.reject())
    with qtbot.waitSignal(app.context.navigation.told) as told:
        drop(app.window, files(tmp_path / "people.vcf"))
        qtbot.waitUntil(lambda: bool(told.args), timeout=3000)
    assert names(app) == []


def test_dropped_text_opens_quick_add_with_it(app, keyboard, qtbot):
    mime = QMimeData()
    mime.setText("Jo Penrose\nOwner\nPenrose Plants Ltd\njo@penrose.example")
    keyboard.answer(lambda _dialog: keyboard.press("Return"))
    assert drop(app.window, mime)
    qtbot.waitUntil(lambda: bool(names(app)))
    assert app.rows("SELECT name, role, company, email FROM lead") == [
        ("Jo Penrose", "Owner", "Penrose Plants Ltd", "jo@penrose.example")
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.vcf", b"PK\x03\x04 binary", "x.vcf is no text."),
        ("x.eml", b"\x00" * 50, "x.eml is no text."),
        ("x.txt", b"a" * 5_000_001, "x.txt is too large for one lead."),
        ("gone.vcf", None, "gone.vcf cannot be read."),
    ],
)
def test_what_cannot_be_read_is_said(app, tmp_path, name, content, sentence):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert drop(app.window, files(tmp_path / name))
    assert app.window.banner.words.startswith(sentence)
    assert names(app) == []


def test_other_files_are_not_taken(app, tmp_path):
    assert not drop(app.window, files(tmp_path / "picture.png"))
    assert not drop(app.window, QMimeData())


def test_the_clipboard_becomes_a_lead_by_key_and_an_empty_one_is_said(app, keyboard):
    app.window.show_place("pipeline")
    QApplication.clipboard().setText("")
    app.window.run("lead.paste")
    assert app.window.banner.words.startswith("The clipboard holds no text.")
    QApplication.clipboard().setText("Bo Ek, Acme")
    keyboard.answer(lambda _dialog: keyboard.press("Return"))
    app.window.run("lead.paste")
    assert names(app) == ["Bo Ek"]


def test_control_v_on_the_board_pastes_and_in_a_field_it_is_a_field_like_any_other(app, keyboard, qtbot):
    a_lead(app.workspace, "Anna")
    page = app.window.show_place("pipeline")
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    QApplication.clipboard().setText("Bo Ek, Acme")
    page.search.setFocus()
    keyboard.press("Ctrl+V")
    assert page.search.text() == "Bo Ek, Acme"
    page.search.clear()
    page.enter_list()
    keyboard.answer(lambda _dialog: keyboard.press("Return"))
    keyboard.press("Ctrl+V")
    assert names(app) == ["Anna", "Bo Ek"]


def test_a_dropped_list_is_imported(app, tmp_path, qtbot):
    (tmp_path / "leads.csv").write_text("Name,Email\nJo Penrose,jo@penrose.example\n")
    assert drop(app.window, files(tmp_path / "leads.csv"))
    page = app.window.pages["import"]
    qtbot.waitUntil(lambda: page.outlook is not None)
    assert app.window.place == "import"
    assert [lead.facts.texts["name"] for lead in page.outlook.plan.creates] == ["Jo Penrose"]
    assert names(app) == []
