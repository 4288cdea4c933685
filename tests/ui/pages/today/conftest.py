"""Today on a file of the test's own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from today_story import Shown

from bothhats.ui.context import Context


@pytest.fixture
def show(context: Context, qtbot) -> Iterator[Callable[[], Shown]]:
    """Makes the page, once the story of the test is told."""
    yield lambda: Shown(context, qtbot)
    assert QApplication.activePopupWidget() is None
