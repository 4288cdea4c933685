"""Each figure of the charts, counted by hand."""

from datetime import date, timedelta
from fractions import Fraction

from bothhats.domain.lead import ClaimHeard, Heard, TouchReport
from bothhats.domain.pipeline import Outcome, SourceKind, TouchKind
from bothhats.domain.proportion import Proportion
from bothhats.domain.review import Commitment
from bothhats.queries.alignment_months import read_alignment_months
from bothhats.queries.claims_heard import read_claims_heard
from bothhats.queries.cohorts import read_cohorts
from bothhats.queries.costs import read_costs
from bothhats.queries.cycles import read_cycles
from bothhats.queries.figures import Cycle, Period
from bothhats.queries.forecast import read_forecast
from bothhats.queries.goals_met import read_goals_met
from bothhats.queries.months import year_up_to
from bothhats.queries.objections_heard import read_objections_heard
from bothhats.queries.rates import Rate, read_rates
from bothhats.queries.reasons import read_reasons
from bothhats.queries.revenue import read_revenue_by_campaign, read_revenue_by_source
from bothhats.queries.review_month import read_numbers
from bothhats.queries.scope import Scope
from bothhats.queries.sourced import read_sourced
from bothhats.queries.speed import read_speed
from bothhats.queries.velocity import read_velocity
from bothhats.queries.waste import read_waste
from builders import a_lead, closed, stage_id, talked

MARCH = Scope(Period(date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 10)))
QUARTER = Scope(Period(date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 10)))


def march(day):
    return date(2026, 3, day)


def source_id(workspace, name):
    return workspace.reader.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()[0]


def test_a_rate_by_source_knows_its_leads_and_who_is_still_open(workspace):
    ads = [a_lead(workspace, f"Ad {n}", source="Ad", today=march(2)) for n in range(5)]
    friends = [a_lead(workspace, f"Friend {n}", source="Referral", today=march(3)) for n in range(2)]
    talked(workspace, ads[0], march(4))
    closed(workspace, ads[1], Outcome.LOST, march(5))
    for friend in friends:
        talked(workspace, friend, march(6))
    closed(workspace, friends[0], Outcome.WON, march(9))
    lines = read_rates(workspace.reader, MARCH).lines
    assert [(line.source.name, line.rate, line.still_open) for line in lines] == [
        ("Ad", Proportion(1, 5), 3),
        ("Referral", Proportion(2, 2), 0),
    ]
    assert (lines[0].of, lines[0].reached) == (tuple(ads), (ads[0],))
    closes = read_rates(workspace.reader, MARCH, Rate.CLOSED_OF_TALKED).lines
    assert [(line.source.name, line.rate) for line in closes] == [
        ("Ad", Proportion(0, 1)),
        ("Referral", Proportion(1, 2)),
    ]


def test_a_cohort_younger_than_the_median_cycle_is_still_open(workspace):
    january = a_lead(workspace, "January", today=date(2026, 1, 1))
    closed(workspace, january, Outcome.WON, date(2026, 1, 31))
    a_lead(workspace, "March", today=march(20))
    cohorts = read_cohorts(workspace.reader, QUARTER)
    assert cohorts.cycle == Cycle(1, 30.0, 30.0, 30.0)
    assert [(each.month, len(each.leads), len(each.closes), each.open) for each in cohorts.months] == [
        ("2026-01", 1, 1, 0),
        ("2026-02", 0, 0, 0),
        ("2026-03", 1, 0, 1),
    ]
    assert [each.still_open for each in cohorts.months] == [False, False, True]
    a_month_later = Scope(Period(date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 30)))
    assert not read_cohorts(workspace.reader, a_month_later).months[-1].still_open


def test_the_trailing_twelve_months_begin_the_day_after(workspace):
    assert year_up_to(date(2026, 10, 6)) == (date(2025, 10, 7), date(2026, 10, 6))
    assert year_up_to(date(2024, 2, 29)) == (date(2023, 3, 1), date(2024, 2, 29))


def test_days_to_the_first_contact_and_the_promise_by_month(workspace):
    in_time, late, never = (a_lead(workspace, name, today=march(1)) for name in ("In time", "Late", "Never"))
    fresh = a_lead(workspace, "Fresh", today=date(2026, 4, 9))
    talked(workspace, in_time, march(3))
    talked(workspace, late, march(4))
    workspace.goals.set("2026-02", "promise", 80)
    scope = Scope(Period(march(1), date(2026, 4, 30), date(2026, 4, 10)))
    speed = read_speed(workspace.reader, scope)
    assert [(each.month, each.kept, each.late, each.neither) for each in speed.months] == [
        ("2026-03", (in_time,), (late, never), ()),
        ("2026-04", (), (), (fresh,)),
    ]
    assert (speed.days, speed.median, speed.never) == (((2, (in_time,)), (3, (late,))), 2.5, (never, fresh))
    assert (speed.rate, speed.goal, speed.contacted) == (Proportion(1, 3), 80, 2)


