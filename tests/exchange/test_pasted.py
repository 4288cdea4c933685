"""What is pasted or dropped: vCards as devices write them, emails, signatures; nothing of it ever errs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bothhats.exchange.mail_reader import read_mail
from bothhats.exchange.pasted import cards_apart, read_pasted
from bothhats.exchange.vcard_reader import Card, read_cards
from real_data import shared_data

CARD_4 = """BEGIN:VCARD\r
VERSION:4.0\r
FN:Jo Penrose\\, PhD\r
N:Penrose;Jo;;Dr.;\r
ORG:Penrose Plants;Sales\r
TITLE:Owner\r
item1.EMAIL;TYPE=home:jo@home.example\r
EMAIL;PREF=1:mailto:jo@penrose.example\r
TEL;VALUE=uri;TYPE="voice,work":tel:+44-7700-900123\r
ADR;TYPE=work:;;1 High Street;Leeds;;LS1 1AA;UK\r
NOTE:Met at the fair\\;\r
  likes plants\\nand tea\r
URL:https\\://penrose.example\r
PHOTO:data:image/jpeg;base64,AAAA\r
END:VCARD\r
"""
CARD_2 = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Berg;=C3=84nne;;;
TEL;CELL;PREF:0171 1234567
TEL;HOME:030 1234567
NOTE;ENCODING=QUOTED-PRINTABLE:Zeile eins=0D=0A=
Zeile zwei
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg
 ABCDEF==

END:VCARD
"""
MAIL = """Return-Path: <jo@penrose.example>
Received: from mx.example (mx [192.0.2.1])
\tby mail.example; Mon, 5 Oct 2026 10:00:00 +0000
From: =?utf-8?q?J=C3=B6_Penrose?= <jo@penrose.example>
To: maren@holt.example
Subject: =?utf-8?b?RmVzdHByZWlzPw==?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Do you do a fixed price? =E2=82=AC

--b
Content-Type: text/html

<p>Do you do a fixed price?</p>
--b--
"""


def test_a_card_of_version_four():
    assert read_cards(CARD_4) == [
        Card(
            "Jo Penrose, PhD", "Penrose Plants", "Owner", ("jo@penrose.example", "jo@home.example"),
            ("+44-7700-900123",), ("https://penrose.example",), "1 High Street\nLS1 1AA Leeds\nUK",
            "Met at the fair; likes plants\nand tea", more={"Department": "Sales"},
        )
    ]  # fmt: skip


def test_a_card_of_version_two_with_quoted_printable_and_a_photo():
    (card,) = read_cards(CARD_2)
    assert (card.name, card.phones, card.notes.split()) == (
        "Änne Berg",
        ("0171 1234567", "030 1234567"),
        ["Zeile", "eins", "Zeile", "zwei"],
    )


@pytest.mark.parametrize(
    ("file", "count", "who"),
    [
        ("John_Doe_ANDROID.vcf", 6, ("Ñ Ñ Ñ Ñ", "bob@company.com", "123456")),
        ("John_Doe_GMAIL.vcf", 1, ("Mr. John Richter, James Doe Sr.", "john.doe@ibm.com", "905-555-1234")),
        ("John_Doe_IPHONE.vcf", 1, ("Mr. John Richter James Doe Sr.", "john.doe@ibm.com", "905-555-1234")),
        ("John_Doe_MS_OUTLOOK.vcf", 1, ("Mr. John Richter James Doe Sr.", "john.doe@ibm.cm", "(905) 555-1234")),
        ("rfc6350-example.vcf", 1, ("Simon Perreault", "simon.perreault@viagenie.ca", "+1-418-656-9254;ext=102")),
    ],
)
def test_cards_as_devices_write_them(file, count, who):
    cards = read_cards(shared_data("vcards", file).read_text(encoding="utf-8", errors="replace"))
    assert len(cards) == count
    assert who in [(card.name, *card.emails[:1], *card.phones[:1]) for card in cards]


def test_several_cards_are_taken_apart_and_a_line_is_left_whole():
    assert [read_pasted(text).name for text in cards_apart(CARD_4 + CARD_2)] == ["Jo Penrose, PhD", "Änne Berg"]
    assert cards_apart("Jo, Acme") == ["Jo, Acme"]
    assert read_pasted("Jo, Acme") is None


