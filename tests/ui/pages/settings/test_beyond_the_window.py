"""Settings of what reaches beyond the window: the calendar file."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from bothhats.ui.pages.settings.calendar_rows import CalendarControl
from bothhats.ui.pages.settings.page import SettingsPage


@pytest.fixture
def page(context, window, qtbot):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def hints(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_choosing_a_place_for_the_calendar_file_says_it_and_stopping_too(page, context, tmp_path, monkeypatch):
    asked = []
    context.navigation.command_requested.connect(lambda command, _about: asked.append(command))
    place = tmp_path / "hats"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    control = page.findChild(CalendarControl)
    assert not control.stop_button.isVisible()
    control.choose_button.click()
    assert context.kept.calendar_file == f"{place}.ics"
    assert f"kept in {place}.ics" in hints(page)
    control.stop_button.click()
    assert context.kept.calendar_file == ""
    assert "kept in" not in hints(page)
    assert not control.stop_button.isVisible()
    assert asked == ["calendar.write", "calendar.write"]


def test_a_choice_that_was_given_up_changes_nothing(page, context, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.findChild(CalendarControl).choose_button.click()
    assert context.kept.calendar_file == ""
    assert "kept in" not in hints(page)
