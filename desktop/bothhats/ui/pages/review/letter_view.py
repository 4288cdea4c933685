"""A finished review: its letter as it was, what has changed since, and reopening."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import capitalised, long_date, month_name
from bothhats.queries.reviews import review_of
from bothhats.queries.settings import read_settings
from bothhats.reports.review_letter import figures_of, resolved
from bothhats.ui.context import Context
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.page_header import PageHeader

SHEET_WIDTH = 760
_HEADINGS = {1: "title", 2: "heading"}


def _set_type(document: QTextDocument) -> None:
    """Give the letter its rhythm: headings in their roles, room above them, lines apart."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        shape = block.blockFormat()
        shape.setTopMargin(18 if level > 1 else 4)
        shape.setBottomMargin(4)
        cursor.setBlockFormat(shape)
        if level in _HEADINGS:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(font(_HEADINGS[level]))
            cursor.mergeCharFormat(letters)
        block = block.next()


class LetterView(QWidget):
    """`left` to the start page, `reopened` to the wizard."""

    left = Signal()
    reopened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._month = ""
        self.header = PageHeader("")
        back = Button(self.tr("All reviews"), "quiet")
        back.clicked.connect(self.left)
        copy = Button(self.tr("Copy"), icon_name="copy")
        copy.clicked.connect(self._copy)
        reopen = Button(self.tr("Reopen"), icon_name="archive-restore")
        reopen.clicked.connect(self._reopen)
        for widget in (back, copy, reopen):
            self.header.add(widget)
        self._since = plain_label("", "small", "ink2", wraps=True)
        self.text = QTextBrowser()
        self.text.setObjectName("letter")
        self.text.setOpenLinks(False)
        self.text.setFont(font("letter"))
        self.text.document().setDocumentMargin(28)
        self.text.setMaximumWidth(SHEET_WIDTH)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.text, 30)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 20)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self._since)
        column.addLayout(row, 1)

    def show_letter(self, month: str) -> None:
        """Show the letter of a finished review."""
        reader = self._context.workspace.reader
        review = review_of(reader, month)
        if review is None or review.finished_on is None:
            self.left.emit()
            return
        self._month = month
        done = self.tr("Finished on {day}").format(day=long_date(review.finished_on))
        self.header.say(f"{capitalised(month_name(month))} {month[:4]}", done)
        self.text.setMarkdown(resolved(reader, review.letter).replace("<", "&lt;").replace("![", "\\!["))
        _set_type(self.text.document())
        self._since.setText(self._changed(review.figures, figures_of(reader, month)))
        self._since.setVisible(bool(self._since.text()))

    def _changed(self, then: dict[str, int], now: dict[str, int]) -> str:
        currency = currency_of(read_settings(self._context.workspace.reader).currency)
        parts = []
        for name, value in then.items():
            if name in now and now[name] != value:
                words = [format_for_people(n, currency) if name == "revenue" else str(n) for n in (value, now[name])]
                parts.append(self.tr("{figure} {then}, now {now}").format(figure=name, then=words[0], now=words[1]))
        return self.tr("Changed since: {what}.").format(what="; ".join(parts)) if parts else ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toMarkdown())

    def _reopen(self) -> None:
        review = review_of(self._context.workspace.reader, self._month)
        if review:
            self._context.workspace.reviews.reopen(review.id)
            self.reopened.emit(self._month)
