"""What shall this view be called?"""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from bothhats.domain.name_matching import folded
from bothhats.ui.dialogs.dialog_frame import DialogFrame, field_label, small_label

_WIDTH = 400
LONGEST = 80


def ask_view_name(parent: QWidget, begun: str, taken: Sequence[str]) -> str | None:
    """A name that none of `taken` is; `begun` blank for a new view. None where nothing should change."""
    dialog = NameView(parent, begun, taken)
    return dialog.name_field.text().strip() if dialog.exec() else None


class NameView(DialogFrame):
    """One line; a name that is taken is said to be."""

    def __init__(self, parent: QWidget, begun: str, taken: Sequence[str]) -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Rename the view") if begun else self.tr("Save this view"))
        self._taken = {folded(name) for name in taken}
        self.name_field = QLineEdit(begun)
        self.name_field.setMaxLength(LONGEST)
        told = "" if begun else self.tr("It keeps the filter and whether you look at the board or the table.")
        self.add_heading(self.tr("What shall this view be called?"), told)
        self.add_field(field_label(self.tr("&Name"), self.name_field), self.name_field)
        self.hint = small_label("")
        self.hint.hide()
        self.body.addWidget(self.hint)
        self.primary_button.setText(self.tr("Rename it") if begun else self.tr("Save it"))
        self.name_field.selectAll()
        self.name_field.setFocus()

    def _try(self) -> None:
        typed = self.name_field.text().strip()
        if not typed:
            self.explain(self.hint, self.tr("A view needs a name."), self.name_field)
        elif folded(typed) in self._taken:
            words = self.tr("There is a view called {name} already. Choose another name.").format(name=typed)
            self.explain(self.hint, words, self.name_field)
        else:
            self.accept()
