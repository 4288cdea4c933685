"""The calendar file follows the pipeline: written a moment after a change, whole or not at all."""

import icalendar
import pytest

from bothhats.domain.lead import NextStep
from bothhats.domain.review import Commitment
from bothhats.ui.calendar_file import CalendarFile
from builders import TODAY, a_lead, closed


@pytest.fixture
def calendar(context, window, tmp_path):
    context.kept.calendar_file = str(tmp_path / "hats.ics")
    return CalendarFile(context, window)


def entries(path) -> dict[str, tuple]:
    """What the file says: summary -> (day, number)."""
    text = path.read_text(encoding="utf-8")
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["SUMMARY"]): (event["DTSTART"].dt, event["SEQUENCE"]) for event in found}


def uids(path) -> set[str]:
    return {str(event["UID"]) for event in icalendar.Calendar.from_ical(path.read_text()).walk("VEVENT")}


def test_it_follows_what_happens(calendar, workspace, tmp_path, qtbot):
    path = tmp_path / "hats.ics"
    jo = a_lead(workspace, "Jo Penrose", company="Acme", phone="123", follow_up_on=TODAY, next_step="Call")
    qtbot.waitUntil(path.exists)
    before = uids(path)
    assert entries(path) == {"Jo Penrose, Acme: Call": (TODAY, 0)}
    workspace.follow_ups.snooze([jo], TODAY.replace(day=9), TODAY)
    qtbot.waitUntil(lambda: entries(path) == {"Jo Penrose, Acme: Call": (TODAY.replace(day=9), 1)})
    workspace.journal.undo()
    qtbot.waitUntil(lambda: entries(path) == {"Jo Penrose, Acme: Call": (TODAY, 2)})
    assert uids(path) == before
    closed(workspace, jo)
    qtbot.waitUntil(lambda: entries(path) == {})


def test_parked_and_binned_leads_and_settled_commitments_are_not_in_it(calendar, workspace, tmp_path):
    parked, binned = (a_lead(workspace, name, follow_up_on=TODAY) for name in ("Anna", "Bo"))
    workspace.leads.park([parked], TODAY.replace(month=12), TODAY)
    workspace.leads.bin([binned])
    review = workspace.reviews.start("2026-09", TODAY)
    promised = [Commitment("marketing", text, TODAY.replace(day=20)) for text in ("Write the page", "Call ten")]
    workspace.reviews.finish(review, "letter", "{}", promised, TODAY)
    workspace.commitments.settle(1, "kept", TODAY)
    calendar.write()
    assert entries(tmp_path / "hats.ics") == {"Marketing hat: Call ten": (TODAY.replace(day=20), 0)}


def test_the_reminder_is_a_setting(calendar, context, workspace, tmp_path):
    a_lead(workspace, "Anna", follow_up_on=TODAY)
    for hour, alarms in (("9", 1), ("", 0)):
        context.kept.calendar_alarm = hour
        calendar.write()
        assert (tmp_path / "hats.ics").read_text().count("BEGIN:VALARM") == alarms


def test_where_it_cannot_be_written_one_sentence_says_so_once_and_the_old_file_stays(
    calendar, context, workspace, tmp_path
):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    context.kept.calendar_file = str(tmp_path / "gone" / "hats.ics")
    calendar.write()
    calendar.write()
    assert [problem.way_out for problem in problems] == ["Choose another place for it in Settings."]
    (tmp_path / "gone").mkdir()
    calendar.write()
    assert (tmp_path / "gone" / "hats.ics").exists()
    assert [each.name for each in (tmp_path / "gone").iterdir()] == ["hats.ics"]


def test_what_waits_is_written_before_the_window_goes(calendar, workspace, tmp_path):
    calendar.write()
    workspace.follow_ups.set([a_lead(workspace, "Anna")], NextStep(TODAY, "Call"), TODAY)
    calendar.finish()
    assert entries(tmp_path / "hats.ics") == {"Anna: Call": (TODAY, 0)}


def test_without_a_place_nothing_is_written(context, window, workspace, tmp_path):
    calendar = CalendarFile(context, window)
    a_lead(workspace, "Anna", follow_up_on=TODAY)
    calendar.write()
    assert not list(tmp_path.rglob("*.ics"))
