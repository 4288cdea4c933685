"""Two letters side by side."""

import json
from datetime import date

import pytest

from bothhats.domain.lead import ClaimHeard
from bothhats.queries.reviews import review_of
from bothhats.reports.letters_beside import beside, changes
from bothhats.reports.review_letter import kept_figures, letter
from builders import a_lead, talked


def said(claim, verdict="landed"):
    return (ClaimHeard(text=claim, verdict=verdict),)


def finish(workspace, month, on):
    review = workspace.reviews.start(month, on)
    figures = json.dumps(kept_figures(workspace.reader, month, on))
    workspace.reviews.finish(review, letter(workspace.reader, month, on), figures, [], on)
    return review_of(workspace.reader, month)


@pytest.fixture
def two(workspace):
    """August and September: "Too dear?" 1 then 2, "Too far?" gone, "Too slow?" new; one claim gone, one new."""
    people = [a_lead(workspace, name, today=date(2026, 8, 2)) for name in ("Anna Berg", "Bo Lind")]
    talked(workspace, people[0], date(2026, 8, 3), heard="Too dear?", claims=said("Done by the 5th."))
    talked(workspace, people[1], date(2026, 8, 4), heard="Too far?")
    asset = workspace.assets.add("page", "Prices", date(2026, 9, 9), "live")
    workspace.assets.answers(asset, [1])
    august = finish(workspace, "2026-08", date(2026, 9, 2))
    people.append(a_lead(workspace, "Cy Farrow", today=date(2026, 9, 2)))
    for lead in people[1:]:
        talked(workspace, lead, date(2026, 9, 5), heard="Too dear?", claims=said("Fixed price."))
    talked(workspace, people[2], date(2026, 9, 6), heard="Too slow?")
    return workspace, august, finish(workspace, "2026-09", date(2026, 10, 3))


def test_figures_stand_as_from_and_to(two):
    found = {change.title: change.words for change in changes(two[0].reader, *two[1:])}
    assert found["Leads"] == "2 → 1"
    assert found["Conversations"] == "2 → 1"
    assert found["Revenue"] == "€0 → €0"
    assert found["Promise kept"] == "2 of 2 → 0 of 1"


def test_what_is_new_gone_answered_or_changed_is_said_in_words(two):
    rows = {row.title: row for row in beside(two[0].reader, *two[1:])}
    assert rows["What they asked"].notes == (
        "New: “Too slow?”", "Gone: “Too far?”", "Answered since: “Too dear?”", "Changed: “Too dear?” 1 → 2",
    )  # fmt: skip
    assert rows["What landed"].notes == ("New: “Fixed price.”", "Gone: “Done by the 5th.”")


def test_the_parts_are_aligned_and_name_people(two):
    rows = {row.title: row for row in beside(two[0].reader, *two[1:])}
    assert rows["Numbers"].earlier.startswith("Two people came to us in August")
    assert rows["Numbers"].later.startswith("One person came to us in September")
    assert "**" not in "".join(row.earlier + row.later for row in rows.values())


def test_the_figures_are_those_of_the_day_and_not_of_now(two):
    a_lead(two[0], "Late", today=date(2026, 8, 9))
    found = {change.title: change.words for change in changes(two[0].reader, *two[1:])}
    assert found["Leads"] == "2 → 1"