def test_a_card_becomes_a_draft_and_its_other_addresses_stay_in_the_notes():
    draft = read_pasted(CARD_4)
    assert (draft.name, draft.role, draft.email) == ("Jo Penrose, PhD", "Owner", "jo@penrose.example")
    assert draft.address == "1 High Street\nLS1 1AA Leeds\nUK"
    assert draft.notes.endswith("jo@home.example\nDepartment: Sales")


def test_an_email_becomes_its_sender_with_subject_and_words():
    draft = read_pasted(MAIL)
    assert (draft.name, draft.email) == ("Jö Penrose", "jo@penrose.example")
    assert draft.notes == "Festpreis?\n\nDo you do a fixed price? €"


def test_an_email_of_html_alone_says_what_it_shows():
    mail = read_mail(
        "From: Jo <jo@penrose.example>\nContent-Type: text/html\n\n"
        "<html><head><style>p{}</style></head><body><p>Hello<br>there</p><script>x()</script></body></html>"
    )
    assert mail.words == "Hello\nthere"


@pytest.mark.parametrize("text", ["From: nobody\n\nHi", "Subject: x\n\nFrom: jo@penrose.example", "Jo, from: Acme"])
def test_what_is_no_email_is_none(text):
    assert read_mail(text) is None


SIGNATURES = {
    "Best regards,\nJo Penrose\nOwner | Penrose Plants Ltd\nT: +44 7700 900123\njo@penrose.example\n"
    "www.penrose.example": {
        "name": "Jo Penrose", "role": "Owner", "company": "Penrose Plants Ltd", "phone": "+44 7700 900123",
        "email": "jo@penrose.example", "website": "www.penrose.example",
    },
    "--\nAnna Berg\nGeschäftsführerin\nBergbäckerei GmbH\nHauptstraße 5\n10115 Berlin\nTel.: 030 1234567\n"
    "E-Mail: a@berg.example": {
        "name": "Anna Berg", "role": "Geschäftsführerin", "company": "Bergbäckerei GmbH", "phone": "030 1234567",
        "email": "a@berg.example", "address": "Hauptstraße 5\n10115 Berlin",
    },
    "Acme Inc\n1 High Street\nLeeds LS1 1AA\nhello@acme.example": {
        "company": "Acme Inc", "email": "hello@acme.example", "address": "1 High Street\nLeeds LS1 1AA",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", SIGNATURES, ids=["English", "German", "a company alone"])
def test_a_signature_is_understood(text):
    draft = read_pasted(text)
    filled = {name: value for name in type(draft).__slots__ if (value := getattr(draft, name)) not in ("", (), None)}
    assert filled == SIGNATURES[text]


def test_several_lines_without_a_way_to_reach_anybody_are_a_line_like_any_other():
    assert read_pasted("Jo Penrose\nAcme") is None


words = st.sampled_from(
    ["BEGIN:VCARD\n", "END:VCARD\n", "FN:Jo\n", "TEL:", "From: a@b.c\n", "=\n", " ", ";", ":", "\n"]
)


@given(st.text(max_size=300) | st.lists(words | st.text(max_size=20), max_size=30).map("".join))
@example("BEGIN:VCARD\n" * 3000)
@example("BEGIN:VCARD\nFN:" + "x" * 100_000 + "\nEND:VCARD")
@example("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:=FF=\n")
@example("From: a@b.c\nContent-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!")
@example("From: a@b.c\nContent-Type: multipart/mixed\n\n")
def test_nothing_errs(text):
    read_pasted(text)
    assert cards_apart(text)


@given(st.lists(st.sampled_from(["Jo Penrose", "Penrose Plants", "jo@penrose.example", "Owner", "Hm", "020 7946 0101",
                                 "1 High Street", "b@c.example"]), min_size=2, max_size=10, unique=True))  # fmt: skip
def test_no_line_of_a_signature_is_lost(lines):
    draft = read_pasted("\n".join(lines))
    if draft is not None:
        said = "\n".join(str(getattr(draft, name)) for name in type(draft).__slots__)
        assert [line for line in lines if line not in said] == []
