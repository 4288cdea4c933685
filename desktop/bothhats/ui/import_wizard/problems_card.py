"""The rows that need a word from the owner: what is wrong with each, and what to do about it, right there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.exchange.likely_amount import offered_amount
from bothhats.exchange.planned import Issue
from bothhats.exchange.row_reader import A_TOTAL
from bothhats.ui.import_wizard.grids import empty_grid
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.work import MOST_SHOWN, Outlook
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label

_KINDS = ("conversation", "call", "meeting", "email", "message", "note")
_OUTCOMES = ("won", "lost", "no decision", "not a fit")


class ProblemsCard(QWidget):
    """`mended`: row, column, text; `translated`: field, from, to; `left`: rows; `wanted`: a row that is a lead."""

    mended = Signal(int, int, str)
    translated = Signal(str, str, str)
    left = Signal(object)
    wanted = Signal(int)
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = plain_label("", "heading")
        self.more = plain_label("", "body", "ink2", wraps=True)
        self.leave_button = Button(self.tr("Leave all out"), "quiet")
        self.save_button = Button(self.tr("Save them as CSV…"), "quiet", "download")
        self._card = QFrame()
        self._card.setObjectName("card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(16, 4, 12, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(0)
        for column, stretch in enumerate((0, 2, 0, 5, 0, 0)):
            self._grid.setColumnStretch(column, stretch)
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addWidget(ElidedLabel(self.tr("None of them is written before you say so."), "body", "ink2"), 1)
        head.addWidget(self.leave_button)
        head.addWidget(self.save_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 0, 0)
        body.addLayout(head)
        body.addWidget(self._card)
        body.addWidget(self.more)
        self.answers: list[QWidget] = []
        self._rows: Sequence[int] = ()
        self.leave_button.clicked.connect(lambda: self.left.emit(frozenset(self._rows)))
        self.save_button.clicked.connect(self.save_asked)
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self._go(step))

    def show_problems(self, state: ImportState, outlook: Outlook) -> None:
        """The first of them; the others are told as a number."""
        empty_grid(self._grid)
        self.answers = []
        rows = self._rows = outlook.troubles.rows
        self.setVisible(bool(rows))
        words = self.tr("{rows} need a word from you") if len(rows) != 1 else self.tr("{rows} needs a word from you")
        self._head.setText(words.format(rows=counted(len(rows), "row")))
        more = len(rows) - MOST_SHOWN
        words = self.tr("{rows} more: they come here as these are solved. {way_out}").format(
            rows=counted(more, "row"),
            way_out=self.tr("To mend many at once, save them as CSV, mend them in your spreadsheet and import that."),
        )
        self.more.setText(words if more > 0 else "")
        self.more.setVisible(more > 0)
        heads = (self.tr("Row"), self.tr("Who"), "", self.tr("What is wrong"), self.tr("What to do"), "")
        for column, text in enumerate(heads):
            label = plain_label(text, "small_strong", "ink2")
            label.setMinimumHeight(scaled(31))
            self._grid.addWidget(label, 0, column)
        for number, issue in enumerate(outlook.troubles.first, 1):
            self._grid.addWidget(hairline(), 2 * number - 1, 0, 1, 6)
            self._add(state, outlook, issue, 2 * number)

    def _add(self, state: ImportState, outlook: Outlook, issue: Issue, row: int) -> None:
        who = state.who(issue.row)
        icon = plain_label("")
        icon.setPixmap(pixmap("triangle-alert", scaled(15), tokens().late, self.devicePixelRatioF()))
        where = f" ({issue.column})" if issue.column else ""
        name = ElidedLabel(who or self.tr("no name"), "strong" if who else "body", "ink" if who else "ink2")
        answer = self._answer(state, outlook, issue)
        leave = IconButton("x", self.tr("Leave row {row} out").format(row=issue.row), "quiet", is_small=True)
        leave.clicked.connect(lambda: self.left.emit(frozenset({issue.row})))
        self._grid.addWidget(plain_label(f"{issue.row:,}", "body", "ink2"), row, 0, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(name, row, 1)
        self._grid.addWidget(icon, row, 2)
        self._grid.addWidget(ElidedLabel(self._reason(issue) + where), row, 3)
        if answer is not None:
            answer.setFixedWidth(scaled(158))
            self._grid.addWidget(answer, row, 4)
            self.answers.append(answer)
        self._grid.addWidget(leave, row, 5)
        self._grid.setRowMinimumHeight(row, scaled(38))

    def _reason(self, issue: Issue) -> str:
        """The first sentence; the choices that it would go on to list stand beside it."""
        if not issue.column and not issue.value:
            return self.tr("No name, company, email or phone")
        if offer := offered_amount(issue.reason):
            words = self.tr("“{value}” is not clear; Enter takes {amount}")
            return words.format(value=issue.value, amount=offer)
        return issue.reason.split(". ")[0].rstrip(".")

    def _answer(self, state: ImportState, outlook: Outlook, issue: Issue) -> QWidget | None:
        place = _place(state, issue)
        name = state.fields.get(place, "") if place is not None else ""
        if name in ("stage", "outcome", "kind") and issue.value:
            return self._word(outlook, issue, name)
        if issue.reason == A_TOTAL:
            button = Button(self.tr("It is a lead"), is_small=True)
            button.clicked.connect(lambda: self.wanted.emit(issue.row))
            return button
        return self._line(issue, place) if place is not None else None

    def _word(self, outlook: Outlook, issue: Issue, name: str) -> Combo:
        combo = Combo(self.tr("What “{value}” means").format(value=issue.value))
        combo.addItem(self.tr("Means…"), "")
        names = [stage.name for stage in outlook.stages] if name == "stage" else []
        for word in _KINDS if name == "kind" else (*names, *_OUTCOMES):
            combo.addItem(word, word)
        combo.activated.connect(
            lambda _at: self.translated.emit(name, issue.value, combo.currentData()) if combo.currentData() else None
        )
        return combo

    def _line(self, issue: Issue, place: int) -> QLineEdit:
        """What the cell says, or what it may mean: that is taken by Enter, not by passing through."""
        offer = offered_amount(issue.reason)
        line = QLineEdit(offer or issue.value)
        line.setProperty("small", "true")
        line.setAccessibleName(self.tr("Row {row}, {column}").format(row=issue.row, column=issue.column or ""))

        def finish(*, is_taken: bool) -> None:
            is_typed = not offer or line.isModified()
            if is_typed is not is_taken and line.text() != issue.value:
                self.mended.emit(issue.row, place, line.text())

        line.returnPressed.connect(lambda: finish(is_taken=True))
        line.editingFinished.connect(lambda: finish(is_taken=False))
        return line

    def _go(self, step: int) -> None:
        if not self.answers:
            return
        here = next((at for at, each in enumerate(self.answers) if each.hasFocus()), -1 if step > 0 else 0)
        self.answers[(here + step) % len(self.answers)].setFocus(Qt.FocusReason.TabFocusReason)


def _place(state: ImportState, issue: Issue) -> int | None:
    """The column to mend: the one to blame; where nothing says who it is, the name or what comes nearest."""
    header = state.table.header
    if issue.column in header:
        return header.index(issue.column)
    if issue.column is not None or issue.value:
        return None
    names = ("name", "email", "first_name", "last_name", "company", "phone", "key")
    return next((places[0] for name in names if (places := state.places(name))), None)
