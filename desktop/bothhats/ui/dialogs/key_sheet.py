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
        rows += [(place, words, key) for place, keys in self._groups() for words, key in keys]
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

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The keys of lists, board, table and pane, which are no commands: where, then what and which."""
        return [
            (
                self.tr("In lists"),
                [
                    (self.tr("Done"), self.tr("Space")),
                    (self.tr("Snooze"), "S"),
                    (self.tr("Call, email, log a touch"), "C, E, L"),
                    (self.tr("Next step, tags"), "T, G"),
                    (self.tr("Park, close, to the bin"), self.tr("P, X, Del")),
                    (self.tr("Move to a stage, an outcome, parked"), "M"),
                    (self.tr("Open the lead, and back"), self.tr("Enter, Esc")),
                    (self.tr("Paste as a lead"), "Ctrl+V"),
                ],
            ),
            (
                self.tr("On the board"),
                [
                    (self.tr("To the stage before, after"), "Ctrl+Shift+←, →"),
                    (self.tr("Up and down, when ordered by hand"), "Ctrl+Shift+↑, ↓"),
                    (self.tr("Add to the selection"), "Shift+↑, ↓"),
                ],
            ),
            (
                self.tr("In the table"),
                [
                    (self.tr("Check, check all"), self.tr("Space, Ctrl+A")),
                    (self.tr("Edit the cell"), "F2"),
                    (self.tr("Sort by this column"), "Alt+↑, ↓"),
                    (self.tr("Sort by it too"), "Alt+Shift+↑, ↓"),
                    (self.tr("Move the column"), "Ctrl+Shift+←, →"),
                    (self.tr("Copy rows for a spreadsheet"), "Ctrl+Shift+C"),
                ],
            ),
            (
                self.tr("In the pane"),
                [
                    (self.tr("Edit a fact or a note"), "F2"),
                    (self.tr("Words of a note as an objection or a question"), "Alt+J"),
                    (self.tr("Delete a touch"), self.tr("Del")),
                ],
            ),
            (
                self.tr("In the Playbook"),
                [
                    (self.tr("Open a row, and back"), self.tr("Enter, Esc")),
                    (self.tr("A new one"), self.tr("Insert")),
                    (self.tr("Who said it, who got it"), "Alt+D, U, W"),
                ],
            ),
            (
                self.tr("On charts"),
                [
                    (self.tr("From mark to mark, its leads"), self.tr("←, →, Enter")),
                    (self.tr("Chart or table"), "T"),
                    (self.tr("Copy the picture, the numbers"), "Ctrl+C, Ctrl+Shift+C"),
                ],
            ),
        ]
