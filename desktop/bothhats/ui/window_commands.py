"""The commands that are neither a place nor about leads: files, looks, keys, import."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from bothhats import __version__
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.system.paths import SUFFIX
from bothhats.ui.context import Context
from bothhats.ui.main_window import MainWindow
from bothhats.ui.page import ListsLeads
from bothhats.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from bothhats.ui.backup_care import BackupCare
    from bothhats.ui.dialogs.export_leads import Choice
    from bothhats.ui.exports import Exports
    from bothhats.ui.reminders import Reminders


class OpensFiles(Protocol):
    """What the application can do with files."""

    def start(self, data_file: Path) -> bool:
        """Show the window for a file."""

    def reopen(self, told: str) -> None:
        """Show the same file anew, because all of it has changed, and say a sentence."""


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
            "file.backup": lambda: self._keeping().back_up(),
            "file.restore": lambda: self._keeping().restore(),
            "file.bring_back": self._bring_back,
            "backup.care": lambda: self._keeping().begin(),
            "export.open": lambda: self._exports().ask(self._export_choices()),
            "file.saved": lambda: window.toast.say(self.tr("Everything is saved already."), with_undo=False),
            "file.quit": window.close,
            "import.open": self._import,
            "import.past": self._past_imports,
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
        self._acts_about: dict[str, Callable[[list[int]], object]] = {
            "export.leads": lambda ids: self._exports().ask([self._choice_of(ids), *self._export_choices()]),
            "export.person": lambda ids: self._exports().ask_person(ids[0]),
        }

    def run(self, command_id: str, about: object = None) -> None:
        """Do a command, some of them about these leads; what the world forbids becomes a banner."""
        try:
            if command_id in self._acts:
                self._acts[command_id]()
            elif command_id in self._acts_about and isinstance(about, list):
                self._acts_about[command_id](about)
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

    def _keeping(self) -> "BackupCare":
        from bothhats.ui.backup_care import BackupCare

        return self._window.findChild(BackupCare) or BackupCare(self._context, self._window, self._files.reopen)

    def _bring_back(self) -> None:
        from bothhats.ui.bringing_back import BringingBack

        held = self._window.findChild(BringingBack)
        (held or BringingBack(self._context, self._window, self._files.start)).ask()

    def _exports(self) -> "Exports":
        from bothhats.ui.exports import Exports

        exports = self._window.findChild(Exports)
        if exports is None:
            exports = Exports(self._context, self._window, self._window.toast)
            self._window.closing.connect(exports.finish)
        return exports

    def _export_choices(self) -> "list[Choice]":
        """What the place shows, where it shows leads, then all leads."""
        from bothhats.ui.dialogs.export_leads import Choice

        page = self._window.pages.get(self._window.place)
        shown = page.shown_leads() if isinstance(page, ListsLeads) else None
        every = Choice(self.tr("All leads"), None)
        return [Choice(shown.words, shown.ids, shown.columns), every] if shown else [every]

    def _choice_of(self, ids: list[int]) -> "Choice":
        from bothhats.ui.dialogs.export_leads import Choice

        return Choice(counted(len(ids), "lead"), ids)

    def _import(self) -> None:
        page = self._window.show_place("import")
        page.begin()  # type: ignore[attr-defined]

    def _past_imports(self) -> None:
        from bothhats.ui.import_wizard.past_imports import PastImports

        PastImports(self._context, self._window).exec()

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
