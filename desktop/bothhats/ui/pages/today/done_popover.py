"""Done: what happened, and when the two will talk next; Enter takes what stands there, Esc leaves a note."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from bothhats.domain.lead import NextStep, TouchReport
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.ui.dialogs.days_ahead import day_ahead_field
from bothhats.ui.pages.today.popover import Popover
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments


class DonePopover(Popover):
    """`reported` tells the touch to log; `more_wanted` that the whole log dialog is wanted instead."""

    reported = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget, lead_id: int, name: str, what: str, today: date, at_time: str) -> None:
        super().__init__(parent, "")
        self._lead_id, self._what, self._today, self._at_time = lead_id, what, today, at_time
        self.setAccessibleName(self.tr("Done: {}").format(name))
        self._name = name
        self.kinds = Segments(
            self.tr("What happened"),
            [
                (TouchKind.CALL, self.tr("Call")),
                (TouchKind.EMAIL, self.tr("Email")),
                (TouchKind.MEETING, self.tr("Meeting")),
                (TouchKind.MESSAGE, self.tr("Message")),
            ],
            TouchKind.CALL,
            is_small=True,
        )
        self.talked = QCheckBox(self.tr("We &really talked"))
        self.next_day = day_ahead_field(self.tr("Next on"), today, self.tr("fri, in 2 weeks, 16 oct"))
        self.next_words = QLineEdit()
        self.done_button = Button(self.tr("Done"), "primary")
        self.more_button = Button(self.tr("More…"), "quiet")
        self._build()

    def take(self) -> None:
        """Log the touch with its next step; a date that is not understood has to be mended first."""
        if self.next_day.is_wrong:
            self.next_day.setFocus()
            return
        kind = self.kinds.value
        assert isinstance(kind, TouchKind)
        step = NextStep(self.next_day.day, self.next_words.text().strip())
        self._report(kind, step, is_two_way=self.talked.isChecked())

    def leave(self) -> None:
        """A note that it is done, without a next step."""
        self._report(TouchKind.NOTE, NextStep(None), is_two_way=False)

    def _build(self) -> None:
        self._heading = plain_label("", "strong", wraps=True)
        self.next_day.set_words(self.tr("in a week"))
        self.next_words.setPlaceholderText(self.tr("What to do then"))
        self.next_words.setAccessibleName(self.tr("What to do then"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.more_button)
        buttons.addStretch()
        buttons.addWidget(self.done_button)
        for part in (self._heading, self.kinds, self.talked, self.next_day, self.next_words):
            self.body.addWidget(part)
        self.body.addWidget(plain_label(self.tr("Esc leaves it as a note, with no next step."), "small", "ink2"))
        self.body.addLayout(buttons)
        self._say_heading()
        self.kinds.changed.connect(self._say_heading)
        self.next_day.changed.connect(self.adjustSize)
        self.done_button.clicked.connect(self.take)
        self.more_button.clicked.connect(self._on_more)
        self.next_day.setFocus()
        self.next_day.line.selectAll()

    def _say_heading(self) -> None:
        happened = {
            TouchKind.CALL: self.tr("Called {}."),
            TouchKind.EMAIL: self.tr("Emailed {}."),
            TouchKind.MEETING: self.tr("Met {}."),
            TouchKind.MESSAGE: self.tr("Wrote to {}."),
        }
        kind = self.kinds.value
        words = happened[kind] if isinstance(kind, TouchKind) else ""
        self._heading.setText(f"{words.format(self._name)} {self.tr('When will you talk next?')}")

    def _report(self, kind: TouchKind, step: NextStep, *, is_two_way: bool) -> None:
        note = self._what if kind == TouchKind.NOTE else ""
        direction = None if kind == TouchKind.NOTE else Direction.OUT
        report = TouchReport(
            self._lead_id, kind, self._today, direction, is_two_way, self._at_time, note, next_step=step
        )
        self.close()
        self.reported.emit(report)

    def _on_more(self) -> None:
        self.close()
        self.more_wanted.emit()
