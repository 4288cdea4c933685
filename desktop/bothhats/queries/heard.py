"""What was heard in a stretch of time: objections and questions, claims, assets; in distinct leads, not mentions."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
class ClaimHearing:
    """One time that a claim came up: with whom, how, when, and what was noted of that touch."""

    lead_id: int
    name: str
    verdict: str
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class HeardClaim:
    """A claim and with how many people of a period it landed, was doubted, was not wanted, never came up.

    `is_unsaid`: it came up, but nothing that marketing publishes said it then; `since` is when it began to.
    """

    id: int
    text: str
    said_in: tuple[str, ...]
    landed: int
    doubted: int
    not_wanted: int
    never: int
    who: tuple[ClaimHearing, ...]
    since: date
    is_unsaid: bool = False


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
    lead_ids: tuple[int, ...] = ()

    @property
    def is_out(self) -> bool:
        """Whether it can be sent, or was; what is only being made is not."""
        return self.people > 0 or self.status in ("live", "rework", "retired")


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


def leads_heard(connection: sqlite3.Connection, objection_id: int, start: date, end: date) -> tuple[int, ...]:
    """The leads from whom it was heard."""
    rows = connection.execute(
        f"SELECT DISTINCT lead_id FROM hearing {_LIVE_LEAD} WHERE objection_id = ? AND heard_on BETWEEN ? AND ?"
        " ORDER BY lead_id",
        (objection_id, start.isoformat(), end.isoformat()),
    )
    return tuple(row[0] for row in rows.fetchall())


def heard_claims(connection: sqlite3.Connection, start: date, end: date, talked: int) -> list[HeardClaim]:
    """Each claim made in the period, or heard in it; `talked` is how many leads there was a conversation with."""
    days = (start.isoformat(), end.isoformat())
    found = [
        _claim(connection, row, days, talked)
        for row in connection.execute(
            "SELECT id, text, since, (SELECT min(heard_on) FROM claim_heard WHERE claim_id = claim.id) FROM claim"
            " WHERE (since <= :end AND coalesce(retired_on, '9999') > :start) OR id IN"
            " (SELECT claim_id FROM claim_heard JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL"
            " WHERE heard_on BETWEEN :start AND :end) ORDER BY id",
            {"start": days[0], "end": days[1]},
        ).fetchall()
    ]
    return sorted(found, key=lambda claim: (-claim.landed, -claim.not_wanted, -claim.doubted, claim.id))


def _claim(connection: sqlite3.Connection, row: Sequence[Any], days: tuple[str, str], talked: int) -> HeardClaim:
    claim_id, text, since, first_heard = row
    who = tuple(
        ClaimHearing(each[0], each[1], each[2], date.fromisoformat(each[3]), each[4])
        for each in connection.execute(
            "SELECT claim_heard.lead_id, display_name, verdict, heard_on, coalesce(note, '') FROM claim_heard"
            " JOIN lead ON lead.id = claim_heard.lead_id AND lead.binned_at IS NULL"
            " LEFT JOIN touch ON touch.id = touch_id"
            " WHERE claim_id = ? AND heard_on BETWEEN ? AND ? ORDER BY heard_on, claim_heard.id",
            (claim_id, *days),
        ).fetchall()
    )
    landed, doubted, not_wanted = (
        len({each.lead_id for each in who if each.verdict == verdict})
        for verdict in ("landed", "doubted", "not_wanted")
    )
    never = talked - _talked_and_heard(connection, {each.lead_id for each in who}, days)
    said = _said_in(connection, claim_id)
    is_unsaid = bool(who) and not said and (since > days[1] or since == first_heard)
    return HeardClaim(
        claim_id, text, said, landed, doubted, not_wanted, max(never, 0), who, date.fromisoformat(since), is_unsaid
    )


def _talked_and_heard(connection: sqlite3.Connection, lead_ids: set[int], days: tuple[str, str]) -> int:
    """Of these leads, how many had a conversation in the period: what came up in an email alone is no conversation."""
    row = connection.execute(
        "SELECT count(DISTINCT lead_id) FROM touch WHERE two_way AND happened_on BETWEEN ? AND ?"
        " AND lead_id IN (SELECT value FROM json_each(?))",
        (*days, json.dumps(sorted(lead_ids))),
    ).fetchone()
    return int(row[0])


def used_assets(connection: sqlite3.Connection, start: date, end: date, also: Iterable[int] = ()) -> list[UsedAsset]:
    """Every asset that is not retired, and those of `also`; the most used first, never sent ones last."""
    rows = connection.execute(
        "SELECT a.id, a.kind, a.title, a.status, count(DISTINCT u.lead_id), coalesce(sum(u.helped), 0),"
        " count(u.helped), coalesce(group_concat(DISTINCT u.lead_id), '')"
        " FROM asset a LEFT JOIN (SELECT asset_use.* FROM asset_use JOIN lead ON lead.id = lead_id"
        " AND lead.binned_at IS NULL WHERE used_on BETWEEN ? AND ?) u ON u.asset_id = a.id"
        " WHERE a.status <> 'retired' OR a.id IN (SELECT value FROM json_each(?))"
        " GROUP BY a.id ORDER BY count(DISTINCT u.lead_id) DESC, a.id",
        (start.isoformat(), end.isoformat(), json.dumps(list(also))),
    ).fetchall()
    values = ((*row[:7], tuple(int(each) for each in row[7].split(",") if each)) for row in rows)
    return [UsedAsset(*each) for each in values]


def talked_with(connection: sqlite3.Connection, start: date, end: date) -> int:
    """With how many leads there was a two-way touch."""
    row = connection.execute(
        f"SELECT count(DISTINCT lead_id) FROM touch {_LIVE_LEAD} WHERE two_way AND happened_on BETWEEN ? AND ?",
        (start.isoformat(), end.isoformat()),
    ).fetchone()
    return int(row[0])


def people_talked_with(connection: sqlite3.Connection, start: date, end: date) -> list[tuple[int, str]]:
    """The leads with a two-way touch, by name: id and name."""
    return connection.execute(
        f"SELECT DISTINCT lead_id, display_name FROM touch {_LIVE_LEAD} WHERE two_way AND happened_on BETWEEN ? AND ?"
        " ORDER BY display_name COLLATE NOCASE, lead_id",
        (start.isoformat(), end.isoformat()),
    ).fetchall()


def last_conversation(connection: sqlite3.Connection, lead_id: int, start: date, end: date) -> int | None:
    """The newest two-way touch of a lead in a period, by its id."""
    row = connection.execute(
        "SELECT id FROM touch WHERE lead_id = ? AND two_way AND happened_on BETWEEN ? AND ?"
        " ORDER BY happened_on DESC, id DESC LIMIT 1",
        (lead_id, start.isoformat(), end.isoformat()),
    ).fetchone()
    return int(row[0]) if row else None


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
        "SELECT coalesce(source.name || ', ', '') || campaign.name FROM campaign"
        " JOIN campaign_claim ON campaign_id = campaign.id LEFT JOIN source ON source.id = source_id"
        " WHERE claim_id = :claim UNION ALL SELECT title FROM asset JOIN asset_claim ON asset_id = asset.id"
        " WHERE claim_id = :claim AND status <> 'retired'",
        {"claim": claim_id},
    )
    return tuple(row[0] for row in rows.fetchall())
