"""Paragraphs that run over the end of a page become two.

Qt draws one line too many of a paragraph that began on the page before: hidden, and yet found by who copies the text.
"""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument


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
