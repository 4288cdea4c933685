"""The arrows go along a row of things, at its ends around to the other one."""

from PySide6.QtCore import Qt


def place_after(key: int, place: int, count: int) -> int | None:
    """Where Left, Right, Home or End leads from a place (-1: none yet); None for other keys and in an empty row."""
    last = count - 1
    places = {
        Qt.Key.Key_Left: place - 1 if place > 0 else last,
        Qt.Key.Key_Right: place + 1 if place < last else 0,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    return places.get(Qt.Key(key)) if count else None
