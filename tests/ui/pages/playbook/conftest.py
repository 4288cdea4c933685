"""The Playbook in its window, each part to be gone to."""

import pytest
from PySide6.QtWidgets import QWidget

from bothhats.ui.pages.playbook.page import PlaybookPage


@pytest.fixture
def playbook(context, window):
    """The page in its window, shown."""
    page = PlaybookPage(context)
    page.setParent(window)
    page.resize(window.size())
    page.show()
    window.activateWindow()
    return page


@pytest.fixture
def named(playbook):
    """Find a control by its kind and what it is called for screen readers, or by its words."""

    def find(kind: type[QWidget], name: str) -> QWidget:
        part = playbook.parts[playbook.nav.here]
        found = [
            each
            for each in (*(part.body or part).findChildren(kind), *part.controls.findChildren(kind))
            if name in (each.accessibleName(), each.property("text")) and not each.isHidden()
        ]
        assert found, name
        return found[0]

    return find
