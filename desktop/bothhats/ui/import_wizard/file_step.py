"""The first step: a file, dropped or chosen, or a table that was copied; and the imports of the past."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.import_wizard.reading_bar import ReadingBar
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

_KINDS = "*.csv *.tsv *.txt *.xlsx *.ods *.xls *.html *.vcf *.vcard;;*"


class FileStep(QWidget):
    """`chosen`: a path; `pasted`: a text."""

    chosen = Signal(object)
    pasted = Signal(str)
    past_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.choose_button = Button(self.tr("Choose a file…"), "primary", "folder-open")
        self.paste_button = Button(self.tr("Paste a table"), icon_name="table-2")
        self.past_button = Button(self.tr("Past imports…"), "quiet", "history")
        self.wrong = plain_label("", "body", "late", wraps=True)
        self.reading = ReadingBar()
        self._assemble()
        self.complain("")
        self.choose_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self._paste)
        self.past_button.clicked.connect(self.past_wanted)

    def complain(self, words: str, *, may_help: bool = False) -> None:
        """Why the file is none; `may_help`: another encoding might."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.reading.setVisible(may_help)
        if may_help:
            self.reading.show_wrong()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(files[0])

    def _assemble(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 30, 28, 30)
        inside.setSpacing(10)
        inside.addWidget(plain_label(self.tr("Drop a file here, or choose one"), "heading"))
        words = self.tr(
            "CSV, TSV, a workbook or vCards. The exports of HubSpot, Pipedrive, Google Contacts, Outlook,"
            " Salesforce, Zoho, Odoo, Twenty, EspoCRM, LinkedIn, Trello and Meta are recognised. Nothing is written"
            " before you have seen a preview."
        )
        inside.addWidget(plain_label(words, "body", "ink2", wraps=True))
        inside.addWidget(self.wrong)
        inside.addWidget(self.reading)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self.paste_button)
        row.addStretch()
        row.addWidget(self.past_button)
        inside.addSpacing(6)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 28)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(plain_label(self.tr("Two files, one after the other"), "strong"))
        more = self.tr(
            "The leads first. A second file may bring what happened with them: a row for each call, meeting or email,"
            " with its date and the email, the key or the name of the lead. Those become touches, and conversations"
            " where the two really talked."
        )
        label = plain_label(more, "body", "ink2", wraps=True)
        label.setMaximumWidth(scaled(640))
        column.addWidget(label)
        column.addStretch()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), "", _KINDS)
        if name:
            self.chosen.emit(Path(name))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)
        else:
            self.complain(
                self.tr("Nothing is copied. Select the table in your spreadsheet with its header, and copy it.")
            )
        self.paste_button.setFocus(Qt.FocusReason.OtherFocusReason)
