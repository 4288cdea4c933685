"""What the parts of the Playbook are built from: title, sentence, rows, and a form to add one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.queries.settings import remembered
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.kept_place import come_back, leave
from bothhats.ui.widgets.labels import hairline, plain_label


class Part(QScrollArea):
    """One part; `fill` builds it anew from the file each time it is shown or something was committed.

    What stands in `controls` is shown at the right of the page's header while the part is; `says_anew` asks the
    header for another `sentence`.
    """

    says_anew = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.reader = context.workspace.reader
        self.body: QWidget | None = None
        self.column = QVBoxLayout()
        self.controls = QWidget()
        self.controls_row = QHBoxLayout(self.controls)
        self.controls_row.setContentsMargins(0, 0, 0, 0)
        self.controls_row.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what stands in it

    def refresh(self) -> None:
        """Build it anew; the focus, the scroll and what is half typed stay."""
        before, place, scroll = self.body, leave(self.body), self.verticalScrollBar().value()
        self.body = QWidget()
        self.body.setObjectName("scrolled")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 8, 20)
        self.column.setSpacing(10)
        self.fill()
        self.column.addStretch()
        self._put(before, self.body)
        come_back(self.body, place)
        self.verticalScrollBar().setValue(scroll)

    def _put(self, before: QWidget | None, body: QWidget) -> None:
        """One takes the other's place; the other goes late, because what was pressed may stand in it."""
        if before is None:
            holder = QWidget()
            holder.setObjectName("scrolled")
            self._place = QVBoxLayout(holder)
            self._place.setContentsMargins(0, 0, 0, 0)
            self.setWidget(holder)
        else:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._place.addWidget(body)
        body.show()

    def fill(self) -> None:
        """Put what there is into `column`."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Half a word in a field for another one is kept in the file, also when the window closes."""
        super().hideEvent(event)
        for field in self.body.findChildren(QLineEdit) if self.body else ():
            if field.property("draft"):
                self._remember_typed(field, field.text())

    def keep_draft(self, field: QLineEdit, name: str) -> None:
        """Half a word in a field that adds one is there again the next time."""
        field.setProperty("draft", f"typed_{name}")
        if text := remembered(self.reader, f"typed_{name}"):
            field.setText(text)
            field.setModified(True)

    def _remember_typed(self, field: QLineEdit, text: str) -> None:
        name = str(field.property("draft") or "")
        if name and remembered(self.reader, name) != text:
            self.context.workspace.settings.remember(name, text)

    def begin(self) -> None:
        """Take the focus, where the part has something to go on with."""
        first = self.body.findChild(QLineEdit) if self.body else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_item(self, item: str) -> None:
        """Show one thing of the part, where it has such."""

    def sentence(self) -> str:
        """How things stand, for the header."""
        return ""

    def do(self, act: Callable[[], object], *fields: QLineEdit) -> bool:
        """Carry something out; what the rules forbid becomes a banner, and what was typed in `fields` stays."""
        for field in fields:
            field.setModified(False)
            self._remember_typed(field, "")
        try:
            act()
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)
            for field in fields:
                field.setModified(True)
            return False
        return True

    def add_form(self, *rows: Sequence[QWidget]) -> None:
        """Rows of fields, the last with a button at its end, to add one."""
        frame = QFrame()
        frame.setObjectName("sunken")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        for widgets in rows:
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
            column.addLayout(row)
        self.column.addWidget(frame)

    def add_rows(self, rows: Sequence[QWidget], empty: str) -> None:
        """Rows in a card with hairlines, or one sentence where there are none."""
        if not rows:
            self.column.addWidget(plain_label(empty, "body", "ink2", wraps=True))
            return
        frame = QFrame()
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        for number, row in enumerate(rows):
            if number:
                column.addWidget(hairline())
            column.addWidget(row)
        self.column.addWidget(frame)


def two_lines(first: str, second: str, *beside: QWidget) -> QWidget:
    """A row: a strong line over a quiet one, with controls at the right."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(plain_label(first, "strong", wraps=True))
    if second:
        words.addWidget(plain_label(second, "small", "ink2", wraps=True))
    row.addLayout(words, 1)
    for widget in beside:
        row.addWidget(widget)
    return holder
