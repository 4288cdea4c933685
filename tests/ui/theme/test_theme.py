"""Light, dark or as the system says: palette, sheet and type."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

import bothhats
from bothhats.ui.theme.fonts import ROLES, SMALLEST_BODY, body_pixels, font, scaled
from bothhats.ui.theme.stylesheet import stylesheet
from bothhats.ui.theme.theme import current_theme, tokens
from bothhats.ui.theme.tokens import DARK, LIGHT
from bothhats.ui.widgets.buttons import Button


@pytest.fixture
def dark(theme):
    """The dark look, for one test."""
    theme.set_mode("dark")
    yield theme
    theme.set_mode("light")


def test_dark_changes_tokens_palette_and_sheet(dark):
    assert (dark.is_dark, tokens(), current_theme()) == (True, DARK, dark)
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.chrome.lower()
    assert DARK.sal_text in QApplication.instance().styleSheet()


def test_a_change_is_told_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("light")
    assert (theme.mode, theme.tokens) == ("light", LIGHT)


def test_a_button_draws_its_icon_anew_in_the_other_theme(theme, qtbot):
    button = Button("Add a lead", icon_name="plus")
    qtbot.addWidget(button)
    button.show()
    before = button.icon().cacheKey()
    theme.set_mode("dark")
    try:
        assert button.icon().cacheKey() != before
    finally:
        theme.set_mode("light")


def test_every_name_in_the_sheet_is_filled(theme):
    assert "$" not in stylesheet(LIGHT, "tick.svg")


@pytest.mark.parametrize("role", ROLES)
def test_type_is_a_factor_of_body_and_never_tiny(theme, role):
    pixels = font(role).pixelSize()
    assert pixels == max(round(body_pixels() * ROLES[role].factor), 11 if role == "badge" else 12)
    assert QFont.Tag("tnum") in font(role).featureTags()


def test_body_is_never_under_thirteen_pixels(theme):
    assert body_pixels() >= SMALLEST_BODY
    assert QFontInfo(font("body")).pixelSize() >= SMALLEST_BODY
    assert scaled(SMALLEST_BODY) == body_pixels()


def test_the_theme_is_cheap_to_import():
    heavy = "('sqlite_utils', 'numpy', 'matplotlib')"
    code = f"import sys, bothhats.ui.theme.theme; print([name for name in {heavy} if name in sys.modules])"
    here = str(Path(bothhats.__file__).parents[1])
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": here}
    )
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize("body", range(13, 40))
def test_chips_stay_round_at_every_body_size(theme, monkeypatch, body):
    """Qt draws a corner square when its radius is more than half of the height."""
    monkeypatch.setattr("bothhats.ui.theme.fonts.body_pixels", lambda: body)
    sheet = stylesheet(LIGHT, "tick.svg")
    rules = [rule for rule in sheet.split("}") if "chip=" in rule and "min-height" in rule and "radius" in rule]
    assert len(rules) >= 4
    for rule in rules:
        radius, height = (int(re.search(rf"{name}: (\d+)px", rule)[1]) for name in ("border-radius", "min-height"))
        border = 2 if "QPushButton" in rule else 0
        assert 2 * radius <= height + border, rule
