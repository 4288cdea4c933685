"""Settings: rows with a label, a hint and a control; they apply at once and are undone like everything else."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import WEEKDAYS
from bothhats.queries.settings import Settings, read_settings
from bothhats.reports.paper import A4, LETTER
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.settings.backup_rows import CommandButtons, FolderControl, KeptBackups
from bothhats.ui.pages.settings.calendar_rows import CalendarControl, alarm_choice, place_words
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.number_field import NumberField
from bothhats.ui.widgets.page_header import PageHeader
from bothhats.ui.widgets.segments import Segments


class SettingsPage(Page):
    """Only what exists stands here."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._area = QScrollArea()
        self._headings: dict[str, QLabel] = {}
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 20, 14)
        column.addWidget(PageHeader(self.tr("Settings"), self.tr("They apply at once; Ctrl+Z takes a change back.")))
        column.addWidget(self._area, 1)

    def show_part(self, part: str) -> None:
        """Bring a part into sight: business, rhythm, looks, beyond, file."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
        if part in self._headings:
            QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(self._headings[part].y()))

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and (not changes.touches("setting") or changes.kind == "step"):
            return
        settings = read_settings(self.context.workspace.reader)
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 20)
        column.setSpacing(12)
        for part, title, rows in (
            ("business", self.tr("Your business"), self._business(settings)),
            ("rhythm", self.tr("Rhythm"), self._rhythm(settings)),
            ("looks", self.tr("Looks"), self._looks(settings)),
            ("beyond", self.tr("Beyond the window"), self._beyond()),
            ("file", self.tr("File and backups"), self._file()),
        ):
            self._headings[part] = plain_label(title, "heading")
            column.addWidget(self._headings[part])
            column.addWidget(_card(rows))
        column.addStretch()
        self._area.setWidget(body)

    def _business(self, settings: Settings) -> list[QWidget]:
        return [
            self._row(self.tr("Business"), self.tr("Stands in the title bar."), self._text("business_name", settings)),
            self._row(
                self.tr("Your first name"), self.tr("For the greeting on Today."), self._text("owner_name", settings)
            ),
            self._row(
                self.tr("Currency"),
                self.tr("One for the whole file, chosen when it was made."),
                plain_label(settings.currency, "strong"),
            ),
        ]

    def _rhythm(self, settings: Settings) -> list[QWidget]:
        weekday = Combo(self.tr("Day of the week ahead"))
        for day, name in enumerate(WEEKDAYS):
            weekday.addItem(name, day)
        weekday.setCurrentIndex(settings.week_ahead_day)
        weekday.activated.connect(lambda _place: self._change("week_ahead_day", weekday.currentData()))
        return [
            self._row(
                self.tr("The promise"),
                self.tr("Days within which you contact a new lead."),
                self._number("promise_days", settings, 0, 30),
            ),
            self._row(
                self.tr("Week starts on"),
                self.tr("For the week's strip and the week ahead."),
                self._choice("week_start", settings, [(0, self.tr("Monday")), (6, self.tr("Sunday"))]),
            ),
            self._row(
                self.tr("Week ahead"),
                self.tr("A short briefing on the first start of a week."),
                self._choice("week_ahead", settings, [(1, self.tr("On")), (0, self.tr("Off"))]),
            ),
            self._row(self.tr("Not before"), self.tr("The weekday from which the week ahead is shown."), weekday),
            self._row(
                self.tr("Review on time until"),
                self.tr("Day of the next month; the rhythms of the stages stand in the Playbook."),
                self._number("review_by_day", settings, 1, 28),
            ),
        ]

    def _looks(self, settings: Settings) -> list[QWidget]:
        choices = [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        theme = Segments(self.tr("Theme"), choices, self.context.theme.mode)
        theme.changed.connect(lambda value: self.context.navigation.command_requested.emit(f"view.{value}", None))
        sizes = [("", self.tr("As usual here")), (A4, A4), (LETTER, LETTER)]
        paper = Segments(self.tr("Paper"), sizes, settings.paper)
        paper.changed.connect(lambda value: self._change("paper", str(value)))
        return [
            self._row(self.tr("Theme"), self.tr("Paper or ink."), theme),
            self._row(self.tr("Paper"), self.tr("For letters and reports that are printed or saved as PDF."), paper),
        ]

    def _beyond(self) -> list[QWidget]:
        reminders = Segments("", [("on", self.tr("On")), ("off", self.tr("Off"))], self.context.kept.reminders or "off")
        reminders.changed.connect(lambda value: self._remind(str(value), reminders))
        calendar, kept_in = CalendarControl(self.context), _hint(place_words(self.context))
        calendar.told.connect(kept_in.setText)
        return [
            self._row(
                self.tr("Morning reminder"),
                self.tr(
                    "Starts with the computer, waits in the tray, and says once in the morning what the day holds."
                ),
                reminders,
            ),
            self._row(self.tr("Calendar file"), kept_in, calendar),
            self._row(self.tr("Reminder"), self.tr("On the day of each entry."), alarm_choice(self.context)),
        ]

    def _remind(self, value: str, reminders: Segments) -> None:
        self.context.navigation.command_requested.emit(f"reminders.{value}", None)
        reminders.set_value(self.context.kept.reminders or "off")

    def _file(self) -> list[QWidget]:
        context = self.context
        leave = CommandButtons(
            context,
            (self.tr("Import…"), "upload", "import.open"),
            (self.tr("Past imports…"), "history", "import.past"),
            (self.tr("Export…"), "download", "export.open"),
        )
        backups = CommandButtons(
            context,
            (self.tr("Restore…"), "archive-restore", "file.restore"),
            (self.tr("Back up now"), "database-backup", "file.backup"),
        )
        folder = FolderControl(context)
        return [
            self._row(self.tr("Your file"), str(context.workspace.path), QWidget()),
            self._row(self.tr("In and out"), self.tr("Everything can leave, and come back."), leave),
            self._row(
                self.tr("Backups"),
                self.tr("Made when you close the app and once a day, when something has changed."),
                backups,
            ),
            self._row(self.tr("Where they lie"), folder.hint, folder),
            KeptBackups(context),
        ]

    def _row(self, label: str, hint: str | QLabel, control: QWidget) -> QWidget:
        below = _hint(hint) if isinstance(hint, str) else hint
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(plain_label(label, "strong"))
        words.addWidget(below)
        row.addLayout(words, 1)
        row.addWidget(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(below.text())
        return holder

    def _text(self, name: str, settings: Settings) -> QLineEdit:
        field = QLineEdit(getattr(settings, name))
        field.setFixedWidth(240)
        field.textEdited.connect(lambda text: self._change(name, text))
        return field

    def _number(self, name: str, settings: Settings, least: int, most: int) -> NumberField:
        box = NumberField("", least, most, getattr(settings, name))
        box.valueChanged.connect(lambda value: self._change(name, value))
        return box

    def _choice(self, name: str, settings: Settings, choices: Sequence[tuple[object, str]]) -> Segments:
        segments = Segments("", choices, getattr(settings, name))
        segments.changed.connect(lambda value: self._change(name, int(str(value))))
        return segments

    def _change(self, name: str, value: str | int) -> None:
        try:
            self.context.workspace.settings.change(name, value)
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)


def _hint(words: str) -> QLabel:
    return plain_label(words, "small", "ink2", wraps=True)


def _card(rows: Sequence[QWidget]) -> QFrame:
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 18, 12)
    column.setSpacing(8)
    for number, row in enumerate(rows):
        if number:
            column.addWidget(hairline())
        column.addWidget(row)
    return frame
