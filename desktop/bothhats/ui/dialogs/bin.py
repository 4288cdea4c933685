"""The bin: who lies in it, taken out again or erased."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bothhats.domain.name_matching import folded
from bothhats.domain.wording import counted, short_date
from bothhats.queries.bin_list import Binned
from bothhats.ui.dialogs.dialog_frame import DialogFrame, small_label
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.search_field import SearchField

_WIDTH, _HEIGHT = 560, 300
_ID = Qt.ItemDataRole.UserRole


class Bin(DialogFrame):
    """`restored` tells ids, `erase_wanted` one; the dialog stays, and `show_leads` shows what is left."""

    restored = Signal(object)
    erase_wanted = Signal(int)

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent, "", _WIDTH)
        self._today = today
        self._leads: Sequence[Binned] = ()
        self.setWindowTitle(self.tr("Bin"))
        self.add_heading(self.tr("Bin"), self.tr("Nothing in here is counted, and nothing is deleted by itself."))
        self.search = SearchField(self.tr("Search the bin"))
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(self.tr("Leads in the bin"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(scaled(_HEIGHT))
        self.empty = small_label("")
        for widget in (self.search, self.list, self.empty):
            self.body.addWidget(widget)
        self.erase_button = self.add_foot_button(self.tr("Erase…"), "eraser")
        self.erase_button.setProperty("kind", "destructive")
        self.primary_button.setText(self.tr("Restore"))
        self.cancel_button.setText(self.tr("Close"))
        self.search.textChanged.connect(self._fill)
        self.search.entered.connect(self.list.setFocus)
        self.list.itemSelectionChanged.connect(self._offer)
        self.search.left.connect(self.reject)
        self.erase_button.clicked.connect(lambda: self.erase_wanted.emit(self.chosen()[0]))
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.search.setFocus()

    def show_leads(self, leads: Sequence[Binned]) -> None:
        """Show who lies in the bin."""
        self._leads = leads
        self._fill()

    def chosen(self) -> list[int]:
        """The selected leads."""
        return [item.data(_ID) for item in self.list.selectedItems()]

    def _fill(self) -> None:
        words = folded(self.search.text()).split()
        row = self.list.currentRow()
        self.list.clear()
        for lead in self._leads:
            if all(word in folded(f"{lead.name} {lead.company}") for word in words):
                item = QListWidgetItem(self._line(lead))
                item.setData(_ID, lead.id)
                item.setSizeHint(QSize(0, scaled(34)))
                self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        nothing = self.tr("The bin is empty.") if not self._leads else self.tr("Nobody in the bin is called that.")
        self.empty.setText("" if self.list.count() else nothing)
        self.list.setVisible(bool(self.list.count()))
        self.search.setVisible(bool(self._leads))
        self._offer()

    def _line(self, lead: Binned) -> str:
        who = ", ".join(text for text in (lead.name, lead.company if lead.company != lead.name else "") if text)
        day = short_date(lead.on, self._today)
        return self.tr("{who}. Stood in {stage}, put here on {day}").format(who=who, stage=lead.stage, day=day)

    def _offer(self) -> None:
        count = len(self.chosen())
        self.primary_button.setEnabled(bool(count))
        words = self.tr("Restore {leads}").format(leads=counted(count, "lead")) if count > 1 else self.tr("Restore")
        self.primary_button.setText(words)
        self.erase_button.setEnabled(count == 1)

    def _try(self) -> None:
        if self.chosen():
            self.restored.emit(self.chosen())
            self.list.setFocus()
