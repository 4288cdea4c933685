"""The second step: which column is which, what is wrong, and what would happen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.header_row import is_data
from bothhats.ui.import_wizard.columns_card import ColumnsCard
from bothhats.ui.import_wizard.problems_card import ProblemsCard
from bothhats.ui.import_wizard.reading_bar import ReadingBar
from bothhats.ui.import_wizard.side import ImportSide
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.work import Outlook
from bothhats.ui.widgets.labels import plain_label


class ColumnsStep(QWidget):
    """Shows; the page decides."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = ReadingBar()
        self.columns = ColumnsCard()
        self.problems = ProblemsCard()
        self.side = ImportSide()
        self.wrong = plain_label("", "body", "late", wraps=True)
        self.wrong.hide()
        body = QWidget()
        body.setObjectName("scrolled")
        left = QVBoxLayout(body)
        left.setContentsMargins(0, 0, 12, 12)
        left.setSpacing(10)
        left.addWidget(self.reading)
        left.addWidget(self.wrong)
        left.addWidget(self.columns)
        left.addWidget(self.problems)
        left.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(12)
        row.addWidget(_scrolled(body), 1)
        right = QWidget()
        right.setObjectName("scrolled")
        holder = QVBoxLayout(right)
        holder.setContentsMargins(0, 0, 2, 12)
        holder.addWidget(self.side)
        area = _scrolled(right)
        area.setFixedWidth(self.side.width() + 16)
        row.addWidget(area)

    def show_state(self, state: ImportState) -> None:
        """The file, and how it is to be read."""
        self.reading.show_table(state.table)
        self.columns.show_state(state)
        self.side.show_state(state)

    def show_outlook(self, state: ImportState, outlook: Outlook) -> None:
        """What would come of it."""
        self.columns.show_words(state, outlook.words)
        self.problems.show_problems(state, outlook)
        self.side.show_outlook(state, outlook)
        problem = outlook.problem
        words = window_words(problem) if problem else ""
        if problem and not state.says_who:
            words = self.tr("Say which column is the name, the company, the email, the phone or the key.")
            if is_data(state.table.header):
                words += " " + self.tr("If the first row is a lead already, choose “named in: no row”.")
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))


def window_words(problem: KnownProblem) -> str:
    """What is wrong and the way out, unless that is an option of the command line: here there are controls for it."""
    return problem.message if "--" in problem.way_out else f"{problem.message} {problem.way_out}".strip()


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
