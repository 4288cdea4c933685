"""A widget alone on a page, active, with the keyboard at hand."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def show(theme, qtbot) -> Callable[..., QWidget]:
    """Show widgets below each other in an active window; the window."""
    kept = []  # qtbot holds a window weakly, and a window takes its widgets with it

    def show(*widgets: QWidget, width: int = 480) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        for widget in widgets:
            column.addWidget(widget)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(width, 300)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        return page

    return show
