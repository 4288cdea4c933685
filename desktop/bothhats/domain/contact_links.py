"""Links for reaching a lead, built by us from one checked number, address or site, never opened as found."""

import re
from urllib.parse import quote, urlsplit

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


def web_link(website: str) -> str | None:
    """`http` or `https` with a named host, and nothing else; None for what is no site. Without a scheme it is https."""
    text = website.strip()
    if not text or any(char.isspace() or not char.isprintable() for char in text):
        return None
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _DOMAIN.fullmatch(host):
        return None
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}{query}"
