"""A pipeline page in a window of the usual size, with what it asks for written down and moves carried out."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.page import PipelinePage
from builders import TODAY


@pytest.fixture
def asked(context: Context) -> list[tuple[str, object]]:
    """What pages ask the window for, in order."""
    commands: list[tuple[str, object]] = []
    context.navigation.command_requested.connect(lambda command, about: commands.append((command, about)))
    return commands


@pytest.fixture
def make_page(context: Context, window: QWidget, asked: list[tuple[str, object]], qtbot) -> Iterator[Callable]:
    """Makes the page once the test has put its leads into the file; moves need no question here."""

    def carry_out(command: str, about: object) -> None:
        if command == "lead.move":
            ids, stage_id, *order = about
            context.workspace.leads.move(ids, stage_id, TODAY, None, *order)

    def make() -> PipelinePage:
        page = PipelinePage(context)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.setFocus()
        return page

    context.navigation.command_requested.connect(carry_out)
    return make
