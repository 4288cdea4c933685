"""What every page is built from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.navigation import Navigation
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """The open file, its changes, the way to other places, the look, the day it is, and what is kept of the looks."""

    workspace: Workspace
    feed: ChangeFeed
    navigation: Navigation
    theme: Theme
    today: Callable[[], date]
    kept: WindowSettings
