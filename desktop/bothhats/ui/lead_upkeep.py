"""The commands that keep the list of leads in order: tags, source, campaign."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bothhats.ui.context import Context
from bothhats.ui.dialogs.set_origin import ask_origin
from bothhats.ui.dialogs.tag_leads import ask_tags


class LeadUpkeep(QObject):
    """`acts` by command id; each gets the ids of the leads that it is about, at least one."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.acts: dict[str, Callable[[list[int]], None]] = {
            "lead.tag": self._tag,
            "lead.source": lambda ids: self._set_origin(ids, "source"),
            "lead.campaign": lambda ids: self._set_origin(ids, "campaign"),
        }

    def _tag(self, lead_ids: list[int]) -> None:
        answer = ask_tags(self._window, self._context, lead_ids)
        if answer is not None:
            self._context.workspace.leads.tag(lead_ids, answer.added, answer.removed)

    def _set_origin(self, lead_ids: list[int], field: str) -> None:
        name = ask_origin(self._window, self._context, lead_ids, field)
        if name is not None:
            self._context.workspace.leads.set_origin(lead_ids, field, name)
