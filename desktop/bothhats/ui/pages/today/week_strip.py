"""The seven days of the week: a click filters both columns to a day, a row dropped on one is put on it."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from bothhats.domain.wording import WEEKDAYS, long_date
from bothhats.queries.today import WeekDay
from bothhats.ui.pages.today.day_words import day_name, strip_words
from bothhats.ui.pages.today.row_model import ROW_MIME, dragged_key
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_text, text_width

HEIGHT = 44


class DayButton(QAbstractButton):
    """One day: its name and what it holds; `dropped` tells the key of the row that was let go over it."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._words = "", ""
        self._is_today = self._is_late = self._is_target = False
        self.setCheckable(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, day: WeekDay, today: date) -> None:
        """Say what it holds."""
        self._name, self._words = day_name(day.day), strip_words(day, today)
        self._is_today, self._is_late = day.day == today, bool(day.slipped)
        name = f"{WEEKDAYS[day.day.weekday()]} {long_date(day.day, today)}, {self._words}"
        self.setAccessibleName(name)
        self.setToolTip(self.tr("{}. Click to see this day alone, drop a row to put it here.").format(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, HEIGHT - 8)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ROW_MIME):
            event.acceptProposedAction()
            self._is_target = True
            self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._is_target = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_target = False
        event.acceptProposedAction()
        self.update()
        self.dropped.emit(dragged_key(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self._is_target or self.underMouse():
            edge = QPen(QColor(colours.edge if self.isChecked() or self._is_target else colours.line))
            edge.setStyle(Qt.PenStyle.DashLine if self._is_target else Qt.PenStyle.SolidLine)
            painter.setPen(edge)
            painter.setBrush(QColor(colours.card if self.isChecked() else colours.hover))
            painter.drawRoundedRect(rect, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        colours = tokens()
        is_strong = self.isChecked() or self._is_today
        role, gap = "strong" if is_strong else "button", 8
        name = text_width(painter, self._name, role)
        room = self.width() - 8.0
        words = text_width(painter, self._words, "small")
        left = max(4.0, (self.width() - name - gap - words) / 2)
        rect = QRectF(left, 0, room - left + 4, self.height())
        paint_text(painter, rect, self._name, role, colours.ink if is_strong else colours.ink2)
        colour = colours.late if self._is_late else (colours.ink if self.isChecked() else colours.ink2)
        paint_text(painter, rect.adjusted(name + gap, 0, 0, 0), self._words, "small", colour)


class WeekStrip(QFrame):
    """`day_chosen` tells the day to filter by, or None for all; `dropped` the key of a row and its new day."""

    day_chosen = Signal(object)
    dropped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setFixedHeight(HEIGHT)
        self._days: list[date] = []
        self._today = date.min
        self._chosen: date | None = None
        self.buttons = [DayButton() for _ in range(7)]
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for number, button in enumerate(self.buttons):
            row.addWidget(button, 1)
            button.clicked.connect(lambda _checked=False, number=number: self.choose(number))
            button.dropped.connect(lambda key, number=number: self.dropped.emit(key, self._days[number]))

    def show_week(self, week: tuple[WeekDay, ...], today: date) -> None:
        """Show these seven days."""
        self._days, self._today = [each.day for each in week], today
        if self._chosen not in self._days:
            self._chosen = None
        for button, day in zip(self.buttons, week, strict=True):
            button.show_day(day, today)
        self._mark()

    @property
    def chosen(self) -> date | None:
        """The day that both columns are filtered by; None for no filter."""
        return self._chosen

    def choose(self, number: int) -> None:
        """Filter by a day of the week, from 0; again: all days."""
        day = self._days[number]
        self._chosen = None if day == self._chosen else day
        self._mark()
        self.day_chosen.emit(self._chosen)

    def show_all(self) -> None:
        """No filter any more."""
        if self._chosen is not None:
            self.choose(self._days.index(self._chosen))

    def _mark(self) -> None:
        """Without a filter today is the one that stands out."""
        for button, day in zip(self.buttons, self._days, strict=True):
            button.setChecked(day == (self._chosen or self._today))
            button.update()
