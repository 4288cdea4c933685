"""What was spent on a source without a campaign: the source, a line to add spend, the entries."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bothhats.domain.money import currency_of
from bothhats.queries.campaign_ledger import source_spend, spend_entries
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.playbook.ledger import Detail
from bothhats.ui.pages.playbook.spend_rows import SpendRows
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from bothhats.ui.pages.playbook.ledger import Ledger

ROW = 0  # in the table of campaigns, whose ids begin with 1
WIDTH = 640


class SourceSpendDetail(Detail):
    """One source at a time; the one on which most was spent stands there first."""

    def __init__(self, part: "Ledger") -> None:
        super().__init__(part, ROW, part.tr("All campaigns"))
        self.source_combo = Combo("")
        self.spend = SpendRows(self.context, part.do)
        self.spend.hide()
        self._field = Field(self.tr("&Source"), self.source_combo)
        self._none = plain_label(self.tr("There is no source yet: add one under Sources."), "body", "ink2")
        words = self.tr("It counts in what the source cost, beside the spend of its campaigns.")
        self.column.addWidget(plain_label(self.tr("Spend without a campaign"), "heading"))
        self.column.addWidget(plain_label(words, "body", "ink2", wraps=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        for widget in (self._field, self._none, self.spend):
            self._rows.addWidget(widget)
        beside = QHBoxLayout()
        beside.addLayout(self._rows)
        beside.addStretch(1)
        self.column.addLayout(beside)
        self.column.addStretch(1)
        self.source_combo.activated.connect(lambda _place: self._on_source())

    def refresh(self) -> bool:
        chosen = self.source_combo.currentData()
        found = source_spend(self.reader, self.context.today())
        first = max(found, key=lambda each: each.spent if each.spent is not None else -1, default=None)
        self.source_combo.clear()
        for source in found:
            self.source_combo.addItem(source.name, source.id)
        wanted = chosen if chosen is not None else first.id if first else None
        self.source_combo.setCurrentIndex(max(self.source_combo.findData(wanted), 0))
        self._field.setVisible(bool(found))
        self._none.setVisible(not found)
        self._show()
        return True

    def begin(self) -> None:
        (self.spend.form.amount if self.spend.source_id else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_what_is_typed(self) -> None:
        super().keep_what_is_typed()
        if self.spend.source_id is not None:
            self.spend.keep_what_is_typed()

    def _on_source(self) -> None:
        self.keep_what_is_typed()
        self._show()

    def _show(self) -> None:
        source_id = self.source_combo.currentData()
        if source_id is None:
            return
        if self.spend.source_id != source_id:
            self._change_rows(source_id)
        currency = currency_of(read_settings(self.reader).currency)
        self.spend.show_entries(spend_entries(self.reader, source_id=source_id), currency)

    def _change_rows(self, source_id: int) -> None:
        """Each source has rows of its own, with what is half typed for it."""
        before, self.spend = self.spend, SpendRows(self.context, self.part.do)
        self.spend.source_id = source_id
        self.spend.setFixedWidth(scaled(WIDTH))
        self._rows.replaceWidget(before, self.spend)
        self.spend.show()
        before.hide()
        before.deleteLater()
