"""A card: paper on the sheet, with a hairline around it."""

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout

PADDING = 16


class Card(QFrame):
    """Put widgets into `body`; `is_sunken` for what lies a little deeper."""

    def __init__(self, layout: QLayout | None = None, *, padding: int = PADDING, is_sunken: bool = False) -> None:
        super().__init__()
        self.setObjectName("sunken" if is_sunken else "card")
        self.body = layout or QVBoxLayout()
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.setLayout(self.body)
