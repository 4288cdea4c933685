"""Only links that we built from a checked number or address are ever opened."""

import pytest

from bothhats.domain.contact_links import mail_link, tel_link, web_link

HOSTILE = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "smb://server/share",
    "data:text/html,x",
    "vbscript:x",
    "https://user@host.example/",
    "//evil.example",
    "tel:+15551234",
    "mailto:jo@penrose.example",
    "",
    " ",
    "@",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_numbers_and_addresses_becomes_a_link(text):
    assert tel_link(text) is None
    assert mail_link(text) is None


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("020 7946 0991", "tel:02079460991"),
        ("+44 (0)20 7946-0991", "tel:+442079460991"),
        ("(020) 7946 0991", "tel:02079460991"),
        ("(+49) 30/123.456", "tel:+4930123456"),
        ("555 1234 ext. 12", "tel:5551234"),
        ("12", None),
        ("1234567890123456", None),
        ("555-CALL-NOW", None),
        ("5551234;phone-context=evil", None),
        ("*31#5551234", None),
    ],
)
def test_a_number_is_dialled_by_its_digits(written, link):
    assert tel_link(written) == link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        (" jo@penrose.example ", "mailto:jo@penrose.example"),
        ("jo.o'hara+leads@penrose.example", "mailto:jo.o'hara+leads@penrose.example"),
        ("jo@müller.example", "mailto:jo@xn--mller-kva.example"),
        ("jo@penrose.example?attach=/etc/passwd", None),
        ("jo@penrose.example&bcc=x@y.example", None),
        ("jo%0abcc:x@penrose.example", None),
        ("jo@penrose.example, bo@penrose.example", None),
        ("a@b@c.example", None),
        ("jo@localhost", None),
        ("jo@pen\u202erose.example", None),
        ("jo@.example", None),
        ("javascript:x@host.example", None),
    ],
)
def test_an_address_is_written_to_as_one_plain_address(written, link):
    assert mail_link(written) == link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("penrose.example", "https://penrose.example"),
        (" http://www.penrose.example/a b ", None),
        ("http://www.penrose.example/über?x=1#top", "http://www.penrose.example/%C3%BCber?x=1"),
        ("HTTPS://Müller.example:8443/a%20b", "https://xn--mller-kva.example:8443/a%20b"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://user:secret@penrose.example", None),
        ("https://penrose.example\\@evil.example", None),
        ("localhost", None),
        ("https://pen\u202erose.example", None),
        ("ftp://penrose.example", None),
        ("https://[::1", None),
        ("https://penrose.example:99999", None),
        ("not a site", None),
        ("", None),
    ],
)
def test_a_site_is_opened_by_scheme_and_named_host_alone(written, link):
    assert web_link(written) == link
