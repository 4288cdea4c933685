"""Ways for a letter to leave the window: printed, as PDF, as Markdown, copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.queries.settings import read_settings
from bothhats.reports.letter_pages import letter_pages, letter_pdf
from bothhats.reports.letter_text import plain, resolved_markdown
from bothhats.storage.safe_write import write_whole
from bothhats.ui.context import Context
from bothhats.ui.printing import print_pages
from bothhats.ui.widgets.buttons import Button

Letter = Callable[[], tuple[str, str]]


class LetterOut(QWidget):
    """Buttons under each other; `letter` gives the month and the Markdown with references when one is pressed."""

    def __init__(self, context: Context, letter: Letter) -> None:
        super().__init__()
        self._context, self._letter = context, letter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words, icon, act in (
            (self.tr("Print"), "printer", self.print_letter),
            (self.tr("Save as PDF"), "file-down", self._save_pdf),
            (self.tr("Save as Markdown"), "file-text", self._save_markdown),
            (self.tr("Copy"), "copy", self._copy),
        ):
            button = Button(words, icon_name=icon)
            button.clicked.connect(act)
            column.addWidget(button)

    def save(self, path: Path) -> None:
        """Write it as PDF or Markdown, by the ending, and say so. Raises FileNotWritable, DiskFull."""
        month, letter = self._letter()
        reader = self._context.workspace.reader
        is_pdf = path.suffix.lower() == ".pdf"
        content = letter_pdf(reader, month, letter) if is_pdf else resolved_markdown(reader, letter)
        write_whole(path, content)
        self._context.navigation.told.emit(self.tr("The letter is in {name}").format(name=path.name))

    def print_letter(self) -> None:
        """Ask which printer, and print on it."""
        reader, (month, letter) = self._context.workspace.reader, self._letter()
        print_pages(self, letter_pages(reader, month, letter), read_settings(reader).paper)

    def _save_pdf(self) -> None:
        self._ask_where("pdf", self.tr("PDF (*.pdf)"))

    def _save_markdown(self) -> None:
        self._ask_where("md", self.tr("Markdown (*.md)"))

    def _ask_where(self, ending: str, kinds: str) -> None:
        month, _ = self._letter()
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the letter"), f"review-{month}.{ending}", kinds)
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.{ending}")
        try:
            self.save(path)
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    def _copy(self) -> None:
        _, letter = self._letter()
        QGuiApplication.clipboard().setText(plain(resolved_markdown(self._context.workspace.reader, letter)))
        self._context.navigation.told.emit(self.tr("The letter is copied"))
