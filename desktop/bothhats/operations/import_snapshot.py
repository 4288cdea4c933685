"""What an import must know of the file before it can be planned."""

import json
from collections import defaultdict
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.duplicates import Person
from bothhats.domain.lead_key import given_key
from bothhats.domain.money import currency_of
from bothhats.domain.pipeline import Outcome, Step
from bothhats.exchange.existing import Existing, StoredLead, key_text
from bothhats.exchange.planned import Ending
from bothhats.queries import lists
from bothhats.queries.lead_export import dates_now
from bothhats.queries.settings import read_settings

_TEXTS = (
    *("key", "name", "first_name", "last_name", "company", "role", "email", "phone", "website", "address"),
    *("notes", "next_step"),
)
_STEP_FIELDS = {Step.MARKETING_QUALIFIED: "qualified_on", Step.SALES_READY: "sales_ready_on"}


def existing(db: Database, key_field: str | None) -> Existing:
    """The names in use, and the leads by their key field where there is one; leads in the bin are left out."""
    connection = db.conn
    return Existing(
        stages=tuple(lists.stages(connection)),
        currency=currency_of(read_settings(connection).currency),
        sources=tuple(row[0] for row in db.execute("SELECT name FROM source ORDER BY id")),
        campaigns=tuple(row[0] for row in db.execute("SELECT name FROM campaign ORDER BY id")),
        tags=tuple(row[0] for row in db.execute("SELECT name FROM tag ORDER BY id")),
        reasons=tuple((row[0], row[1]) for row in db.execute("SELECT kind, name FROM reason ORDER BY id")),
        leads=_leads_by_key(db, key_field) if key_field else {},
        people=tuple(
            Person(*row)
            for row in db.execute("SELECT id, display_name, company, email, phone FROM lead WHERE binned_at IS NULL")
        ),
    )


def _leads_by_key(db: Database, key_field: str) -> dict[str, tuple[StoredLead, ...]]:
    now, imported, endings, tags = dates_now(db.conn), _imported_dates(db), _imported_endings(db), _tags(db)
    found: dict[str, list[StoredLead]] = defaultdict(list)
    for row in db.query(
        "SELECT lead.*, source.name AS source, campaign.name AS campaign FROM lead"
        " LEFT JOIN source ON source.id = lead.source_id LEFT JOIN campaign ON campaign.id = lead.campaign_id"
        " WHERE binned_at IS NULL ORDER BY lead.id"
    ):
        lead_id = row["id"]
        row["key"] = row["key"] or given_key(lead_id, row["recorded_at"])
        value = key_text(key_field, row[key_field])
        if value:
            dates = {**now.get(lead_id, {}), **imported.get(lead_id, {})}
            found[value].append(_stored(row, dates, endings.get(lead_id), tags.get(lead_id, ())))
    return {value: tuple(leads) for value, leads in found.items()}


def _stored(
    row: dict[str, Any], imported: dict[str, date], ending: Ending | None, tags: tuple[str, ...] | list[str]
) -> StoredLead:
    return StoredLead(
        id=row["id"],
        arrived_on=date.fromisoformat(row["arrived_on"]),
        stage_id=row["stage_id"],
        texts={name: row[name] for name in _TEXTS},
        extra=json.loads(row["extra"]),
        tags=frozenset(tags),
        source=row["source"],
        campaign=row["campaign"],
        value=row["value"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        closed_on=_date(row["closed_on"]),
        imported=imported,
        imported_ending=ending,
        parked_until=_date(row["parked_until"]),
        follow_up_on=_date(row["follow_up_on"]),
    )


def _imported_dates(db: Database) -> dict[int, dict[str, date]]:
    dates: dict[int, dict[str, date]] = defaultdict(dict)
    for lead_id, milestone, on in db.execute(
        "SELECT lead_id, milestone, max(entered_on) FROM stage_change WHERE origin = 'import' AND milestone <> 'lead'"
        " GROUP BY lead_id, milestone"
    ):
        dates[lead_id][f"{milestone}_on"] = date.fromisoformat(on)
    for lead_id, step, on in db.execute(
        "SELECT lead_id, step, max(judged_on) FROM judgement WHERE origin = 'import' GROUP BY lead_id, step"
    ):
        dates[lead_id][_STEP_FIELDS[Step(step)]] = date.fromisoformat(on)
    for lead_id, on in db.execute(
        "SELECT lead_id, max(happened_on) FROM touch WHERE origin = 'import' GROUP BY lead_id"
    ):
        dates[lead_id]["contacted_on"] = date.fromisoformat(on)
    for lead_id, until in db.execute(
        "SELECT lead_id, max(until) FROM parking WHERE origin = 'import' GROUP BY lead_id"
    ):
        dates[lead_id]["parked_until"] = date.fromisoformat(until)
    return dates


def _imported_endings(db: Database) -> dict[int, Ending]:
    rows = db.execute(
        "SELECT lead_id, outcome, happened_on, name FROM outcome_change o LEFT JOIN reason r ON r.id = o.reason_id"
        " WHERE origin = 'import' ORDER BY happened_on, o.id"
    )
    return {row[0]: Ending(Outcome(row[1]), date.fromisoformat(row[2]), row[3]) for row in rows}


def _tags(db: Database) -> dict[int, list[str]]:
    tags: dict[int, list[str]] = defaultdict(list)
    for lead_id, name in db.execute("SELECT lead_id, name FROM lead_tag JOIN tag ON tag.id = tag_id"):
        tags[lead_id].append(name)
    return tags


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
