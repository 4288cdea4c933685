"""A bug of ours, said plainly: what happened, what is safe, and the details to copy. Nothing is sent."""

import logging
import sys
from types import TracebackType

import PySide6
from PySide6.QtCore import QCoreApplication, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from bothhats import __version__
from bothhats.domain.problems import KnownProblem
from bothhats.ui.navigation import Navigation

_log = logging.getLogger("bothhats.crash")
_QT_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Stands where Python reports what nobody caught; the app goes on, since each change is whole or not there."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__()
        self._navigation = navigation
        self._is_showing = False

    def install(self) -> None:
        """From now on uncaught exceptions and Qt's own messages come here."""
        sys.excepthook = self.report
        qInstallMessageHandler(_log_qt_message)

    def report(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """A known problem becomes a banner, a bug a dialog; a bug while that is open only a line in the log."""
        if isinstance(error, KnownProblem):
            self._navigation.problem_raised.emit(error)
            return
        import traceback

        frames = traceback.extract_tb(where)
        place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
        _log.error("uncaught %s at %s", kind.__name__, place)
        if QApplication.instance() and not self._is_showing:
            self._is_showing = True
            self._show("".join(traceback.format_exception(kind, error, where)))
            self._is_showing = False

    def _show(self, details: str) -> None:
        import platform

        box = QMessageBox(QMessageBox.Icon.Warning, "Both Hats", "", QMessageBox.StandardButton.Close)
        box.setText(QCoreApplication.translate("CrashReporter", "Something went wrong that should not."))
        box.setInformativeText(
            QCoreApplication.translate(
                "CrashReporter", "Everything that was saved is safe, and you can go on. The details help to mend it."
            )
        )
        system = f"Both Hats {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}"
        box.setDetailedText(f"{system}, {platform.platform()}\n\n{details}")
        box.exec()


def _log_qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    level = _QT_LEVELS.get(kind)
    if level:
        _log.log(level, "Qt: %s", message)