def test_cycle_lengths_by_source_have_inclusive_quartiles(workspace):
    for days, source in ((2, "Referral"), (4, "Referral"), (10, "Referral"), (7, "")):
        lead = a_lead(workspace, f"After {days}", source=source, today=march(1))
        closed(workspace, lead, Outcome.WON, march(1 + days))
    cycles = read_cycles(workspace.reader, MARCH)
    assert [(line.source.name, line.days, line.cycle) for line in cycles.lines] == [
        ("Referral", (2, 4, 10), Cycle(3, 4.0, 3.0, 7.0)),
        (None, (7,), Cycle(1, 7.0, 7.0, 7.0)),
    ]
    assert cycles.whole.cycle.median == 5.5


def test_velocity_wants_five_of_each_factor(workspace):
    for n in range(5):
        a_lead(workspace, f"Open {n}", stage="Proposal", today=march(1))
    for n in range(10):
        lead = a_lead(workspace, f"Ended {n}", today=march(1), value=100000)
        closed(workspace, lead, Outcome.WON if n < 5 else Outcome.LOST, march(11))
    closed(workspace, a_lead(workspace, "No fit", today=march(1)), Outcome.NOT_A_FIT, march(2))
    velocity = read_velocity(workspace.reader, MARCH)
    assert (len(velocity.open), velocity.win, velocity.average_deal) == (5, Proportion(5, 10), 100000)
    assert (velocity.cycle.median, velocity.too_few, velocity.per_day) == (10.0, (), 25000)
    workspace.leads.bin([velocity.open[0]])
    fewer = read_velocity(workspace.reader, MARCH)
    assert (fewer.too_few, fewer.per_day) == (("open",), None)


def test_the_forecast_learns_from_what_ended_with_the_default_as_four_leads(workspace):
    waiting = a_lead(workspace, "Waiting", stage="Proposal", today=march(1), value=100000)
    blank = a_lead(workspace, "No value", stage="Proposal", today=march(1))
    for outcome in (Outcome.WON, Outcome.LOST):
        closed(workspace, a_lead(workspace, outcome.value, stage="Proposal", today=march(1)), outcome, march(9))
    forecast = read_forecast(workspace.reader, MARCH)
    proposal = next(line for line in forecast.lines if line.name == "Proposal")
    assert (proposal.open, proposal.value, proposal.without_value) == ((waiting, blank), 100000, 1)
    assert (proposal.wins, proposal.ended, proposal.chance, proposal.expected) == (1, 2, Fraction(1, 2), 50000)
    assert [line.name for line in forecast.lines] == ["New", "Qualified", "In conversation", "Proposal"]
    assert (forecast.value, forecast.expected) == (100000, 50000)
    workspace.leads.move([waiting], stage_id(workspace, "New"), date(2026, 4, 20))
    before = next(line for line in read_forecast(workspace.reader, MARCH).lines if line.name == "Proposal")
    assert before.open == (waiting, blank)


def test_the_pipeline_by_kind_of_source(workspace):
    ad = a_lead(workspace, "Ad", source="Ad", today=march(1), value=30000)
    friend = a_lead(workspace, "Friend", source="Referral", today=march(1), value=10000)
    nowhere = a_lead(workspace, "Nowhere", today=march(1))
    closed(workspace, a_lead(workspace, "Won", source="Ad", today=march(1), value=99900), Outcome.WON, march(2))
    sourced = read_sourced(workspace.reader, MARCH)
    assert [(line.kind, line.open, line.value) for line in sourced.lines] == [
        (SourceKind.MARKETING, (ad,), 30000),
        (SourceKind.OUTREACH, (), 0),
        (SourceKind.WORD_OF_MOUTH, (friend,), 10000),
        (None, (nowhere,), 0),
    ]
    assert (sourced.marketing, sourced.value, sourced.with_value) == (30000, 40000, 2)


