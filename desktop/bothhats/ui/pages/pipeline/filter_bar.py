"""The filter: which view, a popover for all else, and a chip for each choice that can be taken away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.queries.settings import read_settings
from bothhats.queries.views import SavedView, counts, saved_views
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.filter_choices import Choices, filter_choices
from bothhats.ui.pages.pipeline.filter_popover import FilterPopover
from bothhats.ui.pages.pipeline.filter_words import chosen
from bothhats.ui.pages.pipeline.view_button import ViewButton
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chip_row import ChipRow, Choice


class FilterBar(QWidget):
    """`changed` tells the new filter; `show_filter` shows one that came from elsewhere.

    A view of the owner's stays the current one while its filter is changed, until all is cleared or another is chosen.
    """

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._filter = LeadFilter()
        self._fields: list[Choices] = []
        self.views: Sequence[SavedView] = ()
        self.view_id: int | None = None
        self.popover: FilterPopover | None = None
        self.view = ViewButton(self._counts)
        self.button = Button(self.tr("Filter"), icon_name="list-filter")
        self.button.clicked.connect(self._open)
        self.chips = ChipRow(self.tr("Filters"))
        self.chips.emptied.connect(lambda: self.button.setFocus(Qt.FocusReason.TabFocusReason))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.button)
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)

    @property
    def own_view(self) -> SavedView | None:
        """The owner's view that was chosen last, however its filter was changed since."""
        return next((view for view in self.views if view.id == self.view_id), None)

    def fill(self) -> None:
        """Read anew what the file has to filter by, and the owner's views."""
        self._fields = filter_choices(self._context.workspace.reader)
        self.views = saved_views(self._context.workspace.reader)
        self._show()

    def show_filter(self, lead_filter: LeadFilter) -> None:
        """Show a filter without telling."""
        self._filter = lead_filter
        own = self.own_view
        if own and own.lead_filter != lead_filter and (lead_filter.is_plain or lead_filter.ids is not None):
            self.view_id = None
        self._show()

    def _open(self) -> None:
        currency = read_settings(self._context.workspace.reader).currency
        self.popover = FilterPopover(self, self._filter, self._fields, currency, self._context.today())
        self.popover.changed.connect(self._tell)
        self.popover.open_under(self.button)

    def _counts(self, filters: Sequence[LeadFilter]) -> list[int]:
        reader = self._context.workspace.reader
        return counts(reader, filters, self._context.today(), read_settings(reader).promise_days)

    def _tell(self, lead_filter: LeadFilter) -> None:
        self._filter = lead_filter
        self.changed.emit(lead_filter)

    def _show(self) -> None:
        own = self.own_view
        current: View | int = own.id if own else self._filter.view
        self.view.show_views(self.views, current, is_changed=own is not None and own.lead_filter != self._filter)
        currency = read_settings(self._context.workspace.reader).currency
        said = chosen(self._filter, self._fields, currency, self._context.today())
        self.chips.show_choices([Choice(words, partial(self._tell, rest)) for words, rest in said])
