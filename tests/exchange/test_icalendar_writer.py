"""The calendar file, read back by another program's library: nothing is lost, ids and numbers hold."""

from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import example, given
from hypothesis import strategies as st

from bothhats.exchange.icalendar_writer import MOST_OCTETS, Entry, kept_entries, write_calendar

NOW = datetime(2026, 10, 6, 8, 0, tzinfo=UTC)
DAY = date(2026, 10, 9)


def events(text: str) -> dict[str, icalendar.Event]:
    """The entries by uid, as the library reads them."""
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_an_entry_is_a_whole_day_with_a_reminder_at_its_hour():
    entry = Entry("lead-1@bothhats", DAY, "Jo Penrose, Acme; Ltd: call\nback", "020 7946 0101")
    event = events(write_calendar("Holt, Books", [entry], NOW, {}, alarm_hour=9))["lead-1@bothhats"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert str(event["SUMMARY"]) == "Jo Penrose, Acme; Ltd: call\nback"
    assert (str(event["DESCRIPTION"]), event["SEQUENCE"]) == ("020 7946 0101", 0)
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=9)


def test_without_a_reminder_there_is_no_alarm():
    assert "VALARM" not in write_calendar("Holt", [Entry("a", DAY, "Call")], NOW, {})


def test_a_changed_entry_keeps_its_id_and_gets_the_next_number_and_an_unchanged_one_nothing():
    first = write_calendar("Holt", [Entry("a", DAY, "Call"), Entry("b", DAY, "Write")], NOW, {})
    moved = [Entry("a", DAY + timedelta(days=1), "Call"), Entry("b", DAY, "Write")]
    later = NOW + timedelta(hours=1)
    second = write_calendar("Holt", moved, later, kept_entries(first))
    found = events(second)
    assert [(found[uid]["SEQUENCE"], found[uid]["DTSTAMP"].dt) for uid in "ab"] == [(1, later), (0, NOW)]
    assert write_calendar("Holt", moved, later + timedelta(days=1), kept_entries(second)) == second
    third = write_calendar("Holt", [Entry("a", DAY, "Call")], later, kept_entries(second))
    assert events(third)["a"]["SEQUENCE"] == 2


def test_what_is_no_calendar_of_ours_remembers_nothing():
    for text in ("", "BEGIN:VEVENT\nUID:x\nEND:VEVENT", "nonsense", "BEGIN:VEVENT\nUID:x\nSEQUENCE:many\nEND:VEVENT"):
        assert kept_entries(text) == {}


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Zs"]), min_size=1, max_size=200
)


@given(st.lists(st.tuples(st.dates(date(1970, 1, 1), date(2900, 1, 1)), texts, texts), max_size=5))
@example([(DAY, "é" * 80, "\\n;,:" * 30)])
@example([(DAY, "👩‍💻" * 30, "x" * 75)])
def test_whatever_is_written_reads_back_the_same(days):
    entries = [Entry(f"e{n}@bothhats", on, summary, more) for n, (on, summary, more) in enumerate(days)]
    text = write_calendar("Name", entries, NOW, {})
    assert all(len(line.encode()) <= MOST_OCTETS for line in text.split("\r\n"))
    found = events(text)
    for entry in entries:
        event = found[entry.uid]
        assert (event["DTSTART"].dt, str(event["DESCRIPTION"])) == (entry.on, entry.description)
        assert str(event["SUMMARY"]) == "".join(char for char in entry.summary if char.isprintable())
    assert set(kept_entries(text)) == set(found)
