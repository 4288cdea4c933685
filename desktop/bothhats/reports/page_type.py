"""The type of a page: headings, room between paragraphs, tables with hairlines, pictures as wide as the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

INK, INK2, LINE = "#24211D", "#575147", "#CCC5B8"
SANS = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "sans-serif")
SERIF = ("Georgia", "Noto Serif", "DejaVu Serif", "serif")

_HEADINGS = {1: 1.7, 2: 1.2, 3: 1.05}  # of the body size
_ROOM = {1: (0.0, 6.0), 2: (12.0, 4.0), 3: (8.0, 3.0)}  # above and below, in pixels at 96 dots an inch
_BODY_ROOM = (0.0, 7.0)
_LINE_HEIGHT = 128.0  # percent


def typeface(families: Sequence[str], points: float) -> QFont:
    """The letters of a page."""
    made = QFont(list(families))
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga", "clig"):  # their glyphs stand for no letter: they could not be copied
        made.setFeature(QFont.Tag(feature), 0)
    return made


def in_colour(colour: str) -> QAbstractTextDocumentLayout.PaintContext:
    """How to draw a document on paper, whatever the theme of the window is."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette(context.palette)
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    context.palette = palette
    return context


def set_type(document: QTextDocument, width: float) -> None:
    """Give a document that was made from Markdown its type; `width` of the text in pixels at 96 dots an inch."""
    block = document.begin()
    while block.isValid():
        _set_block(block, document.defaultFont())
        _set_pictures(document, block, width)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def _set_block(block: QTextBlock, body: QFont) -> None:
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = shape.headingLevel()
    is_cell = cursor.currentTable() is not None
    is_tight = bool(level) or is_cell or bool(_pictures_in(block))
    above, below = (1.5, 1.5) if is_cell else _ROOM.get(level, _BODY_ROOM)
    if block.textList() is not None and block.next().textList() is not None:
        below = 2.0
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    shape.setLineHeight(100.0 if is_tight else _LINE_HEIGHT, 1)
    cursor.setBlockFormat(shape)
    if level:
        letters = QTextCharFormat()
        _set_size(letters, body, _HEADINGS.get(level, 1.0))
        letters.setFontWeight(QFont.Weight.DemiBold)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(letters)


def _set_size(letters: QTextCharFormat, body: QFont, factor: float) -> None:
    if body.pointSizeF() > 0:
        letters.setFontPointSize(body.pointSizeF() * factor)
    else:  # on the screen sizes are pixels
        letters.setProperty(QTextFormat.Property.FontPixelSize, round(body.pixelSize() * factor))


def _set_pictures(document: QTextDocument, block: QTextBlock, width: float) -> None:
    for start, length, picture in _pictures_in(block):
        image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(picture.name()))
        picture.setWidth(width)
        picture.setHeight(width * image.height() / max(image.width(), 1))
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(picture)


def _pictures_in(block: QTextBlock) -> list[tuple[int, int, QTextImageFormat]]:
    found = []
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        if part.charFormat().isImageFormat():
            found.append((part.position(), part.length(), QTextImageFormat(part.charFormat().toImageFormat())))
        parts += 1
    return found


def _set_table(table: QTextTable) -> None:
    shape = QTextTableFormat(table.format())
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorderCollapse(True)
    shape.setBorder(0.5)
    shape.setBorderBrush(QBrush(QColor(LINE)))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setCellPadding(3)
    shape.setHeaderRowCount(1)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    shape.setBottomMargin(8)
    table.setFormat(shape)
    for column in range(table.columns()):
        _align_head(table, column)


def _align_head(table: QTextTable, column: int) -> None:
    """A head stands where its figures stand; Qt centres it."""
    if table.rows() > 1:
        below = table.cellAt(1, column).firstCursorPosition().blockFormat().alignment()
        cursor = table.cellAt(0, column).firstCursorPosition()
        shape = cursor.blockFormat()
        shape.setAlignment(below)
        cursor.setBlockFormat(shape)
