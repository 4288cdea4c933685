"""The first run: a few words about the business, then a file with them in it."""

import pytest
from PySide6.QtWidgets import QMessageBox

from bothhats.queries.settings import read_settings
from bothhats.ui.pages.first_run.page import FirstRunPage
from bothhats.ui.widgets.buttons import Button
from bothhats.workspace import Workspace


@pytest.fixture
def first_run(window, tmp_path):
    page = FirstRunPage(tmp_path / "new" / "pipeline.bothhats")
    page.setParent(window)
    page.resize(window.size())
    page.show()
    return page


def press(page, words: str) -> None:
    """Press the button with these words."""
    next(button for button in page.findChildren(Button) if button.text() == words).click()


def test_what_is_typed_stands_in_the_new_file_and_the_first_lead_is_asked_for(first_run, tmp_path, qtbot):
    first_run.business.setText("Holt Bookkeeping")
    first_run.owner.setText(" Maren ")
    first_run.currency.setText("gbp")
    with qtbot.waitSignal(first_run.finished) as made:
        press(first_run, "Add my first lead")
    assert made.args == [tmp_path / "new" / "pipeline.bothhats", "lead.add"]
    workspace = Workspace(made.args[0])
    settings = read_settings(workspace.reader)
    assert (settings.business_name, settings.owner_name, settings.currency) == ("Holt Bookkeeping", "Maren", "GBP")
    workspace.close()


@pytest.mark.parametrize("typed", ["€", "12", "a1b"])
def test_what_is_no_currency_is_said_and_no_file_is_made(first_run, tmp_path, keyboard, typed):
    said = []
    first_run.currency.setText(typed)

    def read(dialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())

    keyboard.answer(read)
    press(first_run, "Add my first lead")
    assert said[0].startswith(f"“{typed}” is no currency code.")
    assert first_run.currency.text() == typed
    assert not list(tmp_path.rglob("*.bothhats"))
