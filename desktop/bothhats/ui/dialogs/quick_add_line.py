"""The one line of the quick add; what is understood is underlined while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from bothhats.domain.draft_lead import Understood
from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.theme import tokens

_LINES = 2


class QuickAddLine(QPlainTextEdit):
    """Enter is `entered`, with Shift `entered_again`, never a new line; a signature pasted in keeps its own."""

    entered = Signal()
    entered_again = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDefaultFont(font("heading"))
        self.setStyleSheet(f"font-size: {font('heading').pixelSize()}px; font-weight: 400;")
        self.setFixedHeight(_LINES * QFontMetrics(font("heading")).lineSpacing() + 30)
        self.setPlaceholderText(self.tr("Jane Doe, Acme, jane@acme.example, from LinkedIn, 2400, follow up next tue"))
        self._underlining = _Underlining(self.document())

    def show_understood(self, spans: Sequence[Understood]) -> None:
        """Underline these parts."""
        self._underlining.show_spans(spans)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered_again.emit()
        elif is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Underlining(QSyntaxHighlighter):
    """Spans count characters from the start of the text; blocks are its lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: Sequence[Understood] = ()

    def show_spans(self, spans: Sequence[Understood]) -> None:
        if list(spans) != list(self._spans):
            self._spans = spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        underlined = QTextCharFormat()
        underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        underlined.setUnderlineColor(QColor(tokens().edge))
        start = self.currentBlock().position()
        for span in self._spans:
            first, end = max(span.start - start, 0), min(span.end - start, len(text))
            if span.field != "notes" and first < end:
                self.setFormat(first, end - first, underlined)
