"""The imports of the past, and the way back from each."""

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.operations.taking_back import TakenBack
from bothhats.queries.past_imports import PastImport, past_imports
from bothhats.queries.undo_labels import is_long_step
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label
from bothhats.ui.long_step import take_long_step
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import plain_label
from bothhats.workspace import Workspace

_IMPORT = Qt.ItemDataRole.UserRole


class PastImports(DialogFrame):
    """Taking one back leaves alone what was done with its leads since, and can itself be undone."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Past imports"), 560)
        self._context = context
        self.add_heading(
            self.tr("Past imports"),
            self.tr("Taking one back gives its leads what they had before. Leads you have worked on since stay."),
        )
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(self.tr("Past imports"))
        self.list.setMinimumHeight(scaled(220))
        none = self.tr(
            "Nothing was imported in the last 90 days, or it was too long for the history. Backups go back further."
        )
        self.empty = plain_label(none, "body", "ink2", wraps=True)
        self.wrong = error_label()
        self.told = plain_label("", "body", "ink2", wraps=True)
        for widget in (self.list, self.empty, self.told, self.wrong):
            self.body.addWidget(widget)
        self.cancel_button.setText(self.tr("Close"))
        self.primary_button.setText(self.tr("Take it back"))
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for each in past_imports(self._context.workspace.reader):
            item = QListWidgetItem(_words(each))
            item.setData(_IMPORT, each)
            item.setSizeHint(QSize(0, scaled(32)))
            self.list.addItem(item)
        self.list.setVisible(bool(self.list.count()))
        self.empty.setVisible(not self.list.count())
        self.list.setCurrentRow(0)
        self._follow()

    def _follow(self) -> None:
        self.primary_button.setEnabled(self.list.currentRow() >= 0)

    def _try(self) -> None:
        chosen = self.list.currentIndex().data(_IMPORT)
        if not isinstance(chosen, PastImport):
            return
        came: list[TakenBack] = []

        def take_back(workspace: Workspace) -> None:
            came.append(workspace.taking_back.take_back(chosen.step_id))

        if is_long_step(self._context.workspace.reader, chosen.step_id):
            words = self.tr("Taking “{label}” back…").format(label=chosen.label)
            take_long_step(self._context, self, words, take_back, lambda: self._tell(came[0]))
            return
        try:
            take_back(self._context.workspace)
        except KnownProblem as problem:
            self.explain(self.wrong, f"{problem.message} {problem.way_out}")
            return
        self._tell(came[0])

    def _tell(self, came: TakenBack) -> None:
        self.explain(self.wrong, "")
        words = self.tr("As before: {leads}.").format(leads=counted(came.taken, "lead"))
        if came.kept:
            kept = self.tr("Left as they are, since you worked on them: {leads}.")
            words += " " + kept.format(leads=counted(came.kept, "lead"))
        self.told.setText(words)
        self._fill()


def _words(each: PastImport) -> str:
    at = QDateTime.fromString(each.made_at, Qt.DateFormat.ISODate).toLocalTime()
    return f"{QLocale().toString(at, QLocale.FormatType.ShortFormat)}   {each.label}"
