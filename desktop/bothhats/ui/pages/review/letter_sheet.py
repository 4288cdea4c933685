"""The sheet of paper on which the letter stands: from the sales hat to the marketing hat, in serif."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from bothhats.reports.page_type import set_type
from bothhats.reports.pdf import MARKDOWN
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label

SHEET_WIDTH = 690
HAT, ARROW = 26, 16

_KEY = Qt.Key
_SCROLLING = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_PageDown, _KEY.Key_Home, _KEY.Key_End)


class LetterSheet(QFrame):
    """`show_letter` takes resolved Markdown; `body` has room for more below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("letter")
        self.setMaximumWidth(scaled(SHEET_WIDTH))
        self._title = plain_label("", "body", "ink2")
        self.text = LetterText()
        head = QHBoxLayout()
        head.addWidget(_FromTo())
        head.addStretch()
        head.addWidget(self._title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(48, 28, 48, 34)
        self.body.setSpacing(14)
        self.body.addLayout(head)
        self.body.addWidget(self.text)
        self.body.addStretch()

    def show_letter(self, markdown: str) -> None:
        """Show it; its first heading stands at the right end of the head."""
        first, _, rest = markdown.partition("\n")
        has_title = first.startswith("# ")
        self._title.setText(first[2:] if has_title else "")
        self.text.show_markdown(rest.lstrip() if has_title else markdown)


class LetterText(QTextBrowser):
    """As high as its words, so that the page scrolls and not the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFont(font("letter"))
        self.setAccessibleName(self.tr("The letter"))
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)

    def show_markdown(self, markdown: str) -> None:
        """Show words that have only our own marks."""
        document: QTextDocument = self.document()
        document.setDefaultFont(font("letter"))
        document.setMarkdown(markdown, MARKDOWN)
        set_type(document, self.width())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()  # the page around it scrolls
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2)


class _FromTo(QWidget):
    """Bowler, arrow, beret."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.tr("From the sales hat to the marketing hat"))

    def sizeHint(self) -> QSize:
        return QSize(scaled(2 * HAT + ARROW + 20), scaled(HAT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        hat, arrow, gap = scaled(HAT), scaled(ARROW), scaled(10)
        paint_hat(painter, QRectF(0, 0, hat, hat), "sales", colours.sal)
        paint_icon(painter, QRectF(hat + gap, (hat - arrow) / 2, arrow, arrow), "arrow-right", colours.ink)
        paint_hat(painter, QRectF(hat + arrow + 2 * gap, 0, hat, hat), "marketing", colours.mkt)
