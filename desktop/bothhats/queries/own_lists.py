"""The owner's lists to be kept tidy: each row with how often it stands somewhere, the retired ones too."""

import sqlite3
from dataclasses import dataclass

_REASONS = (
    "SELECT id, name, kind, (SELECT count(*) FROM {table} WHERE reason_id = reason.id), retired_on IS NOT NULL"
    " FROM reason WHERE kind = '{kind}' ORDER BY position, id"
)
_LISTS = {
    "source": "SELECT id, name, kind, (SELECT count(*) FROM lead WHERE source_id = source.id AND binned_at IS NULL),"
    " retired_on IS NOT NULL FROM source ORDER BY name COLLATE NOCASE, id",
    "tag": "SELECT id, name, '', (SELECT count(DISTINCT lead_id) FROM lead_tag JOIN lead ON lead.id = lead_id"
    " WHERE tag_id = tag.id AND binned_at IS NULL), 0 FROM tag ORDER BY name COLLATE NOCASE, id",
    "won": _REASONS.format(table="outcome_change", kind="won"),
    "lost": _REASONS.format(table="outcome_change", kind="lost"),
    "parked": _REASONS.format(table="parking", kind="parked"),
}


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row; `used` counts the leads of a source or tag, or how often a reason was given."""

    id: int
    name: str
    kind: str
    used: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class StageUse:
    """A stage's open leads, parked ones too, by its id; and the stages that were removed."""

    open_leads: dict[int, int]
    removed: tuple[tuple[int, str], ...]


def own_list(connection: sqlite3.Connection, name: str) -> list[OwnRow]:
    """One of the lists: source, tag, or the reasons for won, lost, parked."""
    rows = connection.execute(_LISTS[name]).fetchall()
    return [OwnRow(row_id, text, kind, used, bool(retired)) for row_id, text, kind, used, retired in rows]


def stage_use(connection: sqlite3.Connection) -> StageUse:
    """What stands where on the board, and what stood there."""
    held = connection.execute(
        "SELECT stage_id, count(*) FROM lead WHERE outcome IS NULL AND binned_at IS NULL GROUP BY stage_id"
    ).fetchall()
    removed = connection.execute("SELECT id, name FROM stage WHERE retired_on IS NOT NULL ORDER BY retired_on, id")
    return StageUse(dict(held), tuple(removed.fetchall()))
