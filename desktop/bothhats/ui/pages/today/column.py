"""One hat's column: the shelf, its list, and what stands there when nothing waits."""

from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_list import RowList
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.shelf import Shelf

_ANY_HEIGHT = 16777215


class Column(Shelf):
    """`buttons` belong to the empty state; they are shown as it needs them."""

    def __init__(self, hat: str, end_margin: int, *buttons: Button) -> None:
        super().__init__(hat, "")
        self._title, self._beside = "", ""
        self.list = RowList("", end_margin)
        self.empty = EmptyState("", "", *buttons)
        self.empty.hide()
        self.body.setContentsMargins(0, 2, 0, 2)
        self.body.setSpacing(0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.list, 1)

    def name(self, title: str, beside: str) -> None:
        """What stands on the shelf."""
        self._title, self._beside = title, beside
        self.head.set_words(title, beside)
        self.setAccessibleName(title)
        self.list.setAccessibleName(f"{title}, {beside}")

    def show_rows(self, rows: list[Row], at_end: str = "", beside: str = "") -> None:
        """Show the rows over the whole column."""
        self.list.show_rows(rows)
        self.list.setMinimumHeight(0)
        self.list.setMaximumHeight(_ANY_HEIGHT)
        self.list.setVisible(True)
        self.empty.setVisible(False)
        self.head.set_words(self._title, beside or self._beside, at_end)

    def show_empty(self, heading: str, sentence: str, rows: list[Row], beside: str = "") -> None:
        """Say that nothing waits; what is done stands at the bottom."""
        self.list.show_rows(rows)
        self.list.setFixedHeight(min(self.list.content_height() + 2, max(120, self.height() // 2)))
        self.list.setVisible(bool(rows))
        self.empty.say(heading, sentence)
        self.empty.setVisible(True)
        self.head.set_words(self._title, beside or self._beside, "")
