"""The goals: five figures by month, each from its month on until another one is set."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from bothhats.domain.money import NotAnAmount, currency_of, format_plain
from bothhats.domain.problems import Refused
from bothhats.domain.wording import month_name
from bothhats.queries.goals import GoalEntry, goal_table
from bothhats.queries.months import month_of, shifted
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.local_input import read_amount
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.typing_line import TypingLine

FIGURES = ("leads", "conversations", "closes", "revenue", "promise")
MONTHS = 6


class GoalsPart(Part):
    """A cell holds what was set for its month; what is carried on from an earlier one stands there in grey.

    Emptied, or Delete in a grey one, it ends the goal; Delete where it ends carries it on again.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._first = ""
        earlier = Button(self.tr("Earlier"), "secondary")
        later = Button(self.tr("Later"), "secondary")
        for button, by in ((earlier, -MONTHS), (later, MONTHS)):
            button.clicked.connect(lambda _on=False, by=by: self._turn(by))
            self.controls_row.addWidget(button)

    def sentence(self) -> str:
        return self.tr("A goal holds from its month on, until another one is set or it ends. Grey ones are carried on.")

    def fill(self) -> None:
        self._first = self._first or month_of(self.context.today())
        months = [shifted(self._first, by) for by in range(MONTHS)]
        frame = QFrame()
        frame.setObjectName("card")
        self._grid = QGridLayout(frame)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        table = goal_table(self.reader, months)
        for row, (figure, name) in enumerate(self._names().items(), 1):
            self._grid.addWidget(plain_label(name, "strong"), row, 0)
            for column, month in enumerate(months, 1):
                self._grid.addWidget(self._cell(figure, name, month, table[month, figure]), row, column)
        for column, month in enumerate(months, 1):
            is_now = month == month_of(self.context.today())
            is_this_year = month[:4] == f"{self.context.today():%Y}"
            words = month_name(month) if is_this_year else f"{month_name(month)} {month[:4]}"
            head = plain_label(words, "small_strong", "ink" if is_now else "ink2")
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
            self._grid.setColumnStretch(column, 1)
        self.column.addWidget(frame)
        words = self.tr(
            "Enter and the arrows go from cell to cell; an emptied cell, or Delete in a grey one, ends the goal."
        )
        self.column.addWidget(plain_label(words, "small", "ink3", wraps=True))

    def _names(self) -> dict[str, str]:
        return {
            "leads": self.tr("Leads"),
            "conversations": self.tr("Conversations"),
            "closes": self.tr("Closes"),
            "revenue": self.tr("Revenue"),
            "promise": self.tr("Promise kept, %"),
        }

    def _cell(self, figure: str, name: str, month: str, entry: GoalEntry) -> "GoalCell":
        cell = GoalCell(
            self._shown(figure, entry.own), f"{name}, {month_name(month)} {month[:4]}", f"goal-{month}-{figure}"
        )
        example = {"leads": "12", "conversations": "8", "closes": "3", "revenue": "6000", "promise": "90"}[figure]
        is_first = month == month_of(self.context.today())
        nothing = self.tr("e.g. {n}").format(n=example) if is_first else "–"
        if entry.is_end:
            nothing = self.tr("none")
            cell.setToolTip(self.tr("No goal from here on. Delete carries the earlier one on again."))
        is_carried = entry.carried is not None
        cell.setPlaceholderText(self._shown(figure, entry.carried) if is_carried and not entry.is_end else nothing)
        cell.kept.connect(lambda text: self.do(lambda: self._save(month, figure, text, ends=is_carried), cell))
        if is_carried:
            cell.emptied.connect(lambda: self.do(lambda: self._end(month, figure, is_end=not entry.is_end), cell))
        cell.left.connect(lambda down, right: self._step(cell, down, right))
        return cell

    def _step(self, cell: "GoalCell", down: int, right: int) -> None:
        """To the cell beside it; the table may have been built anew since."""
        place: Any = self._grid.getItemPosition(self._grid.indexOf(cell))
        row, column = place[0] + down, place[1] + right
        item = self._grid.itemAtPosition(row, column) if row > 0 and column > 0 else None
        widget = item.widget() if item else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self, figure: str, amount: int | None) -> str:
        if amount is None:
            return ""
        if figure != "revenue":
            return str(amount)
        return format_plain(amount, currency_of(read_settings(self.reader).currency))

    def _save(self, month: str, figure: str, text: str, *, ends: bool) -> None:
        amount = self._amount(figure, text.strip())
        if amount is None:
            self._end(month, figure, is_end=ends)
        else:
            self.context.workspace.goals.set(month, figure, amount)

    def _end(self, month: str, figure: str, *, is_end: bool) -> None:
        """End what is carried on into a month, or carry it on again."""
        goals = self.context.workspace.goals
        if is_end:
            goals.end(month, figure)
        else:
            goals.set(month, figure, None)

    def _amount(self, figure: str, text: str) -> int | None:
        stays = self.tr("The goal stayed as it was.")
        if not text:
            return None
        if figure == "revenue":
            amount = read_amount(text, currency_of(read_settings(self.reader).currency))
            if isinstance(amount, NotAnAmount):
                raise Refused(amount.reason, stays)
            return amount
        text = text.removesuffix("%").strip()
        if not text.isascii() or not text.isdecimal() or len(text) > 9:
            raise Refused(self.tr("“{text}” is not a whole number.").format(text=text), stays)
        if figure == "promise" and int(text) > 100:
            raise Refused(self.tr("The promise is kept at most 100 times in 100."), stays)
        return int(text)

    def _turn(self, by: int) -> None:
        self._first = shifted(self._first or month_of(self.context.today()), by)
        self.refresh()


class GoalCell(TypingLine):
    """`kept` tells what was typed, `emptied` of Delete where nothing stands, `left` where to go: rows, columns."""

    kept = Signal(str)
    emptied = Signal()
    left = Signal(int, int)

    def __init__(self, text: str, label: str, place: str) -> None:
        super().__init__(text)
        self._before = text
        self.setAccessibleName(label)
        self.setProperty("place", place)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(scaled(72))
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.text() and not self._before:
            self.emptied.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(-1 if key == Qt.Key.Key_Up else 1, 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(1, 0)
            if self.hasFocus():  # the last of its column
                self._finish()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text().strip() != self._before:
            self.kept.emit(self.text())
