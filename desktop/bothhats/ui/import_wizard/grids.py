"""Grids that are filled anew whenever the question changes."""

from PySide6.QtWidgets import QGridLayout


def empty_grid(grid: QGridLayout) -> None:
    """Take everything out of a grid, and the room that its rows kept."""
    while item := grid.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for row in range(grid.rowCount()):
        grid.setRowMinimumHeight(row, 0)
