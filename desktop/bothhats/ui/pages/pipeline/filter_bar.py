"""The filter: which view, then source, stage, campaign and tag; each choice becomes a chip that can be taken away."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.queries.lists import campaigns, sources, stages, tags
from bothhats.ui.context import Context
from bothhats.ui.widgets.buttons import Button, FilterChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.combo import Combo


class FilterBar(QWidget):
    """`changed` tells the new filter; `show_filter` shows one that came from elsewhere."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._filter = LeadFilter()
        self._names: dict[tuple[str, object], str] = {}
        self.view = Combo(self.tr("View"))
        words = {View.OPEN: self.tr("Open leads"), View.ALL: self.tr("All leads"), View.ENDED: self.tr("Ended leads")}
        for view, text in words.items():
            self.view.addItem(text, view)
        self.view.setMinimumWidth(140)
        self.button = Button(self.tr("Filter"), icon_name="list-filter")
        self._menu = QMenu(self)
        self.button.setMenu(self._menu)
        self._holder = QWidget()
        self._chips = FlowLayout(self._holder, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.button)
        row.addWidget(self._holder, 1)
        self.view.currentIndexChanged.connect(self._on_view)

    def fill(self) -> None:
        """Offer what the file has."""
        reader = self._context.workspace.reader
        self._menu.clear()
        self._names = {}
        for field, title, rows in (
            ("source_ids", self.tr("Source"), [(each.id, each.name) for each in sources(reader)]),
            ("stage_ids", self.tr("Stage"), [(each.id, each.name) for each in stages(reader)]),
            ("campaign_ids", self.tr("Campaign"), [(each.id, each.name) for each in campaigns(reader)]),
            ("tags", self.tr("Tag"), [(name, name) for name in tags(reader)]),
        ):
            menu = self._menu.addMenu(title)
            menu.setEnabled(bool(rows))
            for value, name in rows:
                self._names[field, value] = f"{title}: {name}"
                action = menu.addAction(name.replace("&", "&&"), self._toggler(field, value))
                action.setCheckable(True)
                action.setChecked(value in getattr(self._filter, field))
        self._show_chips()

    def show_filter(self, lead_filter: LeadFilter) -> None:
        """Show a filter without telling."""
        self._filter = lead_filter
        self.view.blockSignals(True)
        self.view.setCurrentIndex(self.view.findData(lead_filter.view))
        self.view.blockSignals(False)
        self.fill()

    def _toggler(self, field: str, value: object) -> Callable[[], None]:
        return lambda: self._toggle(field, value)

    def _toggle(self, field: str, value: object) -> None:
        chosen = getattr(self._filter, field)
        self._tell(replace(self._filter, **{field: chosen ^ {value}}))

    def _on_view(self) -> None:
        self._tell(replace(self._filter, view=self.view.currentData(), ids=None, ids_words=""))

    def _tell(self, lead_filter: LeadFilter) -> None:
        self._filter = lead_filter
        self.changed.emit(lead_filter)

    def _show_chips(self) -> None:
        self._chips.clear()
        if self._filter.ids is not None:
            self._add_chip(self._filter.ids_words, lambda: self._tell(LeadFilter()))
        for field in ("source_ids", "stage_ids", "campaign_ids", "tags"):
            for value in sorted(getattr(self._filter, field), key=str):
                self._add_chip(self._names.get((field, value), str(value)), self._toggler(field, value))

    def _add_chip(self, words: str, clear: Callable[[], None]) -> None:
        button = FilterChip(words)
        button.setToolTip(self.tr("Take this filter away"))
        button.clicked.connect(lambda _checked: clear())
        self._chips.addWidget(button)
