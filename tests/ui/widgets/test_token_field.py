"""A field that offers what is there: by key, at most five, and the last row makes a new one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bothhats.ui.widgets.suggestion_rows import in_parts
from bothhats.ui.widgets.token_field import MOST, Suggestion, TokenField

PHRASES = ("Is switching a hassle?", "My accountant must switch too", "Does it work with our till?")


def find(typed):
    """Phrases that hold what is typed; a great many for "all"."""
    if typed == "all":
        return [Suggestion(number, f"all {number}") for number in range(9)]
    return [
        Suggestion(number, text, "question", "sparkles")
        for number, text in enumerate(PHRASES)
        if typed.lower() in text.lower()
    ]


@pytest.fixture
def field(show):
    """An empty field with the focus; what was picked and made is in `told`."""
    made = TokenField("Objections", "What did they ask?", find, "New: “{}”")
    made.told = []
    made.picked.connect(lambda value: made.told.append(("picked", value)))
    made.made.connect(lambda text: made.told.append(("made", text)))
    show(made, QLineEdit())
    made.setFocus()
    return made


def offered(field):
    """The words in the list, as far as it shows."""
    return [field.list.item(row).text() for row in range(field.list.count())] if field.list.isVisible() else []


def test_typing_offers_matches_and_a_new_one(field, keyboard):
    keyboard.type("swi")
    assert offered(field) == [PHRASES[0], PHRASES[1], "New: “swi”"]


def test_arrows_and_enter_pick(field, keyboard):
    keyboard.type("swi")
    keyboard.press("Down", "Return")
    assert (field.told, field.line.text(), offered(field)) == ([("picked", 1)], "", [])
    assert field.line.hasFocus()


def test_arrows_stop_at_the_ends_and_the_last_row_makes_a_new_one(field, keyboard):
    keyboard.type(" swi ")
    keyboard.press("Down", "Down", "Down", "Return")
    assert field.told == [("made", "swi")]


def test_the_first_row_is_ready(field, keyboard):
    keyboard.type("till")
    keyboard.press("Up", "Return")
    assert field.told == [("picked", 2)]


def test_what_nobody_said_before_is_made_at_once(field, keyboard):
    keyboard.type("Too dear")
    keyboard.press("Return")
    assert field.told == [("made", "Too dear")]


def test_an_exact_match_is_not_offered_as_new(field, keyboard):
    keyboard.type("IS SWITCHING A HASSLE?")
    assert offered(field) == [PHRASES[0]]


def test_at_most_five_are_offered(field, keyboard):
    keyboard.type("all")
    assert len(offered(field)) == MOST + 1


def test_escape_puts_the_list_away_and_keeps_the_words(field, keyboard):
    keyboard.type("swi")
    keyboard.press("Escape")
    assert (offered(field), field.line.text()) == ([], "swi")


def test_leaving_puts_the_list_away(field, keyboard):
    keyboard.type("swi")
    keyboard.press("Tab")
    assert (offered(field), field.line.text(), field.told) == ([], "swi", [])


def test_the_list_is_as_high_as_its_rows(field, keyboard):
    keyboard.type("swi")
    last = field.list.visualItemRect(field.list.item(field.list.count() - 1))
    assert last.height() >= 26
    assert field.list.viewport().rect().contains(last)


def test_a_row_is_read_with_the_word_beside_it(field, keyboard):
    keyboard.type("till")
    assert field.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Does it work with our till?, question"
    assert field.line.accessibleName() == "Objections"


@pytest.mark.parametrize(
    ("text", "typed", "parts"),
    [
        ("Is switching a hassle?", "SWI", [("Is ", False), ("swi", True), ("tching a hassle?", False)]),
        ("switch", "swi", [("swi", True), ("tch", False)]),
        ("switch", "x", [("switch", False)]),
        ("switch", "", [("switch", False)]),
        ("İs it", "it", [("İs it", False)]),
    ],
)
def test_typed_letters_stand_out(text, typed, parts):
    assert in_parts(text, typed) == parts
