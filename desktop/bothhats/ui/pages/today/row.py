"""One line of a column on Today, ready to be painted and read out; it knows no lead."""

from dataclasses import dataclass
from datetime import date

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """`key` says what it is and of what: ("lead", 7), ("head", 0) …; `sentence` is for screen readers.

    `end` stands at the right of the first line, `end_below` under it; `acts` shows the four icons of a lead;
    `reached` is call or email where one was begun and is not logged yet.
    """

    key: Key
    title: str
    beside: str = ""
    what: str = ""
    end: str = ""
    end_below: str = ""
    sentence: str = ""
    button: str = ""
    name: str = ""
    on: date | None = None
    is_late: bool = False
    is_quiet: bool = False
    has_ring: bool = False
    is_done: bool = False
    acts: bool = False
    is_note_below: bool = False
    reached: str = ""

    @property
    def kind(self) -> str:
        """What it is: head, lead, commitment, done, phrase, judge, campaign, more."""
        return self.key[0]

    @property
    def is_head(self) -> bool:
        """Whether it is the head of a section, which cannot be chosen."""
        return self.kind == "head"


def ready(rows: list[Row]) -> list[Row]:
    """Without the heads under which nothing stands."""
    return [
        row
        for number, row in enumerate(rows)
        if not row.is_head or (number + 1 < len(rows) and not rows[number + 1].is_head)
    ]
