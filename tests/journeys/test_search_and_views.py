"""From a word in a note to a view of one's own, in the real window, by keys."""

from datetime import date

import pytest

from bothhats.domain.lead_filter import LeadFilter
from builders import a_lead, talked

TODAY = date(2026, 10, 6)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_search_becomes_a_view_and_one_key_clears_it(launch, keyboard, qtbot):
    app = launch(TODAY)
    anna = a_lead(app.workspace, "Anna Berg")
    a_lead(app.workspace, "Bo")
    talked(app.workspace, anna, date(2026, 9, 4), note="asked about the Röof")
    app.window.run("go.pipeline")
    page = app.window.pages["pipeline"]
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)

    app.window.run("search")
    keyboard.type("roof ber")
    assert page.header.sentence.startswith("1 open lead")

    page.views.ask_name = lambda *_asked: "Roofs"
    page.filter_bar.view.wanted.emit("save")
    assert "View Roofs saved" in app.window.toast.accessibleName() + app.window.menus.actions["edit.undo"].text()
    keyboard.press("Ctrl+Shift+F")
    assert page.filter == LeadFilter()
    assert page.search.text() == ""
    assert page.header.sentence.startswith("2 open leads")

    app.window.run("go.today")
    app.window.run("view.clear_filter")
    assert app.window.place == "pipeline"
    page.show_part(str(page.filter_bar.views[0].id))
    assert page.filter.text == "roof ber"
    app.window.run("edit.undo")
    assert page.filter_bar.views == []
