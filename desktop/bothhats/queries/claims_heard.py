"""What marketing promises against what people said to it: landed, doubted, not wanted, never came up."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from bothhats.queries.scope import Ids, Scope, chosen_ids

VERDICTS = ("landed", "doubted", "not_wanted")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: distinct leads by verdict, those with a conversation in which it never came up, and by month."""

    claim_id: int
    text: str
    landed: Ids
    doubted: Ids
    not_wanted: Ids
    never: Ids
    by_month: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ClaimsHeard:
    """The claims made or heard in the period, the one that landed most first; `talked` had a conversation."""

    months: tuple[str, ...]
    lines: tuple[ClaimLine, ...]
    talked: Ids


def read_claims_heard(connection: sqlite3.Connection, scope: Scope) -> ClaimsHeard:
    """What was heard in the period by as-of, from leads of the chosen sources and campaigns."""
    chosen = chosen_ids(connection, scope)
    start, end = scope.period.start.isoformat(), scope.period.last.isoformat()
    talked = tuple(
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT lead_id FROM touch WHERE two_way AND happened_on BETWEEN ? AND ? ORDER BY lead_id",
            (start, end),
        ).fetchall()
        if row[0] in chosen
    )
    said = _said(connection, start, end, chosen)
    lines = [
        _line(claim_id, text, said.get(claim_id, []), talked, scope.months)
        for claim_id, text, is_made in connection.execute(
            "SELECT id, text, since <= ? AND coalesce(retired_on, '9999') > ? FROM claim ORDER BY id", (end, start)
        ).fetchall()
        if is_made or claim_id in said
    ]
    lines.sort(key=lambda line: (-len(line.landed), -len(line.not_wanted), -len(line.doubted), line.claim_id))
    return ClaimsHeard(scope.months, tuple(lines), talked)


Said = tuple[int, str, str]


def _said(connection: sqlite3.Connection, start: str, end: str, chosen: Collection[int]) -> dict[int, list[Said]]:
    """By claim who said what to it in which month."""
    said: dict[int, list[Said]] = defaultdict(list)
    for claim_id, lead_id, verdict, month in connection.execute(
        "SELECT claim_id, lead_id, verdict, substr(heard_on, 1, 7) FROM claim_heard WHERE heard_on BETWEEN ? AND ?",
        (start, end),
    ).fetchall():
        if lead_id in chosen:
            said[claim_id].append((lead_id, verdict, month))
    return said


def _line(claim_id: int, text: str, said: list[Said], talked: Ids, months: tuple[str, ...]) -> ClaimLine:
    def who(verdict: str, month: str = "") -> Ids:
        return tuple(sorted({lead for lead, found, on in said if found == verdict and month in ("", on)}))

    came_up = {lead for lead, _, _ in said}
    by_month = []
    for month in months:
        landed, doubted, not_wanted = (len(who(verdict, month)) for verdict in VERDICTS)
        by_month.append((landed, doubted, not_wanted))
    never = tuple(lead for lead in talked if lead not in came_up)
    return ClaimLine(claim_id, text, who("landed"), who("doubted"), who("not_wanted"), never, tuple(by_month))
