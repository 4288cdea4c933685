"""In a finished PDF the pictograms become letters, each in a font of its own that draws its picture."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any, cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    read_object,
)

from bothhats.reports.pictogram_drawing import Pictogram

_PICTURE = re.compile(rb"/(Im\d+)\s+Do\b")  # Qt writes its strings in hex digits, so nothing else looks like this
_TEXT = "BT {name} 1 Tf {wide:.6f} 0 0 {high:.6f} 0 {below:.6f} Tm <{codes}> Tj ET"
_EM = 1000  # units of a font
_M = 600  # by the width of the m poppler takes the size of drawn fonts, and from it what is one line
_FONT = """<<
/Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 {bottom} {right} {top}]
/FirstChar 1 /LastChar {last} /Widths [{widths}]
/Encoding << /Type /Encoding /Differences [1 {names}] >> /CharProcs << {drawings} >>
/Resources << /XObject << /Im {picture} 0 R >> >> /ToUnicode {words} 0 R
>>"""
_WORDS = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end
"""


def with_letters(pdf: bytes, pictograms: Sequence[Pictogram]) -> bytes:
    """The PDF in which the pictures of these pictograms can be selected, found and copied as their words."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    letters = _Letters(writer, pictograms)
    for page in writer.pages:
        letters.set_into(page)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


class _Letters:
    """The fonts of one document, each made where it is met first."""

    def __init__(self, writer: PdfWriter, pictograms: Sequence[Pictogram]) -> None:
        self._writer = writer
        self._pictograms = {pictogram.pixels: pictogram for pictogram in pictograms}
        self._fonts: dict[int, IndirectObject] = {}

    def set_into(self, page: PageObject) -> None:
        """Let the page write its pictograms where it drew them."""
        resources = cast("DictionaryObject", page["/Resources"])
        fonts = cast("DictionaryObject", resources["/Font"])
        texts: dict[bytes, bytes] = {}
        for name, picture in cast("DictionaryObject", resources["/XObject"]).items():
            pictogram = self._pictograms.get((picture["/Width"], picture["/Height"]))
            if pictogram is not None:
                fonts[NameObject(name)] = self._font(pictogram, picture.indirect_reference.idnum)
                texts[name[1:].encode()] = _text(name, pictogram)
        content = cast("StreamObject", page["/Contents"])
        content.set_data(_PICTURE.sub(lambda drawn: texts.get(drawn[1], drawn[0]), content.get_data()))

    def _font(self, pictogram: Pictogram, picture: int) -> IndirectObject:
        if picture not in self._fonts:
            self._fonts[picture] = self._added(
                read_object(BytesIO(self._font_text(pictogram, picture)), cast("Any", self._writer))
            )
        return self._fonts[picture]

    def _font_text(self, pictogram: Pictogram, picture: int) -> bytes:
        """The first letter draws the whole picture; the last one, an m, is for poppler alone."""
        right, height = round(_EM * pictogram.ems.width()), round(_EM * pictogram.ems.height())
        bottom, count = -round(height * pictogram.below), len(pictogram.letters)
        width = right / count
        rest = self._stream(f"{width:.3f} 0 d0")
        drawing = self._stream(f"{width:.3f} 0 d0 {right} 0 0 {height} 0 {bottom} cm /Im Do")
        drawings = [drawing, *[rest] * (count - 1), self._stream(f"{_M} 0 d0")]
        names = [*(f"/s{number}" for number in range(count)), "/m"]
        return _FONT.format(
            bottom=bottom,
            right=right,
            top=height + bottom,
            last=len(names),
            widths=" ".join([f"{width:.3f}"] * count + [str(_M)]),
            names=" ".join(names),
            drawings=" ".join(f"{name} {number} 0 R" for name, number in zip(names, drawings, strict=True)),
            picture=picture,
            words=self._stream(_words(pictogram.letters)),
        ).encode()

    def _stream(self, text: str) -> int:
        stream = DecodedStreamObject()
        stream.set_data(text.encode())
        return self._added(stream.flate_encode()).idnum

    def _added(self, made: PdfObject) -> IndirectObject:
        return self._writer._add_object(made)  # noqa: SLF001 - as pypdf's own manual has it


def _words(letters: Sequence[str]) -> str:
    """Which letters the codes stand for."""
    lines = [f"<{code:02X}> <{words.encode('utf-16-be').hex()}>" for code, words in enumerate(letters, 1)]
    return _WORDS.format(count=len(lines), lines="\n".join(lines))


def _text(name: str, pictogram: Pictogram) -> bytes:
    """In the place of a picture, where Qt has made its width and height the measure."""
    wide, high = 1 / pictogram.ems.width(), 1 / pictogram.ems.height()
    codes = bytes(range(1, len(pictogram.letters) + 1)).hex()
    return _TEXT.format(name=name, wide=wide, high=high, below=pictogram.below, codes=codes).encode()
