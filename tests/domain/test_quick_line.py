"""The quick line: what each part is taken for, and that no typed word is ever lost."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bothhats.domain.draft_lead import DraftLead, QuickLineNames
from bothhats.domain.money import DE, currency_of
from bothhats.domain.name_matching import folded
from bothhats.domain.quick_line import read_quick_line
from bothhats.domain.quick_line_words import TAG
from bothhats.domain.typed_date import find_date

SUNDAY = date(2026, 11, 22)
KNOWN = QuickLineNames(currency_of("EUR"), ("LinkedIn", "Referral", "Repeat customer"), ("Spring fair",))


def read(line: str, known: QuickLineNames = KNOWN) -> DraftLead:
    """The draft of a line typed on a Sunday."""
    return read_quick_line(line, SUNDAY, known)


def fields(draft: DraftLead) -> dict[str, object]:
    """What is filled."""
    return {
        name: value
        for name in DraftLead.__slots__
        if name != "understood" and (value := getattr(draft, name)) not in ("", (), None)
    }


LINES: dict[str, dict[str, object]] = {
    "Jane Doe, Acme, jane@acme.com, from LinkedIn, 2400, follow up next tue": {
        "name": "Jane Doe", "company": "Acme", "email": "jane@acme.com", "source": "LinkedIn", "value_text": "2400",
        "value": 240000, "next_step": "follow up", "follow_up_on": date(2026, 11, 24),
    },
    "Anna Berg, Berg Bakery #referral tom": {
        "name": "Anna Berg", "company": "Berg Bakery", "source": "Referral", "follow_up_on": date(2026, 11, 23),
    },
    "Anna Berg, Berg Bakery, anna@berg.example #vip #vip #warm": {
        "name": "Anna Berg", "company": "Berg Bakery", "email": "anna@berg.example", "tags": ("vip", "warm"),
    },
    "Jane Doe <jane@acme.com>": {"name": "Jane Doe", "email": "jane@acme.com"},
    "jane@acme.com": {"email": "jane@acme.com"},
    "Jane, call about the quote tomorrow": {
        "name": "Jane", "next_step": "call about the quote", "follow_up_on": date(2026, 11, 23),
    },
    "Jane, Acme, Call about the quote by 27 jan, likes tea": {
        "name": "Jane", "company": "Acme", "next_step": "Call about the quote", "follow_up_on": date(2027, 1, 27),
        "notes": "likes tea",
    },
    "Jane, call back": {"name": "Jane", "next_step": "call back"},
    "Jane, Acme, +49 30 1234567, acme.com, €2,400.50": {
        "name": "Jane", "company": "Acme", "phone": "+49 30 1234567", "website": "acme.com", "value_text": "€2,400.50",
        "value": 240050,
    },
    "Jane, 030/1234567, https://acme.com/a?b=c, worth 2400 €": {
        "name": "Jane", "phone": "030/1234567", "website": "https://acme.com/a?b=c", "value_text": "2400 €",
        "value": 240000,
    },
    "Jane, from spring fair": {"name": "Jane", "campaign": "Spring fair"},
    "Jane, campaign Autumn mail": {"name": "Jane", "campaign": "Autumn mail"},
    "Jane, via a friend in Ulm": {"name": "Jane", "source": "a friend in Ulm"},
    "Jane, referral, Acme": {"name": "Jane", "source": "Referral", "company": "Acme"},
    "Jane, REPEAT CUSTOMER, tom": {"name": "Jane", "source": "Repeat customer", "follow_up_on": date(2026, 11, 23)},
    "Jane, Black Friday": {"name": "Jane", "company": "Black Friday"},
    "Sun Lee, Call Center Ltd": {"name": "Sun Lee", "company": "Call Center Ltd"},
    "From Scratch, Acme": {"name": "From Scratch", "company": "Acme"},
    "Jane, Acme, a@b.de, c@d.de, 5, 6, tomorrow, next week": {
        "name": "Jane", "company": "Acme", "email": "a@b.de", "value_text": "5", "value": 500,
        "follow_up_on": date(2026, 11, 23), "notes": "c@d.de, 6, next week",
    },
    "Jane\tAcme\njane@acme.com; 2400": {
        "name": "Jane", "company": "Acme", "email": "jane@acme.com", "value_text": "2400", "value": 240000,
    },
    "Jane, Acme, Angebot schicken nächsten Dienstag": {
        "name": "Jane", "company": "Acme", "next_step": "Angebot schicken", "follow_up_on": date(2026, 11, 24),
    },
    "Jane, Acme, met at the fair on friday": {
        "name": "Jane", "company": "Acme", "next_step": "met at the fair", "follow_up_on": date(2026, 11, 27),
    },
    "Jane, Berg Bakery tom, next week Ltd tom": {
        "name": "Jane", "company": "Berg Bakery", "follow_up_on": date(2026, 11, 23), "notes": "next week Ltd tom",
    },
    "Jane, tomorrow, next week Ltd": {
        "name": "Jane", "company": "next week Ltd", "follow_up_on": date(2026, 11, 23),
    },
    "Jane, Acme, 2026-12-01": {"name": "Jane", "company": "Acme", "follow_up_on": date(2026, 12, 1)},
    "": {},
    " , ,, ": {},
}  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=lambda line: line or "(blank)")
def test_a_line_is_understood(line: str) -> None:
    assert fields(read(line)) == LINES[line]


def test_amounts_follow_the_owners_marks() -> None:
    german = QuickLineNames(currency_of("EUR"), marks=DE)
    assert read("Jane, 2.400", german).value == 240000
    assert read("Jane, 2.400,50", german).value == 240050
    assert read("Jane, Acme, 2.400").notes == "2.400"


def test_the_places_of_what_was_understood_are_told() -> None:
    line = "Jane Doe, Acme, from LinkedIn, call tom"
    spans = [(span.field, line[span.start : span.end]) for span in read(line).understood]
    assert spans == [
        ("name", "Jane Doe"),
        ("company", "Acme"),
        ("source", "from LinkedIn"),
        ("next_step", "call tom"),
        ("follow_up_on", "call tom"),
    ]


PIECES = [
    "Jane", "Acme", "jane@acme.com", "b@c.de", "from LinkedIn", "via", "2400", "2,400", "€5", "#vip", "#referral",
    "tom", "next tue", "call tom", "follow up", "www.a.de,", "http://x", "+49 30 123456", "campaign", "worth", ",", ";",
    "\n", "Black Friday", "@", "#", "<", ">", "by 27 jan",
]  # fmt: skip
KEYWORDS = {
    "from", "via", "source", "through", "campaign", "worth", "value", "budget", "tel", "phone", "mobile", "mailto",
    "by", "on",
}  # fmt: skip
pieces = st.sampled_from(PIECES)
lines = st.text(max_size=60) | st.lists(pieces, max_size=12).map(" ".join) | st.lists(pieces, max_size=8).map(",".join)


def words_of(text: str) -> set[str]:
    """The words of a text, however written."""
    return set(re.findall(r"\w+", folded(text)))


@given(lines)
@example("www.a.de, b")
@example("Jane, from x, y")
def test_nothing_that_was_typed_is_lost(line: str) -> None:
    draft = read(line)
    kept = words_of(" ".join([*(str(text) for text in fields(draft).values()), *draft.tags])) | KEYWORDS
    for span in draft.understood:
        part = TAG.sub(lambda match: " " * len(match.group()), line[span.start : span.end])
        found = find_date(" ".join(part.split()), SUNDAY) if span.field == "follow_up_on" else None
        kept |= words_of(" ".join(part.split())[found.start : found.end]) if found else set()
    assert words_of(line) - kept == set()


@given(lines)
def test_every_character_has_its_place(line: str) -> None:
    covered: set[int] = set()
    for span in read(line).understood:
        covered |= set(range(span.start, span.end))
    left = [char for place, char in enumerate(line) if place not in covered and char not in ",;"]
    assert not "".join(left).strip()
