"""All keys, from the table of commands and the lists (F1)."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.ui.menus import key_list
from bothhats.ui.widgets.labels import plain_label


class KeySheet(QDialog):
    """What can be done without the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 560)
        body = QWidget()
        body.setObjectName("scrolled")
        grid = QGridLayout(body)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(18)
        rows = [(menu, words, key) for menu, words, key in key_list()]
        rows += [(self.tr("In lists"), words, key) for words, key in self._list_keys()]
        for number, (place, words, key) in enumerate(rows):
            grid.addWidget(plain_label(place, "small", "ink3"), number, 0)
            grid.addWidget(plain_label(words), number, 1)
            grid.addWidget(plain_label(key, "strong"), number, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)

    def _list_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Done"), self.tr("Space")),
            (self.tr("Snooze"), "S"),
            (self.tr("Call, email"), "C, E"),
            (self.tr("Log a touch"), "L"),
            (self.tr("Next step"), "T"),
            (self.tr("Park, close"), "P, X"),
            (self.tr("Move to"), "M"),
            (self.tr("Move a card to the stage before, after"), "Ctrl+Shift+←, →"),
            (self.tr("Sort by this column"), "Alt+↑, Alt+↓"),
        ]
