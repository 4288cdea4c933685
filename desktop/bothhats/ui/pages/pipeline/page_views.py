"""What the owner does with saved views on the pipeline: choose, save, update, rename, reorder, remove."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.problems import KnownProblem
from bothhats.ui.context import Context
from bothhats.ui.dialogs.name_view import ask_view_name
from bothhats.ui.pages.pipeline.filter_bar import FilterBar
from bothhats.ui.widgets.segments import Segments

AskName = Callable[[QWidget, str, Sequence[str]], str | None]


class ShowsLeads(Protocol):
    """What a page does with a filter."""

    filter: LeadFilter

    def set_filter(self, lead_filter: LeadFilter) -> None:
        """Show what it lets through."""


class PageViews(QObject):
    """`ask_name` shows the dialog."""

    def __init__(
        self, page: ShowsLeads, context: Context, bar: FilterBar, form: Segments, ask_name: AskName = ask_view_name
    ) -> None:
        super().__init__(bar)
        self._page, self._context, self._bar, self._form = page, context, bar, form
        self.ask_name = ask_name
        self._acts = {
            "save": self._save,
            "update": self._update,
            "rename": self._rename,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "remove": self._remove,
        }
        bar.view.chosen.connect(self.show_view)
        bar.view.wanted.connect(self._do)

    def show_view(self, view: View | int) -> None:
        """Show one of the three views, or one of the owner's by its id, as it was saved."""
        self._bar.view_id = None
        if isinstance(view, View):
            self._page.set_filter(LeadFilter(view=view))
            return
        own = next((each for each in self._bar.views if each.id == view), None)
        if own is not None:
            self._bar.view_id = own.id
            self._form.set_value(own.form)
            self._page.set_filter(own.lead_filter)

    def _do(self, act: str) -> None:
        try:
            self._acts[act]()
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    def _save(self) -> None:
        name = self._ask("")
        if name:
            view_id = self._context.workspace.views.save(name, self._page.filter, str(self._form.value))
            self._bar.view_id = view_id
            self._bar.fill()

    def _update(self) -> None:
        if self._bar.view_id is not None:
            self._context.workspace.views.change(self._bar.view_id, self._page.filter, str(self._form.value))

    def _rename(self) -> None:
        own = self._bar.own_view
        name = self._ask(own.name) if own else None
        if own and name and name != own.name:
            self._context.workspace.views.rename(own.id, name)

    def _move(self, step: int) -> None:
        ids = [view.id for view in self._bar.views]
        place = ids.index(self._bar.view_id)  # type: ignore[arg-type]
        ids.insert(place + step, ids.pop(place))
        self._context.workspace.views.order(ids)

    def _remove(self) -> None:
        if self._bar.view_id is not None:
            self._context.workspace.views.delete(self._bar.view_id)

    def _ask(self, begun: str) -> str | None:
        return self.ask_name(self._bar.window(), begun, [view.name for view in self._bar.views if view.name != begun])
