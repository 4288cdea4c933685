"""What the owner chose to have counted; pure. It is remembered as text, and what cannot be read is not chosen."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date

from bothhats.queries.figures import Period
from bothhats.queries.scope import Chosen, Scope
from bothhats.ui.pages.insights.periods import CHOICES, first_choice, period_before, period_of

OWN = "own"
NOT_RECORDED = -1  # leads without a source, without a campaign


@dataclass(frozen=True, slots=True)
class Choice:
    """`period` is one of CHOICES or OWN (from `start` to `end`), blank as long as nothing was chosen.

    `as_of` None is today; source and campaign None are all of them.
    """

    period: str = ""
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    is_compared: bool = False
    source_id: int | None = None
    campaign_id: int | None = None

    def begun(self, today: date, first: date | None) -> "Choice":
        """In a file with leads a period is chosen: at first the last quarter, in a younger file the present one."""
        if self.period or first is None:
            return self
        return replace(self, period=first_choice(today, first))

    def scope(self, today: date, first: date | None) -> Scope:
        """What charts are asked about."""
        as_of = min(self.as_of or today, today)
        if self.period == OWN and self.start and self.end:
            period = Period(self.start, self.end, as_of)
        else:
            known = self.period if self.period in CHOICES else "last_quarter"
            found = period_of(known, today, first)
            period = Period(found.start, found.end, as_of)
        return Scope(period, _chosen(self.source_id), _chosen(self.campaign_id))

    def scope_before(self, today: date, first: date | None) -> Scope | None:
        """The same about the period before, as of the same day; None where it is not compared or nothing is before."""
        if not self.is_compared or self.period == "everything":
            return None
        scope = self.scope(today, first)
        return replace(scope, period=period_before(scope.period))

    def as_text(self) -> str:
        """To be remembered."""
        return json.dumps(asdict(self), default=date.isoformat)


def choice_of(text: str) -> Choice:
    """What was remembered; nothing chosen where it cannot be read."""
    try:
        kept = json.loads(text)
        days = {name: date.fromisoformat(kept[name]) if kept[name] else None for name in ("start", "end", "as_of")}
        ids = {name: _id(kept[name]) for name in ("source_id", "campaign_id")}
        period = kept["period"] if kept["period"] in (*CHOICES, OWN) else ""
        is_compared = kept["is_compared"] is True
    except (ValueError, KeyError, TypeError):
        return Choice()
    if period == OWN and not (days["start"] and days["end"] and days["start"] <= days["end"]):
        period = ""
    return Choice(period, days["start"], days["end"], days["as_of"], is_compared, ids["source_id"], ids["campaign_id"])


def _id(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _chosen(row_id: int | None) -> Chosen:
    if row_id is None:
        return None
    return frozenset({None if row_id == NOT_RECORDED else row_id})
