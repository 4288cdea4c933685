"""What the Playbook counts of what was said: against counts made by hand."""

from datetime import date, timedelta

from bothhats.domain.lead import AssetUsed, ClaimHeard
from bothhats.domain.pipeline import Outcome
from bothhats.queries.asset_ledger import asset_history, asset_lines
from bothhats.queries.campaign_ledger import campaign_history, campaign_rows
from bothhats.queries.claim_ledger import claim_hearings, claim_lines
from bothhats.queries.phrase_ledger import phrase_history, phrase_lines
from builders import TODAY, a_lead, closed, talked

START = TODAY - timedelta(days=89)


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def test_a_phrase_counts_distinct_leads_of_the_period_and_says_how_they_stand(workspace):
    anna, bea, cy, dan = (a_lead(workspace, name, arrived_on=day(120)) for name in ("Anna", "Bea", "Cy", "Dan"))
    for lead, ago in ((anna, 3), (anna, 2), (bea, 89), (cy, 90), (dan, 1)):
        talked(workspace, lead, day(ago), heard="Too dear", words=f"{ago} days ago")
    closed(workspace, anna)
    closed(workspace, bea, Outcome.LOST)
    workspace.leads.bin([dan])
    (line,) = phrase_lines(workspace.reader, START, TODAY)
    assert (line.people, line.outcomes, line.last_heard) == (2, (("won", 1), ("lost", 1)), day(2))
    history = phrase_history(workspace.reader, line.id, date(2026, 7, 1), TODAY)
    assert [(each.name, each.words, each.standing) for each in history.hearings] == [
        ("Anna", "2 days ago", "won"), ("Anna", "3 days ago", "won"),
        ("Bea", "89 days ago", "lost"), ("Cy", "90 days ago", "open"),
    ]  # fmt: skip
    assert history.months == (("2026-07", 2), ("2026-08", 0), ("2026-09", 0), ("2026-10", 1))


def test_only_a_live_asset_answers_and_retired_ones_are_not_named(workspace):
    price = workspace.objections.add("objection", "Too dear", day(300))
    retired = workspace.assets.add("page", "Old prices", day(200), "retired", answers=[price])
    draft = workspace.assets.add("page", "Prices", TODAY, "drafting", answers=[price])
    (line,) = phrase_lines(workspace.reader, START, TODAY)
    assert ([each.title for each in line.answers], line.is_answered) == (["Prices"], False)
    workspace.assets.set_status(draft, "live", TODAY)
    workspace.assets.set_status(retired, "rework", TODAY)
    (line,) = phrase_lines(workspace.reader, START, TODAY)
    assert ([each.title for each in line.answers], line.is_answered) == (["Prices", "Old prices"], True)


def test_a_claim_counts_people_and_those_with_whom_it_never_came_up(workspace):
    fifth, price = workspace.claims.add("By the 5th", day(100)), workspace.claims.add("A fixed price", day(100))
    anna, bea, cy = (a_lead(workspace, name, arrived_on=day(50)) for name in ("Anna", "Bea", "Cy"))
    talked(workspace, anna, day(9), claims=(ClaimHeard("landed", fifth),))
    talked(workspace, anna, day(8), claims=(ClaimHeard("doubted", fifth),), note="Really?")
    talked(workspace, bea, day(7), claims=(ClaimHeard("landed", fifth),))
    talked(workspace, cy, day(6))
    campaign = workspace.campaigns.add("Autumn", None, None, None)
    asset = workspace.assets.add("page", "Month end", TODAY, "live")
    workspace.claims.say_in_campaign(campaign, [fifth])
    workspace.assets.claims(asset, [fifth])
    first, second = claim_lines(workspace.reader, START, TODAY)
    assert (first.id, first.landed, first.doubted, first.not_wanted, first.never) == (fifth, 2, 1, 0, 1)
    assert ([each.name for each in first.campaigns], [each.name for each in first.assets]) == (
        ["Autumn"], ["Month end"],
    )  # fmt: skip
    assert (first.last_heard, first.is_never_mentioned) == (day(7), False)
    assert (second.id, second.never, second.is_never_mentioned) == (price, 3, True)
    assert [(each.name, each.verdict, each.note) for each in claim_hearings(workspace.reader, fifth)] == [
        ("Bea", "landed", ""), ("Anna", "doubted", "Really?"), ("Anna", "landed", ""),
    ]  # fmt: skip


