"""A field that offers what is there while one types, and makes a new one where nothing fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bothhats.ui.widgets.suggestion_rows import BESIDE_ROLE, ICON_ROLE, SuggestionRows

MOST = 5
_FRAME, _PADDING = 1, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to pick: its value, its words, a quiet word at the end, perhaps an icon."""

    value: object
    words: str
    beside: str = ""
    icon_name: str = ""


class TokenField(QWidget):
    """`find` gives suggestions for the text; `picked` tells the value, `made` the text of a new one."""

    picked = Signal(object)
    made = Signal(str)

    def __init__(
        self, name: str, placeholder: str, find: Callable[[str], Sequence[Suggestion]], new_words: str = ""
    ) -> None:
        super().__init__()
        self._find = find
        self._new_words = new_words
        self.line = _TypedLine(self)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        self.list = QListWidget()
        self.list.setObjectName("suggestions")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(SuggestionRows(self.line))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textEdited.connect(self._on_text)
        self.list.itemClicked.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else the mnemonic of its label would not reach it
        self.setFocusProxy(self.line)

    def press(self, key: int) -> bool:
        """Handle a key of the line; whether it was one for the list."""
        row = self.list.currentRow()
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row + step)))
            self._read_out()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.fold()
        else:
            return False
        return True

    def begin_with(self, text: str) -> None:
        """Offer what fits a text that somebody else put there; typing replaces it."""
        self.line.setText(text)
        self.line.selectAll()
        self.setFocus()
        self._on_text(text)

    def fold(self) -> None:
        """Put the list away; what is typed stays."""
        self.list.setVisible(False)

    def _on_text(self, text: str) -> None:
        self.list.clear()
        typed = text.strip()
        found = list(self._find(typed))[:MOST] if typed else []
        for suggestion in found:
            self._offer(suggestion)
        if typed and self._new_words and typed.casefold() not in {s.words.casefold() for s in found}:
            self._offer(Suggestion(None, self._new_words.format(typed), "", "plus"))
        self.list.setCurrentRow(0)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(rows + 2 * (_FRAME + _PADDING))
        self.list.setVisible(self.list.count() > 0)
        if self.list.count():
            self._read_out()

    def _offer(self, suggestion: Suggestion) -> None:
        item = QListWidgetItem(suggestion.words)
        item.setData(Qt.ItemDataRole.UserRole, suggestion.value)
        item.setData(ICON_ROLE, suggestion.icon_name)
        item.setData(BESIDE_ROLE, suggestion.beside)
        said = (suggestion.words, suggestion.beside)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in said if part))
        self.list.addItem(item)

    def _read_out(self) -> None:
        words = str(self.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _take(self, item: QListWidgetItem) -> None:
        value, typed = item.data(Qt.ItemDataRole.UserRole), self.line.text().strip()
        self.line.clear()
        self.fold()
        if value is None:
            self.made.emit(typed)
        else:
            self.picked.emit(value)


class _TypedLine(QLineEdit):
    def __init__(self, field: TokenField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._field.press(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._field.fold()
