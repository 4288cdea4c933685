"""Campaigns: facts, claims, spend on a day or over a range, and what it brought and cost."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead import ClaimHeard
from bothhats.ui.widgets.buttons import IconButton
from builders import TODAY, a_lead, closed, talked


@pytest.fixture
def part(playbook, workspace):
    workspace.campaigns.add("Spring", None, date(2026, 3, 1), date(2026, 4, 30))
    source = workspace.lists.add_source("Podcast", "marketing")
    autumn = workspace.campaigns.add("Autumn", source, date(2026, 9, 1), None)
    price = workspace.claims.add("A fixed price", TODAY)
    workspace.claims.say_in_campaign(autumn, [price])
    anna, bea = (a_lead(workspace, name, campaign="Autumn", arrived_on=date(2026, 9, 3)) for name in ("Anna", "Bea"))
    talked(workspace, anna, date(2026, 9, 8), claims=(ClaimHeard("landed", price),))
    talked(workspace, bea, date(2026, 9, 9))
    closed(workspace, anna)
    workspace.campaigns.spend(3001, date(2026, 9, 1), campaign_id=autumn)
    playbook.show_part("campaigns")
    part = playbook.parts["campaigns"]
    part.table.setFocus()
    return part


def spend(context) -> list[tuple]:
    sql = "SELECT amount, starts_on, ends_on, note FROM spend ORDER BY id"
    return context.workspace.reader.execute(sql).fetchall()


def test_each_campaign_tells_what_it_cost_and_brought(part, playbook):
    assert [[cell.text for cell in row.cells] for row in part.table.rows] == [
        ["Autumn", "Podcast", "€30.01", "2", "2", "1", "€15.01"],
        ["Spring", "–", "–", "–", "–", "–", "–"],
    ]
    assert [row.cells[0].beside for row in part.table.rows] == ["since 1 Sep", "1 Mar to 30 Apr"]
    assert playbook.header.sentence == "One campaign running now. €30.01 spent so far, on two campaigns."


def test_an_open_one_tells_the_cost_of_each_and_how_its_people_heard_its_claims(part, keyboard):
    keyboard.press("Return")
    detail = part.detail
    assert detail.brought.text() == "2 leads, 2 conversations, 1 close"
    assert detail.cost.text() == "€30.01 spent so far: €15.01 a lead, €15.01 a conversation, €30.01 a close."
    assert [chip.text() for chip in detail.claims.chips] == ["A fixed price"]


def test_a_new_one_is_named_dated_and_given_claims(part, keyboard, context):
    part.new_button.click()
    assert QApplication.focusWidget() is part.detail.name
    keyboard.type("Winter")
    keyboard.press("Return")
    detail = part.detail
    detail.starts.setFocus()
    keyboard.type("1 nov")
    keyboard.press("Tab")
    detail.ends.setFocus()
    keyboard.type("31 dec")
    keyboard.press("Tab")
    detail.claims.setFocus()
    keyboard.type("fix")
    keyboard.press("Return")
    keyboard.type("No clock")
    keyboard.press("Return")
    assert [chip.text() for chip in detail.claims.chips] == ["A fixed price", "No clock"]
    keyboard.press("Esc")
    row = part.table.rows[0]
    assert (row.cells[0].text, row.cells[0].beside) == ("Winter", "1 Nov to 31 Dec")
    for _ in range(5):
        context.workspace.journal.undo()
    assert [row.cells[0].text for row in part.table.rows] == ["Autumn", "Spring"]


def test_an_end_before_the_start_is_refused_and_the_old_day_stands_again(part, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    keyboard.press("Return")
    part.detail.ends.setFocus()
    keyboard.type("1 aug 2026")
    keyboard.press("Tab")
    assert (len(told), part.detail.ends.line.text()) == (1, "")


def test_spend_is_added_on_a_day_or_spread_over_a_range_shown_by_month(part, keyboard, context):
    keyboard.press("Return")
    form = part.detail.spend.form
    form.amount.setFocus()
    keyboard.type("20")
    keyboard.press("Return")
    assert form.amount.text() == ""
    keyboard.type("61")
    form.starts.setFocus()
    keyboard.type("1 sep 2026")
    form.ends.setFocus()
    keyboard.type("31 oct 2026")
    form.note.setFocus()
    keyboard.type("ads")
    keyboard.press("Return")
    assert spend(context)[1:] == [(2000, "2026-10-06", "2026-10-06", ""), (6100, "2026-09-01", "2026-10-31", "ads")]
    assert [(bar.month, bar.tall) for bar in part.detail.bars.bars] == [("2026-09", 6001), ("2026-10", 5100)]
    context.workspace.journal.undo()
    assert len(part.detail.spend.rows) == 2


def test_an_entry_is_corrected_and_taken_away(part, keyboard, context):
    keyboard.press("Return")
    rows = part.detail.spend
    rows._edit(rows._entries[0])
    assert QApplication.focusWidget() is rows.editing.amount
    rows.editing.amount.selectAll()
    keyboard.type("45")
    keyboard.press("Return")
    assert spend(context) == [(4500, "2026-09-01", "2026-09-01", "")]
    assert rows.editing is None
    context.workspace.campaigns.delete_spend(1)
    assert part.detail.cost.text() == "Nothing was spent on it yet."
    context.workspace.journal.undo()
    assert len(rows.rows) == 1


def test_what_is_no_amount_and_no_day_is_said_and_nothing_is_lost(part, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    keyboard.press("Return")
    form = part.detail.spend.form
    form.amount.setFocus()
    keyboard.type("much")
    keyboard.press("Return")
    assert ("not an amount" in str(told[0]), form.amount.text()) == (True, "much")
    form.amount.setText("5")
    form.starts.setFocus()
    keyboard.type("nevermore")
    keyboard.press("Return")
    assert (len(told), form.starts.line.text(), len(spend(context))) == (2, "nevermore", 1)


def test_escape_leaves_a_correction_and_an_amount_without_enter_is_kept(part, keyboard, context):
    keyboard.press("Return")
    rows = part.detail.spend
    rows._edit(rows._entries[0])
    keyboard.type("7")
    keyboard.press("Esc")
    assert (rows.editing, part.detail is None, len(spend(context))) == (None, False, 1)
    assert QApplication.focusWidget() is rows.form.amount
    keyboard.type("12")
    keyboard.press("Esc")
    assert part.detail is None
    assert [row[0] for row in spend(context)] == [3001, 1200]


def test_a_day_that_is_shown_means_itself_however_long_ago_it_is(part, keyboard, context):
    keyboard.press("Down", "Return")
    part.detail.name.setFocus()
    part.detail.name.selectAll()
    keyboard.type("Spring again")
    keyboard.press("Return")
    sql = "SELECT name, starts_on, ends_on FROM campaign WHERE id = 1"
    assert context.workspace.reader.execute(sql).fetchone() == ("Spring again", "2026-03-01", "2026-04-30")


def open_again(part, keyboard):
    part.table.setFocus()
    keyboard.press("Return")
    return part.detail.spend


def correct(part, keyboard, text: str):
    rows = part.detail.spend
    rows._edit(rows._entries[0])
    rows.editing.amount.selectAll()
    keyboard.type(text)
    return rows


@pytest.mark.parametrize("way", ["back", "other place", "window", "other entry"])
def test_a_correction_that_is_left_half_way_is_kept(part, playbook, keyboard, context, window, way):
    context.workspace.campaigns.spend(500, TODAY, campaign_id=2)
    keyboard.press("Return")
    rows = correct(part, keyboard, "45")
    ways = {
        "back": part.detail.back_button.click,
        "other place": lambda: playbook.show_part("goals"),
        "window": window.close,
        "other entry": lambda: rows._edit(rows._entries[1]),
    }
    ways[way]()
    assert [row[0] for row in spend(context)] == [3001, 4500]
    context.workspace.journal.undo()
    assert [row[0] for row in spend(context)] == [3001, 500]


def test_words_that_are_no_spend_are_there_again_when_the_campaign_is_opened_again(part, keyboard, context):
    keyboard.press("Return")
    rows = correct(part, keyboard, "fourty")
    rows.form.note.setText("flyers")
    rows.form.starts.field.set_words("1 sep")
    part.close_row()
    rows = open_again(part, keyboard)
    assert rows.editing.words == ("fourty", "1 Sep", "", "")
    assert rows.form.words == ("", "1 sep", "", "flyers")
    assert spend(context) == [(3001, "2026-09-01", "2026-09-01", "")]
    rows.editing.amount.setFocus()
    keyboard.press("Esc")
    rows.form.amount.setFocus()
    keyboard.type("9")
    part.close_row()
    rows = open_again(part, keyboard)
    assert (rows.editing, rows.form.words) == (None, ("", "", "", ""))
    assert spend(context)[1:] == [(900, "2026-09-01", "2026-09-01", "flyers")]


def test_a_correction_stays_open_while_other_spend_comes(part, keyboard, context):
    keyboard.press("Return")
    rows = correct(part, keyboard, "45")
    context.workspace.campaigns.spend(500, TODAY, campaign_id=2)
    assert (len(rows.rows), rows.editing.amount.text()) == (2, "45")
    assert QApplication.focusWidget() is rows.editing.amount


def test_spend_on_a_source_without_a_campaign_is_added_listed_and_taken_away(part, keyboard, context):
    part.spend_button.click()
    detail = part.detail
    assert QApplication.focusWidget() is detail.spend.form.amount
    podcast = detail.source_combo.findText("Podcast")
    detail.source_combo.setCurrentIndex(podcast)
    detail.source_combo.activated.emit(podcast)
    detail.spend.form.amount.setFocus()
    keyboard.type("61")
    detail.spend.form.starts.setFocus()
    keyboard.type("1 sep 2026")
    detail.spend.form.ends.setFocus()
    keyboard.type("31 oct 2026")
    keyboard.press("Return")
    reader = context.workspace.reader
    source = reader.execute("SELECT id FROM source WHERE name = 'Podcast'").fetchone()[0]
    entry = "SELECT campaign_id, source_id, amount, starts_on, ends_on FROM spend WHERE campaign_id IS NULL"
    assert reader.execute(entry).fetchall() == [(None, source, 6100, "2026-09-01", "2026-10-31")]
    assert len(detail.spend.rows) == 1
    keyboard.press("Esc")
    row = part.table.rows[-1]
    assert [cell.text for cell in row.cells] == ["Without a campaign", "–", "€36", *["–"] * 4]
    assert row.cells[0].beside == "Podcast"
    part.open_row(row.id)
    assert part.detail.source_combo.currentText() == "Podcast"
    part.detail.spend.rows[0].findChildren(IconButton)[-1].click()
    assert (part.detail.spend.rows, reader.execute(entry).fetchall()) == ([], [])
    context.workspace.journal.undo()
    assert len(part.detail.spend.rows) == 1


def test_what_is_typed_for_one_source_is_kept_before_another_is_chosen(part, keyboard, context):
    part.spend_button.click()
    first = part.detail.source_combo.currentData()
    keyboard.type("12")
    other = part.detail.source_combo.findText("Podcast")
    part.detail.source_combo.setCurrentIndex(other)
    part.detail.source_combo.activated.emit(other)
    entry = "SELECT source_id, amount FROM spend WHERE campaign_id IS NULL"
    assert context.workspace.reader.execute(entry).fetchall() == [(first, 1200)]
    assert (part.detail.spend.rows, part.detail.spend.form.amount.text()) == ([], "")
