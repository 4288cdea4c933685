"""A picture stands on one page with its heading and its words; a paragraph over the end of a page becomes two.

Qt draws one line too many of a paragraph that began on the page before: hidden, and yet found by who copies the text.
"""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat


def keep_pictures(document: QTextDocument) -> None:
    """Begin a page at the heading of each picture that would stand on the next one; laid out in pages already."""
    block, heading = document.begin(), QTextBlock()
    while block.isValid():
        if block.blockFormat().headingLevel():
            heading = block
        elif heading.isValid() and _has_picture(block):
            _keep_together(document, heading, block)
            heading = QTextBlock()
        block = block.next()


def _keep_together(document: QTextDocument, heading: QTextBlock, picture: QTextBlock) -> None:
    layout, height = document.documentLayout(), document.pageSize().height()
    top, bottom = layout.blockBoundingRect(heading).top(), layout.blockBoundingRect(picture).bottom()
    is_split = int(top // height) != int((bottom - 1) // height)
    if is_split and top % height > 1:
        shape = heading.blockFormat()
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(heading).setBlockFormat(shape)


def _has_picture(block: QTextBlock) -> bool:
    parts = block.begin()
    while not parts.atEnd():
        if parts.fragment().charFormat().isImageFormat():
            return True
        parts += 1
    return False


def break_paragraphs(document: QTextDocument) -> None:
    """Break each paragraph where its page ends; the document is laid out in pages already."""
    ends: list[int] = []
    block = document.begin()
    while block.isValid():
        if QTextCursor(block).currentTable() is None:
            ends += _ends_of_pages(document, block)
        block = block.next()
    for position in reversed(ends):
        _break(document, position)
    document.markContentsDirty(0, document.characterCount())


def _ends_of_pages(document: QTextDocument, block: QTextBlock) -> list[int]:
    """The places in the document at which another page begins inside this block."""
    top = document.documentLayout().blockBoundingRect(block).y()
    height = document.pageSize().height()
    lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    pages = [int((top + line.y()) // height) for line in lines]
    return [
        block.position() + lines[number].textStart()
        for number in range(1, len(lines))
        if pages[number] != pages[number - 1]
    ]


def _break(document: QTextDocument, position: int) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    above, below, in_list = cursor.blockFormat(), cursor.blockFormat(), cursor.block().textList()
    above.setBottomMargin(0)
    below.setTopMargin(0)
    cursor.setBlockFormat(above)
    cursor.insertBlock(below)
    if in_list is not None:
        in_list.remove(cursor.block())
        below.setIndent(in_list.format().indent())
        cursor.setBlockFormat(below)
