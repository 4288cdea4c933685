"""Content: what waits for an answer, a new piece, its states, its use, and its text with a lead's name."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead import AssetUsed
from builders import TODAY, a_lead, closed, talked


def day(ago: int):
    return TODAY - timedelta(days=ago)


@pytest.fixture
def part(playbook, workspace):
    anna, bea = a_lead(workspace, "Anna Berg", arrived_on=day(120)), a_lead(workspace, "Bea", arrived_on=day(120))
    for lead in (anna, bea):
        talked(workspace, lead, day(40), heard="Is switching a hassle?")
    price = workspace.objections.add("objection", "Too dear", day(200))
    page = workspace.assets.add("pricing", "Prices", day(100), "live", answers=[price])
    workspace.assets.add("deck", "Old deck", day(300), "live")
    workspace.assets.add("post", "Gone", day(300), "retired")
    talked(workspace, anna, day(10), assets=(AssetUsed(page, True),))
    talked(workspace, bea, day(9), assets=(AssetUsed(page),))
    closed(workspace, anna)
    playbook.show_part("content")
    part = playbook.parts["content"]
    part.table.setFocus()
    return part


def titles(part) -> list[str]:
    return [row.cells[0].text for row in part.table.rows]


def test_each_piece_tells_its_use_and_retired_ones_are_folded(part, playbook):
    assert [[cell.text for cell in row.cells[2:5]] for row in part.table.rows] == [
        ["2 people", "1 of 1", "live"],
        ["nobody yet", "–", "live, not used"],
    ]
    assert playbook.header.sentence == "Two live assets. One phrase that people keep saying has no answer."
    assert part.retired_button.text() == "1 retired asset"
    part.retired_button.click()
    assert titles(part) == ["Prices", "Old deck", "Gone"]


def test_what_waits_for_an_answer_begins_a_piece_that_answers_it(part, keyboard, context):
    (chip,) = part.open_chips
    assert chip.text() == "Is switching a hassle? 2 people"
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press("Return")
    assert QApplication.focusWidget() is part.detail.fields.title
    keyboard.type("Switching checklist")
    keyboard.press("Return")
    part.detail.fields.state_choice.choose(2)
    keyboard.press("Esc")
    assert titles(part) == ["Prices", "Old deck", "Switching checklist"]
    assert part.table.rows[2].cells[1].text == "“Is switching a hassle?”"
    assert not part.open_card.isVisible()
    context.workspace.journal.undo()
    assert part.open_card.isVisible(), "it is no longer live"


def test_a_new_piece_that_is_left_without_a_title_keeps_what_was_typed(part, keyboard):
    part.new_button.click()
    part.detail.fields.text.setFocus()
    keyboard.type("Hello {first name}")
    keyboard.press("Esc")
    assert "Untitled" in titles(part)
    part.new_button.click()
    keyboard.press("Esc")
    assert titles(part).count("Untitled") == 1


def test_a_blank_title_is_refused_and_the_old_one_stands_again(part, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    keyboard.press("Return")
    part.detail.fields.title.selectAll()
    keyboard.press("Backspace", "Tab")
    assert (part.detail.fields.title.text(), len(told)) == ("Prices", 1)


def test_an_open_piece_tells_to_whom_it_went_and_what_came_of_it(part, keyboard, context):
    keyboard.press("Return")
    detail = part.detail
    assert detail.use.told.text() == (
        "Sent or shown to 2 people. It helped 1 of 1 times. Present in 1 of 1 win since it went live."
    )
    assert [bar.tall for bar in detail.use.bars.bars][-2:] == [2, 0]
    first = detail.people.rows[0]
    assert first.lead_button.text() == "Bea"
    first.lead_button.setFocus()
    keyboard.press("Tab", "Left")
    assert first.verdict.isAncestorOf(QApplication.focusWidget()), "the focus stays where the verdict was given"
    rows = context.workspace.reader.execute("SELECT helped FROM asset_use ORDER BY id").fetchall()
    assert rows == [(1,), (0,)]
    assert "It helped 1 of 2 times." in detail.use.told.text()
    context.workspace.journal.undo()
    assert first.verdict.value == "unsure"
    opened = []
    context.navigation.lead_requested.connect(opened.append)
    first.lead_button.setFocus()
    keyboard.press("Return")
    assert opened == [2]


def test_what_nobody_has_got_is_offered_to_be_retired(part, keyboard, context):
    keyboard.press("Down", "Return")
    use = part.detail.use
    assert use.told.text() == "Nobody has got this yet. Retire it?"
    use.retire_button.click()
    assert not use.retire_button.isVisible()
    part.close_row()
    assert titles(part) == ["Prices"]
    context.workspace.journal.undo()
    assert titles(part) == ["Prices", "Old deck"]


def test_the_text_is_kept_on_leaving_and_copied_with_a_lead_s_name(part, keyboard, context):
    told = []
    context.navigation.told.connect(told.append)
    keyboard.press("Return")
    fields = part.detail.fields
    fields.text.setFocus()
    keyboard.type("Hello {first name} of {company}")
    keyboard.press("Tab")
    assert QApplication.focusWidget() is fields.copier.person_field.line
    keyboard.type("anna")
    keyboard.press("Return")
    fields.copier.copy_button.click()
    assert QApplication.clipboard().text() == "Hello Anna of {company}"
    assert told == ["Copied for Anna Berg; nothing is known for {company}."]
    assert context.workspace.reader.execute("SELECT text FROM asset WHERE id = 1").fetchone() == (
        "Hello {first name} of {company}",
    )


class Browser(QObject):
    """Takes the links that the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser():
    browser = Browser()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, browser, "take")
    yield browser
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_link_or_a_file_is_handed_to_the_system_and_one_that_is_gone_is_said(part, keyboard, context, browser):
    told = []
    context.navigation.problem_raised.connect(told.append)
    beside = context.workspace.path.parent / "Welcome.pdf"
    beside.write_text("x")
    keyboard.press("Return")
    fields = part.detail.fields
    for place in ("holt.example/prices", "Welcome.pdf", str(beside), "Gone.pdf", ""):
        fields.place.setText(place)
        fields.place.keep()
        fields.open_button.click()
    file = QUrl.fromLocalFile(str(beside)).toString()
    assert browser.opened == ["https://holt.example/prices", file, file]
    assert [str(problem) for problem in told] == [
        "Gone.pdf is not there. Choose the file again.",
        "No link and no file stands there. Paste a link, or choose a file.",
    ]


def test_what_is_being_typed_survives_a_commit(part, keyboard, context):
    keyboard.press("Return")
    fields = part.detail.fields
    fields.text.setFocus()
    keyboard.type("Half a sen")
    context.workspace.objections.add("question", "Another?", TODAY)
    assert (fields.text.toPlainText(), QApplication.focusWidget()) == ("Half a sen", fields.text)


def test_insert_begins_a_new_piece_and_a_part_that_is_asked_for_has_the_focus(part, keyboard, playbook):
    playbook.show_part("claims")
    assert QApplication.focusWidget() is playbook.parts["claims"].text, "nothing is there but the field for a new one"
    playbook.show_part("content")
    assert part.table.hasFocus()
    keyboard.press("Ins")
    assert QApplication.focusWidget() is part.detail.fields.title
    playbook.nav.setFocus()
    keyboard.press("Return")
    assert QApplication.focusWidget() is part.detail.fields.title
