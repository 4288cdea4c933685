"""The composition root: file, look, window, pages, built by hand; the only module that knows all."""

import sys
import tempfile
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from bothhats.domain.problems import FileDamaged, FileLocked, FileMissing, KnownProblem, NotALeadFile
from bothhats.queries.settings import read_settings
from bothhats.resource_files import resource
from bothhats.storage.sqlite_errors import sorted_errors
from bothhats.system.paths import set_chart_cache, window_settings_file
from bothhats.system.single_window import WindowLock, call_the_other
from bothhats.ui.background import JobRunner
from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.context import Context
from bothhats.ui.crash_dialog import CrashReporter
from bothhats.ui.lead_actions_late import make_lead_actions
from bothhats.ui.main_window import MainWindow, PageMaker
from bothhats.ui.navigation import Navigation
from bothhats.ui.outside_world import local_today
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace

if TYPE_CHECKING:
    from bothhats.ui.window_commands import WindowCommands

AFTER_THE_FIRST_PAINT_MS = 200
FIRST_BACKUP_MS = 5000
TITLE_BAR = 40
APP_ID = "io.github.bothhats.BothHats"


def run(data_file: Path, *, is_demo: bool, in_tray: bool = False, look_at: Path | None = None) -> int:
    """Open the window on a file, or on a throw-away sample; the exit status. In the tray it is open but not shown.

    `look_at` is a backup: a throw-away copy of it is shown, in which nothing can be changed.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("bothhats")
    app.setApplicationDisplayName("Both Hats")
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(resource("icons", "icon.svg"))))
    application = Application(app, WindowSettings(window_settings_file()))
    crashes = CrashReporter(application.navigation)
    crashes.install()
    with tempfile.TemporaryDirectory(prefix="bothhats-") as folder:
        if is_demo:
            from bothhats.sample import make_sample

            data_file = make_sample(Path(folder), date.today())
            application.is_throw_away = True
        elif look_at is not None:
            application.is_look = application.is_throw_away = True
            if not application.take_copy(look_at, Path(folder)):
                return 1
            data_file = Path(folder) / look_at.name
        if not application.start(data_file):
            return 1
        if in_tray and application.waits_in_tray():
            application.hide()
        status = app.exec()
        application.close()
    return status


class Application:
    """What lives as long as the program; one file and one window at a time."""

    def __init__(self, app: QApplication, settings: WindowSettings) -> None:
        self._app = app
        self._settings = settings
        self.theme = Theme(app, settings.theme)
        self.navigation = Navigation()
        self._lock: WindowLock | None = None
        self._calls: QFileSystemWatcher | None = None
        self.workspace: Workspace | None = None
        self.window: QWidget | None = None
        self._jobs: JobRunner | None = None
        self.is_look = False  # at a copy of a backup
        self.is_throw_away = False

    def start(self, data_file: Path) -> bool:
        """Show the window for a file, or the first run where there is none; False where it cannot be opened."""
        try:
            self._open_sound(data_file)
        except (FileMissing, FileDamaged, NotALeadFile) as problem:
            return self._come_back(data_file, problem)
        except FileLocked as problem:
            if self.window is None and call_the_other(data_file):
                return False
            return self._refuse(problem)
        except KnownProblem as problem:
            return self._refuse(problem)
        return True

    def _open_sound(self, data_file: Path) -> None:
        """Raises FileDamaged where the damage is only found while the first page is filled."""
        try:
            with sorted_errors():
                self.open(data_file)
        except FileDamaged:
            self._let_go_of_file()
            raise

    def _come_back(self, data_file: Path, problem: KnownProblem) -> bool:
        """From a backup where the owner wants that; else a missing file is begun, and any other one refused."""
        if self.window is None:  # while another file is open, that one stays
            from bothhats.ui.rescue import rescue

            if rescue(data_file, problem, local_today):
                return self.start(data_file)
        if isinstance(problem, FileMissing):
            self._show_first_run(data_file)
            return True
        return self._refuse(problem)

    def take_copy(self, backup: Path, folder: Path) -> bool:
        """Put a copy of a backup there, brought up to date; False where that cannot be done, which is said."""
        from bothhats.storage.restore import copy_to_look_at

        try:
            copy_to_look_at(backup, folder / backup.name)
        except KnownProblem as problem:
            return self._refuse(problem)
        return True

    def reopen(self, told: str) -> None:
        """Show the same file anew, because all of it has changed, and say a sentence."""
        if self.workspace is not None:
            path = self.workspace.path
            self._let_go_of_file()
            if self.start(path):
                self.navigation.told.emit(told)

    def _refuse(self, problem: KnownProblem) -> bool:
        """What is open stays; whether something is."""
        QMessageBox.warning(None, "Both Hats", f"{problem.message}\n{problem.way_out}")
        return self.window is not None

    def open(self, data_file: Path) -> MainWindow:
        """Open a file in place of the one before, and show it. Raises KnownProblem; then the one before stays."""
        workspace = Workspace(data_file, is_read_only=self.is_look)
        try:
            lock = WindowLock(data_file)
        except KnownProblem:
            workspace.close()
            raise
        self.close()
        self.workspace, self._lock = workspace, lock
        self._calls = QFileSystemWatcher([str(lock.folder)])
        self._calls.directoryChanged.connect(self._on_call)
        self._jobs = JobRunner()
        context = Context(
            workspace, ChangeFeed(workspace), self.navigation, self.theme, local_today, self._settings, self._jobs
        )
        window = MainWindow(context, page_makers(), make_lead_actions, _title(workspace))
        self._show(window)
        if self.is_look:
            window.setWindowTitle(window.tr("Copy of a backup: {title}").format(title=window.windowTitle()))
            window.banner.say(window.tr("This is a copy of a backup, to look at. Nothing in it can be changed."))
        window.command_wanted.connect(lambda command, about: self._commands(context, window).run(command, about))
        today = window.show_place("today")
        if not self.is_look:
            today.show_week_ahead_if_due()  # type: ignore[attr-defined]
        QTimer.singleShot(AFTER_THE_FIRST_PAINT_MS, _load_the_rest)
        if self._settings.reminders and not self.is_look:
            QTimer.singleShot(AFTER_THE_FIRST_PAINT_MS, window, lambda: window.run("reminders.begin"))
        if not self.is_throw_away:
            QTimer.singleShot(FIRST_BACKUP_MS, window, lambda: window.run("backup.care"))
        if self._settings.calendar_file and not self.is_look:
            QTimer.singleShot(AFTER_THE_FIRST_PAINT_MS, window, lambda: window.run("calendar.write"))
        return window

    def waits_in_tray(self) -> bool:
        """Show the tray where the owner wants reminders; whether it is there."""
        window = self.window
        if not self._settings.reminders or not isinstance(window, MainWindow):
            return False
        window.run("reminders.begin")
        return not QApplication.quitOnLastWindowClosed()

    def hide(self) -> None:
        """Leave only the tray."""
        if self.window is not None:
            self.window.hide()

    def _on_call(self) -> None:
        """A second start on the same file brings this window to the front, out of the tray too."""
        if self._lock is not None and self.window is not None and self._lock.was_called():
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _commands(self, context: Context, window: MainWindow) -> "WindowCommands":
        """Made when the first of them is wanted, not before the first paint."""
        from bothhats.ui.window_commands import WindowCommands

        return window.findChild(WindowCommands) or WindowCommands(self, context, window, self._settings)

    def close(self) -> None:
        """Let go of window, file and lock, after a backup of what has changed."""
        self._let_go_of_file(with_backup=not self.is_throw_away)

    def _let_go_of_file(self, *, with_backup: bool = False) -> None:
        if self.window is not None:
            self._settings.geometry = self.window.saveGeometry()
            _let_go(self.window)
            self.window = None
        if self._jobs is not None:
            self._jobs.close()
            self._jobs = None
        if self.workspace is not None:
            self.workspace.close()
            if with_backup:
                from bothhats.ui.backup_care import close_with_backup

                close_with_backup(self.workspace.path, self._settings)
            self.workspace = None
        self._calls = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _show(self, window: QWidget) -> None:
        old = self.window
        self.window = window
        if not window.restoreGeometry(self._settings.geometry):
            room = window.screen().availableGeometry()
            window.resize(min(1280, room.width()), min(800, room.height() - TITLE_BAR))
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _show_first_run(self, data_file: Path) -> None:
        from bothhats.ui.pages.first_run.page import FirstRunPage

        page = FirstRunPage(data_file)
        page.finished.connect(self._on_first_run)
        self._show(page)

    def _on_first_run(self, path: Path, command: str) -> None:
        """The first run has made a file; open it and go where the owner wanted."""
        window = self.open(path)
        if command:
            QTimer.singleShot(0, lambda: window.run(command))


def page_makers() -> dict[str, PageMaker]:
    """How each place is made; only the first one is loaded before the first paint."""

    def today(context: Context) -> QWidget:
        from bothhats.ui.pages.today.page import TodayPage

        return TodayPage(context)

    def pipeline(context: Context) -> QWidget:
        from bothhats.ui.pages.pipeline.page import PipelinePage

        return PipelinePage(context)

    def review(context: Context) -> QWidget:
        from bothhats.ui.pages.review.page import ReviewPage

        return ReviewPage(context)

    def insights(context: Context) -> QWidget:
        from bothhats.ui.pages.insights.page import InsightsPage

        return InsightsPage(context)

    def bring_in(context: Context) -> QWidget:
        from bothhats.ui.import_wizard.page import ImportPage

        return ImportPage(context)

    def playbook(context: Context) -> QWidget:
        from bothhats.ui.pages.playbook.page import PlaybookPage

        return PlaybookPage(context)

    def settings(context: Context) -> QWidget:
        from bothhats.ui.pages.settings.page import SettingsPage

        return SettingsPage(context)

    return {
        "today": today,
        "pipeline": pipeline,
        "review": review,
        "insights": insights,
        "playbook": playbook,
        "settings": settings,
        "import": bring_in,
    }


def _let_go(window: QWidget) -> None:
    if isinstance(window, MainWindow):
        window.dispose()
    else:
        window.close()
        window.deleteLater()


def _title(workspace: Workspace) -> str:
    name = read_settings(workspace.reader).business_name or workspace.path.stem.capitalize()
    return f"{name} — Both Hats"


def _load_the_rest() -> None:
    """Load the writing side beside the window, so that the first change does not wait for it."""

    def load() -> None:
        import sqlite_utils  # noqa: F401

    from bothhats.system.logging_setup import start_logging

    start_logging()
    set_chart_cache()
    threading.Thread(target=load, daemon=True).start()
