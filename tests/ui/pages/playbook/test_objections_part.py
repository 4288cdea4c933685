"""The ledger of objections and questions, by the keyboard: open, reword, answer, merge, split, correct, retire."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bothhats.domain.pipeline import Outcome
from builders import TODAY, a_lead, closed, talked


def day(ago: int):
    return TODAY - timedelta(days=ago)


@pytest.fixture
def heard(workspace):
    """Three leads asked about switching, one of them in September of last year, and one finds it dear."""
    anna, bea, cy = (a_lead(workspace, name, arrived_on=day(400)) for name in ("Anna", "Bea", "Cy"))
    talked(workspace, cy, day(390), heard="Is switching a hassle?", words="long ago")
    talked(workspace, anna, day(5), heard="Is switching a hassle?", words="what of my till")
    talked(workspace, bea, day(4), heard="Is switching a hassle?", words="much work?")
    talked(workspace, bea, day(3), heard="Too dear", words="hm")
    closed(workspace, bea, Outcome.LOST)
    return workspace


@pytest.fixture
def part(playbook, heard):
    playbook.show_part("objections")
    part = playbook.parts["objections"]
    part.table.setFocus()
    return part


def texts(part, column: int = 0) -> list[str]:
    return [row.cells[column].text for row in part.table.rows]


def test_the_most_heard_of_the_chosen_time_come_first_with_what_became_of_them(part, playbook):
    assert texts(part) == ["“Is switching a hassle?”", "“Too dear”"]
    assert texts(part, 1) == ["2 people", "1 person"]
    assert texts(part, 2) == ["1 open, 1 lost", "1 lost"]
    assert playbook.header.sentence == (
        "Two phrases heard in 90 days. One phrase that people keep saying has no answer."
    )
    part.span.choose(2)
    assert texts(part, 1) == ["3 people", "1 person"]
    assert part.table.rows[0].words.startswith("Is switching a hassle?, objection, 3 people, ")
    assert playbook.header.sentence.startswith("Two phrases heard so far.")


def test_enter_opens_a_row_and_escape_goes_back_to_it(part, keyboard):
    keyboard.press("Down", "Return")
    assert part.detail.text.text() == "Too dear"
    assert QApplication.focusWidget() is part.detail.hearings.rows[0].lead_button
    keyboard.press("Esc")
    assert part.detail is None
    assert (part.table.hasFocus(), part.table.currentIndex().row()) == (True, 1)


def test_enter_on_a_hearing_opens_its_lead(part, keyboard, context):
    opened = []
    context.navigation.lead_requested.connect(opened.append)
    keyboard.press("Return", "Return")
    assert opened == [2]


def test_a_new_one_is_typed_and_the_same_words_are_refused_and_stay(part, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    part.text.setFocus()
    keyboard.type("Who does the work?")
    keyboard.press("Return")
    assert "“Who does the work?”" in texts(part)
    assert part.text.text() == ""
    keyboard.type("too DEAR")
    keyboard.press("Return")
    assert (part.text.text(), len(told)) == ("too DEAR", 1)


def test_it_is_reworded_and_undo_brings_the_words_back(part, keyboard, context):
    keyboard.press("Return")
    part.detail.text.setFocus()
    part.detail.text.selectAll()
    keyboard.type("Is it hard to switch?")
    keyboard.press("Return")
    part.close_row()
    assert texts(part)[0] == "“Is it hard to switch?”"
    context.workspace.journal.undo()
    assert texts(part)[0] == "“Is switching a hassle?”"


def test_words_of_another_are_refused_and_the_old_ones_stand_again(part, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    keyboard.press("Return")
    part.detail.text.setFocus()
    part.detail.text.selectAll()
    keyboard.type("Too dear")
    keyboard.press("Tab")
    assert (len(told), part.detail.text.text()) == (1, "Is switching a hassle?")


def test_content_is_picked_or_made_as_an_answer_and_only_live_content_answers(part, keyboard, context, playbook):
    workspace = context.workspace
    workspace.assets.add("page", "Switching checklist", TODAY, "live")
    keyboard.press("Return")
    part.detail.answers.setFocus()
    keyboard.type("A video of a sw")
    keyboard.press("Return")
    assert [chip.text() for chip in part.detail.answers.chips] == ["A video of a sw · drafting"]
    assert "keep saying has no answer" in playbook.header.sentence
    keyboard.type("check")
    keyboard.press("Return")
    assert "keep saying" not in playbook.header.sentence
    part.close_row()
    assert texts(part, 3)[0] == "Switching checklist"
    workspace.journal.undo()
    assert texts(part, 3)[0] == "A video of a sw, not live yet"


def test_two_that_mean_the_same_are_merged_and_the_other_one_is_shown(part, keyboard, context):
    keyboard.press("Down", "Return")
    part.detail.same.setFocus()
    keyboard.type("switch")
    keyboard.press("Return")
    assert part.detail.text.text() == "Is switching a hassle?"
    assert part.detail.hearings.title.text() == "Hear&d 4 times"
    part.close_row()
    assert texts(part) == ["“Is switching a hassle?”"]
    context.workspace.journal.undo()
    assert texts(part) == ["“Is switching a hassle?”", "“Too dear”"]


def test_ticked_hearings_are_split_off_as_something_new(part, keyboard, context):
    keyboard.press("Return")
    row = next(row for row in part.detail.hearings.rows if row.words.text() == "what of my till")
    row.box.setFocus()
    assert not part.detail.hearings.split_row.isVisible()
    keyboard.press("Space")
    part.detail.hearings.split_field.setFocus()
    keyboard.type("Does it work with our till?")
    keyboard.press("Return")
    assert part.detail.hearings.title.text() == "Hear&d 2 times"
    assert not part.detail.hearings.split_row.isVisible()
    part.close_row()
    assert "“Does it work with our till?”" in texts(part)
    context.workspace.journal.undo()
    context.workspace.journal.redo()
    assert "“Does it work with our till?”" in texts(part)


def test_their_words_are_corrected_in_place_while_the_other_rows_stay(part, keyboard, context):
    keyboard.press("Return")
    first, second, _ = part.detail.hearings.rows
    first.words.setFocus()
    first.words.selectAll()
    keyboard.type("is it much work?")
    second.words.setFocus()
    keyboard.type("!")
    assert part.detail.hearings.rows[0] is first
    assert second.words.text().endswith("!"), "a commit meanwhile takes nothing that is being typed"
    rows = context.workspace.reader.execute("SELECT words FROM hearing ORDER BY id").fetchall()
    assert rows[2] == ("is it much work?",)
    keyboard.press("Tab", "Return")
    assert part.detail.hearings.title.text() == "Hear&d 2 times", "the x takes it away"


def test_a_retired_one_goes_to_the_end_and_is_no_longer_asked_for(part, keyboard, playbook):
    keyboard.press("Return")
    part.detail.retire_button.click()
    assert part.detail.retire_button.text() == "Listen for it again"
    part.close_row()
    assert texts(part) == ["“Too dear”", "“Is switching a hassle?”"]
    assert part.foot.text() == "1 no longer listened for"
    assert "keep saying" not in playbook.header.sentence


def test_searching_leaves_only_what_holds_the_words(part, keyboard):
    part.search.setFocus()
    keyboard.type("dear")
    assert texts(part) == ["“Too dear”"]
    keyboard.press("Down")
    assert part.table.hasFocus()


def test_an_open_row_that_undo_takes_away_goes_back_to_the_table(part, keyboard, context):
    part.text.setFocus()
    keyboard.type("Why?")
    keyboard.press("Return")
    place = texts(part).index("“Why?”")
    part.table.go_to(place)
    part.table.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press("Return")
    context.workspace.journal.undo()
    assert part.detail is None


def test_names_and_words_of_any_script_are_shown_as_they_are(playbook, workspace):
    lead = a_lead(workspace, "<b>نور</b> & Söhne 🎩" * 4)
    talked(workspace, lead, TODAY, heard="<i>Zu teuer</i> & غالي؟ 🤔" * 6, words="<u>x</u> & y")
    playbook.show_part("objections")
    part = playbook.parts["objections"]
    part.table.setFocus()
    part.open_row(1)
    assert part.detail.hearings.rows[0].words.text() == "<u>x</u> & y"
    assert (
        "&&" in part.detail.hearings.rows[0].lead_button.text()
        or "…" in part.detail.hearings.rows[0].lead_button.text()
    )


def test_the_key_of_the_hearings_goes_to_the_first_lead_and_opens_nobody(part, keyboard, context, qtbot):
    keyboard.press("Return")
    part.detail.text.setFocus()
    opened = []
    context.navigation.lead_requested.connect(opened.append)
    keyboard.press("Alt+D")
    first = part.detail.hearings.rows[0].lead_button
    assert QApplication.focusWidget() is first
    assert not first.isDown(), "a button as the label's buddy would be pressed, and clicked in a moment"
    assert opened == []


def test_half_a_line_is_kept_when_the_window_closes_and_escape_takes_it_back(part, keyboard, context, window):
    keyboard.press("Return")
    words = part.detail.hearings.rows[0].words
    words.setFocus()
    keyboard.type("!")
    keyboard.press("Esc")
    assert (words.text(), part.detail is None) == ("much work?", False)
    keyboard.press("End")
    keyboard.type(" I")
    window.close()
    rows = context.workspace.reader.execute("SELECT words FROM hearing ORDER BY id").fetchall()
    assert rows[2] == ("much work? I",)
