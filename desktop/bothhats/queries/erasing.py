"""What erasing a person takes out of the file, counted before it is done."""

import sqlite3
from dataclasses import dataclass

from bothhats.domain.name_matching import without_names

_NAMING = ("name", "company", "email", "phone")


@dataclass(frozen=True, slots=True)
class Takes:
    """`hearings` are objections, questions and claims; `letters` those that tell of the person."""

    name: str
    touches: int
    hearings: int
    judgements: int
    letters: int


def what_erasing_takes(connection: sqlite3.Connection, lead_id: int) -> Takes | None:
    """None where there is no such lead."""
    row = connection.execute(
        "SELECT display_name, (SELECT count(*) FROM touch WHERE lead_id = lead.id),"
        " (SELECT count(*) FROM hearing WHERE lead_id = lead.id)"
        " + (SELECT count(*) FROM claim_heard WHERE lead_id = lead.id),"
        " (SELECT count(*) FROM judgement WHERE lead_id = lead.id)"
        " FROM lead WHERE id = ?",
        (lead_id,),
    ).fetchone()
    if row is None:
        return None
    name, touches, hearings, judgements = row
    return Takes(name, touches, hearings, judgements, _letters_naming(connection, lead_id))


def names_of(connection: sqlite3.Connection, lead_id: int) -> list[str]:
    """What the lead is called and reached by, now or in the undo history, the longest first."""
    images = [row[0] for row in connection.execute(
        "SELECT value FROM journal_change, json_each(json_array(before, after))"
        " WHERE table_name = 'lead' AND row_id = ? AND value IS NOT NULL", (lead_id,)
    )]  # fmt: skip
    found = set()
    for column in _NAMING:
        found |= {row[0] for row in connection.execute(f"SELECT {column} FROM lead WHERE id = ?", (lead_id,))}
        for image in images:
            found.add(connection.execute("SELECT json_extract(?, ?)", (image, f"$.{column}")).fetchone()[0])
    found |= {row[0] for row in connection.execute("SELECT display_name FROM lead WHERE id = ?", (lead_id,))}
    return sorted((name for name in found if name and len(name) > 2), key=len, reverse=True)


def _letters_naming(connection: sqlite3.Connection, lead_id: int) -> int:
    """How many tell of the lead: by its reference, or by what erasing takes out of them."""
    names = names_of(connection, lead_id)
    letters = connection.execute("SELECT letter FROM review UNION ALL SELECT letter FROM review_version").fetchall()
    return sum(
        f"{{lead:{lead_id}}}" in letter or without_names(letter, names) != letter for (letter,) in letters if letter
    )
