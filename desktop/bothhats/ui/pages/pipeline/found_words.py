"""Where a search found a lead, in words: "in a note of 4 Sep"."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bothhats.domain.wording import short_date
from bothhats.queries.lead_found import Found

_PLACES = {
    "name": QT_TRANSLATE_NOOP("Found", "in the name"),
    "role": QT_TRANSLATE_NOOP("Found", "in the role"),
    "email_address": QT_TRANSLATE_NOOP("Found", "in the email address"),
    "phone": QT_TRANSLATE_NOOP("Found", "in the phone number"),
    "website": QT_TRANSLATE_NOOP("Found", "in the website"),
    "address": QT_TRANSLATE_NOOP("Found", "in the address"),
    "next_step": QT_TRANSLATE_NOOP("Found", "in the next step"),
    "tag": QT_TRANSLATE_NOOP("Found", "in a tag"),
    "notes": QT_TRANSLATE_NOOP("Found", "in the notes"),
    "extra": QT_TRANSLATE_NOOP("Found", "in another field"),
    "key": QT_TRANSLATE_NOOP("Found", "in the key"),
    "heard": QT_TRANSLATE_NOOP("Found", "in what was heard"),
    "outcome": QT_TRANSLATE_NOOP("Found", "in the words at the end"),
    "parking": QT_TRANSLATE_NOOP("Found", "in the parking"),
    "judgement": QT_TRANSLATE_NOOP("Found", "in the judgement"),
    "call": QT_TRANSLATE_NOOP("Found", "in a call"),
    "meeting": QT_TRANSLATE_NOOP("Found", "in a meeting"),
    "email": QT_TRANSLATE_NOOP("Found", "in an email"),
    "message": QT_TRANSLATE_NOOP("Found", "in a message"),
    "note": QT_TRANSLATE_NOOP("Found", "in a note"),
}


def place_words(found: Found, today: date) -> str:
    """ "in a note of 4 Sep"."""
    where = _tr(str(_PLACES[found.kind]))
    if not found.on:
        return where
    words = _tr("heard on {day}") if found.kind == "heard" else _tr("{where} of {day}")
    return words.format(where=where, day=short_date(found.on, today))


def found_words(found: Found, today: date) -> str:
    """ "in a note of 4 Sep: asked again about the till"."""
    return f"{place_words(found, today)}: {found.part}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Found", text)
