"""Who wrote an email, and what; out of its text as it is saved or dragged from a mail program."""

import re
from dataclasses import dataclass
from email import message_from_string
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from html.parser import HTMLParser

MOST_LETTERS = 5_000
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.MULTILINE)
_FROM = re.compile(r"^From:", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mail:
    """The sender, the subject, and the words without their pictures; at most 5,000 letters."""

    name: str
    address: str
    subject: str
    words: str


def read_mail(text: str) -> Mail | None:
    """The email that a text is, or None: one begins with headers, a sender among them."""
    text = text.lstrip("\ufeff\r\n").replace("\r\n", "\n")
    head = _HEADERS.match(text)
    if head is None or not _FROM.search(head.group()):
        return None
    try:
        message = message_from_string(text, policy=default)
        name, address = parseaddr(str(message["From"]))
        subject = " ".join(str(message["Subject"] or "").split())
        words = _words(message) if isinstance(message, EmailMessage) else ""
    except (MessageError, LookupError, ValueError, AttributeError, TypeError):  # the parser's own, on broken headers
        return None
    return Mail(name, address, subject, words[:MOST_LETTERS]) if "@" in address else None


def _words(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    content = str(body.get_content())
    return _shown(content) if body.get_content_subtype() == "html" else content.strip()


class _Shown(HTMLParser):
    """Collects what a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script", "head")
        if tag in ("p", "br", "div", "tr", "li"):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script", "head") and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(" ".join(data.split()) + " ")


def _shown(page: str) -> str:
    parser = _Shown()
    parser.feed(page)
    lines = (line.strip() for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
