"""The whole window, as the owner has it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from bothhats.app import page_makers
from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.context import Context
from bothhats.ui.lead_actions_late import make_lead_actions
from bothhats.ui.main_window import MainWindow
from bothhats.ui.navigation import Navigation
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_commands import WindowCommands
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace


class Launch:
    """A launch of the app on a day: its window, its workspace, its context."""

    def __init__(self, theme: Theme, path: Path, today: date, settings: WindowSettings) -> None:
        self.workspace = Workspace(path)
        feed = ChangeFeed(self.workspace)
        self.context = Context(self.workspace, feed, Navigation(), theme, lambda: today, settings)
        self.window = MainWindow(self.context, page_makers(), make_lead_actions, "Both Hats")
        commands = WindowCommands(self, self.context, self.window, settings)
        self.window.command_wanted.connect(commands.run)
        self.window.resize(1280, 800)
        self.window.show()
        self.today = self.window.show_place("today")
        self.has_week_ahead = self.today.show_week_ahead_if_due()
        QApplication.processEvents()

    def start(self, data_file: Path) -> bool:
        raise AssertionError(data_file)

    def rows(self, sql: str) -> list[tuple]:
        return self.workspace.reader.execute(sql).fetchall()

    def quit(self) -> None:
        self.context.jobs.close()
        self.window.dispose()
        self.workspace.close()


@pytest.fixture
def launch(theme: Theme, data_file: Path, tmp_path: Path, qtbot) -> Iterator[Callable[[date], Launch]]:
    """Launch the app on this test's file, on a day; launching again quits the one before."""
    running: list[Launch] = []

    def start(today: date) -> Launch:
        if running:
            running.pop().quit()
        launched = Launch(theme, data_file, today, WindowSettings(tmp_path / "window.ini"))
        running.append(launched)
        return launched

    yield start
    for launched in running:
        launched.quit()
