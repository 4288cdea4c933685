"""A file of touches: whose they are, what they were, and whether the two really talked."""

from datetime import date

import pytest

from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.domain.problems import KnownProblem
from bothhats.domain.touch_fields import TOUCH_FIELDS_BY_NAME
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions, read_options
from bothhats.exchange.lead_book import KnownLead
from bothhats.exchange.touch_columns import is_touch_file, recognise_touches
from bothhats.exchange.touch_plan import TouchPlan, plan_touches

TODAY = date(2026, 11, 22)
LEADS = (
    KnownLead(1, "A1", "Anna Berg", "Berg Bakery", "anna@berg.example", "+49 731 5550101"),
    KnownLead(2, "", "Bo Tal", "Tal & Sons", "bo@tal.example", ""),
    KnownLead(3, "", "Jo Penrose", "Penrose", "", ""),
    KnownLead(4, "", "Jo Penrose", "Other", "", ""),
)


def planned(text: str, present: frozenset = frozenset(), **options: object) -> TouchPlan:
    return plan_touches(read_csv(text.encode()), ImportOptions(**options), LEADS, present, TODAY)


PIPEDRIVE = (
    "Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,Activity - Note,"
    "Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name\n"
    "First call,Call,2026-10-01,10:00,Done,Wants books early,Maren,Books,Anna Berg,anna@berg.example,Berg\n"
    "Lunch,Lunch,2026-10-05,,Done,,Maren,Books,Anna Berg,,\n"
    "Ring again,Call,2026-12-05,,To do,,Maren,Books,Anna Berg,,\n"
)


def test_the_activities_of_pipedrive_arrive_as_touches():
    header = PIPEDRIVE.split("\n", maxsplit=1)[0].split(",")
    assert is_touch_file(header)
    found = planned(PIPEDRIVE)
    assert [(touch.lead_id, touch.kind, touch.two_way, touch.note) for touch in found.touches] == [
        (1, TouchKind.CALL, False, "First call\nWants books early"),
        (1, TouchKind.MEETING, True, "Lunch"),
    ]
    assert [(issue.row, issue.column) for issue in found.problems] == [(3, "Activity - Done")]
    assert "Deal - Title" in found.notes[0]


