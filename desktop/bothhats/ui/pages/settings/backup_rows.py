"""The backups: what can be done with them, and the list of those there are."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.storage.backup_place import choose_folder, chosen_folder, folder_of
from bothhats.storage.backups import listed
from bothhats.ui.backup_table import ROW, BackupTable
from bothhats.ui.backup_trouble import trouble_of
from bothhats.ui.context import Context
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label, set_token

_MOST_ROWS = 8


class CommandButtons(QWidget):
    """Buttons that ask the window for a command."""

    def __init__(self, context: Context, *offered: tuple[str, str, str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, icon_name, command in offered:
            button = Button(words, icon_name=icon_name)
            button.setObjectName(command)
            button.clicked.connect(
                lambda _on=False, command=command: context.navigation.command_requested.emit(command, None)
            )
            row.addWidget(button)


class FolderControl(QWidget):
    """Choose another folder, or go back to the one beside the file."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.choose_button = Button(self.tr("Choose a folder…"), icon_name="folder-open")
        self.beside_button = Button(self.tr("Beside the file"), "quiet", "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose_button)
        row.addWidget(self.beside_button)
        self.choose_button.clicked.connect(self._choose)
        self.beside_button.clicked.connect(lambda: self._take(None))
        self.hint = plain_label("", "small", "ink2", wraps=True)
        context.navigation.backed_up.connect(self._say)
        self._say()

    def _say(self) -> None:
        path = self._context.workspace.path
        is_chosen = chosen_folder(path) is not None
        self.beside_button.setVisible(is_chosen)
        words = "{folder}" if is_chosen else self.tr("{folder}. A folder on another disk is safer.")
        self.hint.setText(words.format(folder=folder_of(path)))

    def _choose(self) -> None:
        path = self._context.workspace.path
        begun = str(chosen_folder(path) or path.parent)
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), begun)
        if name:
            self._take(Path(name))

    def _take(self, folder: Path | None) -> None:
        path = self._context.workspace.path
        try:
            choose_folder(path, folder)
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)
            return
        self._say()
        self._context.navigation.command_requested.emit("file.backup", None)


class KeptBackups(QWidget):
    """As high as its rows, up to eight; it shows a new backup at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.table = BackupTable(context.jobs, context.today())
        self.words = plain_label("", "small", "ink2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.table)
        context.navigation.backed_up.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show those there are now, and what hindered the last one."""
        path = self._context.workspace.path
        backups = listed(path)
        trouble = trouble_of(self._context.kept, path)
        none = self.tr("No backup yet. The first one is made when you close the app today.")
        self.words.setText((trouble and self.tr("The last backup failed: {why}").format(why=trouble)) or none)
        set_token(self.words, "late" if trouble else "ink2")
        self.words.setVisible(bool(trouble) or not backups)
        self.table.show_backups(backups)
        self.table.setVisible(bool(backups))
        rows = min(len(backups), _MOST_ROWS)
        self.table.setFixedHeight(scaled(ROW) * rows + self.table.horizontalHeader().sizeHint().height() + 2)
