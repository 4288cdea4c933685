"""The two hats become painter paths that fill their square."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bothhats.hat_outline import hat_outline
from bothhats.ui.theme.hats import hat_path, paint_hat

HATS = pytest.mark.parametrize("hat", ["marketing", "sales"])


@HATS
def test_a_hat_is_read_from_its_file(hat):
    strokes = hat_outline(hat)
    assert strokes[0][0] == "M"
    assert strokes[-1] == ("Z", ())
    assert {command for command, _ in strokes} <= set("MLCZ")
    assert all(0 <= number <= 24 for _, numbers in strokes for number in numbers)


@HATS
def test_its_path_lies_on_the_grid(qapp, hat):
    bounds = hat_path(hat).boundingRect()
    assert QRectF(0, 0, 24, 24).contains(bounds)
    assert bounds.width() > 20


def test_the_hats_differ(qapp):
    assert hat_path("marketing") != hat_path("sales")


@HATS
def test_a_hat_is_painted_in_its_colour_inside_its_square(qapp, hat):
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_hat(painter, QRectF(10, 10, 34, 34), hat, "#1B6F8A")
    painter.end()
    inked = {(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).name() == "#1b6f8a"}
    assert len(inked) > 200
    assert all(10 <= x < 44 and 10 <= y < 44 for x, y in inked)
