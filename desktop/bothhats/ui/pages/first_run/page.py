"""The first run: who the owner is, which currency, when the week starts, and three ways in."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.shelf import HandOff, ShelfHead
from bothhats.workspace import Workspace


class FirstRunPage(QWidget):
    """Nothing is made on the disk before one of the three ways is taken; `finished` tells (path, command id)."""

    finished = Signal(object, str)

    def __init__(self, data_file: Path) -> None:
        super().__init__()
        self._data_file = data_file
        self.setWindowTitle("Both Hats")
        self.setObjectName("page")
        self.setMinimumSize(760, 560)
        locale = QLocale.system()
        self.business = QLineEdit()
        self.owner = QLineEdit()
        currency = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"
        self.currency = QLineEdit(currency)
        self.currency.setMaxLength(3)
        starts_sunday = locale.firstDayOfWeek() == Qt.DayOfWeek.Sunday
        self.week_start = Segments(
            self.tr("Week starts on"), [(0, self.tr("Monday")), (6, self.tr("Sunday"))], 6 if starts_sunday else 0
        )
        self.add_button = Button(self.tr("Add my first lead"), "primary", "plus")
        self.import_button = Button(self.tr("Import a list"), icon_name="upload")
        self.sample_button = Button(self.tr("Look around in a sample"), icon_name="presentation")
        self._assemble()
        self.add_button.clicked.connect(lambda: self._make("lead.add"))
        self.import_button.clicked.connect(lambda: self._make("import.open"))
        self.sample_button.clicked.connect(self._make_sample)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens().page))

    def _assemble(self) -> None:
        hats = QHBoxLayout()
        hats.addWidget(ShelfHead("marketing", self.tr("Marketing hat")))
        hats.addWidget(HandOff())
        hats.addWidget(ShelfHead("sales", self.tr("Sales hat")))
        buttons = QHBoxLayout()
        for button in (self.add_button, self.import_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch()
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addStretch()
        inner.addLayout(hats)
        inner.addSpacing(8)
        inner.addWidget(plain_label(self.tr("You market, and you sell. Let the two sit down together."), "title"))
        sentence = self.tr(
            "Log what happened, follow up each week, review each month, change one thing. "
            "Everything stays in one file on this computer."
        )
        inner.addWidget(plain_label(sentence, "body", "ink2", wraps=True))
        inner.addLayout(self._facts())
        inner.addLayout(buttons)
        inner.addStretch()
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner, 8)
        outer.addStretch(1)

    def _facts(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(10)
        for name, field in (
            (self.tr("Your business"), self.business),
            (self.tr("Your first name"), self.owner),
            (self.tr("Currency"), self.currency),
            (self.tr("Week starts on"), self.week_start),
        ):
            label = plain_label(name, "small_strong")
            label.setMinimumHeight(field.sizeHint().height())
            field.setAccessibleName(name)
            form.addRow(label, field)
        return form

    def _make(self, command: str) -> None:
        currency = self.currency.text().strip().upper() or "EUR"
        if len(currency) != 3 or not currency.isalpha():
            words = self.tr("“{typed}” is no currency code.\nType its three letters, such as EUR or GBP.")
            QMessageBox.warning(self, "Both Hats", words.format(typed=self.currency.text()))
            self.currency.setFocus()
            return
        settings = {
            "business_name": self.business.text().strip(),
            "owner_name": self.owner.text().strip(),
            "currency": currency,
            "week_start": str(self.week_start.value),
        }
        try:
            Workspace.create(self._data_file, settings).close()
        except KnownProblem as problem:
            QMessageBox.warning(self, "Both Hats", f"{problem.message}\n{problem.way_out}")
            return
        self.finished.emit(self._data_file, command)

    def _make_sample(self) -> None:
        from bothhats.sample import make_sample

        folder = self._data_file.parent
        path = folder / "sample.bothhats"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                make_sample(folder, date.today())
        except KnownProblem as problem:
            QMessageBox.warning(self, "Both Hats", f"{problem.message}\n{problem.way_out}")
            return
        self.finished.emit(path, "")
