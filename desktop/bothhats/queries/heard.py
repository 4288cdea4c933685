"""What was heard in a stretch of time: objections and questions, claims, assets; in distinct leads, not mentions."""

import sqlite3
from dataclasses import dataclass
from datetime import date

_LIVE_LEAD = "JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL"


@dataclass(frozen=True, slots=True)
class Hearing:
    """One time that something was said: who, when, in their words."""

    lead_id: int
    name: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class HeardPhrase:
    """An objection or question of a period: `people` distinct leads, `before` those of the earlier period."""

    id: int
    kind: str
    text: str
    people: int
    before: int
    answers: tuple[str, ...]
    hearings: tuple[Hearing, ...]

    @property
    def change(self) -> str:
        """The change in counts: "new", "same", "+2"."""
        if not self.before:
            return "new"
        return "same" if self.people == self.before else f"{self.people - self.before:+d}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class HeardClaim:
    """A claim and with how many people of a period it landed, was doubted, was not wanted, never came up."""

    id: int
    text: str
    said_in: tuple[str, ...]
    landed: int
    doubted: int
    not_wanted: int
    never: int
    who: tuple[tuple[str, str, date], ...]


@dataclass(frozen=True, slots=True)
class UsedAsset:
    """An asset and its use: distinct leads of a period, and how often it helped of the times it was marked."""

    id: int
    kind: str
    title: str
    status: str
    people: int
    helped: int
    marked: int


def heard_phrases(
    connection: sqlite3.Connection, start: date, end: date, before_start: date, before_end: date
) -> list[HeardPhrase]:
    """What was heard from `start` to `end`, most people first, against an earlier period."""
    now, before = (_people(connection, *days) for days in ((start, end), (before_start, before_end)))
    found = [
        HeardPhrase(
            row[0], row[1], row[2], now[row[0]], before.get(row[0], 0),
            _answers(connection, row[0]), _hearings(connection, row[0], start, end),
        )
        for row in connection.execute("SELECT id, kind, text FROM objection ORDER BY id").fetchall()
        if row[0] in now
    ]  # fmt: skip
    return sorted(found, key=lambda phrase: (-phrase.people, phrase.id))


def people_heard(connection: sqlite3.Connection, objection_id: int, start: date, end: date) -> int:
    """From how many leads it was heard."""
    return _people(connection, start, end).get(objection_id, 0)


def heard_claims(connection: sqlite3.Connection, start: date, end: date, talked: int) -> list[HeardClaim]:
    """Each claim made in the period; `talked` is how many leads there was a conversation with."""
    days = (start.isoformat(), end.isoformat())
    found = []
    for claim_id, text in connection.execute(
        "SELECT id, text FROM claim WHERE since <= ? AND coalesce(retired_on, '9999') > ? ORDER BY id",
        (days[1], days[0]),
    ).fetchall():
        rows = connection.execute(
            f"SELECT display_name, verdict, heard_on, lead_id FROM claim_heard {_LIVE_LEAD}"
            " WHERE claim_id = ? AND heard_on BETWEEN ? AND ? ORDER BY heard_on, claim_heard.id",
            (claim_id, *days),
        ).fetchall()
        landed, doubted, not_wanted = (
            len({row[3] for row in rows if row[1] == verdict}) for verdict in ("landed", "doubted", "not_wanted")
        )
        came_up = len({row[3] for row in rows})
        who = tuple((row[0], row[1], date.fromisoformat(row[2])) for row in rows)
        said = _said_in(connection, claim_id)
        never = max(talked - came_up, 0)
        found.append(HeardClaim(claim_id, text, said, landed, doubted, not_wanted, never, who))
    return sorted(found, key=lambda claim: (-claim.landed, -claim.doubted, -claim.not_wanted, claim.id))


def used_assets(connection: sqlite3.Connection, start: date, end: date) -> list[UsedAsset]:
    """Every asset that is not retired, the most used first, never sent ones last."""
    rows = connection.execute(
        "SELECT a.id, a.kind, a.title, a.status, count(DISTINCT u.lead_id), coalesce(sum(u.helped), 0), count(u.helped)"
        " FROM asset a LEFT JOIN (SELECT asset_use.* FROM asset_use JOIN lead ON lead.id = lead_id"
        " AND lead.binned_at IS NULL WHERE used_on BETWEEN ? AND ?) u ON u.asset_id = a.id"
        " WHERE a.status <> 'retired' GROUP BY a.id ORDER BY count(DISTINCT u.lead_id) DESC, a.id",
        (start.isoformat(), end.isoformat()),
    ).fetchall()
    return [UsedAsset(*row) for row in rows]


def talked_with(connection: sqlite3.Connection, start: date, end: date) -> int:
    """With how many leads there was a two-way touch."""
    row = connection.execute(
        f"SELECT count(DISTINCT lead_id) FROM touch {_LIVE_LEAD} WHERE two_way AND happened_on BETWEEN ? AND ?",
        (start.isoformat(), end.isoformat()),
    ).fetchone()
    return int(row[0])


def _people(connection: sqlite3.Connection, start: date, end: date) -> dict[int, int]:
    rows = connection.execute(
        f"SELECT objection_id, count(DISTINCT lead_id) FROM hearing {_LIVE_LEAD}"
        " WHERE heard_on BETWEEN ? AND ? GROUP BY objection_id",
        (start.isoformat(), end.isoformat()),
    )
    return dict(rows.fetchall())


def _answers(connection: sqlite3.Connection, objection_id: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT title FROM asset JOIN asset_answer ON asset_id = asset.id WHERE objection_id = ? AND status = 'live'"
        " ORDER BY asset.id",
        (objection_id,),
    )
    return tuple(row[0] for row in rows.fetchall())


def _hearings(connection: sqlite3.Connection, objection_id: int, start: date, end: date) -> tuple[Hearing, ...]:
    rows = connection.execute(
        f"SELECT lead_id, display_name, heard_on, words FROM hearing {_LIVE_LEAD}"
        " WHERE objection_id = ? AND heard_on BETWEEN ? AND ? ORDER BY heard_on DESC, hearing.id DESC",
        (objection_id, start.isoformat(), end.isoformat()),
    ).fetchall()
    return tuple(Hearing(row[0], row[1], date.fromisoformat(row[2]), row[3]) for row in rows)


def _said_in(connection: sqlite3.Connection, claim_id: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT name FROM campaign JOIN campaign_claim ON campaign_id = campaign.id WHERE claim_id = ?", (claim_id,)
    )
    return tuple(row[0] for row in rows.fetchall())
