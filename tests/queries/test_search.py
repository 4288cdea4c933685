"""The search: words from any field find the lead, it says where, and no text is an error."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import Judging, NextStep
from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.search_text import digit_runs, is_in_phone, phone_tails, search_words, word_places
from bothhats.queries.lead_found import Found, found_in, hidden_words
from bothhats.queries.lead_list import lead_ids
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, talked

DAY = date(2026, 9, 4)
FIELDS = {
    "name": "Nameword",
    "company": "Companyword",
    "role": "Roleword",
    "email": "mail@mailword.example",
    "phone": "+44 7700 900123",
    "website": "https://siteword.example",
    "address": "12 Addressword Lane",
    "notes": "a noteword here",
}


def found(workspace: Workspace, text: str) -> list[int]:
    """The leads that a search finds."""
    return lead_ids(workspace.reader, LeadFilter(view=View.ALL, text=text), TODAY)


def where(workspace: Workspace, lead_id: int, text: str) -> Found | None:
    """Where a search finds a lead of which the name alone is shown."""
    name = workspace.reader.execute("SELECT display_name FROM lead WHERE id = ?", (lead_id,)).fetchone()[0]
    return found_in(workspace.reader, {lead_id: hidden_words(text, name)}).get(lead_id)


@pytest.fixture
def full(workspace: Workspace) -> int:
    """A lead with a word of its own in every place where words can stand; another one has none of them."""
    a_lead(workspace, "Somebody Else", company="Elsewhere", notes="nothing of note")
    lead_id = a_lead(workspace, arrived_on=DAY, tags=("tagword",), **FIELDS)
    workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET, note="judgeword"), DAY)
    talked(workspace, lead_id, DAY, note="the touchword was said", heard="objectionword", words="prospectword")
    workspace.leads.park([lead_id], date(2026, 9, 20), DAY, "timing", "parkword")
    closed(workspace, lead_id, Outcome.LOST, date(2026, 9, 30), words="endword")
    workspace.leads.reopen([lead_id], date(2026, 10, 1))
    workspace.follow_ups.set([lead_id], NextStep(TODAY, "stepword"), TODAY)
    with workspace.journal.step("import"):
        workspace.journal.connection.execute(
            "UPDATE lead SET extra = json_object('Branch', 'extraword'), key = 'keyword1' WHERE id = ?", (lead_id,)
        )
    return lead_id


@pytest.mark.parametrize(
    ("text", "kind", "on"),
    [
        ("nameword", None, None),
        ("companyw", None, None),
        ("ROLEWORD", "role", None),
        ("mailword", "email_address", None),
        ("900123", "phone", None),
        ("07700 900", "phone", None),
        ("siteword", "website", None),
        ("addressword 12", "address", None),
        ("noteword", "notes", None),
        ("tagword", "tag", None),
        ("judgeword", "judgement", DAY),
        ("touchword", "call", DAY),
        ("objectionword", "heard", DAY),
        ("prospectw", "heard", DAY),
        ("parkword", "parking", DAY),
        ("endword", "outcome", date(2026, 9, 30)),
        ("stepword", "next_step", None),
        ("extraword", "extra", None),
        ("keyword1", "key", None),
        ("touchword nameword extraword", "extra", None),
    ],
)
def test_a_word_of_any_field_finds_the_lead_and_says_where(
    workspace: Workspace, full: int, text: str, kind: str | None, on: date | None
) -> None:
    assert found(workspace, text) == [full]
    place = where(workspace, full, text)
    if kind:
        assert place is not None
        assert (place.kind, place.on) == (kind, on)


def test_it_says_where_most_of_the_words_stand_and_the_newest_touch_among_equals(workspace: Workspace) -> None:
    anna = a_lead(workspace, "Anna", notes="the roof")
    talked(workspace, anna, date(2026, 9, 1), note="the roof and the till")
    talked(workspace, anna, DAY, note="a till for the roof")

    assert where(workspace, anna, "anna roof") == Found("notes", None, "the roof")
    assert where(workspace, anna, "roof till anna") == Found("call", DAY, "a till for the roof")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Bäckerei Groß", "BACKEREI GROSS"),
        ("Bäckerei Gross", "groß"),
        ("Søren Kjær", "soren kjaer"),
        ("Soren Kjaer", "sørén kjær"),
        ("Łódź Śnieg", "lodz snieg"),
        ("Işıl Yıldız", "isil yildiz"),
        ("ISIL", "ışıl"),
        ("Ὀδυσσεύς", "οδυσσευς"),
        ("Елёна", "елена"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),
        ("한국어", "한국"),
        ("東京", "東"),
    ],
)
def test_letters_are_forgiven_on_both_sides(workspace: Workspace, written: str, typed: str) -> None:
    lead_id = a_lead(workspace, "Somebody", company=written)
    a_lead(workspace, "Nobody")
    assert found(workspace, typed) == [lead_id]


def test_a_renamed_tag_is_found_by_its_new_name_and_undone_by_its_old_one(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, tags=("studio",))
    with workspace.journal.step("Tag renamed"):
        workspace.journal.connection.execute("UPDATE tag SET name = 'atelier'")
    assert (found(workspace, "studio"), found(workspace, "atelier")) == ([], [lead_id])
    workspace.journal.undo()
    assert (found(workspace, "studio"), found(workspace, "atelier")) == ([lead_id], [])
    workspace.leads.tag([lead_id], [], ["studio"])
    assert found(workspace, "studio") == []


def test_a_file_that_an_earlier_version_indexed_is_indexed_anew(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, "Groß")
    connection = workspace.journal.connection
    connection.execute("DELETE FROM app_state WHERE name = 'search_form'")
    connection.execute("UPDATE lead_search SET who = 'Groß'")
    assert found(workspace, "gross") == []
    workspace.close()
    again = Workspace(workspace.path)
    again.journal.undo_label  # noqa: B018
    assert found(again, "gross") == [lead_id]
    again.close()


SIGNS = (
    "\" ' * ( ) NEAR AND OR NOT who: - ^ { + \\ % _ \x00"
    " 🎩 👩‍💻 \u202e \u200f مرحبا שלום \ud800 ٣ ² ﬃ \ufeff ß \u0301 07700 anna"
)
HOSTILE = st.text(max_size=60) | st.lists(st.sampled_from(SIGNS.split(" ")), max_size=12).map(" ".join)


@given(HOSTILE)
@example('"' * 10_000)
@example("a" * 10_000)
@example("NEAR(" * 2_000)
@example("7" * 10_000)
@example("1 " * 5_000)
@example("é" * 10_000)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_text_whatever_is_an_error(workspace: Workspace, text: str) -> None:
    if not found(workspace, ""):
        a_lead(workspace, phone="+44 7700 900123")
    ids = found(workspace, text)
    assert len(ids) <= 1
    found_in(workspace.reader, {lead_id: hidden_words(text) for lead_id in ids})


WORDS = st.sampled_from(
    ["Anna", "annab", "Groß", "gross", "Ørn", "o", "07700", "900", "123", "7700900123", "x-y", "ﬁ", "é e\u0301"]
)
TEXTS = st.lists(WORDS, max_size=3).map(" ".join)


@example([{"name": "", "phone": "", "notes": "7700900123"}], "07700")
@given(st.lists(st.fixed_dictionaries({"name": TEXTS, "phone": TEXTS, "notes": TEXTS}), max_size=5), TEXTS)
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_index_finds_what_reading_every_text_finds(workspace: Workspace, leads, typed: str) -> None:
    workspace.leads.bin(found(workspace, ""))
    ids = {a_lead(workspace, company="Z", **each): each for each in leads}

    def has(lead: dict[str, str], run: list[str]) -> bool:
        texts = [*lead.values(), "Z", phone_tails(lead["phone"])]
        words = all(any(word_places(text, [word]) for text in texts) for word in run)
        return words or is_in_phone(lead["phone"], run)

    expected = [i for i, lead in ids.items() if all(has(lead, run) for run in digit_runs(search_words(typed)))]
    assert sorted(found(workspace, typed)) == sorted(expected)
