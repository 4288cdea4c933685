"""The Playbook's frame: where one is, and that nothing typed goes while something else is committed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from bothhats.domain.good_lead import IdealCustomer
from bothhats.queries.definitions import definition_in_force
from bothhats.ui.widgets.buttons import Button
from builders import TODAY


def test_the_parts_stand_in_groups_and_one_can_go_there_by_keys(playbook, keyboard):
    words = [playbook.nav.item(row).text() for row in range(playbook.nav.count())]
    assert [word for word in words if word in ("What we say", "Where leads come from")]
    playbook.nav.setFocus()
    assert playbook.nav.here == "definition"
    keyboard.press("Down", "Down")
    assert playbook.nav.here == "claims", "the head of a group is stepped over"
    assert playbook.header.sentence == "What your marketing promises, and how it was heard."


def test_in_a_narrow_window_the_navigation_is_a_combo(playbook):
    playbook.resize(936, 640)
    assert not playbook.nav.isVisible()
    playbook.nav_combo.setCurrentIndex(playbook.nav_combo.findData("goals"))
    playbook.nav_combo.activated.emit(playbook.nav_combo.currentIndex())
    assert playbook.nav.here == "goals"


def test_half_a_word_and_the_focus_stay_when_something_is_committed(playbook, named, context):
    playbook.show_part("sources")
    field = named(QLineEdit, "New source")
    field.setFocus()
    QTest.keyClicks(field, "Podc")
    context.workspace.lists.add_source("Trade fair", "marketing")
    anew = named(QLineEdit, "New source")
    assert anew is not field
    assert (anew.text(), QApplication.focusWidget()) == ("Podc", anew)


def test_a_name_that_is_there_stays_in_the_field_and_a_new_one_leaves_it(playbook, named, context):
    playbook.show_part("sources")
    told = []
    context.navigation.problem_raised.connect(told.append)
    QTest.keyClicks(named(QLineEdit, "New source"), "website")
    QTest.keyClick(named(QLineEdit, "New source"), Qt.Key.Key_Return)
    assert named(QLineEdit, "New source").text() == "website"
    assert "There is a source called website already." in str(told[0])
    named(QLineEdit, "New source").setText("")
    QTest.keyClicks(named(QLineEdit, "New source"), "Podcast")
    named(Button, "Add a source").click()
    assert named(QLineEdit, "New source").text() == ""


def test_the_ideal_customer_is_read_by_itself_and_written_with_the_definition(playbook, named, workspace, keyboard):
    playbook.show_part("customer")
    assert named(Button, "Write it").isVisible()
    workspace.definitions.write(IdealCustomer(who="Shops"), [], TODAY.replace(month=3))
    assert "Shops" in [label.text() for label in playbook.parts["customer"].body.findChildren(QLabel)]
    named(Button, "Change it").click()
    assert playbook.nav.here == "definition"
    keyboard.press("Ctrl+A")
    keyboard.type("Studios")
    keyboard.press("Ctrl+Return")
    assert definition_in_force(workspace.reader, TODAY).customer == IdealCustomer(who="Studios")
