"""Where the owner was on a page that is built anew: how far down, and in which field at which letter."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

Key = tuple[str, str]


class PagePlace:
    """Taken from the page before, given to the page after."""

    def __init__(self, area: QScrollArea) -> None:
        page = area.widget()
        stops = tab_stops(page) if page else []
        self._down = area.verticalScrollBar().value()
        focused = area.window().focusWidget()
        self._at = next((n for n, stop in enumerate(stops) if stop is focused), -1)
        self._key = _key(stops[self._at]) if self._at >= 0 else ("", "")
        self._cursor = _cursor(stops[self._at]) if self._at >= 0 else 0

    def give_to(self, area: QScrollArea) -> None:
        """Scroll there and put the focus back; where its field is gone, the one in its place takes it."""
        page = area.widget()
        if page is None:
            return
        stops = tab_stops(page)
        if self._at >= 0 and stops:
            same = (stop for stop in stops if _key(stop) == self._key)
            field = next(same, stops[min(self._at, len(stops) - 1)])
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if _key(field) == self._key:
                _put_cursor(field, self._cursor)
        QTimer.singleShot(0, page, lambda: area.verticalScrollBar().setValue(self._down))


def tab_stops(page: QWidget) -> list[QWidget]:
    """What can take the focus on a page, in reading order."""
    return [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(page) and child.isEnabled()
    ]


def _key(widget: QWidget) -> Key:
    parent = widget.parentWidget()
    beside = parent.accessibleName() if parent else ""
    return type(widget).__name__, f"{beside}/{widget.accessibleName()}"


def _cursor(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    return widget.textCursor().position() if isinstance(widget, QPlainTextEdit) else 0


def _put_cursor(widget: QWidget, at: int) -> None:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(at)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(at, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
