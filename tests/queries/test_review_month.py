"""A month's material, counted by hand."""

from datetime import date

import pytest

from bothhats.domain.lead import AssetUsed, ClaimHeard, Closing, Heard, TouchReport
from bothhats.domain.pipeline import Outcome, TouchKind
from bothhats.domain.review import Commitment
from bothhats.queries.evidence import months_before, read_evidence
from bothhats.queries.goals import read_goals
from bothhats.queries.heard import heard_claims, heard_phrases, talked_with, used_assets
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.past_reviews import past_reviews
from bothhats.queries.review_month import read_ended, read_numbers, read_promised, read_stuck
from bothhats.queries.today_due import review_due
from builders import TODAY, a_lead, closed, stage_id, talked

SEPTEMBER, AUGUST = "2026-09", "2026-08"
DAYS = (first_day(SEPTEMBER), last_day(SEPTEMBER), first_day(AUGUST), last_day(AUGUST))


def in_september(day):
    return date(2026, 9, day)


def test_numbers_are_by_event_against_the_month_before(workspace):
    anna = a_lead(workspace, "Anna", today=date(2026, 8, 20), source="Referral")
    bo = a_lead(workspace, "Bo", today=in_september(3))
    talked(workspace, anna, in_september(5))
    talked(workspace, bo, in_september(8))
    closed(workspace, anna, Outcome.WON, in_september(20), value=120000)
    closed(workspace, bo, Outcome.LOST, TODAY)
    numbers = read_numbers(workspace.reader, SEPTEMBER)
    events = numbers.month.events
    assert (events.leads, events.conversations, events.closes, events.lost) == (1, 2, 1, 0)
    assert numbers.month.revenue.amount == 120000
    assert numbers.before.events.leads == 1
    by_source = [(group.name, group.figures.events) for group in numbers.by_source]
    assert [(name, found.leads, found.conversations, found.closes) for name, found in by_source] == [
        (None, 1, 1, 0),
        ("Referral", 0, 1, 1),
    ]
    assert numbers.in_all.figures == numbers.month


def test_goals_hold_until_a_later_one_is_set(workspace):
    workspace.goals.set("2026-07", "leads", 10)
    workspace.goals.set("2026-09", "leads", 12)
    assert [read_goals(workspace.reader, month).get("leads") for month in ("2026-06", AUGUST, SEPTEMBER)] == [
        None,
        10,
        12,
    ]
    workspace.goals.set("2026-09", "leads", None)
    assert read_goals(workspace.reader, SEPTEMBER) == {"leads": 10}


def test_phrases_count_people_not_mentions_and_tell_the_change(workspace):
    anna, bo = a_lead(workspace, "Anna", today=date(2026, 8, 1)), a_lead(workspace, "Bo", today=date(2026, 8, 1))
    talked(workspace, anna, date(2026, 8, 5), heard="Too dear?")
    (dear,) = (row[0] for row in workspace.reader.execute("SELECT id FROM objection").fetchall())
    for lead, day in ((anna, 3), (anna, 9), (bo, 10)):
        report = TouchReport(lead, TouchKind.CALL, in_september(day), two_way=True, heard=(Heard(dear, words="Hm."),))
        workspace.touches.log(report, in_september(day))
    (phrase,) = heard_phrases(workspace.reader, *DAYS)
    assert (phrase.people, phrase.before, phrase.change, len(phrase.hearings)) == (2, 1, "+1", 3)
    assert phrase.answers == ()
    workspace.assets.add("page", "Prices", TODAY, "live", answers=[dear])
    assert heard_phrases(workspace.reader, *DAYS)[0].answers == ("Prices",)
    workspace.leads.bin([bo])
    assert heard_phrases(workspace.reader, *DAYS)[0].change == "same"


def test_claims_have_one_verdict_per_person_and_never_is_the_rest(workspace):
    claim = workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    people = [a_lead(workspace, name, today=in_september(1)) for name in ("Anna", "Bo", "Cy")]
    for lead, verdict in zip(people, ("landed", "doubted", None), strict=True):
        heard = (ClaimHeard(verdict, claim),) if verdict else ()
        report = TouchReport(lead, TouchKind.CALL, in_september(4), two_way=True, claims=heard)
        workspace.touches.log(report, in_september(4))
    talked_to = talked_with(workspace.reader, DAYS[0], DAYS[1])
    (found,) = heard_claims(workspace.reader, DAYS[0], DAYS[1], talked_to)
    assert talked_to == 3
    assert (found.landed, found.doubted, found.not_wanted, found.never) == (1, 1, 0, 1)


