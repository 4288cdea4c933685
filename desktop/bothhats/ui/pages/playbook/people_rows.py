"""A card of things that were said by, or given to, people: who, when, and what a row adds; Enter opens the lead."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.ui.context import Context
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import hairline, plain_label

MOST = 40


class OfPerson(Protocol):
    """Something that has to do with a lead on a day."""

    @property
    def id(self) -> int: ...
    @property
    def lead_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def on(self) -> date: ...


class PersonRow(QWidget):
    """The lead, the day and a word beside it; a sub-class adds its own part to `row`."""

    def __init__(self, context: Context, item: OfPerson, beside: str = "") -> None:
        super().__init__()
        self.item_id = item.id
        self.day = short_date(item.on, context.today())
        self.lead_button = Button("", "quiet", is_small=True)
        self.lead_button.setText(
            self.lead_button.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideRight, scaled(130))
            .replace("&", "&&")
        )  # fmt: skip
        self.lead_button.setAccessibleName(self.tr("Open {name}").format(name=item.name))
        self.lead_button.setToolTip(self.lead_button.accessibleName())
        self.lead_button.clicked.connect(lambda: context.navigation.lead_requested.emit(item.lead_id))
        holder = QWidget()
        holder.setFixedWidth(scaled(158))
        who = QHBoxLayout(holder)
        who.setContentsMargins(0, 0, 0, 0)
        who.addWidget(self.lead_button)
        who.addStretch(1)
        when = plain_label(", ".join(filter(None, (self.day, beside))), "small", "ink2")
        when.setFixedWidth(scaled(140 if beside else 76))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(holder)
        self.row.addWidget(when)


class PeopleRows(QFrame):
    """`make` makes a row, `renew` shows an item in the row that it has; the newest come first, forty to begin with.

    A mnemonic in the title goes to the first lead.
    """

    def __init__(
        self, make: Callable[[OfPerson], PersonRow], renew: Callable[[PersonRow, OfPerson], None] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._make, self._renew = make, renew
        self._items: tuple[OfPerson, ...] = ()
        self._most = MOST
        self.rows: list[PersonRow] = []
        self.title = plain_label("", "strong")
        self.title.setBuddy(self)  # a button as its buddy would be clicked
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more_button = Button("", "quiet", is_small=True)
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.title)
        self.column.addLayout(self._rows_column)
        self.column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.clicked.connect(self._show_all)

    def begin(self) -> None:
        """The focus goes to the first lead."""
        self.rows[0].lead_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_people(self, title: str, items: Sequence[OfPerson]) -> None:
        """Show them, anew where they are others; the focus and what is being typed stay."""
        self.title.setText(title)
        self._items = tuple(items)
        shown = self._items[: self._most]
        if [item.id for item in shown] != [row.item_id for row in self.rows]:
            self._rebuild(shown)
        elif self._renew is not None:
            for row, item in zip(self.rows, shown, strict=True):
                self._renew(row, item)
        if self.rows:
            self.setFocusProxy(self.rows[0].lead_button)
        left = len(items) - self._most
        self.more_button.setVisible(left > 0)
        self.more_button.setText(self.tr("Show {n} earlier").format(n=left))

    def _rebuild(self, shown: Sequence[OfPerson]) -> None:
        kept = {row.item_id: row for row in self.rows}
        focus = QApplication.focusWidget()
        while item := self._rows_column.takeAt(0):
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.deleteLater()
        self.rows = []
        for number, each in enumerate(shown):
            if number:
                self._rows_column.addWidget(hairline())
            row = kept.pop(each.id, None) or self._make(each)
            self.rows.append(row)
            self._rows_column.addWidget(row)
            row.show()
        lost = any(row.isAncestorOf(focus) for row in kept.values()) if focus else False
        for row in kept.values():
            row.hide()
            row.deleteLater()
        if lost and self.rows:
            self.begin()

    def _show_all(self) -> None:
        self._most = len(self._items)
        self.show_people(self.title.text(), self._items)
