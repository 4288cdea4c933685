"""How the file was read: encoding, separator, sheet, row of the header; each can be said otherwise and read anew."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.exchange.table import Reading, Table
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, plain_label

_ENCODINGS = (
    ("utf-8", "UTF-8"), ("cp1252", "Western (1252)"), ("cp1250", "Central European (1250)"),
    ("cp1251", "Cyrillic (1251)"), ("cp1253", "Greek (1253)"), ("cp1254", "Turkish (1254)"),
    ("cp1255", "Hebrew (1255)"), ("cp1256", "Arabic (1256)"), ("mac_roman", "Mac Roman"),
    ("cp850", "DOS (850)"), ("iso8859-2", "Central European (ISO)"), ("koi8_r", "Cyrillic (KOI8-R)"),
    ("shift_jis", "Japanese (Shift JIS)"), ("gb18030", "Chinese (GB 18030)"), ("big5", "Chinese (Big5)"),
    ("euc_kr", "Korean (EUC-KR)"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16, little endian"),
    ("utf-16-be", "UTF-16, big endian"),
)  # fmt: skip
_SAME = {"utf-8-sig": "utf-8"}
_MOST_HEADER_ROWS = 30


class ReadingBar(QWidget):
    """Hidden for formats that leave nothing to say."""

    changed = Signal(object)  # a Reading

    def __init__(self) -> None:
        super().__init__()
        self.encoding = Combo(self.tr("Encoding"))
        for name, words in _ENCODINGS:
            self.encoding.addItem(words, name)
        self.delimiter = Combo(self.tr("Separator"))
        for mark, words in (
            (",", self.tr("Comma")),
            (";", self.tr("Semicolon")),
            ("\t", self.tr("Tab")),
            ("|", self.tr("Bar")),
        ):
            self.delimiter.addItem(words, mark)
        self.sheet = Combo(self.tr("Sheet"))
        self.header = Combo(self.tr("The columns are named in"))
        self.header.addItem(self.tr("no row"), 0)
        for row in range(1, _MOST_HEADER_ROWS + 1):
            self.header.addItem(self.tr("row {number}").format(number=row), row)
        self._notes = ElidedLabel("", "small", "ink2")
        row_layout = QHBoxLayout()
        row_layout.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row_layout)
        column.addWidget(self._notes)
        self._labels: dict[Combo, QLabel] = {}
        for words, combo, width in (
            (self.tr("Read as"), self.encoding, 170),
            (self.tr("parted by"), self.delimiter, 132),
            (self.tr("Sheet"), self.sheet, 200),
            (self.tr("named in"), self.header, 112),
        ):
            self._labels[combo] = plain_label(words, "small", "ink2")
            combo.setFixedWidth(scaled(width))
            row_layout.addWidget(self._labels[combo])
            row_layout.addWidget(combo)
            combo.activated.connect(lambda _at: self.changed.emit(self._reading()))
        row_layout.addStretch()

    def show_table(self, table: Table) -> None:
        """As the file was read; what cannot be chosen is hidden."""
        is_text = bool(table.delimiter)
        is_table = is_text or table.encoding == "workbook"
        encoding = _SAME.get(table.encoding, table.encoding)
        if is_text and self.encoding.findData(encoding) < 0:
            self.encoding.addItem(encoding, encoding)
        self.encoding.setCurrentIndex(self.encoding.findData(encoding))
        self.delimiter.setCurrentIndex(self.delimiter.findData(table.delimiter))
        self.header.setCurrentIndex(self.header.findData(table.header_row))
        self.sheet.clear()
        self.sheet.addItems(table.sheets)
        self._show_only(
            {self.encoding: is_text, self.delimiter: is_text, self.sheet: len(table.sheets) > 1, self.header: is_table}
        )
        self._notes.setText(" ".join(table.notes))
        self._notes.setVisible(bool(table.notes))

    def show_wrong(self) -> None:
        """The file cannot be read: only another encoding may help."""
        self._show_only({self.encoding: True})
        self._notes.setVisible(False)

    def _show_only(self, shown: Mapping[Combo, bool]) -> None:
        for combo, label in self._labels.items():
            combo.setVisible(shown.get(combo, False))
            label.setVisible(shown.get(combo, False))

    def _reading(self) -> Reading:
        delimiter = self.delimiter.currentData() if not self.delimiter.isHidden() else None
        header = self.header.currentData() if not self.header.isHidden() else None
        encoding = self.encoding.currentData() if not self.encoding.isHidden() else None
        sheet = self.sheet.currentText() if not self.sheet.isHidden() else None
        return Reading(encoding, delimiter, header, sheet)
