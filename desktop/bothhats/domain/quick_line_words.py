"""The shapes and words by which a quick line tells its parts apart."""

import re

SEPARATOR = re.compile(r"[\n\r\t;]|(?<![0-9]),|,(?![0-9])")
TAG = re.compile(r"(?<!\S)#([^\s#,;]+)")
_IN_ADDRESS = r"\w.!#$%&'*+/=?^`{|}~-"
EMAIL = re.compile(rf"[<(]?(?:mailto:)?(?<![{_IN_ADDRESS}])([{_IN_ADDRESS}]++@[\w-]+(?:\.[\w-]+)+)[>)]?")
URL = re.compile(r"(?<!\S)(?:https?://|www\.)[^\s,;]+", re.IGNORECASE)
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
PHONE = re.compile(
    r"(?:(?:tel|phone|mobile|mobil|telefon)[.:]?\s*)?(\+?[0-9(][0-9 ()/.\u00a0-]{5,}[0-9])", re.IGNORECASE
)
SOURCE = re.compile(r"(?:from|via|source:?|through|von|über|quelle:?)\s+(\S.*)", re.IGNORECASE | re.DOTALL)
CAMPAIGN = re.compile(r"(?:campaign|kampagne):?\s+(\S.*)|(\S.*?)\s+(?:campaign|kampagne)", re.IGNORECASE | re.DOTALL)
VALUE = re.compile(r"(?:(?:value|worth|budget|wert):?\s+)?(\S.*)", re.IGNORECASE | re.DOTALL)

LEAST_PHONE_DIGITS = 7

# A part that begins with one of these is something to do, not a company.
DOING = frozenset((
    "ask", "book", "call", "chase", "check", "contact", "discuss", "draft", "email", "follow", "followup",
    "follow-up", "invite", "invoice", "mail", "meet", "message", "phone", "prepare", "quote", "remind",
    "ring", "schedule", "send", "show", "talk", "text", "visit", "write", "anrufen", "angebot", "fragen",
    "mailen", "nachfassen", "rückruf", "schicken", "schreiben", "senden", "treffen",
))  # fmt: skip
