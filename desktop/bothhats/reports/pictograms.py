"""The pictograms of a document: found in its text, put in the place of their letters, and drawn."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, QTextBoundaryFinder
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from bothhats.reports.pictogram_drawing import Pictogram, at_em, drawn_pictogram, is_pictogram, unseen_pictogram
from bothhats.reports.pictogram_order import FROM_LEFT, ends_from_right, letters_at

_KIND, _NUMBER = QTextFormat.ObjectTypes.UserObject.value, QTextFormat.Property.UserProperty.value
_OBJECT = "\ufffc"
_JOINER = "\u2060"  # no line ends beside it
_POINTS_AN_INCH = 72


class Pictograms(QPyTextObject):
    """The pictograms of some documents that are drawn on one device. It has to live as long as they do.

    `taken` are the sizes in pixels of their other pictures.
    """

    def __init__(self, device: QPagedPaintDevice, taken: Iterable[tuple[int, int]]) -> None:
        super().__init__()
        self.device = device
        self._taken = set(taken)
        self._numbers: dict[tuple[str, str], int | None] = {}
        self._clusters: list[tuple[str, QFont]] = []
        self._pictograms: dict[tuple[int, tuple[str, ...]], Pictogram] = {}

    @property
    def all(self) -> Sequence[Pictogram]:
        """Those that were needed so far."""
        return list(self._pictograms.values())

    def set_into(self, document: QTextDocument) -> None:
        """Put pictograms in the place of those letters that need it."""
        document.documentLayout().registerHandler(_KIND, self)
        whole = QTextCursor(document)
        whole.beginEditBlock()  # it is laid out once, not at each pictogram
        block = document.begin()
        while block.isValid():
            if not block.text().isascii():
                self._set_block(block, list(_clusters(block.text())), document.defaultFont())
                marks = [(place, place, FROM_LEFT) for place in ends_from_right(block)]
                self._set_block(block, marks, document.defaultFont())
            block = block.next()
        whole.endEditBlock()

    def _set_block(self, block: QTextBlock, places: list[tuple[int, int, str]], body: QFont) -> None:
        cursor = QTextCursor(block)
        for start, end, cluster in reversed(places):
            cursor.setPosition(block.position() + end)
            plain = cursor.charFormat()
            font = plain.font().resolve(body)
            number = self._number(cluster, at_em(font))
            if number is not None:
                cursor.setPosition(block.position() + start, QTextCursor.MoveMode.KeepAnchor)
                around = _JOINER if cluster == FROM_LEFT else ""
                cursor.insertText(around, plain)
                cursor.insertText(_OBJECT, _format(number, font))
                cursor.insertText(around, plain)

    def _number(self, cluster: str, font: QFont) -> int | None:
        """Which cluster of pictograms this is; None where the letters can stand for themselves."""
        key = cluster, font.key()
        if key not in self._numbers:
            self._numbers[key] = len(self._clusters) if cluster == FROM_LEFT or is_pictogram(cluster, font) else None
            if self._numbers[key] is not None:
                self._clusters.append((cluster, font))
        return self._numbers[key]

    def _pictogram(self, number: int, letters: tuple[str, ...] = ()) -> Pictogram:
        cluster, font = self._clusters[number]
        key = number, letters or (cluster,)
        if key not in self._pictograms:
            is_mark = cluster == FROM_LEFT
            pictogram = (
                unseen_pictogram(cluster, self._taken)
                if is_mark
                else drawn_pictogram(cluster, font, key[1], self._taken)
            )
            self._taken.add(pictogram.pixels)
            self._pictograms[key] = pictogram
        return self._pictograms[key]

    def intrinsicSize(self, _document: QTextDocument, _position: int, letters: QTextFormat) -> QSizeF:
        """As high as the letters around it, so that the line stays as it is."""
        font = letters.toCharFormat().font()
        width = self._pictogram(letters.intProperty(_NUMBER)).ems.width() * self._em(font)
        return QSizeF(width, QFontMetricsF(font, self.device).ascent())

    def drawObject(
        self, painter: QPainter, place: QRectF | QRect, document: QTextDocument, position: int, letters: QTextFormat
    ) -> None:
        """Draw it; the line of writing is at the bottom of the place."""
        number = letters.intProperty(_NUMBER)
        pictogram = self._pictogram(number, letters_at(document, position, self._clusters[number][0]))
        size = pictogram.ems * self._em(letters.toCharFormat().font())
        top = QRectF(place).bottom() - size.height() * (1 - pictogram.below)
        painter.drawImage(QRectF(QPointF(place.x(), top), size), pictogram.image)

    def _em(self, font: QFont) -> float:
        return font.pointSizeF() / _POINTS_AN_INCH * self.device.logicalDpiY()


def _format(number: int, font: QFont) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setObjectType(_KIND)
    letters.setProperty(_NUMBER, number)
    letters.setFont(font)
    return letters


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """From, to and text of what a reader takes for one letter and ASCII does not have; in units of UTF-16, as Qt's."""
    units = text.encode("utf-16-le")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    start = 0
    while (end := finder.toNextBoundary()) > 0:
        cluster = units[2 * start : 2 * end].decode("utf-16-le")
        if not cluster.isascii() and cluster != _OBJECT:
            yield start, end, cluster
        start = end
