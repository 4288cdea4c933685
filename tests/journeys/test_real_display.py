"""The window on a real window system; `packaging/test.py` gives it a virtual display."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from builders import a_lead

pytestmark = pytest.mark.display


@pytest.fixture(autouse=True)
def needs_a_window_system(qapp):
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("no window system here; packaging/test.py runs this on a virtual display")


def test_the_window_comes_up_and_keys_lead_through_the_places(launch, qtbot):
    app = launch(date(2026, 10, 6))
    a_lead(app.workspace, "Anna Berg", company="Berg Bakery")
    with qtbot.waitExposed(app.window):
        app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    for key, place in ((Qt.Key.Key_2, "pipeline"), (Qt.Key.Key_3, "review"), (Qt.Key.Key_4, "insights")):
        QTest.keyClick(app.window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda place=place: app.window.place == place)
    picture = app.window.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1200, 40) for y in range(0, 700, 40)}
    assert len(colours) > 4


def test_undo_by_key_takes_back_what_was_just_done(launch, qtbot):
    app = launch(date(2026, 10, 6))
    app.window.show_place("pipeline")
    a_lead(app.workspace, "Anna Berg")
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    QTest.keyClick(app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: app.rows("SELECT count(*) FROM lead") == [(0,)])
    assert "Undone" in app.window.toast.words
