"""What stands fast at the bottom of a page."""

from PySide6.QtWidgets import QWidget


class Foot(QWidget):
    """With the way on at its right end; the toast stands above it."""
