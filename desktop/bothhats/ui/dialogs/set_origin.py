"""Where did these leads come from? A source or a campaign for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import campaigns, sources
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import DialogFrame, field_label, small_label
from bothhats.ui.dialogs.lead_words import called, in_order

_WIDTH = 420


def ask_origin(parent: QWidget, context: Context, lead_ids: Sequence[int], field: str) -> str | None:
    """The name of the source or the campaign (`field`), blank for none; None where nothing should change."""
    reader = context.workspace.reader
    rows = in_order(lead_rows(reader, lead_ids), lead_ids)
    if not rows:
        return None
    known = [each.name for each in (sources(reader) if field == "source" else campaigns(reader))]
    shared = {row.source_name if field == "source" else row.campaign_name for row in rows}
    begun = (shared.pop() or "") if len(shared) == 1 else ""
    dialog = SetOrigin(parent, called(rows), field, known, begun)
    return dialog.name_field.text().strip() if dialog.exec() else None


class SetOrigin(DialogFrame):
    """One line that knows the names there are; a new name makes a new one."""

    def __init__(self, parent: QWidget, name: str, field: str, known: Sequence[str], begun: str) -> None:
        super().__init__(parent, "", _WIDTH)
        is_source = field == "source"
        self.setWindowTitle(self.tr("Source") if is_source else self.tr("Campaign"))
        self._known = [each.lower() for each in known]
        self.name_field = QLineEdit(begun)
        completer = QCompleter(list(known), self.name_field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name_field.setCompleter(completer)
        question = self.tr("Where did {} come from?") if is_source else self.tr("Which campaign brought {}?")
        self.add_heading(question.format(name))
        label = self.tr("&Source") if is_source else self.tr("&Campaign")
        self.add_field(field_label(label, self.name_field), self.name_field)
        self.hint = small_label("")
        self.body.addWidget(self.hint)
        self.primary_button.setText(self.tr("Set it"))
        self.name_field.textChanged.connect(self._tell)
        self.name_field.selectAll()
        self.name_field.setFocus()
        self._tell()

    def _tell(self) -> None:
        typed = self.name_field.text().strip()
        if not typed:
            self.hint.setText(self.tr("Left blank it says “not recorded”."))
        elif typed.lower() in self._known:
            self.hint.setText("")
        else:
            self.hint.setText(self.tr("“{name}” is new and will be added.").format(name=typed))
