"""Chips say their words as they are; the layout lets them flow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bothhats.ui.widgets.chips import FlowLayout, chip


def test_a_chip_shows_markup_as_it_was_typed(theme, qtbot):
    made = chip("<b>bold</b>", "outline")
    qtbot.addWidget(made)
    assert (made.text(), made.textFormat()) == ("<b>bold</b>", Qt.TextFormat.PlainText)


@pytest.mark.parametrize("kind", ["neutral", "outline", "late", "marketing", "sales"])
def test_every_chip_is_twenty_two_high(show, kind):
    made = chip("4 days late", kind)
    show(made)
    assert made.height() == 22


@pytest.mark.parametrize("kind", ["late", "marketing", "sales", "neutral"])
def test_hats_and_lateness_are_never_told_by_colour_alone(show, kind):
    made = chip(" " * 8, kind)
    show(made)
    shown = made.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(8, 20) for y in range(5, 17)}
    assert (len(colours) > 5) is (kind != "neutral")


@pytest.fixture
def flow(show):
    """Six boxes of 100 by 20, 10 apart, in a holder of a given width."""
    holder = QWidget()
    layout = FlowLayout(holder, gap=10)
    for _ in range(6):
        box = QWidget()
        box.setMinimumSize(100, 20)
        layout.addWidget(box)
    return holder, layout


@pytest.mark.parametrize(("width", "height"), [(650, 20), (320, 50), (319, 80), (100, 170), (50, 170)])
def test_a_flow_takes_the_lines_it_needs(flow, width, height):
    assert flow[1].heightForWidth(width) == height


def test_hidden_parts_take_no_place(flow):
    flow[1].itemAt(0).widget().hide()
    flow[0].show()
    assert flow[1].heightForWidth(540) == 20
    flow[0].hide()


def test_a_flow_can_be_emptied(flow):
    flow[1].clear()
    assert (flow[1].count(), flow[1].itemAt(0)) == (0, None)


def test_parts_of_one_line_share_its_middle(flow):
    flow[1].itemAt(1).widget().setMinimumHeight(30)
    flow[0].resize(650, 60)
    flow[1].setGeometry(flow[0].rect())
    middles = {flow[1].itemAt(place).geometry().center().y() for place in range(6)}
    assert len(middles) == 1
