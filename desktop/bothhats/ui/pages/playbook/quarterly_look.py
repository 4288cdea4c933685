"""The quarterly look: does the definition still hold, and what makes the owner sure?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.labels import plain_label


class QuarterlyLook(QFrame):
    """`held` tells the sentence, which a look that is due needs; `change_wanted` and `left` lead on and back."""

    held = Signal(str)
    change_wanted = Signal()
    left = Signal()

    def __init__(self, *, is_due: bool) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self._is_due = is_due
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("One sentence: all three closes of the quarter met it"))
        self._field = Field(self.tr("What makes you &sure?"), self.why)
        self.why.returnPressed.connect(self._hold)
        self.why.textEdited.connect(lambda _text: self._field.settle())
        holds = Button(self.tr("It still holds"), "primary", "check")
        holds.clicked.connect(self._hold)
        change = Button(self.tr("Change it"), icon_name="pencil")
        change.clicked.connect(self.change_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (holds, change):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        words = self.tr("Read it through, look at the evidence. Does it still describe whom you want?")
        column.addWidget(plain_label(words, wraps=True))
        column.addWidget(self._field)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _hold(self) -> None:
        why = self.why.text().strip()
        if self._is_due and not why:
            self._field.complain(self.tr("Once a quarter it needs a sentence: what did you see?"))
        else:
            self.held.emit(why)
