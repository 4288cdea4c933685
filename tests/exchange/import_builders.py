"""Builders for import tests: a file as text, the default stages, what the file already has."""

from collections.abc import Sequence
from datetime import date

from bothhats.domain.money import currency_of
from bothhats.domain.pipeline import Hat, Milestone, Stage, Step
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.existing import Existing, StoredLead, key_text
from bothhats.exchange.import_options import read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.planned import ImportPlan, Issue, PlannedLead

TODAY = date(2026, 11, 22)
NEW, QUALIFIED, TALKING, PROPOSAL = 1, 2, 3, 4
STAGES = (
    Stage(NEW, "New", Milestone.LEAD, Hat.MARKETING, None, 1, None, 5),
    Stage(QUALIFIED, "Qualified", Milestone.LEAD, Hat.MARKETING, Step.MARKETING_QUALIFIED, 2, 7, 15),
    Stage(TALKING, "In conversation", Milestone.CONVERSATION, Hat.SALES, Step.SALES_READY, 3, 14, 30),
    Stage(PROPOSAL, "Proposal", Milestone.OPPORTUNITY, Hat.SALES, None, 4, 7, 50),
)


def existing(
    *leads: StoredLead, key: str = "key", stages: tuple[Stage, ...] = STAGES, currency: str = "EUR"
) -> Existing:
    """A file with these leads, found by their key."""
    by_key: dict[str, tuple[StoredLead, ...]] = {}
    for lead in leads:
        found = key_text(key, lead.texts[key])
        by_key[found] = (*by_key.get(found, ()), lead)
    return Existing(
        stages,
        currency_of(currency),
        sources=("Referral", "Website"),
        campaigns=("Spring fair",),
        tags=("vip",),
        reasons=(("won", "price"), ("lost", "price"), ("parked", "timing")),
        leads=by_key,
    )


def plan(
    text: str,
    *,
    has: Existing | None = None,
    maps: Sequence[str] = (),
    key: str | None = None,
    sets: Sequence[str] = (),
    values: Sequence[str] = (),
    date_format: str | None = None,
) -> ImportPlan:
    """The plan for a file written as text, with options as on the command line."""
    options = read_options(maps, key, sets, values, date_format)
    return plan_import(read_csv(text.encode()), options, has or existing(), TODAY)


def only_lead(found: ImportPlan) -> PlannedLead:
    """The one lead that is added, without problems."""
    assert found.problems == ()
    (lead,) = found.creates
    return lead


def only_problem(found: ImportPlan) -> Issue:
    """The one problem, of a file whose only row is skipped."""
    assert (found.creates, found.updates, found.skipped) == ((), (), 1)
    (problem,) = found.problems
    return problem


def said(found: ImportPlan) -> list[tuple[int, str | None]]:
    """Where the warnings are."""
    return [(issue.row, issue.column) for issue in found.warnings]
