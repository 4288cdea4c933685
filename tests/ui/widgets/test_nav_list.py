"""The navigation of a place skips the heads of its groups."""

import pytest
from PySide6.QtWidgets import QLineEdit

from bothhats.ui.widgets.nav_list import NavItem, NavList

ITEMS = [
    NavItem("stages", "Stages", "square-kanban"),
    NavItem("", "What we say"),
    NavItem("claims", "Claims", "sparkles"),
    NavItem("", ""),
    NavItem("goals", "Goals", "flag"),
]


@pytest.fixture
def nav(show):
    """At nothing yet; where it went is in `told`."""
    made = NavList("Playbook", ITEMS)
    made.told = []
    made.chosen.connect(made.told.append)
    show(QLineEdit(), made)
    return made


def test_an_item_is_gone_to_by_its_id(nav):
    nav.show_item("claims")
    assert (nav.here, nav.told) == ("claims", ["claims"])


def test_arrows_pass_over_heads_and_gaps(nav, keyboard):
    nav.show_item("stages")
    nav.setFocus()
    keyboard.press("Down", "Down", "Up")
    assert nav.told == ["stages", "claims", "goals", "claims"]


def test_an_unknown_id_changes_nothing(nav):
    nav.show_item("goals")
    nav.show_item("nowhere")
    assert nav.here == "goals"


def test_it_is_named(nav):
    assert nav.accessibleName() == "Playbook"
