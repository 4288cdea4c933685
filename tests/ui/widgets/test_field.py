"""A field says its name, its hint, and what is wrong with it."""

import pytest
from PySide6.QtWidgets import QLineEdit

from bothhats.ui.widgets.field import Field


@pytest.fixture
def field(show):
    """A field with a mnemonic and a hint, below another one."""
    made = Field("&Value", QLineEdit("a lot"), "In pounds, for the whole job")
    show(QLineEdit(), made)
    return made


def test_its_label_leads_there_and_names_it(field, keyboard):
    keyboard.press("Alt+V")
    assert field.entry.hasFocus()
    assert field.entry.accessibleName() == "Value"
    assert field.entry.accessibleDescription() == field.note.words == "In pounds, for the whole job"


def test_what_is_wrong_takes_the_place_of_the_hint_and_the_focus_goes_there(field):
    field.complain("That is not an amount. Try 2,400.")
    assert field.entry.hasFocus()
    assert field.entry.property("wrong") == "true"
    assert field.entry.accessibleDescription() == field.note.words == "That is not an amount. Try 2,400."


def test_once_mended_the_hint_is_back(field):
    field.complain("That is not an amount.")
    field.settle()
    assert (field.entry.property("wrong"), field.note.words) == ("false", "In pounds, for the whole job")


def test_without_a_hint_there_is_no_empty_line(show):
    field = Field("Name", QLineEdit())
    show(field)
    assert field.note.isHidden()
    field.complain("A name, please.")
    assert field.note.isVisible()
