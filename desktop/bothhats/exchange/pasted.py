"""What was pasted or dropped becomes a draft of a lead: a vCard, an email, a signature."""

from bothhats.domain.draft_lead import DraftLead
from bothhats.exchange.mail_reader import Mail, read_mail
from bothhats.exchange.signature_reader import read_signature
from bothhats.exchange.vcard_reader import Card, read_cards

MOST_LETTERS = 1_000_000


def read_pasted(text: str) -> DraftLead | None:
    """The draft; None for a line that somebody typed."""
    text = text[:MOST_LETTERS]
    if "BEGIN:VCARD" in text.upper():
        cards = read_cards(text)
        return _of_card(cards[0]) if cards else None
    mail = read_mail(text)
    return _of_mail(mail) if mail else read_signature(text)


def cards_apart(text: str) -> list[str]:
    """The text of each vCard by itself; what is no vCard stays whole."""
    upper, apart, start = text.upper(), [], 0
    while (begin := upper.find("BEGIN:VCARD", start)) >= 0:
        end = upper.find("END:VCARD", begin)
        start = end + len("END:VCARD") if end >= 0 else len(text)
        apart.append(text[begin:start])
    return apart or [text]


def _of_card(card: Card) -> DraftLead:
    named = (f"{name}: {text}" for name, text in card.more.items())
    more = [*card.emails[1:], *card.phones[1:], *card.websites[1:], *named]
    return DraftLead(
        name=card.name,
        company=card.company if card.company != card.name else "",
        role=card.role,
        email=card.emails[0] if card.emails else "",
        phone=card.phones[0] if card.phones else "",
        website=card.websites[0] if card.websites else "",
        address=card.address,
        notes="\n".join([*filter(None, [card.notes]), *more]),
    )


def _of_mail(mail: Mail) -> DraftLead:
    return DraftLead(name=mail.name, email=mail.address, notes="\n\n".join(filter(None, (mail.subject, mail.words))))
