"""The calendar file: where it is kept, and whether its entries remind."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from bothhats.ui.context import Context
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.segments import Segments


class CalendarControl(QWidget):
    """Choose a place, or stop; the file is written at once."""

    told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.choose_button = Button(self.tr("Choose a place…"), icon_name="calendar")
        self.stop_button = Button(self.tr("Stop"), "quiet", "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose_button)
        row.addWidget(self.stop_button)
        self.choose_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(lambda: self._keep(""))
        self.stop_button.setVisible(bool(context.kept.calendar_file))

    def _choose(self) -> None:
        begun = self._context.kept.calendar_file or str(self._context.workspace.path.with_suffix(".ics"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Calendar file"), begun, "*.ics")
        if name:
            self._keep(name if Path(name).suffix else f"{name}.ics")

    def _keep(self, path: str) -> None:
        """The file that was kept stays where it is; it is the owner's."""
        self._context.kept.calendar_file = path
        self.stop_button.setVisible(bool(path))
        self.told.emit(place_words(self._context))
        self._context.navigation.command_requested.emit("calendar.write", None)


def alarm_choice(context: Context) -> Segments:
    """Whether each entry reminds, and when on its day."""
    choices: list[tuple[object, str]] = [("", _tr("No")), ("8", "8:00"), ("9", "9:00")]
    segments = Segments(_tr("Reminder"), choices, context.kept.calendar_alarm)

    def keep(hour: object) -> None:
        context.kept.calendar_alarm = str(hour)
        context.navigation.command_requested.emit("calendar.write", None)

    segments.changed.connect(keep)
    return segments


def place_words(context: Context) -> str:
    """Where it is kept, for the hint of the row."""
    path = context.kept.calendar_file
    if path:
        return _tr("Follow-ups and commitments, kept in {path}; a phone's calendar can follow it.").format(path=path)
    return _tr("Follow-ups and commitments as a file that a phone's calendar can follow.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("CalendarRows", words)