def test_an_asset_tells_its_use_its_wins_and_the_counts_around_its_first_live_day(workspace):
    price = workspace.objections.add("objection", "Too dear", day(300))
    page = workspace.assets.add("pricing", "Prices", day(29), "live", answers=[price])
    leads = [a_lead(workspace, name, arrived_on=day(120)) for name in ("Anna", "Bea", "Cy", "Dan")]
    for lead, ago in zip(leads, (60, 59, 30, 29), strict=True):
        workspace.objections.hear(price, lead, day(ago))
    for lead, ago, helped in ((leads[0], 20, True), (leads[0], 10, None), (leads[1], 5, False)):
        talked(workspace, lead, day(ago), assets=(AssetUsed(page, helped),))
    closed(workspace, leads[0])
    closed(workspace, leads[3])
    (line,) = asset_lines(workspace.reader, TODAY)
    assert (line.people, line.helped, line.marked, line.people_ever) == (2, 1, 2, 2)
    history = asset_history(workspace.reader, line, date(2026, 9, 1), TODAY)
    assert history.months == (("2026-09", 1), ("2026-10", 1))
    assert (history.wins, history.wins_in_all) == (1, 2)
    (effect,) = history.effects
    assert (effect.days, effect.before, effect.since) == (30, 2, 1)
    assert [(use.name, use.on, use.helped) for use in history.uses] == [
        ("Bea", day(5), False), ("Anna", day(10), None), ("Anna", day(20), True),
    ]  # fmt: skip


def test_an_asset_that_nobody_got_for_ninety_days_is_unused_but_a_new_one_is_not(workspace):
    workspace.assets.add("page", "Old", day(90), "live")
    workspace.assets.add("page", "New", day(89), "live")
    workspace.assets.add("page", "Draft", day(200), "drafting")
    assert [(line.title, line.is_unused(TODAY)) for line in asset_lines(workspace.reader, TODAY)] == [
        ("Old", True), ("New", False), ("Draft", False),
    ]  # fmt: skip


def test_a_campaign_tells_its_spend_by_month_and_how_its_own_leads_heard_its_claims(workspace):
    campaign = workspace.campaigns.add("Autumn", None, day(60), None)
    fifth = workspace.claims.add("By the 5th", day(100))
    workspace.claims.say_in_campaign(campaign, [fifth])
    mine = [a_lead(workspace, name, arrived_on=day(50), campaign="Autumn") for name in ("Anna", "Bea", "Cy")]
    other = a_lead(workspace, "Dan", arrived_on=day(50))
    for lead in (mine[0], other):
        talked(workspace, lead, day(9), claims=(ClaimHeard("landed", fifth), ClaimHeard("doubted", fifth)))
    talked(workspace, mine[1], day(9))
    workspace.campaigns.spend(3000, date(2026, 8, 31), date(2026, 9, 29), campaign)
    workspace.campaigns.spend(500, date(2026, 11, 1), campaign_id=campaign)
    (row,) = campaign_rows(workspace.reader, TODAY)
    history = campaign_history(workspace.reader, row)
    assert history.months == (("2026-08", 100), ("2026-09", 2900), ("2026-10", 0), ("2026-11", 500))
    (claim,) = history.claims
    assert (claim.landed, claim.doubted, claim.not_wanted, claim.never) == (1, 1, 0, 1)
    assert [entry.amount for entry in history.entries] == [500, 3000]
    assert row.spent == 3000


def test_a_win_that_was_taken_back_is_no_close_of_its_campaign_but_stays_a_conversation(workspace):
    workspace.campaigns.add("Autumn", None, day(60), None)
    anna, bea = (a_lead(workspace, name, arrived_on=day(50), campaign="Autumn") for name in ("Anna", "Bea"))
    talked(workspace, anna, day(9))
    for lead in (anna, bea):
        closed(workspace, lead, on=day(8))
    workspace.leads.reopen([anna], day(7))
    (row,) = campaign_rows(workspace.reader, TODAY)
    assert (row.leads, row.conversations, row.closes) == (2, 2, 1)
