"""Labels show the owner's words as they are, and the whole of them in the tooltip."""

from PySide6.QtCore import Qt

from bothhats.ui.widgets.labels import ElidedLabel, plain_label, tooltip

LONG = "<b>Anna</b> & " + "Bergström " * 20


def test_a_label_never_guesses_rich_text(theme, qtbot):
    label = plain_label("<b>Anna</b>", "strong", "ink2")
    qtbot.addWidget(label)
    assert (label.textFormat(), label.property("token")) == (Qt.TextFormat.PlainText, "ink2")


def test_a_tooltip_is_escaped():
    assert tooltip("<b>Anna</b>") == "<qt>&lt;b&gt;Anna&lt;/b&gt;</qt>"
    assert not tooltip("")


def test_what_gives_way_is_whole_in_the_tooltip(show):
    label = ElidedLabel(LONG)
    page = show(label, width=200)
    assert label.toolTip() == tooltip(LONG)
    label.setText("Anna")
    assert not label.toolTip()
    label.setText(LONG)
    page.resize(4000, 200)
    assert label.width() > 2000
    assert not label.toolTip()
