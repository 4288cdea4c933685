"""The planner: a column a day, the weekend as one; cards move by drag, arrows and digits."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import WEEKDAYS
from bothhats.queries.week_ahead import WeekAhead
from bothhats.ui.pages.today.day_list import DayList
from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_model import DRAGGED
from bothhats.ui.pages.today.week_words import card, day_heading
from bothhats.ui.widgets.labels import plain_label

_SATURDAY = 5


class WeekPlanner(QFrame):
    """`asked` tells what is wanted of a card, in which list; `moved` the key of one and its new day."""

    asked = Signal(str, object, object)
    moved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._days: Sequence[date] = ()
        self.columns = [_DayColumn() for _ in range(6)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        for number, column in enumerate(self.columns):
            if number:
                self._row.addWidget(_upright())
            self._row.addWidget(column, 22)
            self._connect(number, column.list)

    def show_week(self, answer: WeekAhead) -> None:
        """Show what each day holds."""
        self._days = answer.days
        weekdays = [(day,) for day in answer.days if day.weekday() < _SATURDAY]
        weekend = tuple(day for day in answer.days if day.weekday() >= _SATURDAY)
        for column, days in zip(self.columns, [*weekdays, weekend], strict=True):
            items = [item for day in days for item in answer.on(day)]
            is_past = max(days) < answer.today
            column.show_day(days, [card(item, answer.today) for item in items], answer.today, is_past=is_past)
        last = self.columns[-1]
        self._row.setStretchFactor(last, 22 if last.list.rows.rowCount() else 8)

    def selected(self) -> Row | None:
        """The card that has the focus."""
        focused = self.window().focusWidget()
        listed = next((column.list for column in self.columns if column.list is focused), None)
        return listed.current_row() if listed else None

    def focus_first(self) -> None:
        """Go to the first card of the week."""
        for column in self.columns:
            if column.list.rows.rowCount():
                column.list.focus_at(0)
                return

    def _connect(self, number: int, listed: DayList) -> None:
        listed.asked.connect(lambda wanted, row: self.asked.emit(wanted, row, listed))
        listed.stepped.connect(lambda step: self._step(number, step))
        listed.digit.connect(lambda digit: self._move(listed, digit))
        listed.dropped.connect(lambda key: self.moved.emit(key, self.columns[number].days[0]))

    def _step(self, number: int, step: int) -> None:
        place = self.columns[number].list.currentIndex().row()
        ahead = range(number + step, len(self.columns) if step > 0 else -1, step)
        target = next((n for n in ahead if self.columns[n].list.rows.rowCount()), None)
        if target is not None:
            self.columns[target].list.focus_at(place)

    def _move(self, listed: DayList, digit: int) -> None:
        row = listed.current_row()
        if row is not None and row.kind in DRAGGED:
            self.moved.emit(row.key, self._days[digit])


class _DayColumn(QWidget):
    """The head of a day and its list."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.days: Sequence[date] = (date.min,)
        self._name, self._beside = plain_label("", "heading"), plain_label("", "small", "ink2")
        self._free = plain_label("", "small", "ink3")
        self.list = DayList("")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 6)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        self._free.setContentsMargins(12, 4, 4, 0)
        column.addWidget(self._free)
        column.addWidget(self.list, 1)

    def show_day(self, days: Sequence[date], rows: list[Row], today: date, *, is_past: bool) -> None:
        """Show a day, or both days of the weekend."""
        self.days = days
        name, many = day_heading(days, len(rows))
        is_weekend = len(days) > 1
        self._name.setText(name)
        self._beside.setText(many or (self.tr("today") if today in days and not is_weekend else ""))
        self._free.setText(self.tr("over") if is_past else self.tr("free"))
        self._free.setVisible(not rows and (is_weekend or is_past))
        self.setObjectName("sunken_band" if is_weekend and not rows else "")
        self.style().unpolish(self)
        self.style().polish(self)
        weekday = self.tr("Weekend") if is_weekend else WEEKDAYS[days[0].weekday()]
        self.list.setAccessibleName(self.tr("{}, {} to do").format(weekday, len(rows)))
        self.list.show_rows(rows)


def _upright() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedWidth(1)
    return line
