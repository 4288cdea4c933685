"""A date in words: typed, understood beneath, or picked from a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import current_theme, tokens
from bothhats.ui.widgets.field import FieldNote, mark_wrong

Read = Callable[[str], date | None]
Tell = Callable[[str, date | None], str]


class DateField(QWidget):
    """`read` understands the words, `tell` says what was understood or how to mend it; `changed` at each key.

    Half a word is no mistake: it is called wrong when the field is left, or when somebody else put it there.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, read: Read, tell: Tell, placeholder: str = "") -> None:
        super().__init__()
        self._read = read
        self._tell = tell
        self.line = _Line(self)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        self._picker = self.line.addAction(icon("calendar", tokens().ink2), QLineEdit.ActionPosition.TrailingPosition)
        self._picker.triggered.connect(self.open_calendar)
        current_theme().changed.connect(self._tint)
        self.note = FieldNote()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self.line.textChanged.connect(self._on_text)
        self.line.editingFinished.connect(self._judge)
        self.line.returnPressed.connect(self.entered)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else the mnemonic of its label would not reach it
        self.setFocusProxy(self.line)

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
        self._judge()

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
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        calendar.setFocus()

    def _on_chosen(self, chosen: QDate, menu: QMenu) -> None:
        menu.close()
        self.set_words(chosen.toString(Qt.DateFormat.ISODate))

    def _on_text(self) -> None:
        self._show(is_wrong=False)
        self.changed.emit()

    def _judge(self) -> None:
        self._show(is_wrong=self.is_wrong)

    def _show(self, *, is_wrong: bool) -> None:
        words = self._tell(self.line.text(), self.day) if self.line.text().strip() else ""
        self.note.say(words, is_wrong=is_wrong)
        mark_wrong(self.line, words if is_wrong else "")
        self.line.setAccessibleDescription(words)

    def _tint(self) -> None:
        self._picker.setIcon(icon("calendar", tokens().ink2))


class _Line(QLineEdit):
    def __init__(self, field: DateField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self._field.open_calendar()
        else:
            super().keyPressEvent(event)
