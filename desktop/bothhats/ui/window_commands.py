"""The commands that are neither a place nor about leads: files, looks, keys, import."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from bothhats import __version__
from bothhats.domain.problems import KnownProblem
from bothhats.system.paths import SUFFIX
from bothhats.ui.context import Context
from bothhats.ui.main_window import MainWindow
from bothhats.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from bothhats.ui.reminders import Reminders


class OpensFiles(Protocol):
    """What the application can do with files."""

    def start(self, data_file: Path) -> bool:
        """Show the window for a file."""


class WindowCommands(QObject):
    """Lives as long as its window."""

    def __init__(self, files: OpensFiles, context: Context, window: MainWindow, settings: WindowSettings) -> None:
        super().__init__(window)
        self._files = files
        self._context = context
        self._window = window
        self._settings = settings
        self._acts: dict[str, Callable[[], object]] = {
            "file.new": self._new,
            "file.open": self._open,
            "file.backup": self._back_up,
            "file.saved": lambda: window.toast.say(self.tr("Everything is saved already."), with_undo=False),
            "file.quit": window.close,
            "import.open": self._import,
            "view.clear_filter": self._clear_filter,
            "view.light": lambda: self._look("light"),
            "view.dark": lambda: self._look("dark"),
            "view.system": lambda: self._look("system"),
            "view.full_screen": self._full_screen,
            "go.next_region": window.focus_next_region,
            "go.week_ahead": self._week_ahead,
            "go.palette": self._palette,
            "calendar.write": self._write_calendar,
            "reminders.begin": lambda: self._reminders().begin(),
            "reminders.on": lambda: self._reminders().turn(is_on=True),
            "reminders.off": lambda: self._reminders().turn(is_on=False),
            "help.keys": self._keys,
            "help.about": self._about,
        }

    def run(self, command_id: str) -> None:
        """Do a command; what the world forbids becomes a banner."""
        act = self._acts.get(command_id)
        if act is None:
            return
        try:
            act()
        except KnownProblem as problem:
            self._window.show_problem(problem)

    def _new(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New file"), f"pipeline{SUFFIX}", f"*{SUFFIX}")
        if name:
            self._files.start(Path(name if name.endswith(SUFFIX) else name + SUFFIX))

    def _open(self) -> None:
        folder = str(self._context.workspace.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), folder, f"*{SUFFIX};;*")
        if name:
            self._files.start(Path(name))

    def _back_up(self) -> None:
        from bothhats.storage.backups import BY_HAND, make_backup

        made = make_backup(self._context.workspace.path, BY_HAND, datetime.now())
        if made is not None:
            self._window.toast.say(self.tr("Backed up as {name}").format(name=made.path.name), with_undo=False)

    def _import(self) -> None:
        from bothhats.ui.import_wizard.wizard import ImportWizard

        ImportWizard(self._context, self._window).exec()

    def _look(self, mode: str) -> None:
        self._context.theme.set_mode(mode)
        self._settings.theme = mode

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _clear_filter(self) -> None:
        page = self._window.show_place("pipeline")
        page.clear_filter()  # type: ignore[attr-defined]

    def _week_ahead(self) -> None:
        page = self._window.show_place("today")
        page.show_week_ahead()  # type: ignore[attr-defined]

    def _palette(self) -> None:
        from bothhats.ui.palette.asking import ask_palette

        ask_palette(self._context, self._window)

    def _write_calendar(self) -> None:
        from bothhats.ui.calendar_file import CalendarFile

        kept = self._window.findChild(CalendarFile)
        if kept is None:
            kept = CalendarFile(self._context, self._window)
            self._window.closing.connect(kept.finish)
        kept.write()

    def _reminders(self) -> "Reminders":
        from bothhats.ui.reminders import Reminders

        return self._window.findChild(Reminders) or Reminders(self._context, self._window, QApplication.quit)

    def _keys(self) -> None:
        from bothhats.ui.dialogs.key_sheet import KeySheet

        KeySheet(self._window).exec()

    def _about(self) -> None:
        words = self.tr("Both Hats {version}. Everything stays in one file on this computer: no account, no network.")
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About Both Hats"), "", QMessageBox.StandardButton.Close)
        box.setText(words.format(version=__version__))
        box.exec()
