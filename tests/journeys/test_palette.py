"""The palette in the real window: every command, every lead, every place by a few letters."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bothhats.charts.catalogue import CHARTS
from bothhats.domain.lead_filter import LeadFilter
from bothhats.ui.commands import COMMANDS
from bothhats.ui.palette.asking import ask_palette
from bothhats.ui.palette.entries import Entries
from builders import a_lead, closed

TODAY = date(2026, 10, 6)


@pytest.fixture
def app(launch):
    """The window, with three leads."""
    launched = launch(TODAY)
    for name, company in (("Priya Nair", "Nair Ceramics"), ("Zoë Ångström", ""), ("Paul Prior", "Prior & Sons")):
        a_lead(launched.workspace, name, company=company)
    return launched


def typed(keyboard, text, *keys):
    """An act that types into the palette, then presses keys; what was offered is kept in the list returned."""
    offered = []

    def act(palette):
        keyboard.type(text)
        offered.extend(palette.entries())
        for key in keys:
            keyboard.press(key)

    keyboard.answer(act)
    return offered


def test_control_k_opens_it_and_escape_brings_the_focus_back(app, keyboard, qtbot):
    before = app.window.show_place("pipeline").search
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    before.setFocus()
    offered = typed(keyboard, "priya", "Escape")
    keyboard.press("Ctrl+K")
    assert [entry.words for entry in offered] == ["Priya Nair, Nair Ceramics"]
    assert app.window.focusWidget() is before


def test_a_person_is_opened_and_with_control_a_touch_is_logged(app, keyboard):
    typed(keyboard, "nair pri", "Return")
    app.window.run("go.palette")
    assert app.window.pages["pipeline"].pane.lead_id == 1
    keyboard.walk(
        lambda _palette: (keyboard.type("angstrom"), keyboard.press("Ctrl+Return")),
        lambda _dialog: keyboard.press("Ctrl+Return"),
    )
    app.window.run("go.palette")
    assert app.rows("SELECT lead_id, kind FROM touch") == [(2, "call")]


def test_a_command_is_done_as_from_the_menu(app, keyboard):
    typed(keyboard, "> insights", "Return")
    app.window.run("go.palette")
    assert app.window.place == "insights"
    app.window.show_place("today")
    typed(keyboard, "undo", "Return")
    app.window.run("go.palette")
    assert app.rows("SELECT count(*) FROM lead") == [(2,)]


def test_what_is_off_says_why_and_stays_open(app, keyboard):
    app.window.show_place("insights")
    seen = []

    def act(palette):
        keyboard.type("> park")
        seen.append((palette.entries()[0].words, palette.entries()[0].beside))
        keyboard.press("Return")
        seen.append(palette.isVisible())

    keyboard.answer(act)
    app.window.run("go.palette")
    assert seen == [("Park", "choose a lead first"), True]


def test_what_the_owner_has_named_leads_to_its_part(app, keyboard):
    app.workspace.objections.add("question", "Is switching a hassle?", TODAY)
    app.workspace.claims.add("Closed by the 5th", TODAY)
    typed(keyboard, "switching", "Return")
    app.window.run("go.palette")
    assert app.window.place == "playbook"
    assert app.window.pages["playbook"].header._title.text() == "Objections, questions"
    offered = typed(keyboard, "claim", "Return")
    app.window.run("go.palette")
    assert "Claims" in [entry.words for entry in offered]


def test_nothing_found_offers_to_add_a_lead_and_plus_begins_one(app, keyboard):
    offered = typed(keyboard, "jo pen", "Escape")
    app.window.run("go.palette")
    assert [entry.words for entry in offered] == ["Add “jo pen” as a lead"]
    keyboard.walk(
        lambda _palette: (keyboard.type("+Jo Penrose, Acme"), keyboard.press("Return")),
        lambda _dialog: keyboard.press("Return"),
    )
    app.window.run("go.palette")
    assert app.rows("SELECT name, company FROM lead WHERE id = 4") == [("Jo Penrose", "Acme")]


def test_at_means_people_only_and_ended_ones_come_after(app, keyboard):
    closed(app.workspace, 1)
    offered = typed(keyboard, "@p", "Escape")
    app.window.run("go.palette")
    assert [(entry.words, entry.beside) for entry in offered] == [
        ("Paul Prior, Prior & Sons", "New"),
        ("Priya Nair, Nair Ceramics", "won"),
    ]


def test_the_five_used_last_stand_there_for_nothing_typed_also_after_a_new_launch(app, keyboard, launch):
    for text in ("priya", "> playbook", "> today", "zoe", "> review", "paul"):
        typed(keyboard, text, "Return")
        app.window.run("go.palette")
    app.workspace.leads.bin([3])
    again = launch(TODAY)
    offered = typed(keyboard, "", "Escape")
    ask_palette(again.context, again.window)
    assert [entry.words for entry in offered] == ["Review", "Zoë Ångström", "Today", "Playbook"]


def test_the_arrows_go_round_and_a_click_chooses(app, keyboard):
    seen = []

    def act(palette):
        keyboard.type("p")
        seen.append(len(palette.entries()))
        keyboard.press("Up")
        seen.append(palette.list.currentRow())
        keyboard.press("Down", "Down")
        spot = palette.list.visualItemRect(palette.list.item(0)).center()
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    keyboard.answer(act)
    app.window.run("go.palette")
    assert seen[0] > 2
    assert seen[1] == seen[0] - 1
    assert app.window.place == "pipeline"


def test_every_command_is_found_by_its_words(app):
    entries = Entries(app.context, lambda _command: "")
    for command in COMMANDS:
        if command.id != "go.palette":
            words = next(entry.words for entry in entries._commands if entry.about == command.id)
            assert f"command:{command.id}" in [entry.id for entry in entries.found(f">{words}", [])]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200) | st.sampled_from(['"', "*", "NEAR(", "a AND", "x" * 10_000, "\x00", "\u202eabc"]))
def test_hostile_text_never_errs(app, text):
    for sign in ("", ">", "@", "+"):
        assert len(Entries(app.context, lambda _command: "").found(sign + text, [])) <= 8


def test_a_saved_view_is_opened_by_its_name(app, keyboard):
    app.workspace.views.save("Hot ones", LeadFilter(text="priya"), "table")
    typed(keyboard, "hot", "Return")
    app.window.run("go.palette")
    page = app.window.pages["pipeline"]
    assert (page.filter.text, page.form.value) == ("priya", "table")


def test_every_chart_is_found_by_its_title_and_opened(app, keyboard):
    entries = Entries(app.context, lambda _command: "")
    for chart in CHARTS:
        assert (f"chart:{chart.id}", f"Chart: {chart.title}", "Insights") in [
            (entry.id, entry.words, entry.beside) for entry in entries.found(chart.title, [])
        ]
    for text, part in (("funnel", "funnel"), ("chart by", "source"), ("chart leads", "overview")):
        typed(keyboard, text, *(["Down"] if part == "source" else []), "Return")
        app.window.run("go.palette")
        page = app.window.pages["insights"]
        assert (app.window.place, page.nav_combo.currentData()) == ("insights", part)
        if part != "overview":
            focused = app.window.focusWidget()
            assert page.part.card.form_choice in (focused, focused.parentWidget())
