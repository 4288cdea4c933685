"""The icons: exactly those of the design, each can be drawn, and no name in the code is without its file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer

import bothhats
from bothhats.resource_files import resource
from bothhats.ui.commands import COMMANDS
from bothhats.ui.theme.icons import icon, pixmap

RAIL = "sun square-kanban notebook-pen chart-column-big book-open settings"
ACTIONS = (
    "plus minus x check pencil copy search ellipsis undo-2 redo-2 trash-2 archive archive-restore tag download upload"
    " import printer file-down folder-open history eraser list-filter columns-3 sliders-horizontal panel-right-open"
    " calendar-clock git-merge link"
)
ARROWS = (
    "arrow-right arrow-up arrow-down arrow-right-left chevron-down chevron-right chevrons-up-down corner-down-right"
)
TOUCHES = "phone users mail message-square sticky-note message-square-plus messages-square"
HEARD = "shield-question-mark message-circle-question-mark sparkles"
TIME = "calendar clock-alert timer hourglass repeat circle-dashed circle-pause"
STATE = "circle-check triangle-alert info lock hard-drive database-backup"
THINGS = (
    "user-round user-round-plus building-2 signpost megaphone coins target flag bookmark file-text book-open-text"
    " presentation scale palette keyboard coffee table-2 chart-no-axes-gantt git-compare"
)
LUCIDE = " ".join((RAIL, ACTIONS, ARROWS, TOUCHES, HEARD, TIME, STATE, THINGS)).split()
OURS = ["hat-marketing", "hat-sales", "icon", "tick-dark", "tick-light"]
PLACES = {"icon": 0, "pixmap": 0, "IconButton": 0, "set_icon": 0, "Button": 2, "paint_icon": 2, "add_foot_button": 1}


def shipped() -> set[str]:
    """The names of the files."""
    return {path.stem for path in resource("icons").glob("*.svg")}


def named_in_code() -> Iterator[tuple[str, str]]:
    """Each icon that a call names in plain words, with the file of the call."""
    for path in sorted(Path(bothhats.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((name, path.name) for name in _names(node))


def _names(call: ast.Call) -> Iterator[str]:
    function = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    given = [keyword.value for keyword in call.keywords if keyword.arg == "icon_name"]
    place = PLACES.get(function)
    if place is not None and len(call.args) > place:
        given.append(call.args[place])
    yield from (
        leaf.value for each in given for leaf in ast.walk(each) if isinstance(leaf, ast.Constant) and leaf.value
    )


def test_exactly_the_icons_of_the_design_are_shipped():
    assert shipped() == {*LUCIDE, *OURS}


def test_their_licence_is_beside_them():
    assert "ISC" in resource("icons", "LICENSE").read_text(encoding="utf-8")


def test_every_icon_that_the_code_names_is_there():
    names = dict(named_in_code())
    assert len(names) > 20
    assert {name: file for name, file in names.items() if name not in shipped()} == {}


def test_every_icon_of_a_command_is_there():
    assert {command.icon for command in COMMANDS if command.icon} <= shipped()


@pytest.mark.parametrize("name", [*LUCIDE, *OURS])
def test_an_icon_can_be_drawn(qapp, name):
    assert QSvgRenderer(str(resource("icons", f"{name}.svg"))).isValid()
    drawn = pixmap(name, 18, "#24211D").toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(18) for y in range(18))


def test_an_icon_takes_the_colour_and_keeps_its_room(qapp):
    drawn = pixmap("minus", 20, "#AD1640", 2.0, 4)
    assert (drawn.width(), drawn.height(), drawn.devicePixelRatio()) == (48, 40, 2.0)
    assert drawn.toImage().pixelColor(20, 20).name() == "#ad1640"


def test_an_icon_is_drawn_once(qapp):
    assert pixmap("plus", 18, "#24211D") is pixmap("plus", 18, "#24211D")
    assert not icon("plus", "#24211D", "#696257").isNull()
