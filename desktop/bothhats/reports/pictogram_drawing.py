"""What a PDF would draw and yet could not say, above all emoji, is a pictogram: a picture that knows its words."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTextLayout

from bothhats.reports.page_type import INK

_EM = 128  # pixels of a picture to an em; the colour fonts have about as many
_COLOURED = ("CBDT", "COLR", "sbix", "SVG ")  # tables of fonts whose letters are pictures
_BOX_LINE = _EM / 24
_KEYCAP = "\u20e3"
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}  # categories of Unicode for which no font needs a letter


@dataclass(frozen=True, slots=True)
class Pictogram:
    """One picture: its size in ems, and which part of its height stands below the line of writing.

    Its words are those of its letters; from left to right, as they stand on paper.
    """

    letters: tuple[str, ...]
    image: QImage
    ems: QSizeF
    below: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture; no other picture of its document has the same."""
        return self.image.width(), self.image.height()


def at_em(font: QFont) -> QFont:
    """The font in the size in which pictograms are drawn."""
    large = QFont(font)
    large.setPixelSize(_EM)
    return large


def is_pictogram(cluster: str, font: QFont) -> bool:
    """Whether Qt's PDF would not say this: it is beyond 16 bits, or joined, or a picture of its font, or in no font."""
    seen = "".join(letter for letter in cluster if unicodedata.category(letter) not in _UNSEEN)
    is_joined = len(cluster) > 1 and (unicodedata.category(cluster[0]) == "So" or cluster.endswith(_KEYCAP))
    return is_joined or max(seen, default="") > "\uffff" or _is_picture_or_missing(seen, font)


def _is_picture_or_missing(seen: str, font: QFont) -> bool:
    layout = QTextLayout(seen, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(
        0 in run.glyphIndexes() or any(not run.rawFont().fontTable(table).isEmpty() for table in _COLOURED)
        for run in layout.glyphRuns()
    )


def drawn_pictogram(
    cluster: str, font: QFont, letters: tuple[str, ...], taken: Collection[tuple[int, int]]
) -> Pictogram:
    """Draw a cluster, in a number of pixels that is not taken yet; a box where the font draws nothing."""
    metrics = QFontMetricsF(font)
    ink = metrics.tightBoundingRect(cluster)
    if ink.isEmpty():
        ink = QRectF(0, -metrics.capHeight(), 1, metrics.capHeight())
    top, bottom = floor(ink.top()), ceil(ink.bottom())
    image = _drawn(cluster, font, max(ceil(metrics.horizontalAdvance(cluster)), _EM // 2), top, bottom)
    return _pictogram(letters, image, bottom / (bottom - top), taken)


def unseen_pictogram(mark: str, taken: Collection[tuple[int, int]]) -> Pictogram:
    """A mark for readers alone, which takes next to no room."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return _pictogram((mark,), image, 0, taken)


def _pictogram(letters: tuple[str, ...], image: QImage, below: float, taken: Collection[tuple[int, int]]) -> Pictogram:
    ems = QSizeF(image.size()) / _EM
    while (image.width(), image.height()) in taken:
        image = image.scaled(image.width() + 1, image.height(), mode=Qt.TransformationMode.SmoothTransformation)
    return Pictogram(letters, image, ems, below)


def _drawn(cluster: str, font: QFont, width: int, top: int, bottom: int) -> QImage:
    image = QImage(width, bottom - top, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    nothing = image.copy()
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QPen(QColor(INK), _BOX_LINE))
    painter.drawText(QPointF(0, -top), cluster)
    if image == nothing:
        room = QRectF(image.rect()).adjusted(_BOX_LINE * 2, _BOX_LINE, -_BOX_LINE * 2, -_BOX_LINE)
        painter.drawRect(room)
    painter.end()
    return image
