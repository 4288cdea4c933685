"""A chart is taken along: copied, saved as picture, drawing or numbers, printed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu

if TYPE_CHECKING:
    from bothhats.ui.pages.insights.chart_card import ChartCard


def add_saving(menu: QMenu, card: "ChartCard", *, with_copy: bool = True) -> None:
    """The entries of a menu."""
    if with_copy:
        menu.addAction(f"{_tr('Copy the picture')}\tCtrl+C", card.view.copy)
    menu.addAction(f"{_tr('Copy the numbers')}\tCtrl+Shift+C", card.copy_numbers)
    menu.addSeparator()
    endings = (
        (_tr("Save as picture (PNG)…"), "png"),
        (_tr("Save as drawing (SVG)…"), "svg"),
        (_tr("Save the numbers (CSV)…"), "csv"),
    )
    for words, ending in endings:
        menu.addAction(words, partial(save_chart, card, ending))
    menu.addSeparator()
    menu.addAction(_tr("Print…"), card.print_chart)


def save_chart(card: "ChartCard", ending: str) -> None:
    """Ask where, and write it there."""
    suggested = f"{card.chart.title}.{ending}"
    name, _ = QFileDialog.getSaveFileName(card, _tr("Save"), suggested, f"*.{ending}")
    if name:
        card.save_as(Path(name if name.lower().endswith(f".{ending}") else f"{name}.{ending}"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("ChartCard", words)
