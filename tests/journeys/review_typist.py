"""A child process: opens the review of a month at a page and types on, telling what it sees after each key."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.context import Context
from bothhats.ui.navigation import Navigation
from bothhats.ui.pages.review.page import ReviewPage
from bothhats.ui.pages.review.page_summary import SummaryPage
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace

TODAY = date(2026, 10, 6)
MONTH = "2026-09"
WORDS = "Übermut tut selten gut, “said” Zoë & others: 12 < 13; "


def first_field(page: QWidget) -> QLineEdit | QPlainTextEdit:
    """The first field of the page that the owner can type into."""
    fields = page.findChildren(QWidget)
    return next(
        field
        for field in fields
        if isinstance(field, QLineEdit | QPlainTextEdit) and field.isVisibleTo(page) and field.isEnabled()
    )


def reword(page: QWidget) -> None:
    """On the last page the letter is only read until the owner asks for its wording."""
    if isinstance(page, SummaryPage):
        page.edit_button.click()


def shown(field: QLineEdit | QPlainTextEdit) -> str:
    """What stands in the field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def open_review(app: QApplication, path: Path, ini: Path) -> ReviewPage:
    """The review page on a file."""
    workspace = Workspace(path)
    context = Context(
        workspace, ChangeFeed(workspace), Navigation(), Theme(app, "light"), lambda: TODAY, WindowSettings(ini)
    )
    page = ReviewPage(context)
    page.resize(1100, 760)
    page.show()
    page.open_review(MONTH)
    return page


def type_on(path: Path, number: int) -> None:
    """Type into the first field of a page until killed."""
    app = QApplication([])
    review = open_review(app, path, path.with_suffix(".ini"))
    assert review.wizard is not None
    review.wizard.open_page(number)
    assert review.wizard.page is not None
    reword(review.wizard.page)
    field = first_field(review.wizard.page)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(field, QPlainTextEdit):
        field.moveCursor(field.textCursor().MoveOperation.End)
    for letter in WORDS * 200:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        app.processEvents()
        sys.stdout.buffer.write(repr(shown(field)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    type_on(Path(sys.argv[1]), int(sys.argv[2]))
