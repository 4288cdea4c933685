"""What a calendar shows of the file: one entry a lead with a follow-up, one an open commitment."""

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dated:
    """`id` is lasting within the file: "lead-12", "commitment-3"; `words` what is to be done, `about` the lead."""

    id: str
    on: date
    words: str
    about: str
    reach: str = ""


def dated_things(connection: sqlite3.Connection) -> list[Dated]:
    """By day; ended and binned leads have none, nor a follow-up while its lead is parked."""
    leads = connection.execute(
        "SELECT id, follow_up_on, next_step, display_name, company, phone, email FROM lead"
        " WHERE follow_up_on IS NOT NULL AND outcome IS NULL AND binned_at IS NULL"
        " AND coalesce(parked_until, '') <= follow_up_on ORDER BY follow_up_on, id"
    ).fetchall()
    commitments = connection.execute(
        "SELECT id, due_on, text, hat FROM commitment WHERE state = 'open' ORDER BY due_on, id"
    ).fetchall()
    found = [
        Dated(
            f"lead-{lead_id}",
            date.fromisoformat(on),
            what,
            ", ".join(text for text in (name, company if company != name else "") if text),
            "\n".join(text for text in (phone, email) if text),
        )
        for lead_id, on, what, name, company, phone, email in leads
    ]
    found += [
        Dated(f"commitment-{number}", date.fromisoformat(on), text, f"{hat.capitalize()} hat")
        for number, on, text, hat in commitments
    ]
    return sorted(found, key=lambda dated: dated.on)
