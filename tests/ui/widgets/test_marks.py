"""Small pictures say their counts in words, and draw what they say."""

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics

from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.marks import MOST, BeforeAfter, PartBar, PeopleMarks


def runs(image, y, colour):
    """How often a row of pixels enters a colour."""
    found = [image.pixelColor(x, y).name() == colour.lower() for x in range(image.width())]
    return sum(now and not before for before, now in zip([False, *found], found, strict=False))


@pytest.mark.parametrize("landed", [0, 1, 4])
def test_there_is_one_disc_for_each_person_with_whom_it_landed(show, landed):
    marks = PeopleMarks(landed, 0, 0, 3, "landed")
    show(marks)
    assert runs(marks.grab().toImage(), marks.height() // 2, tokens().sal) == landed


def test_many_people_become_a_bar_with_numbers(show):
    marks = PeopleMarks(14, 6, 5, 8, "landed with 14")
    show(marks)
    image = marks.grab().toImage()
    assert marks.sizeHint().width() == PeopleMarks(MOST, 0, 0, 0, "").sizeHint().width()
    first = image.pixelColor(2, 3).name(), image.pixelColor(image.width() - 4, 3).name()
    assert first == (tokens().sal.lower(), tokens().both_wash.lower())


def test_marks_are_one_element_with_a_sentence(show):
    words = "Your books closed by the 5th: landed with 4, doubted by 1, never came up with 7 of 12 people"
    marks = PeopleMarks(4, 1, 0, 7, words)
    show(marks)
    assert QAccessible.queryAccessibleInterface(marks).text(QAccessible.Text.Name) == words


def test_before_and_after_have_one_scale_and_no_bar_for_nothing(show):
    bars = BeforeAfter(("August", 0, ""), ("September", 5, "5 leads"))
    show(bars)
    image = bars.grab().toImage()
    after_month = QFontMetrics(font("small")).horizontalAdvance("August") + 4
    upper, lower = bars.height() // 4, bars.height() * 3 // 4
    assert len({image.pixelColor(x, upper).name() for x in range(after_month, image.width())}) == 1
    assert sum(image.pixelColor(x, lower).name() == tokens().ink.lower() for x in range(image.width())) > 150


def test_before_and_after_are_said_in_words(show):
    bars = BeforeAfter(("August", 0, "no leads"), ("September", 5, "5 leads"))
    show(bars)
    assert bars.accessibleName() == "August: no leads; September: 5 leads"


@pytest.mark.parametrize(("part", "share"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (1.7, 1.0)])
def test_a_bar_shows_its_part(show, part, share):
    bar = PartBar(part, "ink")
    show(bar)
    image = bar.grab().toImage()
    inked = sum(image.pixelColor(x, bar.height() // 2).name() == tokens().ink.lower() for x in range(image.width()))
    assert inked == pytest.approx(share * bar.width(), abs=2)
