"""The third step: every row and what becomes of it, filtered by that, before anything is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from bothhats.exchange.import_preview import Fate
from bothhats.exchange.planned import ImportPlan
from bothhats.ui.import_wizard.preview_model import FATE, ROW, TOLD, WHO, PreviewModel
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.work import Outlook
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

_WARNED = "warned"


class PreviewStep(QWidget):
    """Only looks."""

    def __init__(self) -> None:
        super().__init__()
        self.model = PreviewModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("What would happen, row by row"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(scaled(34))
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in ((ROW, 70), (WHO, 220), (FATE, 150)):
            self.table.setColumnWidth(column, scaled(width))
        head.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
        self._told = plain_label("", "body", "ink2", wraps=True)
        self.save_button = Button(self.tr("Save the rows left out…"), "quiet", "download")
        self._top = QHBoxLayout()
        self._top.addStretch()
        self._top.addWidget(self.save_button)
        self.filter: Segments | None = None
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(28, 0, 28, 14)
        column_layout.setSpacing(10)
        column_layout.addLayout(self._top)
        column_layout.addWidget(self._told)
        column_layout.addWidget(self.table, 1)

    def show_outlook(self, state: ImportState, outlook: Outlook) -> None:
        """The rows of the plan, all of them first."""
        found = outlook.preview
        self.model.show_preview(state, found)
        counts = {fate: len(places) for fate, places in found.by_fate.items()}
        choices: list[tuple[object, str]] = [("", self.tr("All {count}").format(count=f"{len(found.rows):,}"))]
        for fate, words in (
            (Fate.NEW, self.tr("New {count}")),
            (Fate.UPDATED, self.tr("Updated {count}")),
            (Fate.SAME, self.tr("Same {count}")),
            (Fate.PROBLEM, self.tr("Left out {count}")),
        ):
            choices.append((fate, words.format(count=f"{counts[fate]:,}")))
        choices.append((_WARNED, self.tr("With a note {count}").format(count=f"{len(found.warned):,}")))
        if self.filter is not None:
            self._top.removeWidget(self.filter)
            self.filter.hide()
            self.filter.deleteLater()
        self.filter = Segments(self.tr("Rows shown"), choices, "")
        self.filter.changed.connect(self._filter)
        self._top.insertWidget(0, self.filter)
        self.save_button.setVisible(bool(counts[Fate.PROBLEM]))
        self._told.setText(self._words(outlook))
        self._told.setVisible(bool(self._told.text()))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, value: object) -> None:
        self.model.keep(value if isinstance(value, Fate) else None, is_warned=value == _WARNED)

    def _words(self, outlook: Outlook) -> str:
        plan = outlook.plan
        parts = list(plan.notes) if plan else []
        if isinstance(plan, ImportPlan) and plan.new_sources:
            words = self.tr("New sources, taken as marketing until you say otherwise: {names}.")
            parts.append(words.format(names=", ".join(plan.new_sources)))
        return " ".join(parts)
