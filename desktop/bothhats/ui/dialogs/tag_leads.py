"""Which tags should these leads have? Those there are as chips, and new ones typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from bothhats.domain.name_matching import folded
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import tags, tags_of
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import DialogFrame, field_label
from bothhats.ui.dialogs.lead_words import called, in_order
from bothhats.ui.widgets.buttons import ReasonChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.group import Group

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags that all of the leads get, and those that none of them keeps."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


def ask_tags(parent: QWidget, context: Context, lead_ids: Sequence[int]) -> Tagging | None:
    """What changes in the tags of these leads; None where nothing should."""
    rows = in_order(lead_rows(context.workspace.reader, lead_ids), lead_ids)
    if not rows:
        return None
    every = tags(context.workspace.reader)
    having = tags_of(context.workspace.reader, lead_ids)
    shared = {name for name in every if all(name in having.get(row.id, ()) for row in rows)}
    dialog = TagLeads(parent, called(rows), every, shared)
    return dialog.answer if dialog.exec() else None


class TagLeads(DialogFrame):
    """A ticked chip is a tag that all of them have; what is not touched stays as it is with each."""

    def __init__(self, parent: QWidget, name: str, every: Sequence[str], shared: set[str]) -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Tags"))
        self.answer: Tagging | None = None
        self._shared = shared
        self._touched: set[str] = set()
        self.new_field = QLineEdit()
        self.new_field.setPlaceholderText(self.tr("Others, with commas between"))
        self.chips: dict[str, ReasonChip] = {}
        self.add_heading(self.tr("Which tags should {} have?").format(name))
        holder = Group(self.tr("Tags"))
        flow = FlowLayout(holder, 6)
        for tag in every:
            chip = ReasonChip(tag)
            chip.setChecked(tag in shared)
            chip.clicked.connect(lambda _on, tag=tag: self._touched.add(tag))
            flow.addWidget(chip)
            self.chips[tag] = chip
        holder.setVisible(bool(every))
        self.body.addWidget(holder)
        self.add_field(field_label(self.tr("&New tags"), self.new_field), self.new_field)
        self.primary_button.setText(self.tr("Set the tags"))
        self.new_field.setFocus()

    def _try(self) -> None:
        typed = [tag.strip() for tag in self.new_field.text().split(",") if tag.strip()]
        known = {folded(tag): tag for tag in self.chips}
        added = [known.get(folded(tag), tag) for tag in typed]
        added += [tag for tag in self._touched if self.chips[tag].isChecked()]
        removed = [tag for tag in self._touched if not self.chips[tag].isChecked() and tag not in added]
        self.answer = Tagging(tuple(sorted(set(added))), tuple(sorted(removed)))
        self.accept()