def test_assets_say_to_whom_they_went_and_how_often_they_helped(workspace):
    page = workspace.assets.add("page", "Prices", TODAY, "live")
    workspace.assets.add("deck", "Unused", TODAY, "live")
    for name, helped in (("Anna", True), ("Bo", None)):
        lead = a_lead(workspace, name, today=in_september(1))
        report = TouchReport(lead, TouchKind.EMAIL, in_september(2), assets=(AssetUsed(page, helped),))
        workspace.touches.log(report, in_september(2))
    used = used_assets(workspace.reader, DAYS[0], DAYS[1])
    assert [(asset.title, asset.people, asset.helped, asset.marked) for asset in used] == [
        ("Prices", 2, 1, 1),
        ("Unused", 0, 0, 0),
    ]


def test_ended_leads_without_a_reason_come_first_and_silent_ones_are_stuck(workspace):
    anna, bo = a_lead(workspace, "Anna", today=in_september(1)), a_lead(workspace, "Bo", today=in_september(1))
    cy = a_lead(workspace, "Cy", today=in_september(1))
    closed(workspace, anna, Outcome.LOST, in_september(10), reason="price", waste=True)
    closed(workspace, bo, Outcome.NO_DECISION, in_september(12))
    talked(workspace, cy, in_september(2))
    assert [(lead.name, lead.reason, lead.waste) for lead in read_ended(workspace.reader, SEPTEMBER)] == [
        ("Bo", "", None),
        ("Anna", "price", True),
    ]
    assert [(lead.name, lead.days_quiet) for lead in read_stuck(workspace.reader, TODAY, 2)] == [("Cy", 34)]


def test_a_commitment_comes_back_with_the_counts_before_and_after(workspace):
    anna = a_lead(workspace, "Anna", today=date(2026, 8, 1))
    talked(workspace, anna, date(2026, 8, 5), heard="Too dear?")
    review = workspace.reviews.start(AUGUST, in_september(3))
    promise = Commitment("marketing", "Show the price", in_september(20), objection_id=1)
    workspace.reviews.finish(review, "Dear", "{}", [promise], in_september(3))
    (found,) = read_promised(workspace.reader, SEPTEMBER)
    assert (found.text, found.moves, found.before, found.after) == (
        "Show the price", "Too dear?", (AUGUST, 1), (SEPTEMBER, 0),
    )  # fmt: skip


def test_evidence_tells_met_from_not_met_and_not_judged(workspace):
    anna, bo = a_lead(workspace, "Anna", today=in_september(1)), a_lead(workspace, "Bo", today=in_september(1))
    a_lead(workspace, "Cy", today=in_september(1))
    workspace.leads.move([anna], stage_id(workspace, "Qualified"), in_september(2))
    talked(workspace, anna, in_september(3))
    workspace.leads.close([bo], Closing(Outcome.NOT_A_FIT), in_september(4))
    evidence = read_evidence(workspace.reader, months_before(SEPTEMBER, last_day(SEPTEMBER)))
    assert (evidence.met.talked.k, evidence.met.talked.n) == (1, 1)
    assert evidence.not_met.talked.n == 0
    assert evidence.not_judged.talked.n == 2


@pytest.mark.parametrize(
    ("month", "by_day", "until"),
    [
        ("2026-12", 7, date(2027, 1, 7)),
        ("2027-01", 31, date(2027, 2, 28)),
        ("2026-09", 0, date(2026, 10, 1)),
    ],
)
def test_today_and_the_review_mean_the_same_last_day_on_time(workspace, month, by_day, until):
    a_lead(workspace, today=first_day(month))
    review = workspace.reviews.start(month, first_day(shifted(month, 1)))
    assert review_due(workspace.reader, until, by_day).on_time_until == until
    workspace.reviews.finish(review, "", "{}", [], until)
    workspace.settings.change("review_by_day", by_day)
    (past,) = past_reviews(workspace.reader)
    assert past.is_on_time
