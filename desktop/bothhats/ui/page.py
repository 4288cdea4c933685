"""What the window may ask of a page; each page does what it can of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.ui.context import Context


class Page(QWidget):
    """Refreshes when something was committed: at once when it is seen, else when it is next shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._is_stale = True
        context.feed.committed.connect(self._on_committed)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what the file says now; `changes` is None when everything may have changed."""

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def turn_day(self) -> None:
        """Today has become another day."""
        self._on_committed(None)

    def _on_committed(self, changes: ChangeSet | None) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._is_stale = True


@runtime_checkable
class Searches(Protocol):
    """A page that can look for leads."""

    def focus_search(self, text: str = "") -> None:
        """Put the focus, and perhaps a text, into the search field."""


@dataclass(frozen=True, slots=True)
class ShownLeads:
    """What the view is called, its leads in its order, and the fields that its columns show."""

    words: str
    ids: Sequence[int]
    columns: Sequence[str]


@runtime_checkable
class ListsLeads(Protocol):
    """A page that shows leads in an order."""

    def shown_leads(self) -> ShownLeads:
        """All that its filter lets through."""


@runtime_checkable
class SelectsLeads(Protocol):
    """A page in which leads can be selected."""

    def selected_lead_ids(self) -> list[int]:
        """The leads that a command of the menu is about."""
