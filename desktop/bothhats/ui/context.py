"""What every page is built from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bothhats.ui.background import JobRunner
from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.navigation import Navigation
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What is open, what changes in it, the way to other places, the look, the day, what is kept, work elsewhere."""

    workspace: Workspace
    feed: ChangeFeed
    navigation: Navigation
    theme: Theme
    today: Callable[[], date]
    kept: WindowSettings
    jobs: JobRunner = field(default_factory=JobRunner)
