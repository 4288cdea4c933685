"""What was sent or showed in a touch, each helped, did not, or unsure."""

import sqlite3
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.lead import AssetUsed
from bothhats.queries.asset_list import AssetOffer, assets_to_send
from bothhats.ui.dialogs.dialog_frame import field_label, small_label
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments

_HELPED = {"yes": True, "no": False, "unsure": None}


class AssetRow(QWidget):
    """An asset, chosen from those that can be sent, and whether it helped."""

    chosen = Signal()
    copy_wanted = Signal(int)

    def __init__(self, offered: Sequence[AssetOffer], name: str) -> None:
        super().__init__()
        self._with_text = {asset.id for asset in offered if asset.has_text}
        self.copy_button = IconButton("copy", self.tr("Copy its text with their name"), "quiet")
        self.copy_button.setAutoDefault(False)
        self.copy_button.hide()
        self.asset_combo = Combo(name)
        self.asset_combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.asset_combo.setMinimumContentsLength(10)
        self.asset_combo.addItem(self.tr("Nothing"), None)
        for asset in offered:
            self.asset_combo.addItem(icon(ASSET_ICONS[asset.kind], tokens().ink), asset.title, asset.id)
        choices: list[tuple[object, str]] = [
            ("yes", self.tr("Helped")),
            ("no", self.tr("Did not")),
            ("unsure", self.tr("Unsure")),
        ]
        self.helped_choice = Segments(self.tr("Did it help?"), choices, "unsure")
        self.helped_choice.setEnabled(False)
        self.asset_combo.currentIndexChanged.connect(self._on_asset)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(int(self.asset_combo.currentData())))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.asset_combo, 1)
        self.row.addWidget(self.copy_button)
        self.row.addWidget(self.helped_choice)

    @property
    def used(self) -> AssetUsed | None:
        """None while no asset is chosen."""
        asset_id = self.asset_combo.currentData()
        return AssetUsed(int(asset_id), _HELPED[str(self.helped_choice.value)]) if asset_id is not None else None

    def fill(self, used: AssetUsed) -> None:
        """Put a kept draft back."""
        self.asset_combo.setCurrentIndex(self.asset_combo.findData(used.asset_id))
        self.helped_choice.set_value(next(words for words, helped in _HELPED.items() if helped is used.helped))

    def _on_asset(self) -> None:
        self.helped_choice.setEnabled(self.asset_combo.currentData() is not None)
        self.copy_button.setVisible(self.asset_combo.currentData() in self._with_text)
        self.chosen.emit()


class TouchAssets(QWidget):
    """One empty row to begin with; the plus gives another. `copy_wanted` tells an asset whose text is wanted."""

    copy_wanted = Signal(int)

    def __init__(self, reader: sqlite3.Connection) -> None:
        super().__init__()
        self._offered = assets_to_send(reader)
        self._rows: list[AssetRow] = []
        self.add_button = IconButton("plus", self.tr("Add another asset"), "quiet")
        self.add_button.clicked.connect(self._add_row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_row()
        first = self._rows[0]
        self._column.insertWidget(0, field_label(self.tr("What you sen&t or showed"), first.asset_combo))
        first.row.addWidget(self.add_button)
        if not self._offered:
            first.hide()
            self._column.addWidget(small_label(self.tr("No asset is live yet. The Playbook keeps them."), "ink3"))

    @property
    def used(self) -> tuple[AssetUsed, ...]:
        """The chosen assets."""
        return tuple(used for row in self._rows if (used := row.used))

    def fill(self, used: Sequence[AssetUsed]) -> None:
        """Put a kept draft back."""
        for place, each in enumerate(used):
            if place:
                self._add_row()
            self._rows[-1].fill(each)

    def _add_row(self) -> None:
        row = AssetRow(self._offered, self.tr("What you sent or showed"))
        row.copy_wanted.connect(self.copy_wanted)
        self._rows.append(row)
        self._column.addWidget(row)
        row.asset_combo.setFocus()
