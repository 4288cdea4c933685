"""Links for calling and writing to a lead, built by us from one checked number or address, never opened as found."""

import re

_PHONE = re.compile(r"\+?[0-9][0-9 ()./\u00a0\u2009-]*")
_EXTENSION = re.compile(r"\s*(?:ext\.?|x|#)\s*[0-9]+\s*$", re.IGNORECASE)
_MAILBOX = re.compile(r"[A-Za-z0-9_+~][A-Za-z0-9._+'~-]*")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def tel_link(phone: str) -> str | None:
    """`tel:` with the digits of a written number; None for what is no number. An extension is dialled by hand."""
    text = _EXTENSION.sub("", phone.strip())
    if text.startswith("(+"):
        text = text[1:].replace(")", "", 1)
    text = text.removeprefix("(")
    if not _PHONE.fullmatch(text):
        return None
    if text.startswith("+"):
        text = text.replace("(0)", "")
    digits = "".join(char for char in text if char.isdecimal())
    return f"tel:{'+' if text.startswith('+') else ''}{digits}" if 3 <= len(digits) <= 15 else None


def mail_link(email: str) -> str | None:
    """`mailto:` with one address and nothing else; None for what is no plain address. Foreign domains as punycode."""
    mailbox, at, domain = email.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii") if domain else ""
    except UnicodeError:
        return None
    if not at or not _MAILBOX.fullmatch(mailbox) or not _DOMAIN.fullmatch(ascii_domain):
        return None
    return f"mailto:{mailbox}@{ascii_domain}"
