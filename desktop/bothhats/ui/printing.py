"""Pages go to a printer: which one is asked first."""

from PySide6.QtWidgets import QDialog, QWidget

from bothhats.reports.paper import page_size
from bothhats.reports.pdf import Pages, draw_pages


def print_pages(parent: QWidget, pages: Pages, paper: str = "") -> None:
    """Ask which printer, and print on it; `paper` as in the settings."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(page_size(paper))
    printer.setDocName(pages.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(pages.title)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        draw_pages(pages, printer)
    dialog.deleteLater()
