"""The backups: what can be done with them, and the list of those there are."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.storage.backups import folder_of, listed
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


def folder_words(context: Context) -> str:
    """Where they lie and when they are made."""
    words = QCoreApplication.translate(
        "BackupRows", "Made when you close the app and once a day, when something has changed. They lie in {folder}."
    )
    return words.format(folder=folder_of(context.workspace.path))
