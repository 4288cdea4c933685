"""A part with a table whose rows open: either the table, or one row in full with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.ledger_table import Column, LedgerRow, LedgerTable
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.kept_text import KeptLine, KeptText
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.search_field import SearchField


class Detail(QWidget):
    """One row in full; `left` asks for the table again, `other` for another row."""

    left = Signal()
    other = Signal(int)

    def __init__(self, part: "Ledger", row_id: int | None, back: str) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.part, self.context, self.reader = part, part.context, part.context.workspace.reader
        self.row_id = row_id
        self.back_button = Button(back, "quiet", "undo-2", is_small=True)
        self.back_button.clicked.connect(self.left)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.back_button)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 20)
        self.column.setSpacing(12)
        self.column.addLayout(self.head)

    def refresh(self) -> bool:
        """Show what the file says now; False where the row is gone."""
        return True

    def begin(self) -> None:
        """Take the focus."""

    def keep_what_is_typed(self) -> None:
        """Before it is left, or the window closes, which no field notices."""
        fields: list[KeptLine | KeptText] = [*self.findChildren(KeptLine), *self.findChildren(KeptText)]
        for field in fields:
            field.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Ledger(Part):
    """Sub-classes say the columns, the rows, what stands around the table, and the detail of a row."""

    columns: tuple[Column, ...] = ()
    name = ""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.detail: Detail | None = None
        self.table = LedgerTable(self.name, self.columns)
        self.search = SearchField(self.tr("Search"))
        self.search.setFixedWidth(scaled(180))
        self.empty = EmptyState("", "")
        self.foot = plain_label("", "small", "ink2", wraps=True)
        self.list_page = QWidget()
        self.list_page.setObjectName("scrolled")
        self.list_column = QVBoxLayout(self.list_page)
        self.list_column.setContentsMargins(0, 0, 0, 14)
        self.list_column.setSpacing(12)
        self.fill_list()
        self.setWidget(self.list_page)
        self.controls_row.addWidget(self.search)
        self.table.opened.connect(self.open_row)
        self.table.new_wanted.connect(self.begin_new)
        self.search.searched.connect(lambda _text: self.refresh())
        self.search.entered.connect(self.table.setFocus)

    def fill_list(self) -> None:
        """Lay the list out: the table, its foot, and what a sub-class puts around them."""
        self.list_column.addWidget(self.table)
        self.list_column.addWidget(self.empty, 1)
        self.list_column.addWidget(self.foot)
        self.list_column.addStretch()

    def rows(self) -> Sequence[LedgerRow]:
        """The rows of the table, as they are now."""
        return ()

    def make_detail(self, row_id: int | None) -> Detail:
        """One row in full; None for a new one."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Both stay as they are and show what is new."""
        if self.detail is not None:
            if not self.detail.refresh():
                self.close_row()
            return
        rows = self.rows()
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def open_row(self, row_id: int | None) -> None:
        """Show one row in full, or a new one."""
        detail = self.make_detail(row_id)
        if not detail.refresh():
            detail.deleteLater()
            return
        self._leave_detail()
        self.detail = detail
        detail.left.connect(self.close_row)
        detail.other.connect(self.open_row)
        self._show(detail)
        detail.begin()
        self.says_anew.emit()

    def begin(self) -> None:
        """The focus goes on where it was left: in the open row, or in the table."""
        if self.detail is not None:
            self.detail.begin()
        elif self.table.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin_empty()

    def begin_empty(self) -> None:
        """Where nothing is there, the focus goes to what makes the first one."""

    def begin_new(self) -> None:
        """What the Insert key asks for: a new one."""
        self.open_row(None)

    def show_item(self, item: str) -> None:
        """A row by its id."""
        if item.isdecimal():
            self.open_row(int(item))

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept before another place is shown."""
        super().hideEvent(event)
        if self.detail is not None:
            self.detail.keep_what_is_typed()

    def close_row(self) -> None:
        """Back to the table, where the row is the current one."""
        row_id = self.detail.row_id if self.detail else None
        self._leave_detail()
        self._show(self.list_page)
        self.refresh()
        ids = [row.id for row in self.table.rows]
        if row_id in ids:
            self.table.go_to(ids.index(row_id))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.says_anew.emit()

    def _leave_detail(self) -> None:
        detail, self.detail = self.detail, None
        if detail is not None:
            detail.keep_what_is_typed()
            if self.widget() is detail:
                self.takeWidget()
            detail.hide()
            detail.deleteLater()

    def _show(self, widget: QWidget) -> None:
        if self.widget() is self.list_page:
            self.takeWidget()
            self.list_page.setParent(self)
            self.list_page.hide()
        self.setWidget(widget)
        widget.show()
        self.search.setVisible(widget is self.list_page)
        self.verticalScrollBar().setValue(0)
