"""Of what a row would change, only what the lead does not say yet."""

from collections.abc import Mapping
from dataclasses import replace

from bothhats.exchange.existing import StoredLead
from bothhats.exchange.lead_updating import LeadChange
from bothhats.exchange.planned import Ending, StageEntry

_JUDGED = {"marketing_qualified": "qualified_on", "sales_ready": "sales_ready_on"}


def only_gaps(change: LeadChange, stored: StoredLead) -> LeadChange:
    """Nothing that the lead has is replaced: not its texts, dates, stage or outcome. Tags are added all the same."""
    facts, has = change.facts, stored.imported
    is_ended = stored.outcome is not None
    is_planned = stored.follow_up_on is not None
    kept = replace(
        facts,
        texts=_missing(facts.texts, stored.texts),
        extra=_missing(facts.extra, stored.extra),
        source=None if stored.source else facts.source,
        campaign=None if stored.campaign else facts.campaign,
        value=facts.value if stored.value is None else None,
        entries=tuple(entry for entry in facts.entries if entry.is_dated and not _has(entry, stored)),
        judgements=tuple(judged for judged in facts.judgements if _JUDGED[judged.step] not in has),
        contacted_on=None if "contacted_on" in has else facts.contacted_on,
        ending=_gap_ending(facts.ending, stored),
        parked_until=None if stored.parked_until or is_ended else facts.parked_until,
        parked_reason=None if stored.parked_until or is_ended else facts.parked_reason,
        follow_up_on=None if is_planned or is_ended else facts.follow_up_on,
    )
    return LeadChange(None, None, kept)


def _has(entry: StageEntry, stored: StoredLead) -> bool:
    return f"{entry.milestone.value}_on" in stored.imported


def _gap_ending(ending: Ending | None, stored: StoredLead) -> Ending | None:
    return None if stored.outcome is not None else ending


def _missing(new: Mapping[str, str], old: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in new.items() if not old.get(name, "").strip()}
