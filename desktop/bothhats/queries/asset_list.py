"""The assets that can be sent or shown."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AssetOffer:
    """An asset by its title; `kind` as the file keeps it (case_study, pricing …)."""

    id: int
    kind: str
    title: str
    has_text: bool = False


def assets_to_send(connection: sqlite3.Connection) -> list[AssetOffer]:
    """The live assets and those under rework, which are still out there: the most used first, then by title."""
    rows = connection.execute(
        "SELECT id, kind, title, text <> '' FROM asset WHERE status IN ('live', 'rework')"
        " ORDER BY (SELECT count(*) FROM asset_use WHERE asset_id = asset.id) DESC, title COLLATE NOCASE, id"
    ).fetchall()
    return [AssetOffer(asset_id, kind, title, bool(has_text)) for asset_id, kind, title, has_text in rows]


def asset_titles(connection: sqlite3.Connection) -> frozenset[str]:
    """What all content is called, the retired too."""
    return frozenset(row[0] for row in connection.execute("SELECT title FROM asset").fetchall())


def templates(connection: sqlite3.Connection) -> list[AssetOffer]:
    """What can be sent and has a text to copy: email templates first, then the most used."""
    offered = [asset for asset in assets_to_send(connection) if asset.has_text]
    return sorted(offered, key=lambda asset: asset.kind != "email_template")
