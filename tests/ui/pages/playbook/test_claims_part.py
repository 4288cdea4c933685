"""Claims: where each is said, how it was heard, and those that nobody ever mentions."""

import pytest

from bothhats.domain.lead import ClaimHeard
from builders import TODAY, a_lead, talked


@pytest.fixture
def part(playbook, workspace):
    fifth, price = workspace.claims.add("By the 5th", TODAY), workspace.claims.add("A fixed price", TODAY)
    anna, bea = a_lead(workspace, "Anna"), a_lead(workspace, "Bea")
    talked(workspace, anna, TODAY, claims=(ClaimHeard("landed", fifth),), note="She liked it")
    talked(workspace, bea, TODAY, claims=(ClaimHeard("doubted", fifth),))
    workspace.campaigns.add("Autumn", None, TODAY, None)
    workspace.assets.add("page", "Month end", TODAY, "live")
    workspace.claims.say_in_campaign(1, [price])
    playbook.show_part("claims")
    part = playbook.parts["claims"]
    part.table.setFocus()
    return part


def test_each_claim_counts_people_and_the_silent_ones_are_named(part, playbook):
    rows = [[cell.text for cell in row.cells] for row in part.table.rows]
    assert rows == [
        ["“By the 5th”", "1", "1", "–", "–", "6 Oct"],
        ["“A fixed price”", "–", "–", "–", "2", "never"],
    ]
    assert [row.cells[0].beside for row in part.table.rows] == ["said nowhere yet", "Autumn"]
    assert playbook.header.sentence == "Two claims in use. Nobody ever mentioned “A fixed price”."


def test_an_open_claim_says_who_and_where_and_is_said_in_campaigns_and_content(part, keyboard, context):
    keyboard.press("Return")
    detail = part.detail
    assert detail.people.title.text() == "Came &up 2 times"
    assert detail.told.text() == "landed with 1 person, doubted by 1 person, in 90 days."
    detail.campaigns.setFocus()
    keyboard.type("aut")
    keyboard.press("Return")
    detail.assets.setFocus()
    keyboard.type("month")
    keyboard.press("Return")
    part.close_row()
    assert part.table.rows[0].cells[0].beside == "Autumn, Month end"
    context.workspace.journal.undo()
    assert part.table.rows[0].cells[0].beside == "Autumn"


def test_it_is_reworded_merged_and_said_no_more(part, keyboard, context):
    keyboard.press("Down", "Return")
    detail = part.detail
    detail.text.setFocus()
    detail.text.selectAll()
    keyboard.type("One fixed price")
    keyboard.press("Return")
    detail.retire_button.click()
    assert detail.retire_button.text() == "Say it again"
    part.close_row()
    assert part.table.rows[1].cells[0].text == "“One fixed price”"
    assert part.table.rows[1].cells[0].beside == "said no more"
    keyboard.press("Return")
    part.detail.same.setFocus()
    keyboard.type("5th")
    keyboard.press("Return")
    part.close_row()
    assert [row.cells[0].beside for row in part.table.rows] == ["Autumn"]
    for _ in range(3):
        context.workspace.journal.undo()
    assert [row.cells[0].text for row in part.table.rows] == ["“By the 5th”", "“A fixed price”"]


def test_a_new_claim_is_typed(part, keyboard):
    part.text.setFocus()
    keyboard.type("No clock")
    keyboard.press("Return")
    assert "“No clock”" in [row.cells[0].text for row in part.table.rows]
    assert part.text.text() == ""
