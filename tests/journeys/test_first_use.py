"""The main job end to end: bring in a list, work it, be reminded, review the month, see the funnel."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from bothhats.exchange.import_preview import Fate
from bothhats.ui.import_wizard.page import DONE
from builders import board

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
SEPTEMBER = date(2026, 9, 29)
LIST = """Name,Company,Email,Source,Came on,Value,Talked on
Ada Quill,Quill Bindery,ada@quill.example,Website,2026-09-01,2400,2026-09-04
Ben Sharpe,Sharpe Framing,ben@sharpe.example,Website,2026-09-10,1200,
Cleo Marsh,Marsh Kitchens,cleo@marsh.example,Referral,2026-09-14,,2026-09-20
"""


def keys(keyboard, *pressed):
    """An act that presses these keys; what follows "type " is typed."""

    def act(_dialog):
        for key in pressed:
            if key.startswith("type "):
                keyboard.type(key.removeprefix("type "))
            else:
                keyboard.press(key)

    return act


def import_list(app, file: Path, qtbot) -> None:
    app.window.run("import.open")
    page = app.window.pages["import"]
    page.read_file(file)
    qtbot.waitUntil(lambda: page.outlook is not None, timeout=30_000)
    for column, field in (("Came on", "arrived"), ("Talked on", "conversation_on")):
        page.outlook = None
        page.change(page.state.with_field(page.state.table.header.index(column), field))
        qtbot.waitUntil(lambda: page.outlook is not None, timeout=30_000)
    page.foot.next_button.click()
    assert [row.fate for row in page.outlook.preview.rows] == [Fate.NEW] * 3
    page.foot.next_button.click()
    qtbot.waitUntil(lambda: page.step == DONE, timeout=30_000)
    page.done_step.show_button.click()


def report(path: Path, *words: str) -> dict:
    """What the command line says, in a process of its own."""
    command = [sys.executable, "-m", "bothhats", "--data", str(path), "report", "--json", *words]
    return json.loads(subprocess.check_output(command, env={"PYTHONPATH": str(DESKTOP)}))


def test_from_a_list_to_the_letter(launch, keyboard, qtbot, tmp_path):
    app = launch(SEPTEMBER)
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    import_list(app, file, qtbot)
    assert app.window.place == "pipeline"
    assert board(app.workspace) == {"New": ["Ben Sharpe"], "In conversation": ["Ada Quill", "Cleo Marsh"]}
    assert "3 added" in app.window.toast.words

    keyboard.answer(keys(keyboard, "type Dora Lind, Lind Looms, from Website, 1800, call tomorrow", "Return"))
    app.window.run("lead.add")
    dora = app.rows("SELECT id, follow_up_on FROM lead WHERE name = 'Dora Lind'")[0]
    assert dora[1] == "2026-09-30"

    keyboard.answer(keys(keyboard, "Alt+R", "Alt+O", "type Too dear", "Return", "type Is it? Hm.", "Ctrl+Return"))
    app.window.run("lead.log", [dora[0]])
    assert app.rows("SELECT text, words FROM hearing JOIN objection o ON o.id = objection_id") == [
        ("Too dear", "Is it? Hm.")
    ]
    assert "Dora Lind" in board(app.workspace)["In conversation"]

    pipeline = app.window.pages["pipeline"]
    pipeline.show_lead(dora[0])
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    pipeline.board.focus.go_to([dora[0]])
    keyboard.press("Ctrl+Shift+Right")
    assert board(app.workspace)["Proposal"] == ["Dora Lind"]

    keyboard.answer(keys(keyboard, "Alt+1", "Return"))
    app.window.run("lead.close", [dora[0]])
    assert app.rows("SELECT outcome FROM lead WHERE name = 'Dora Lind'") == [("won",)]

    before = app.rows("SELECT * FROM lead ORDER BY id")
    steps = 0
    while app.window.menus.actions["edit.undo"].isEnabled():
        app.window.menus.actions["edit.undo"].trigger()
        steps += 1
    assert app.rows("SELECT count(*) FROM lead") == [(0,)]
    for _ in range(steps):
        app.window.menus.actions["edit.redo"].trigger()
    assert app.rows("SELECT * FROM lead ORDER BY id") == before

    assert not app.has_week_ahead
    assert launch(date(2026, 10, 5)).has_week_ahead
    october = launch(date(2026, 10, 6))
    assert not october.has_week_ahead

    do_the_review(october, keyboard)
    commitment = "Put the price on the front page"
    assert october.rows("SELECT text, state FROM commitment") == [(commitment, "open")]
    assert october.window.show_place("today") is october.today
    assert commitment in today_words(october)

    shown = october.window.show_place("insights")
    numbers = report(october.workspace.path, "--from", "2026-07-01", "--to", "2026-09-30", "--as-of", "2026-10-06")
    arrived = numbers["arrived"]
    home = shown.part.home.table
    qtbot.waitUntil(lambda: home.rowCount() > 0, timeout=30_000)
    totals = [sum(int(home.item(row, column).text()) for row in range(home.rowCount())) for column in (1, 3, 5)]
    assert totals == [arrived["leads"], arrived["conversations"], arrived["closes"]] == [4, 3, 1]
    assert f"{arrived['leads']} leads, {arrived['conversations']} conversations" in shown.part.home.sentence


def do_the_review(app, keyboard) -> None:
    page = app.window.show_place("review")
    page.open_review("2026-09")
    wizard = page.wizard
    assert wizard.draft.month == "2026-09"
    for number in range(1, 10):
        assert wizard.page_number == number
        if number == 9:
            wizard.draft.save_commitments(
                [{"hat": "marketing", "text": "Put the price on the front page", "due_on": "2026-10-20"}]
            )
        wizard.next_button.click()
    wizard.finish_button.click()
    letter = page.letter.text.toPlainText()
    assert "Four people came to us in September." in letter
    assert "Too dear" in letter
    assert app.rows("SELECT finished_on FROM review") == [("2026-10-06",)]


def today_words(app) -> str:
    from bothhats.queries.today import today_answer

    answer = today_answer(app.workspace.reader, app.context.today())
    return str(answer)