def test_costs_by_source_are_rounded_half_up_and_never_infinite(workspace):
    ads = [a_lead(workspace, f"Ad {n}", source="Ad", today=march(2)) for n in range(3)]
    talked(workspace, ads[0], march(3))
    a_lead(workspace, "Friend", source="Referral", today=march(2))
    spring = workspace.campaigns.add("Spring", source_id(workspace, "Ad"), None, None)
    lost = workspace.campaigns.add("Of no source", None, None, None)
    for campaign, amount in ((spring, 10000), (lost, 700)):
        workspace.campaigns.spend(amount, march(30), march(30), campaign_id=campaign)
    workspace.campaigns.spend(9900, march(31), date(2026, 4, 2), campaign_id=spring)
    costs = read_costs(workspace.reader, MARCH)
    ad, friend = costs.lines
    assert (ad.source.name, ad.spent, ad.leads, ad.conversations) == ("Ad", 13300, tuple(ads), (ads[0],))
    assert [ad.cost(ids) for ids in (ad.leads, ad.qualified, ad.conversations, ad.closes)] == [4433, None, 13300, None]
    assert (friend.source.name, friend.spent, friend.cost(friend.leads)) == ("Referral", 0, None)
    assert costs.unplaced == 700


def test_revenue_by_source_campaign_and_month_of_close(workspace):
    for name, source, campaign, value, day in (
        ("A", "Ad", "Spring", 30000, date(2026, 2, 3)),
        ("B", "Ad", "", 20000, march(3)),
        ("C", "Referral", "", None, march(4)),
        ("D", "", "", 5000, march(31)),
        ("April", "Ad", "", 77700, date(2026, 4, 1)),
    ):
        lead = a_lead(workspace, name, source=source, campaign=campaign, today=date(2025, 12, 1), value=value)
        closed(workspace, lead, Outcome.WON, day)
    revenues = read_revenue_by_source(workspace.reader, QUARTER)
    assert revenues.months == ("2026-01", "2026-02", "2026-03")
    assert [(line.name, line.amount, line.by_month, line.without_value) for line in revenues.lines] == [
        ("Ad", 50000, (0, 30000, 20000), 0),
        ("Referral", 0, (0, 0, 0), 1),
        (None, 5000, (0, 0, 5000), 0),
    ]
    assert (revenues.amount, revenues.closes, revenues.without_value) == (55000, 4, 1)
    by_campaign = read_revenue_by_campaign(workspace.reader, QUARTER)
    assert [(line.name, line.amount, len(line.closes)) for line in by_campaign.lines] == [
        ("Spring", 30000, 1),
        (None, 25000, 3),
    ]
    of_ads = Scope(QUARTER.period, frozenset({source_id(workspace, "Ad")}))
    assert read_revenue_by_source(workspace.reader, of_ads).amount == 50000


def test_reasons_stand_in_the_month_in_which_they_happened(workspace):
    for name, outcome, reason, day in (
        ("A", Outcome.WON, "price", date(2026, 2, 3)),
        ("B", Outcome.WON, "price", march(3)),
        ("C", Outcome.LOST, "timing", march(4)),
        ("D", Outcome.NOT_A_FIT, "", march(5)),
        ("E", Outcome.WON, "price", date(2026, 4, 2)),
    ):
        closed(workspace, a_lead(workspace, name, today=date(2026, 1, 1)), outcome, day, reason=reason)
    reasons = read_reasons(workspace.reader, QUARTER)
    assert [(line.name, line.by_month) for line in reasons.won] == [("price", (0, 1, 1))]
    assert [(line.name, line.by_month) for line in reasons.lost] == [("timing", (0, 0, 1)), (None, (0, 0, 1))]
    assert dict(reasons.endings) == {"won": 2, "lost": 1, "no_decision": 0, "not_a_fit": 1}


def test_waste_is_of_the_leads_that_ended_in_the_period(workspace):
    for name, waste, day in (("A", True, 3), ("B", False, 4), ("C", None, 5)):
        lead = a_lead(workspace, name, source="Ad", today=date(2026, 1, 1))
        closed(workspace, lead, Outcome.LOST, march(day), waste=waste)
    later = a_lead(workspace, "Later", source="Ad", today=march(1))
    closed(workspace, later, Outcome.LOST, date(2026, 4, 1), waste=True)
    (line,) = read_waste(workspace.reader, MARCH)
    assert (line.source.name, line.share, len(line.not_recorded)) == ("Ad", Proportion(1, 3), 1)


