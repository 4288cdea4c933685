"""What the open leads may bring: their value times the chance of the stage in which they stand."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bothhats.domain.pipeline import Hat
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.scope import Ids, Scope, ids_of
from bothhats.queries.settings import read_settings
from bothhats.queries.stage_past import stages_at

PRIOR_WEIGHT = 4


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: its open leads, their value in minor units, and the wins and endings behind its chance."""

    stage_id: int
    name: str
    hat: Hat
    open: Ids
    value: int
    without_value: int
    wins: int
    ended: int
    default_chance: int

    @property
    def chance(self) -> Fraction:
        """Of a win from here: the default chance counts as four leads."""
        prior = Fraction(self.default_chance, 100)
        return (self.wins + prior * PRIOR_WEIGHT) / (self.ended + PRIOR_WEIGHT)

    @property
    def expected(self) -> int:
        """Value times chance, rounded half up."""
        exact = self.value * self.chance
        return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The stages on the board and those in which open leads stand, in their order."""

    lines: tuple[StageLine, ...]
    currency: str

    @property
    def value(self) -> int:
        """Of all open leads that have one."""
        return sum(line.value for line in self.lines)

    @property
    def expected(self) -> int:
        """The sum over the stages."""
        return sum(line.expected for line in self.lines)


def read_forecast(connection: sqlite3.Connection, scope: Scope) -> Forecast:
    """The open leads of the chosen sources and campaigns as of the day; the chances are those of the whole file."""
    everyone = read_progress(connection, scope.as_of)
    stood, ever = stages_at(connection, scope.as_of)
    open_leads = [
        lead for lead in everyone if scope.holds(lead) and lead.is_open and lead.arrived_on <= scope.as_of.isoformat()
    ]
    past = _past(everyone, ever)
    lines = []
    for stage_id, name, hat, chance, retired_on in connection.execute(
        "SELECT id, name, hat, chance, retired_on FROM stage ORDER BY position, id"
    ).fetchall():
        here = [lead for lead in open_leads if stood[lead.id] == stage_id]
        if here or retired_on is None:
            values = [lead.value for lead in here if lead.value is not None]
            wins, ended = past.get(stage_id, (0, 0))
            lines.append(
                StageLine(
                    stage_id, name, Hat(hat), ids_of(here), sum(values), len(here) - len(values), wins, ended, chance
                )
            )
    return Forecast(tuple(lines), read_settings(connection).currency)


def _past(leads: Iterable[Progress], ever: Mapping[int, set[int]]) -> dict[int, tuple[int, int]]:
    """By stage how many leads that were ever in it have ended, and how many of them are won: (wins, ended)."""
    found: dict[int, tuple[int, int]] = {}
    for lead in leads:
        if lead.is_open:
            continue
        for stage_id in ever[lead.id]:
            wins, ended = found.get(stage_id, (0, 0))
            found[stage_id] = (wins + (lead.outcome == "won"), ended + 1)
    return found
