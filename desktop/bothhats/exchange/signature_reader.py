"""A pasted signature or address block: who, where, how to reach them; what is not understood stays in the notes."""

import re
from dataclasses import replace
from typing import Any

from bothhats.domain import quick_line_words as words
from bothhats.domain.draft_lead import DraftLead

_MOST_LINES = 60
_BETWEEN = re.compile(r"\s*[|•·]\s*|\t+")
_GREETINGS = re.compile(
    r"(?:--\s*|(?:best|kind|warm|many)\s+(?:regards|wishes|thanks)|regards|cheers|thanks(?: a lot)?|sincerely"
    r"|(?:viele|beste|liebe|herzliche|mit freundlichen)\s+gr(?:ü|ue)(?:ß|ss)en?|lg|mfg|vg)[,.!]?",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:gmbh|ag|kg|ohg|e\.\s?k\.|ug|ltd|limited|llp|llc|inc|corp|co|plc|s\.?a\.?r?\.?l?|bv|group|studio|agency"
    r"|agentur|company|consulting|partners?|werkstatt|bäckerei|verlag)\b\.?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:owner|founder|co-founder|ceo|cto|cfo|coo|director|manager|head|lead|partner|consultant|engineer|designer"
    r"|assistant|president|inhaber(?:in)?|geschäftsführer(?:in)?|gründer(?:in)?|leiter(?:in)?|berater(?:in)?|sales"
    r"|marketing|vertrieb)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r".*\d.*\b(?:street|st|road|rd|lane|avenue|ave|straße|str|weg|platz|allee)\b.*"
                      r"|.*(?:straße|str\.|weg|platz|allee)\s*\d+.*|(?:[A-Z]{1,2}-)?\d{5}\s+\D.*"
                      r"|.*\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b.*", re.IGNORECASE)  # fmt: skip
_LABEL = re.compile(r"^(?:t|tel|phone|m|mob|mobil|mobile|f|fax|e|e-?mail|mail|w|web|www|url)[.:]*\s+", re.IGNORECASE)


def read_signature(text: str) -> DraftLead | None:
    """The draft of several lines with a way to reach somebody; None for anything else."""
    lines = [piece.strip(" ,;") for line in text.splitlines() for piece in _BETWEEN.split(line)]
    lines = [line for line in lines if line]
    if not 2 <= len(lines) <= _MOST_LINES:
        return None
    found: dict[str, Any] = {}
    rest: list[str] = []
    address: list[str] = []
    notes: list[str] = []
    for line in lines:
        if _GREETINGS.fullmatch(line):
            continue
        if _reach(line, found):
            continue
        (address if _ADDRESS.fullmatch(line) else rest).append(line)
    if not found.keys() & {"email", "phone", "website"}:
        return None
    for line in rest:
        kind = _kind(line, found)
        if kind:
            found[kind] = line
        else:
            notes.append(line)
    return replace(DraftLead(), address="\n".join(address), notes="\n".join(notes), **found)


def _reach(line: str, found: dict[str, str]) -> bool:
    """Take the address, the number or the site of a line; a second one of a sort goes to the notes."""
    email = words.EMAIL.search(line)
    if email and "email" not in found and len(line) - len(email.group()) <= len("E-Mail: "):
        found["email"] = email[1]
        return True
    plain = _LABEL.sub("", line)
    for name, pattern in (("website", words.URL), ("website", words.DOMAIN), ("phone", words.PHONE)):
        match = pattern.fullmatch(plain)
        is_long = name != "phone" or sum(char.isdecimal() for char in plain) >= words.LEAST_PHONE_DIGITS
        if match and is_long and name not in found:
            found[name] = match[1] if name == "phone" else match.group()
            return True
    return False


def _kind(line: str, found: dict[str, str]) -> str:
    """The first line is the name, unless it is a company's; a role and a company are known by their words."""
    if _COMPANY.search(line) and "company" not in found:
        return "company"
    if "name" not in found:
        return "name"
    if _ROLE.search(line) and "role" not in found:
        return "role"
    return "" if "company" in found else "company"
