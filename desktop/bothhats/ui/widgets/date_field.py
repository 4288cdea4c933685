"""A date in words: typed, understood beneath, or picked from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label, set_token

Read = Callable[[str], date | None]
Explain = Callable[[str], str]


class DateField(QWidget):
    """`read` understands the words, `tell` says what was understood or how to mend it; `changed` at each key."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, read: Read, tell: Callable[[str, date | None], str], placeholder: str = "") -> None:
        super().__init__()
        self._read = read
        self._tell = tell
        self.line = _Line(self)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        self.line.addAction(
            icon("calendar", tokens().ink2), QLineEdit.ActionPosition.TrailingPosition
        ).triggered.connect(self.open_calendar)
        self._told = plain_label("", "small", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self._told)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.line)
        self._told.setVisible(False)

    @property
    def day(self) -> date | None:
        """What the words mean; None for nothing or for what is not understood."""
        return self._read(self.line.text()) if self.line.text().strip() else None

    @property
    def is_wrong(self) -> bool:
        """Whether something stands there that is no date."""
        return bool(self.line.text().strip()) and self.day is None

    def set_words(self, words: str) -> None:
        """Put words into the field."""
        self.line.setText(words)

    def open_calendar(self) -> None:
        """Pick a day from a calendar (F4)."""
        menu = QMenu(self)
        calendar = QCalendarWidget()
        day = self.day
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda chosen: self._on_chosen(chosen, menu))
        calendar.clicked.connect(lambda chosen: self._on_chosen(chosen, menu))
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))

    def _on_chosen(self, chosen: QDate, menu: QMenu) -> None:
        menu.close()
        self.line.setText(chosen.toString(Qt.DateFormat.ISODate))

    def _on_text(self) -> None:
        words = self._tell(self.line.text(), self.day) if self.line.text().strip() else ""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        set_token(self._told, "late" if self.is_wrong else "ink2")
        self.line.setProperty("wrong", "true" if self.is_wrong else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self.line.setAccessibleDescription(words)
        self.changed.emit()


class _Line(QLineEdit):
    def __init__(self, field: DateField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self._field.open_calendar()
        else:
            super().keyPressEvent(event)
