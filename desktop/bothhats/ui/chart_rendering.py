"""A chart as pixels and marks; done off the window's thread, where matplotlib is loaded and stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QImageWriter

from bothhats.charts.catalogue import WIDE
from bothhats.storage.safe_write import written_aside
from bothhats.ui.theme.fonts import SMALLEST_BODY
from bothhats.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartColours, Drawing, Mark

Draw = Callable[[int, "ChartColours", Sequence[str]], "Drawing"]
PICTURE_RATIO = 2.0  # of what is copied and saved


@dataclass(frozen=True, slots=True)
class Picture:
    """What a view shows: how to draw it, how high it wants to be, what it says."""

    draw: Draw
    height: int
    sentence: str
    least_width: int = WIDE

    def scale(self, width: int, body: int) -> float:
        """Charts are drawn at the smallest body size and grow with it, as far as the width allows."""
        return min(body / SMALLEST_BODY, max(width, 1) / self.least_width)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a picture is shown: pixels across, the body size, the look, the fonts, pixels of the device in one."""

    width: int
    body: int
    look: Tokens
    families: tuple[str, ...]
    ratio: float


@dataclass(frozen=True, slots=True)
class Rendered:
    """A picture for a room, with its marks in pixels of the room."""

    image: QImage
    marks: "tuple[Mark, ...]"


def render(picture: Picture, room: Room) -> Rendered:
    """Draw it."""
    scale = picture.scale(room.width, room.body)
    drawing = _drawn(picture, room, scale)
    marks = tuple(
        replace(mark, **{side: getattr(mark, side) * scale for side in ("x", "y", "width", "height")})
        for mark in drawing.marks
    )
    return Rendered(_image(drawing, scale, room.ratio), marks)


def save_picture(picture: Picture, room: Room, path: Path) -> None:
    """Write it as PNG or SVG, by the ending; without dates and names of the machine.

    Raises FileNotWritable, DiskFull.
    """
    scale = picture.scale(room.width, room.body)
    drawing = _drawn(picture, room, scale)
    with written_aside(path) as making:
        if path.suffix.lower() == ".svg":
            drawing.figure.savefig(making, format="svg", metadata={"Date": None, "Creator": None})
        elif not QImageWriter(str(making), b"png").write(_image(drawing, scale, PICTURE_RATIO)):
            raise OSError(path)


def _drawn(picture: Picture, room: Room, scale: float) -> "Drawing":
    from bothhats.charts.drawing import ChartColours

    colours = ChartColours(*(room.look.colour(name) for name in ChartColours.__slots__))
    return picture.draw(round(room.width / scale), colours, room.families)


def _image(drawing: "Drawing", scale: float, ratio: float) -> QImage:
    from bothhats.charts.picture import pixels

    width, height, content = pixels(drawing.figure, ratio * scale)
    image = QImage(content, width, height, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image
