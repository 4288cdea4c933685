"""The lead dialogs are loaded when the first one is wanted, not before the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bothhats.ui.context import Context

if TYPE_CHECKING:
    from bothhats.ui.lead_actions import LeadActions


def make_lead_actions(context: Context, window: QWidget) -> "LeadActions":
    """The actions for a window."""
    from bothhats.ui.lead_actions import LeadActions

    return LeadActions(context, window)