def test_our_own_names_are_known_and_a_list_of_leads_is_none():
    assert is_touch_file(["email", "happened_on", "kind", "note"])
    assert not is_touch_file(["name", "email", "type", "date", "notes"])
    assert recognise_touches(["Contact email", "Date", "Type", "Notes"]) == {
        "email": (0,), "happened_on": (1,), "kind": (2,), "note": (3,),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "direction", "two_way", "expected"),
    [
        ("call", "out", "", (TouchKind.CALL, Direction.OUT, False)),
        ("Call", "inbound", "yes", (TouchKind.CALL, Direction.IN, True)),
        ("conversation", "", "", (TouchKind.CALL, None, True)),
        ("Meeting", "", "", (TouchKind.MEETING, None, True)),
        ("Meeting", "", "no", (TouchKind.MEETING, None, False)),
        ("e-mail", "both", "", (TouchKind.EMAIL, None, True)),
        ("INCOMING_EMAIL", "", "", (TouchKind.EMAIL, Direction.IN, False)),
        ("WhatsApp", "sent", "", (TouchKind.MESSAGE, Direction.OUT, False)),
        ("", "", "", (TouchKind.NOTE, None, False)),
    ],
)
def test_the_usual_words_say_what_it_was(kind, direction, two_way, expected):
    (touch,) = planned(f"key,happened_on,kind,direction,two_way\nA1,2026-10-01,{kind},{direction},{two_way}\n").touches
    assert (touch.kind, touch.direction, touch.two_way) == expected


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (",,,2026-10-01,call,", "email", "whose"),
        ("nobody@x.y,,,2026-10-01,call,", "email", "no lead"),
        (",Jo Penrose,,2026-10-01,call,", "name", "2 leads"),
        ("anna@berg.example,,,,call,", "happened_on", "when"),
        ("anna@berg.example,,,31.02.2026,call,", "happened_on", "no 31 February"),
        ("anna@berg.example,,,2027-01-01,call,", "happened_on", "still to come"),
        ("anna@berg.example,,,2026-10-01,carrier pigeon,", "kind", "no kind"),
        ("anna@berg.example,,,2026-10-01,call,perhaps", "two_way", "neither yes nor no"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(row, column, reason):
    found = planned(f"email,name,company,happened_on,kind,two_way\n{row}\n")
    assert (found.rows, found.skipped, found.touches) == (1, 1, ())
    assert found.problems[0].column == column
    assert reason in found.problems[0].reason


def test_whose_it_is_goes_by_key_then_address_then_number_then_name():
    text = (
        "key,email,phone,name,company,happened_on\nA1,bo@tal.example,,,,2026-10-01\nzz;A1,,,,,2026-10-02\n"
        ",,+49 (731) 555-0101,,,2026-10-03\n,,,Jo Penrose,Other,2026-10-04\n,BO@TAL.example,,,,2026-10-05\n"
    )
    assert [touch.lead_id for touch in planned(text).touches] == [1, 1, 1, 4, 2]


def test_the_activities_of_hubspot_go_by_the_contact_and_never_by_their_own_id():
    found = planned(
        "Record ID,Activity type,Activity date,Call notes,Call outcome,Call direction,Associated Contact\n"
        "A1,Call,2026-10-01 09:14,About the site,Connected,Outbound,Bo Tal (bo@tal.example)\n"
        "A1,Meeting,2026-10-02 10:00,,Completed,,Nobody (no@x.y)\n"
        "3,Call,2026-10-03 10:00,,Left voicemail,Inbound,New Name (no@x.y);Anna (anna@berg.example)\n"
    )
    assert [(touch.lead_id, touch.two_way, touch.direction) for touch in found.touches] == [
        (2, True, Direction.OUT), (1, False, Direction.IN),
    ]  # fmt: skip
    assert [(issue.row, issue.column) for issue in found.problems] == [(2, "Associated Contact")]


def test_other_columns_become_part_of_the_note_where_asked():
    text = "email,happened_on,kind,note,Length,Room\nanna@berg.example,2026-10-01,call,We talked,12 min,\n"
    assert "Length, Room" in planned(text).notes[0]
    (touch,) = planned(text, maps=(("Length", "note"), ("Room", "note"))).touches
    assert touch.note == "We talked\nLength: 12 min"


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("<p>On <b>price</b>:<br>ok &amp; good</p><ul><li>one</li><li>two</li></ul>", "On price:\nok & good\none\ntwo"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("see <anna@berg.example>", "see <anna@berg.example>"),
    ],
)
def test_a_note_that_a_program_kept_as_a_web_page_is_plain_words(cell, note):
    (touch,) = planned(f"email,happened_on,kind,note\nanna@berg.example,2026-10-01,call,{cell}\n").touches
    assert touch.note == note


def test_a_german_list_of_what_happened_is_known():
    (touch,) = planned(
        "Datum;Art;Kontakt;Notiz;Richtung\n13.10.2026;Anruf;Anna Berg;über den Preis;ausgehend\n"
    ).touches
    assert (touch.lead_id, touch.kind, touch.direction, touch.note) == (
        1, TouchKind.CALL, Direction.OUT, "über den Preis",
    )  # fmt: skip


def test_what_is_here_or_was_in_the_file_before_is_not_brought_in_again():
    text = "key,happened_on,kind,note\nA1,2026-10-01,call,We  talked\nA1,2026-10-01,call,We talked\n"
    found = planned(text)
    assert (len(found.touches), found.unchanged) == (1, 1)
    again = planned(text, frozenset(touch.mark for touch in found.touches))
    assert (len(again.touches), again.unchanged, again.rows) == (0, 2, 2)


def test_words_are_translated_and_every_row_given_a_value():
    text = "email,happened_on,kind\nanna@berg.example,01/10/2026,pigeon\n"
    options = read_options([], None, ["two_way=yes"], ["kind:pigeon=message"], "dmy", fields=TOUCH_FIELDS_BY_NAME)
    (touch,) = plan_touches(read_csv(text.encode()), options, LEADS, frozenset(), TODAY).touches
    assert (touch.kind, touch.two_way, touch.on) == (TouchKind.MESSAGE, True, date(2026, 10, 1))


def test_a_file_that_does_not_say_whose_or_when_is_refused():
    with pytest.raises(KnownProblem, match="whose"):
        planned("happened_on,kind\n2026-10-01,call\n")
    with pytest.raises(KnownProblem, match="when"):
        planned("email,kind\nanna@berg.example,call\n")