def test_claims_count_people_and_never_came_up_is_of_those_who_talked(workspace):
    claim = workspace.claims.add("Closed by the 5th", date(2026, 1, 1))
    workspace.claims.add("Only from April on", date(2026, 4, 1))
    people = [a_lead(workspace, name, today=march(1)) for name in ("Landed", "Both", "Silent")]
    for lead, verdicts in zip(people, (["landed", "landed"], ["landed", "doubted"], []), strict=True):
        for verdict in verdicts or [None]:
            said = (ClaimHeard(verdict, claim),) if verdict else ()
            workspace.touches.log(TouchReport(lead, TouchKind.CALL, march(5), two_way=True, claims=said), march(5))
    heard = read_claims_heard(workspace.reader, MARCH)
    (line,) = heard.lines
    assert (line.landed, line.doubted, line.not_wanted) == ((people[0], people[1]), (people[1],), ())
    assert (line.never, line.by_month, heard.talked) == ((people[2],), ((2, 1, 0),), tuple(people))


def test_objections_by_month_with_the_commitments_that_were_to_move_them(workspace):
    anna, bo = (a_lead(workspace, name, today=date(2026, 1, 1)) for name in ("Anna", "Bo"))
    talked(workspace, anna, date(2026, 2, 3), heard="Too dear?")
    (dear,) = (row[0] for row in workspace.reader.execute("SELECT id FROM objection").fetchall())
    for lead in (anna, anna, bo):
        report = TouchReport(lead, TouchKind.CALL, march(9), two_way=True, heard=(Heard(dear, words="Hm."),))
        workspace.touches.log(report, march(9))
    review = workspace.reviews.start("2026-02", march(2))
    promised = [
        Commitment("marketing", "Write the page", march(20), objection_id=dear),
        Commitment("sales", "Later", date(2026, 5, 1), objection_id=dear),
    ]
    workspace.reviews.finish(review, "Dear marketing", "{}", promised, march(3))
    (line,) = read_objections_heard(workspace.reader, QUARTER).lines
    assert (line.text, line.ids, line.by_month) == ("Too dear?", (anna, bo), ((), (anna,), (anna, bo)))
    assert [(each.month, each.hat, each.text, each.state) for each in line.commitments] == [
        ("2026-03", "marketing", "Write the page", "open")
    ]
    assert not line.is_answered
    asset = workspace.assets.add("page", "Why it costs that", march(1), "live")
    workspace.assets.answers(asset, [dear])
    assert read_objections_heard(workspace.reader, QUARTER).lines[0].is_answered


def test_goals_of_each_month_against_what_came_and_the_month_before(workspace):
    workspace.goals.set("2026-02", "leads", 3)
    workspace.goals.set("2026-03", "revenue", 100000)
    workspace.goals.set("2026-03", "promise", 90)
    february = a_lead(workspace, "February", today=date(2026, 2, 1), value=40000)
    talked(workspace, february, date(2026, 2, 2))
    closed(workspace, february, Outcome.WON, march(3))
    new = a_lead(workspace, "March", today=march(4))
    goals = read_goals_met(workspace.reader, QUARTER)
    assert [(line.month, line.figure, line.goal) for line in goals.lines] == [
        ("2026-02", "leads", 3),
        ("2026-03", "leads", 3),
        ("2026-03", "revenue", 100000),
        ("2026-03", "promise", 90),
    ]
    leads, revenue, promise = goals.last
    assert (leads.actual.amount, leads.before.amount, leads.actual.ids) == (1, 1, (new,))
    assert (revenue.actual.amount, revenue.before.amount, revenue.actual.ids) == (40000, 0, (february,))
    assert (promise.actual.rate, promise.before.rate) == (Proportion(0, 1), Proportion(1, 1))
    assert (goals.month, goals.is_running, goals.is_part) == ("2026-03", False, False)
    workspace.goals.end("2026-03", "leads")
    ended = [(line.month, line.figure) for line in read_goals_met(workspace.reader, QUARTER).lines]
    assert ended == [("2026-02", "leads"), ("2026-03", "revenue"), ("2026-03", "promise")]
    assert set(read_numbers(workspace.reader, "2026-03").goals) == {"revenue", "promise"}


def test_alignment_has_a_score_for_each_month_of_the_period(workspace):
    review = workspace.reviews.start("2026-02", march(2))
    workspace.reviews.finish(review, "", '{"alignment_holds": 4, "alignment_of": 7}', [], march(3))
    scores = read_alignment_months(workspace.reader, QUARTER)
    assert [(each.month, each.holds, each.of) for each in scores[:2]] == [("2026-01", 0, 0), ("2026-02", 4, 7)]
    assert scores[2].month == "2026-03"


def test_months_that_have_not_begun_are_not_drawn():
    year = Scope(Period(date(2026, 1, 1), date(2026, 12, 31), date(2026, 4, 10)))
    assert year.months == ("2026-01", "2026-02", "2026-03", "2026-04")
    assert Scope(Period(march(1), march(31), march(1) - timedelta(days=9))).months == ("2026-03",)
