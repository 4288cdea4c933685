"""Erase a person? The one question that is asked before acting, because there is no way back."""

from PySide6.QtWidgets import QCheckBox, QWidget

from bothhats.ui.dialogs.dialog_frame import DialogFrame
from bothhats.ui.widgets.labels import plain_label

_WIDTH = 480


def ask_erasing(parent: QWidget, name: str, backups: int) -> bool | None:
    """Whether the backups shall be renewed as well; None where the person stays."""
    dialog = EraseLead(parent, name, backups)
    return dialog.renews.isChecked() if dialog.exec() else None


class EraseLead(DialogFrame):
    """Says what goes and that it is for good; the focus is on the way back."""

    def __init__(self, parent: QWidget, name: str, backups: int) -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Erase"))
        self.add_heading(self.tr("Erase {name}?").format(name=name))
        words = self.tr(
            "This takes {name} out of the leads, the history, the search, the undo history and the letters."
            " It cannot be undone."
        )
        self.body.addWidget(plain_label(words.format(name=name), wraps=True))
        renew = self.tr("Renew the &backups too: make a new one and delete the {n} older")
        self.renews = QCheckBox(renew.format(n=backups))
        self.renews.setChecked(bool(backups))
        self.renews.setVisible(bool(backups))
        self.body.addWidget(self.renews)
        self.primary_button.setText(self.tr("Erase {name}").format(name=name.replace("&", "&&")))
        self.primary_button.setProperty("kind", "destructive")
        self.cancel_button.setFocus()
