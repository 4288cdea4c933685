"""Rows of which one is open: what stands behind it hangs below it on the sunken band."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.labels import hairline

Cell = tuple[QWidget, int]
MARGIN, GAP = 10, 12


class OpenRows(QFrame):
    """The draft remembers which row of a page is open, by its key; '' for none."""

    def __init__(self, draft: ReviewDraft, page: str, *, is_shelved: bool = True) -> None:
        super().__init__()
        self.setObjectName("shelved" if is_shelved else "card")
        self._draft, self._page = draft, page
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 8)
        self._column.setSpacing(0)

    def add_head(self, cells: Sequence[Cell]) -> None:
        """The names of the columns."""
        head = _Line([(QWidget(), 0), *cells])
        first = head.cells[0]
        first.setFixedWidth(scaled(26))
        self._column.addWidget(head)

    def add(self, key: str, name: str, cells: Sequence[Cell], fill: Callable[[], QWidget]) -> None:
        """A row; `fill` makes what hangs below it when it is first opened."""
        if self._column.count():
            self._column.addWidget(hairline())
        row = _Row(name, cells, fill)
        row.toggled.connect(lambda: self._toggle(key))
        self._rows[key] = row
        self._column.addWidget(row)

    def open_first(self, preferred: str = "") -> None:
        """Open the row that was open, else the preferred one."""
        key = self._draft.opened.get(self._page, preferred)
        if key in self._rows:
            self._rows[key].show_open(is_open=True)

    def open(self, key: str) -> None:
        """Open a row; the one that was open closes."""
        self._draft.opened[self._page] = key
        for each, row in self._rows.items():
            row.show_open(is_open=each == key)

    def _toggle(self, key: str) -> None:
        self.open("" if self._rows[key].is_open else key)


class _Line(QWidget):
    """Cells in columns that stand under each other whatever is in them; a click anywhere between the controls."""

    clicked = Signal()

    def __init__(self, cells: Sequence[Cell]) -> None:
        super().__init__()
        self.cells = [widget for widget, _ in cells]
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 8, 16, 8)
        row.setSpacing(GAP)
        for widget, share in cells:
            if share:
                widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
            row.addWidget(widget, share)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class _Row(QWidget):
    toggled = Signal()

    def __init__(self, name: str, cells: Sequence[Cell], fill: Callable[[], QWidget]) -> None:
        super().__init__()
        self._name, self._fill = name, fill
        self._band: QWidget | None = None
        self.is_open = False
        self._chevron = IconButton("chevron-right", "", "quiet", is_small=True)
        self._chevron.clicked.connect(self.toggled)
        line = _Line([(self._chevron, 0), *cells])
        line.clicked.connect(self.toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(line)
        self.show_open(is_open=False)

    def show_open(self, *, is_open: bool) -> None:
        self.is_open = is_open
        self._chevron.set_icon("chevron-down" if is_open else "chevron-right", 15)
        words = self.tr("Close: {name}") if is_open else self.tr("Who said it, and what to do: {name}")
        self._chevron.set_name(words.format(name=self._name))
        if is_open and self._band is None:
            self._band = self._fill()
            self._band.setObjectName("sunken_band")
            self._band.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._column.addWidget(self._band)
        if self._band is not None:
            self._band.setVisible(is_open)
