"""What slipped, one row each: done, today, a free day, another day; what was moved stays, with Undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.queries.week_ahead import Item
from bothhats.ui.dialogs.days_ahead import weekday_date
from bothhats.ui.pages.today.day_words import day_name
from bothhats.ui.pages.today.week_words import more_told, slipped_what
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label
from bothhats.ui.widgets.shelf import HatMark

MOST = 40


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that slipped; `handled` says what became of it, a blank that it still needs a day."""

    item: Item
    handled: str = ""
    may_undo: bool = False
    week: str = ""


class SlippedList(QScrollArea):
    """`wanted` tells what is to be done (done, day, other, undo, open), with which item, and the day."""

    wanted = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[SlippedRow] = []

    def show_slips(self, slips: Sequence[Slip], today: date, free: date) -> None:
        """Show them; the focus stays with the row that has it."""
        focused = next((row.item for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), None)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.rows = []
        for slip in slips[:MOST]:
            self._add(column, slip, today, free)
        if len(slips) > MOST:
            column.addWidget(_padded(plain_label(more_told(len(slips) - MOST), "small", "ink2")))
        holder = QWidget()
        holder.setObjectName("scrolled")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        outer.addStretch()
        card.setVisible(bool(slips))
        self.setWidget(holder)
        self._focus_after(focused)

    def sizeHint(self) -> QSize:
        return QSize(304, 200)

    def _add(self, column: QVBoxLayout, slip: Slip, today: date, free: date) -> None:
        if column.count():
            column.addWidget(hairline())
        if slip.week:
            column.addWidget(_padded(plain_label(slip.week, "small_strong", "ink2")))
        row = SlippedRow(slip, today, free)
        row.wanted.connect(self.wanted)
        self.rows.append(row)
        column.addWidget(row)

    def _focus_after(self, focused: Item | None) -> None:
        place = next((n for n, row in enumerate(self.rows) if focused and row.item.id == focused.id), -1)
        if place >= 0:
            open_rows = [row for row in self.rows[place:] if row.first_button]
            if open_rows:
                open_rows[0].first_button.setFocus()  # type: ignore[union-attr]


class SlippedRow(QFrame):
    """A row with its buttons, or with what became of it."""

    wanted = Signal(str, object, object)

    def __init__(self, slip: Slip, today: date, free: date) -> None:
        super().__init__()
        self.item = slip.item
        self.first_button: Button | None = None
        if slip.handled:
            self.setObjectName("sunken_band")
        what = slipped_what(slip.item, today)
        self.setAccessibleName(f"{slip.item.title}. {what}. {weekday_date(slip.item.on, today)}.")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(self._title_line(slip, today))
        words.addWidget(ElidedLabel(what, "body", "ink2"))
        words.addSpacing(3)
        words.addLayout(self._handled(slip) if slip.handled else self._buttons(slip.item, today, free))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 12)
        row.setSpacing(8)
        mark = HatMark(slip.item.hat or "", "", 16)
        column = QVBoxLayout()
        column.addWidget(mark)
        column.addStretch()
        row.addLayout(column)
        row.addLayout(words, 1)

    def _title_line(self, slip: Slip, today: date) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(7)
        title = ElidedLabel(slip.item.title, "strong")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)  # the last to be elided
        line.addWidget(title)
        line.addWidget(ElidedLabel(slip.item.beside, "body", "ink2"), 1)
        date_words = f"{weekday_date(slip.item.on, slip.item.on)[:3]} {short_date(slip.item.on, today)}"
        line.addWidget(plain_label(date_words, "small", "ink2" if slip.handled else "late"))
        return line

    def _buttons(self, item: Item, today: date, free: date) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        done = Button(self.tr("Done"), icon_name="check", is_small=True)
        done.setAccessibleName(self.tr("Done: {}").format(item.title))
        self.first_button = done
        self._add(line, done, "done", None)
        self._add(line, Button(self.tr("Today"), is_small=True), "day", today)
        self._add(line, Button(day_name(free), is_small=True), "day", free)
        other = IconButton("calendar-clock", self.tr("Another day for {}").format(item.title), is_small=True)
        self._add(line, other, "other", None)
        line.addStretch()
        return line

    def _handled(self, slip: Slip) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(ElidedLabel(f"✓ {slip.handled}", "small"), 1)
        if slip.may_undo:
            undo = Button(self.tr("Undo"), "quiet", is_small=True)
            undo.setAccessibleName(self.tr("Undo: {}").format(slip.item.title))
            self._add(line, undo, "undo", None)
            self.first_button = undo
        return line

    def _add(self, line: QHBoxLayout, button: Button, wanted: str, day: date | None) -> None:
        button.clicked.connect(lambda: self.wanted.emit(wanted, self.item, day))
        line.addWidget(button)


def _padded(label: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(14, 8, 14, 8)
    line.addWidget(label)
    return holder
