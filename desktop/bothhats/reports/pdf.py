"""Markdown with pictures as pages: light, with text that can be selected; a PDF needs neither window nor display."""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from bothhats.reports.page_breaks import break_paragraphs, keep_pictures
from bothhats.reports.page_foot import draw_foot
from bothhats.reports.page_type import INK, SANS, in_colour, set_type, typeface
from bothhats.reports.paper import page_size
from bothhats.reports.pictogram_drawing import Pictogram
from bothhats.reports.pictograms import Pictograms

MARGINS = QMarginsF(22, 20, 22, 24)  # millimetres
MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


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
    pictograms = draw_pages(pages, writer)
    content = _RANGES.sub(_blank_for_tab, bytes(buffer.data().data()))
    if not pictograms:
        return content
    from bothhats.reports.pictogram_letters import with_letters

    return with_letters(content, pictograms)


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


def draw_pages(pages: Pages, device: QPagedPaintDevice) -> Sequence[Pictogram]:
    """Draw all pages on a PDF or a printer whose paper is set; the margins are ours. Gives the pictograms."""
    device.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    images = {name: QImage.fromData(content) for name, content in pages.pictures.items()}
    pictograms = Pictograms(device, [image.size().toTuple() for image in images.values()])
    painter = QPainter(device)
    try:
        _draw(pages, images, painter, pictograms)
    finally:
        painter.end()
    return pictograms.all


def _draw(pages: Pages, images: Mapping[str, QImage], painter: QPainter, pictograms: Pictograms) -> None:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    room = QRectF(painter.viewport())
    document = _laid_out(pages, images, room, pictograms)
    count = document.pageCount()
    for number in range(count):
        if number:
            pictograms.device.newPage()
        painter.save()
        painter.translate(0, -number * room.height())
        _draw_text(document, painter, room.translated(0, number * room.height()))
        painter.restore()
        draw_foot(painter, room, pages.footer, f"{number + 1} of {count}" if count > 1 else "", pictograms)


def _laid_out(pages: Pages, images: Mapping[str, QImage], room: QRectF, pictograms: Pictograms) -> QTextDocument:
    points = pages.points
    document = _set_in(pages, images, points, room, pictograms)
    while document.pageCount() > 1 and points - _SMALLER >= pages.least_points:
        points -= _SMALLER
        document = _set_in(pages, images, points, room, pictograms)
    if document.pageCount() > 1:
        document = _set_in(pages, images, pages.points, room, pictograms)
        keep_pictures(document)
        break_paragraphs(document)
    return document


_SMALLER = 0.5


def _set_in(
    pages: Pages, images: Mapping[str, QImage], points: float, room: QRectF, pictograms: Pictograms
) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(pictograms.device)
    document.setDefaultFont(typeface(pages.families, points))
    document.setMarkdown(pages.markdown, MARKDOWN)
    for name, image in images.items():  # after the text: setting it forgets them
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    set_type(document, room.width() / pictograms.device.logicalDpiX() * _DOTS_PER_INCH - 1)
    pictograms.set_into(document)
    document.setPageSize(room.size())
    return document


_DOTS_PER_INCH = 96


def _draw_text(document: QTextDocument, painter: QPainter, clip: QRectF) -> None:
    context = in_colour(INK)
    context.clip = clip.adjusted(0, 1, 0, -1)  # a line that only touches the page belongs to its neighbour
    painter.setClipRect(clip)
    document.documentLayout().draw(painter, context)
