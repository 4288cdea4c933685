"""vCards as the table that a CSV file gives: a row a card, further addresses and numbers in columns of theirs."""

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.table import Table
from bothhats.exchange.vcard_reader import MOST_CARDS, Card, read_cards

_FIELDS = ("key", "name", "company", "role", "email", "phone", "website", "address", "tags", "notes")
_SEVERAL = ("Email", "Phone", "Website")
_MOST = 5  # columns of one kind; what is beyond stands in the last


def read_vcards(text: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Table:
    """Raises KnownProblem where no card says anything of a person."""
    cards = read_cards(text)
    if not cards:
        raise KnownProblem("No vCard in the file says who somebody is.", "Export the contacts again as vCard or CSV.")
    if len(cards) == MOST_CARDS:
        notes = (*notes, f"Only the first {MOST_CARDS:,} cards are read.")
    widths = [min(_MOST, max(len(values) for values in kind)) for kind in zip(*map(_several, cards), strict=True)]
    header = [*_FIELDS]
    for name, width in zip(_SEVERAL, widths, strict=True):
        header += [f"{name} {number}" for number in range(2, width + 1)]
    more = tuple(dict.fromkeys(column for card in cards for column in card.more))
    rows = tuple([*_row(card, widths), *(card.more.get(column, "") for column in more)] for card in cards)
    return Table((*header, *more), rows, encoding, "", notes)


def _several(card: Card) -> tuple[tuple[str, ...], ...]:
    return card.emails, tuple(phone.replace(";ext=", " ext. ") for phone in card.phones), card.websites


def _row(card: Card, widths: list[int]) -> list[str]:
    first = [(values or ("",))[0] for values in _several(card)]
    row = [card.key, card.name, card.company, card.role, *first, card.address, ";".join(card.tags), card.notes]
    for values, width in zip(_several(card), widths, strict=True):
        rest = list(values[1:width])
        rest += [""] * (width - 1 - len(rest))
        if len(values) > width:
            rest[-1:] = [", ".join(values[width - 1 :])]
        row += rest
    return row
