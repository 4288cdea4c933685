"""Markdown with pictures as pages: light, with text that can be selected; a PDF needs neither window nor display."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from bothhats.reports.page_breaks import break_paragraphs, keep_pictures
from bothhats.reports.page_type import INK, INK2, SANS, set_type
from bothhats.reports.paper import page_size

MARGINS = QMarginsF(22, 20, 22, 24)  # millimetres
MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_FOOT_BELOW = 9.0  # millimetres from the text to the footer
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Pages:
    """What goes on paper. A picture stands where the Markdown says `![words](name)`, as wide as the text; PNG bytes.

    The body has `points`; where the text would be longer than a page, it may shrink to `least_points`.
    """

    markdown: str
    title: str
    footer: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    families: tuple[str, ...] = SANS
    points: float = 10
    least_points: float = 10


def pdf_of(pages: Pages, paper: str = "") -> bytes:
    """The PDF; `paper` is "A4" or "Letter", else what is usual here."""
    without_display()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(pages.title)
    writer.setCreator("Both Hats")
    writer.setPageSize(page_size(paper))
    draw_pages(pages, writer)
    return _RANGES.sub(_blank_for_tab, bytes(buffer.data().data()))


def _blank_for_tab(ranges: re.Match[bytes]) -> bytes:
    """Qt calls the glyph of a blank a tab, as both have it; whoever copies from the PDF would get tabs."""
    return _LETTERS.sub(lambda letters: letters[0].replace(b"<0009>", b"<0020>"), ranges[0])


_RANGES = re.compile(rb"beginbfrange[^e]*endbfrange")
_LETTERS = re.compile(rb"\[[^]]*]|<0009>(?=\n)")  # the letters of a range stand last in its line, its glyphs before


def without_display() -> None:
    """Make the application that fonts and painting need, unless the window has one."""
    if QGuiApplication.instance() is None:
        # On Windows the offscreen platform would know no fonts; there the usual one needs no display either.
        platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        _kept.append(QGuiApplication(["bothhats", *platform]))


_kept: list[QGuiApplication] = []


def draw_pages(pages: Pages, device: QPagedPaintDevice) -> None:
    """Draw all pages on a PDF or a printer whose paper is set; the margins are ours."""
    device.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    try:
        _draw(pages, device, painter)
    finally:
        painter.end()


def _draw(pages: Pages, device: QPagedPaintDevice, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    room = QRectF(painter.viewport())
    document = _laid_out(pages, device, room)
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * room.height())
        _draw_text(document, painter, room.translated(0, number * room.height()))
        painter.restore()
        _draw_foot(painter, room, pages.footer, f"{number + 1} of {count}" if count > 1 else "")


def _laid_out(pages: Pages, device: QPagedPaintDevice, room: QRectF) -> QTextDocument:
    points = pages.points
    document = _set_in(pages, points, device, room)
    while document.pageCount() > 1 and points - _SMALLER >= pages.least_points:
        points -= _SMALLER
        document = _set_in(pages, points, device, room)
    if document.pageCount() > 1:
        document = _set_in(pages, pages.points, device, room)
        keep_pictures(document)
        break_paragraphs(document)
    return document


_SMALLER = 0.5


def _set_in(pages: Pages, points: float, device: QPagedPaintDevice, room: QRectF) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(_font(pages.families, points))
    document.setMarkdown(pages.markdown, MARKDOWN)
    for name, content in pages.pictures.items():  # after the text: setting it forgets them
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), QImage.fromData(content))
    set_type(document, room.width() / device.logicalDpiX() * _DOTS_PER_INCH - 1)
    document.setPageSize(room.size())
    return document


_DOTS_PER_INCH = 96


def _font(families: tuple[str, ...], points: float) -> QFont:
    made = QFont(list(families))
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga", "clig"):  # their glyphs stand for no letter: they could not be copied
        made.setFeature(QFont.Tag(feature), 0)
    return made


def _draw_text(document: QTextDocument, painter: QPainter, clip: QRectF) -> None:
    """In ink on paper, whatever the theme of the window is."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette(context.palette)
    palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    context.palette = palette
    context.clip = clip.adjusted(0, 1, 0, -1)  # a line that only touches the page belongs to its neighbour
    painter.setClipRect(clip)
    document.documentLayout().draw(painter, context)


def _draw_foot(painter: QPainter, room: QRectF, left: str, right: str) -> None:
    painter.setFont(_font(SANS, 8))
    painter.setPen(QColor(INK2))
    metrics = QFontMetricsF(painter.font(), painter.device())
    base = room.bottom() + _FOOT_BELOW / _INCH * painter.device().logicalDpiY()
    free = room.width() - metrics.horizontalAdvance(f"{right}    ")
    words = metrics.elidedText(left, Qt.TextElideMode.ElideRight, free)
    painter.drawText(QPointF(0, base), words)
    painter.drawText(QPointF(room.right() - metrics.horizontalAdvance(right), base), right)
