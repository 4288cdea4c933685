"""What erasing a person takes out of the file, counted before it is done."""

import sqlite3
from dataclasses import dataclass


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
        " (SELECT count(*) FROM judgement WHERE lead_id = lead.id),"
        " (SELECT count(*) FROM (SELECT letter FROM review UNION ALL SELECT letter FROM review_version)"
        "  WHERE instr(letter, '{lead:' || lead.id || '}') OR length(display_name) > 2 AND instr(letter, display_name))"
        " FROM lead WHERE id = ?",
        (lead_id,),
    ).fetchone()
    return Takes(*row) if row else None
