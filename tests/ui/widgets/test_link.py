"""Words that open something: elided where there is no room, whole in the tooltip and for screen readers."""

from bothhats.ui.widgets.link import Link


def test_long_words_give_way_at_the_right_and_short_ones_stand_whole(qtbot):
    link = Link("Anna & Söhne <b>", "name")
    qtbot.addWidget(link)
    link.resize(400, 26)
    link.show()
    assert (link.text(), link.toolTip()) == ("Anna && Söhne <b>", "")
    link.resize(60, 26)
    assert link.text().endswith("…")
    assert link.toolTip() == "<qt>Anna &amp; Söhne &lt;b&gt;</qt>"
    assert link.accessibleName() == "Anna & Söhne <b>"
