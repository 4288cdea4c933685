"""How well a text fits what is typed."""

import pytest

from bothhats.ui.palette.matching import BEGINS, INITIALS, INSIDE, WORDS, fit


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Log a touch", "log", BEGINS),
        ("Log a touch", "LOG A", BEGINS),
        ("Log a touch", "touch log", WORDS),
        ("Log a touch", "lat", INITIALS),
        ("Set the next step", "sts", None),
        ("Set the next step", "stns", INITIALS),
        ("Backup", "kup", INSIDE),
        ("Backup", "up", None),
        ("Zoë Ångström", "angs zoe", WORDS),
        ("Straße", "strasse", BEGINS),
        ("Anna Berg", "", BEGINS),
        ("Anna Berg", "!!!", None),
        ("Anna Berg", "bo", None),
    ],
)
def test_the_fit(text, typed, found):
    assert fit(text, typed) == found
