"""A file that cannot be opened, of which there are backups: the way back is offered before anything else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from bothhats.domain.problems import KnownProblem
from bothhats.storage.backups import listed
from bothhats.ui.background import JobRunner
from bothhats.ui.restoring import Restoring


def rescue(data_file: Path, problem: KnownProblem, today: Callable[[], date]) -> bool:
    """Say what is wrong and offer the backups; whether one was put back. Nothing is done where there are none."""
    if not listed(data_file):
        return False
    box = QMessageBox(QMessageBox.Icon.Warning, "Both Hats", "")
    box.setText(problem.message)
    kept = _tr("There are backups of it. What is there now is kept under another name.")
    box.setInformativeText(kept if data_file.exists() else _tr("There are backups of it."))
    box.addButton(QMessageBox.StandardButton.Close)
    restore = box.addButton(_tr("Restore from a backup…"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(restore)
    box.exec()
    if box.clickedButton() is not restore:
        return False
    jobs = JobRunner()
    try:
        return Restoring(data_file, jobs, today, None).ask()
    finally:
        jobs.close()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Rescue", words)
