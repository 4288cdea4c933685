"""The usual words for what a touch was, who began it, and whether the two really talked."""

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Direction, TouchKind

CONVERSATION = "conversation"
_KINDS: dict[TouchKind, str] = {
    TouchKind.CALL: (
        "call|calls|phone|phone call|telephone|outgoing|incoming|missed|missed call|anruf|telefonat|telefongespräch"
        "|rückruf|llamada|appel|conversation|talk|gespräch"
    ),
    TouchKind.MEETING: (
        "meeting|meetings|lunch|demo|visit|appointment|video|video call|videocall|zoom|teams|google meet|coffee|event"
        "|treffen|termin|besprechung|besuch|reunión|réunion|rendez-vous"
    ),
    TouchKind.EMAIL: "email|e-mail|mail|emails|incoming_email|outgoing_email|correo|courriel",
    TouchKind.MESSAGE: (
        "message|sms|text|whatsapp|linkedin|linkedin message|chat|dm|communication|letter|brief|nachricht|mensaje"
    ),
    TouchKind.NOTE: "note|notes|comment|notiz|bemerkung|nota",
}
_KIND_OF = {folded(word): kind for kind, words in _KINDS.items() for word in words.split("|")}
_TALKED = frozenset(map(folded, ("conversation", "talk", "gespräch")))
_IN = frozenset(("in", "inbound", "incoming", "received", "incoming_email", "eingehend", "ein", "entrante", "entrant"))
_OUT = frozenset(("out", "outbound", "outgoing", "sent", "outgoing_email", "ausgehend", "aus", "saliente", "sortant"))
_BOTH = frozenset(("both", "two-way", "two way", "two_way", "in/out", "beide"))
_YES = frozenset(
    ("yes", "y", "true", "1", "x", "ja", "j", "wahr", "oui", "sí", "si", "connected", "held", "done", "completed", "✓")
)
_NO = frozenset(
    (
        *("no", "n", "false", "0", "nein", "falsch", "non", "no answer", "left voicemail", "left live message", "busy"),
        *("wrong number", "missed", "no show", "canceled", "cancelled", "scheduled", "rescheduled", "to do"),
    )
)


def kind_of(word: str) -> TouchKind | None:
    """None for a word that names no kind."""
    return _KIND_OF.get(folded(word))


def is_talk(word: str) -> bool:
    """Whether the kind itself says that they talked: a conversation; a meeting that took place."""
    return folded(word) in _TALKED or kind_of(word) is TouchKind.MEETING


def direction_of(word: str) -> Direction | None:
    """None for a word that says neither."""
    form = folded(word)
    return Direction.IN if form in _IN else Direction.OUT if form in _OUT else None


def is_both(word: str) -> bool:
    """Whether the word says that both spoke."""
    return folded(word) in _BOTH


def yes_or_no(word: str) -> bool | None:
    """None for a word that is neither."""
    form = folded(word)
    return True if form in _YES or is_both(word) else False if form in _NO else None
