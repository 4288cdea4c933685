"""Which leads are one? Pairs at left; at right the two side by side, field for field, and what becomes of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QWidget

from bothhats.domain.duplicates import Sameness
from bothhats.queries.likely_pairs import Pair, Side
from bothhats.ui.dialogs.dialog_frame import DialogFrame, press_at_once, small_label
from bothhats.ui.dialogs.merge_fields import MergeFields
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button

_WIDTH, _HEIGHT, _LIST = 880, 420, 250
Sides = Callable[[Pair], tuple[Side, Side]]


class MergeLeads(DialogFrame):
    """`merged` tells kept id, other id and the fields that come from the other; `kept_apart` two ids; it stays open."""

    merged = Signal(int, int, object)
    kept_apart = Signal(int, int)

    def __init__(self, parent: QWidget, sides: Sides, money: Callable[[str], str]) -> None:
        super().__init__(parent, "", _WIDTH)
        self._sides, self._money = sides, money
        self._pairs: Sequence[Pair] = ()
        self.fields: MergeFields | None = None
        self.setWindowTitle(self.tr("Find duplicates"))
        self.add_heading(self.tr("Which of these are one?"), self.tr("Undo takes a merge apart again."))
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(self.tr("Pairs that look alike"))
        self.list.setFixedWidth(scaled(_LIST))
        self.list.setMinimumHeight(scaled(_HEIGHT))
        self.list.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self._area, 1)
        self.body.addLayout(row, 1)
        self.empty = small_label(self.tr("No two leads look alike."))
        self.body.addWidget(self.empty)
        self.apart_button: Button = self.add_foot_button(self.tr("&Not the same"))
        self.later_button: Button = self.add_foot_button(self.tr("&Later"))
        self.primary_button.setText(self.tr("Merge"))
        self.cancel_button.setText(self.tr("Close"))
        self.list.currentRowChanged.connect(self._show_pair)
        self.apart_button.clicked.connect(self._keep_apart)
        self.later_button.clicked.connect(
            lambda: self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
        )
        press_at_once(self.apart_button, "Alt+N", self)
        press_at_once(self.later_button, "Alt+L", self)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs, and stay at the place where the owner was."""
        row = max(self.list.currentRow(), 0)
        self._pairs = pairs
        self.list.blockSignals(True)
        self.list.clear()
        for pair in pairs:
            item = QListWidgetItem(f"{pair.first.name}\n{pair.second.name}: {self._why(pair.why)}")
            item.setSizeHint(QSize(0, scaled(48)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(pairs) - 1))
        self.list.blockSignals(False)
        self._show_pair(self.list.currentRow())
        self.empty.setVisible(not pairs)
        self.list.setVisible(len(pairs) > 1)
        self._area.setVisible(bool(pairs))
        for button in (self.primary_button, self.apart_button):
            button.setEnabled(bool(pairs))
        self.later_button.setVisible(len(pairs) > 1)
        self.fit()

    def _show_pair(self, row: int) -> None:
        if 0 <= row < len(self._pairs):
            self.fields = MergeFields(*self._sides(self._pairs[row]), self._money)
            self._area.setWidget(self.fields)

    def _try(self) -> None:
        if self.fields is not None and self._pairs:
            self.merged.emit(self.fields.kept_id, self.fields.other_id, self.fields.from_other())

    def _keep_apart(self) -> None:
        pair = self._pairs[self.list.currentRow()]
        self.kept_apart.emit(pair.first.id, pair.second.id)

    def _why(self, why: Sameness | None) -> str:
        words = {
            Sameness.EMAIL: self.tr("same email"),
            Sameness.PHONE: self.tr("same phone"),
            Sameness.NAME_AND_COMPANY: self.tr("like names, same company"),
            Sameness.NAME: self.tr("like names"),
        }
        return words[why] if why else self.tr("chosen by you")
