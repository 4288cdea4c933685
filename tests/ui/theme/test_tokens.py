"""The colours keep the contrast that the design measured: text 4.5 and more, graphics 3 and more."""

import pytest

from bothhats.ui.theme.tokens import DARK, LIGHT, Tokens

GROUNDS = ("page", "card", "sunken", "select", "chrome")
TEXT = ("ink", "ink2", "ink3", "mkt_text", "sal_text", "late")
GRAPHICS = ("edge", "mkt", "sal", "both", "focus")
MEASURED = {
    "edge": ((3.7, 4.0, 3.1), (4.5, 4.1, 3.2)),
    "ink": ((14.8, 16.0, 12.5), (15.0, 13.6, 10.5)),
    "ink2": ((7.3, 7.9, 6.2), (9.1, 8.2, 6.4)),
    "ink3": ((5.6, 6.0, 4.7), (6.8, 6.1, 4.7)),
    "mkt": ((3.7, 4.0, 3.1), (8.8, 8.0, 6.2)),
    "mkt_text": ((6.3, 6.8, 5.3), (9.7, 8.7, 6.8)),
    "sal": ((5.3, 5.7, 4.5), (8.4, 7.6, 5.9)),
    "sal_text": ((6.7, 7.3, 5.7), (9.4, 8.5, 6.6)),
    "both": ((3.8, 4.1, 3.2), (5.6, 5.0, 3.9)),
    "late": ((6.6, 7.1, 5.5), (8.1, 7.3, 5.7)),
    "focus": ((4.3, 4.6, 3.6), (6.4, 5.7, 4.4)),
}
PAIRS = {
    ("on_ink", "ink"): (16.0, 15.0),
    ("on_ink", "ink_hover"): (11.6, 11.7),
    ("mkt_text", "mkt_wash"): (5.9, 7.6),
    ("ink", "mkt_wash"): (14.0, 11.8),
    ("sal_text", "sal_wash"): (6.1, 7.3),
    ("ink", "sal_wash"): (13.5, 11.7),
    ("ink2", "both_wash"): (6.6, 7.2),
    ("late", "late_wash"): (6.1, 6.6),
    ("ink", "late_wash"): (13.7, 12.3),
    ("on_toast", "toast"): (13.9, 15.0),
}
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(code: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = (int(code[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The WCAG ratio of two colours."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def worst(colours: Tokens, token: str) -> float:
    """The lowest ratio of a token on all grounds."""
    return min(contrast(colours.colour(token), colours.colour(ground)) for ground in GROUNDS)


@THEMES
@pytest.mark.parametrize("token", MEASURED)
def test_a_token_has_the_contrast_of_the_table(colours, token):
    code = colours.colour(token)
    found = contrast(code, colours.page), contrast(code, colours.card), worst(colours, token)
    assert found == pytest.approx(MEASURED[token][colours is DARK], abs=0.06)


@THEMES
@pytest.mark.parametrize(("front", "ground"), PAIRS)
def test_what_stands_on_a_wash_has_the_contrast_of_the_table(colours, front, ground):
    found = contrast(colours.colour(front), colours.colour(ground))
    assert found == pytest.approx(PAIRS[front, ground][colours is DARK], abs=0.06)


@THEMES
def test_text_reads_and_graphics_show_on_every_ground(colours):
    assert all(worst(colours, token) >= 4.5 for token in TEXT)
    assert all(worst(colours, token) >= 3 for token in GRAPHICS)
