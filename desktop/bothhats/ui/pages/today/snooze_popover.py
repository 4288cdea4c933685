"""Snooze: three near days at a digit, or any day in words."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bothhats.domain.calendar_days import coming_weekday
from bothhats.ui.dialogs.days_ahead import day_ahead_field, weekday_date
from bothhats.ui.pages.today.popover import Popover
from bothhats.ui.widgets.buttons import Button

_MONDAY = 0


class SnoozePopover(Popover):
    """`chosen` tells the new day; Esc leaves everything as it was."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(parent, "")
        self.setAccessibleName(self.tr("Move {} to another day").format(name))
        next_week = coming_weekday(today, _MONDAY) or today
        self.days = [
            (self.tr("Tomorrow"), today + timedelta(days=1)),
            (self.tr("In two days"), today + timedelta(days=2)),
            (self.tr("Next week"), next_week),
        ]
        self.buttons = [self._button(number, words, day, today) for number, (words, day) in enumerate(self.days)]
        self.day_field = day_ahead_field(self.tr("Another day"), today, self.tr("fri, in 2 weeks, oct 16"))
        self.body.addWidget(self.day_field)
        self.day_field.changed.connect(self.adjustSize)
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.days):
            self._choose(self.days[number][1])
        elif event.text().isprintable() and event.text().strip():
            self.day_field.setFocus()
            self.day_field.line.insert(event.text())
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """The day in words, or the button that has the focus."""
        day = self.day_field.day
        button = self.focusWidget()
        if day:
            self._choose(day)
        elif isinstance(button, Button):
            button.click()

    def _button(self, number: int, words: str, day: date, today: date) -> Button:
        button = Button(f"{number + 1}   {words}, {weekday_date(day, today)}", "quiet")
        button.setStyleSheet("text-align: left;")
        button.clicked.connect(lambda: self._choose(day))
        self.body.addWidget(button)
        return button

    def _choose(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)
