"""What a commitment is to move, counted in a month: an objection, a claim, a source, or a figure of the month."""

import sqlite3
from dataclasses import dataclass

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.moved import Count, Move, leads, people
from bothhats.domain.review import METRICS
from bothhats.domain.wording import counted, number
from bothhats.queries.figures import Figures, Period
from bothhats.queries.groups import Material, by_source, in_all, read_material
from bothhats.queries.heard import heard_claims, leads_heard, people_heard, talked_with
from bothhats.queries.month_leads import ANY_SOURCE, leads_behind
from bothhats.queries.months import first_day, last_day
from bothhats.queries.settings import read_settings


@dataclass(frozen=True, slots=True)
class Tie:
    """What a commitment hangs on; nothing at all, or one of the first three, or a figure, perhaps of a source."""

    objection_id: int | None = None
    claim_id: int | None = None
    source_id: int | None = None
    metric: str = ""

    @property
    def is_loose(self) -> bool:
        """Whether it is to move nothing in particular."""
        return self == Tie()


class Moves:
    """Counts as of each month's last day; each month's leads are read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._materials: dict[str, Material] = {}

    def move(self, tie: Tie, before: str, after: str) -> Move | None:
        """From one month to another; None for a loose tie, or for what is gone."""
        named = self.name(tie)
        if named is None:
            return None
        beside = self._answered(tie.objection_id, after) if tie.objection_id else ""
        return Move(*named, self.count(tie, before), self.count(tie, after), beside)

    def name(self, tie: Tie) -> tuple[str, str] | None:
        """Its kind and its words."""
        for kind, table, row_id, column in (
            ("", "objection", tie.objection_id, "kind, text"), ("claim", "claim", tie.claim_id, "'claim', text"),
            ("source", "source", tie.source_id, "'source', name"),
        ):  # fmt: skip
            if row_id:
                row = self._connection.execute(f"SELECT {column} FROM {table} WHERE id = ?", (row_id,)).fetchone()
                if row and kind == "source" and tie.metric:
                    return "metric", f"{row[1]}, {METRICS[tie.metric]}"
                return (str(row[0]), str(row[1])) if row else None
        return ("metric", METRICS[tie.metric]) if tie.metric else None

    def count(self, tie: Tie, month: str) -> Count:
        """What it came to in a month."""
        days = (first_day(month), last_day(month))
        if tie.objection_id:
            heard = people_heard(self._connection, tie.objection_id, *days)
            return Count(month, heard, max(talked_with(self._connection, *days), heard), people(heard))
        if tie.claim_id:
            return self._claim(tie.claim_id, month)
        if tie.metric:
            return self._figure(self._figures(tie.source_id, month), tie.metric, month)
        events = self._figures(tie.source_id, month).events
        talks = counted(events.conversations, "conversation") if events.conversations else "no conversation"
        return Count(month, events.leads, 0, f"{leads(events.leads)}, {talks}")

    def leads(self, tie: Tie, month: str) -> tuple[int, ...]:
        """The very leads that `count` counts, or that its figure is made of."""
        days = (first_day(month), last_day(month))
        if tie.objection_id:
            return leads_heard(self._connection, tie.objection_id, *days)
        if tie.claim_id:
            found = next((each for each in heard_claims(self._connection, *days, 0) if each.id == tie.claim_id), None)
            landed = [each.lead_id for each in found.who if each.verdict == "landed"] if found else []
            return tuple(dict.fromkeys(landed))
        source = ANY_SOURCE if tie.source_id is None else tie.source_id
        return leads_behind(self._connection, month, tie.metric or "leads", source)

    def _claim(self, claim_id: int, month: str) -> Count:
        days = (first_day(month), last_day(month))
        found = next((each for each in heard_claims(self._connection, *days, 0) if each.id == claim_id), None)
        came_up = len({each.lead_id for each in found.who}) if found else 0
        landed = found.landed if found else 0
        return Count(month, landed, came_up, f"landed with {landed} of {came_up}" if came_up else "never came up")

    def _figures(self, source_id: int | None, month: str) -> Figures:
        if month not in self._materials:
            self._materials[month] = read_material(self._connection, last_day(month))
        period = Period(first_day(month), last_day(month), last_day(month))
        whole = in_all(self._materials[month], period)
        if source_id is None:
            return whole.figures
        none = in_all(Material((), (), 0, {}, {}), period).figures
        groups = by_source(self._materials[month], period)
        return next((group.figures for group in groups if group.id == source_id), none)

    def _figure(self, figures: Figures, metric: str, month: str) -> Count:
        if metric == "promise":
            kept = figures.follow_up
            return Count(month, kept.k, kept.n, f"{kept.k} of {kept.n}" if kept.n else "no leads")
        if metric == "revenue":
            amount = figures.revenue.amount
            currency = currency_of(read_settings(self._connection).currency)
            return Count(month, amount, 0, format_for_people(amount, currency))
        n = getattr(figures.events, metric)
        return Count(month, n, 0, counted(n, metric.removesuffix("s"), metric) if n else f"no {metric}")

    def _answered(self, objection_id: int, month: str) -> str:
        """What answers it now, and how often that helped in the month."""
        row = self._connection.execute(
            "SELECT count(DISTINCT asset.id), count(u.helped), coalesce(sum(u.helped), 0) FROM asset"
            " JOIN asset_answer ON asset_answer.asset_id = asset.id AND objection_id = ?"
            " LEFT JOIN (SELECT asset_use.* FROM asset_use JOIN lead ON lead.id = lead_id AND binned_at IS NULL"
            " WHERE used_on BETWEEN ? AND ?) u ON u.asset_id = asset.id WHERE asset.status = 'live'",
            (objection_id, first_day(month).isoformat(), last_day(month).isoformat()),
        ).fetchone()
        if not row[0]:
            return "Nothing answers it yet."
        return (
            f"It is answered now: that helped {number(row[2])} of {number(row[1])}."
            if row[1]
            else "It is answered now."
        )
