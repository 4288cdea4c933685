"""What each chart says in words, its marks with the leads behind them, and its numbers."""

from datetime import date

from drawn import COLOURS, FAMILIES, words

from bothhats.charts import (
    alignment,
    claims,
    cohorts,
    costs,
    cycles,
    definition,
    forecast,
    goals,
    objections,
    promise,
    rates,
    reasons,
    revenue,
    sourced,
    velocity,
    waste,
)
from bothhats.domain.good_lead import Criterion
from bothhats.domain.pipeline import Hat, SourceKind, Step
from bothhats.domain.proportion import Proportion
from bothhats.queries.alignment import MonthScore
from bothhats.queries.claims_heard import ClaimLine, ClaimsHeard
from bothhats.queries.cohorts import Cohort, Cohorts
from bothhats.queries.costs import CostLine, Costs
from bothhats.queries.cycles import CycleLine, Cycles
from bothhats.queries.evidence import Evidence, Went
from bothhats.queries.figures import Cycle, Period, Revenue, cycle_of_days
from bothhats.queries.forecast import Forecast, StageLine
from bothhats.queries.goals_met import Actual, GoalLine, GoalsMet
from bothhats.queries.objections_heard import Moving, ObjectionLine, ObjectionsHeard
from bothhats.queries.rates import Rate, RateLine, Rates
from bothhats.queries.reasons import ReasonLine, Reasons
from bothhats.queries.revenue import RevenueLine, Revenues
from bothhats.queries.source_groups import NO_SOURCE, Source
from bothhats.queries.sourced import KindLine, Sourced
from bothhats.queries.speed import PromiseMonth, Speed
from bothhats.queries.velocity import Velocity
from bothhats.queries.waste import WasteLine

AD = Source(1, "Ad", SourceKind.MARKETING)
FRIEND = Source(2, "Referral", SourceKind.WORD_OF_MOUTH)


def ids(count, first=1):
    return tuple(range(first, first + count))


def marks(drawing):
    return [(mark.words, mark.ids) for mark in drawing.marks]


def rate_line(source, n, k, first=1):
    return RateLine(source, ids(n, first), ids(k, first), 0)


def test_rates_differ_only_where_the_intervals_do():
    told = rates.rates_sentence(Rates(Rate.TALKED, (rate_line(AD, 8, 0), rate_line(FRIEND, 7, 6, 20))))
    assert told == "Referral and Ad differ: 6 of 7 against 0 of 8. From 15 leads in all."
    close = Rates(Rate.TALKED, (rate_line(AD, 8, 4), rate_line(FRIEND, 7, 6), rate_line(NO_SOURCE, 2, 1, 40)))
    assert rates.rates_sentence(close) == (
        "Too close to call between Referral and Ad: 6 of 7 against 4 of 8."
        " not recorded has fewer than five, too few to tell. From 17 leads in all."
    )
    drawing = rates.draw_rates(close, 900, COLOURS, FAMILIES)
    assert marks(drawing)[2] == ("not recorded: 1 of 2 talked, too few to tell", (40, 41))
    assert {"too few to tell", "4 of 8", "Share of leads that became a conversation, with its 95 % interval"} <= set(
        words(drawing)
    )
    assert rates.rates_sentence(Rates(Rate.CLOSED, (rate_line(AD, 3, 1),))) == "Too few to tell. From 3 leads in all."


def test_the_others_stand_in_one_row_before_what_is_not_recorded():
    lines = [rate_line(Source(n, f"S{n}", SourceKind.OUTREACH), 30 - n, 2, 100 * n) for n in range(1, 13)]
    drawing = rates.draw_rates(Rates(Rate.TALKED, (*lines, rate_line(NO_SOURCE, 40, 9, 9000))), 900, COLOURS, FAMILIES)
    assert [mark.words.split(":")[0] for mark in drawing.marks] == [
        *(f"S{n}" for n in range(1, 8)),
        "5 others",
        "not recorded",
    ]
    assert sum(len(mark.ids) for mark in drawing.marks) == sum(30 - n for n in range(1, 13)) + 40


def test_cohorts_say_which_months_are_open():
    month = Cohort("2026-09", ids(6), ids(3), ids(2), ids(1), (), 4, True)
    told = cohorts.cohorts_sentence(Cohorts((month,), Cycle(7, 33.5, 20.0, 41.0)))
    assert told == (
        "6 leads in one month, 0 closes so far. One month is still open: younger than the median cycle of 33.5 days"
        " (from 7 closes)."
    )
    assert cohorts.cohorts_sentence(Cohorts((month,), Cycle())).endswith("how long a cycle takes is not known yet.")
    drawing = cohorts.draw_cohorts(Cohorts((month,), Cycle()), 900, COLOURS, FAMILIES)
    assert marks(drawing)[2] == ("September 2026: 2 of 6 (33 %) talked, still open", (1, 2))
    few = Cohort("2026-09", ids(3), (), ids(2), (), (), 1, False)
    assert not any(
        "%" in each for each in words(cohorts.draw_cohorts(Cohorts((few,), Cycle()), 900, COLOURS, FAMILIES))
    )


def test_cycles_below_five_have_no_quartiles():
    def line(source, *days):
        return CycleLine(source, ids(len(days)), days, cycle_of_days(days))

    many, few = line(AD, 2, 4, 6, 8, 10), line(FRIEND, 3, 9)
    told = cycles.cycles_sentence(Cycles(line(NO_SOURCE, 2, 3, 4, 6, 8, 9, 10), (many, few)))
    assert told == (
        "Half of the 7 closes took 6 days or less; the middle half 3.5 to 8.5 days."
        " 1 source has fewer than five closes, too few to tell."
    )
    assert marks(cycles.draw_cycles(Cycles(many, (many, few)), 900, COLOURS, FAMILIES)) == [
        ("Ad: 6 days in the middle, 4 to 8 days, 5 closes", (1, 2, 3, 4, 5)),
        ("Referral: 2 closes, after 3, 9 days, too few to tell", (1, 2)),
    ]
    assert cycles.cycles_table(Cycles(many, (many, few))).rows[1][2] == "too few to tell"
    assert cycles.cycles_sentence(Cycles(few, (few,))) == "Too few to tell: 2 closes, after 3, 9 days."


def test_the_promise_is_told_with_its_range_and_those_never_contacted():
    september = PromiseMonth("2026-09", ids(9), ids(3, 10), ids(1, 13))
    speed = Speed((september,), ((0, ids(4)), (2, ids(5, 5)), (20, (10,))), (11, 12, 13), 2.0, 2, 90)
    assert promise.promise_sentence(speed) == (
        "9 of 12 (75 %, between 47 % and 91 %) contacted within two days. The median first contact came after 2 days,"
        " of 10 leads contacted. Three leads were never contacted."
    )
    assert promise.brief_sentence(speed) == "9 of 12 (75 %) within two days."
    drawing = promise.draw_promise(speed, 900, COLOURS, FAMILIES)
    assert marks(drawing)[0] == (
        "September 2026: 9 of 12 (75 %, between 47 % and 91 %), 1 lead not counted yet", ids(12)
    )  # fmt: skip
    assert marks(drawing)[-2:] == [
        ("first contact after 15+ days: 1 lead", (10,)),
        ("never contacted: 3 leads", (11, 12, 13)),
    ]
    few = Speed((PromiseMonth("2026-09", (1,), (2,), ()),), ((0, (1,)),), (2,), 0.0, 2, None)
    assert promise.promise_sentence(few).startswith("Too few to tell: 1 of 2 contacted")
    assert "too few" in words(promise.draw_promise(few, 900, COLOURS, FAMILIES))


def test_the_definition_says_differ_too_close_or_too_few():
    def went(n, talked, closed, first=1):
        return Went(ids(n, first), Proportion(talked, n), Proportion(closed, n))

    period = Period(date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 6))
    criterion = Criterion(1, Step.MARKETING_QUALIFIED, "fit", True, "Runs it")
    by_criterion = type(
        "C", (), {"criterion": criterion, "yes": went(9, 9, 1), "no": went(9, 0, 0), "unknown": went(1, 0, 0)}
    )
    evidence = Evidence(period, went(9, 9, 3), went(9, 1, 0, 20), went(4, 1, 1, 40), (by_criterion,))
    assert definition.definition_sentence(evidence) == (
        "Of 22 leads, 9 met the definition and 9 did not: 9 of 9 against 1 of 9 talked, they differ;"
        " 3 of 9 against 0 of 9 closed, too close to call. Four leads were not judged."
    )
    assert marks(definition.draw_definition(evidence, 900, COLOURS, FAMILIES))[4:] == [
        ("Not judged: 1 of 4 talked, too few to tell", ids(4, 40)),
        ("Not judged: 1 of 4 closed, too few to tell", ids(4, 40)),
    ]
    assert definition.criteria_sentence(evidence) == "By who talked, of one criterion: 1 where yes and no differ."


def test_a_forecast_names_what_is_left_out_and_what_stands_behind_a_chance():
    line = StageLine(4, "Proposal", Hat.SALES, ids(3), 100000, 1, 1, 2, 50)
    told = forecast.forecast_sentence(Forecast((line,), "GBP"))
    assert told == "About £500 of £1,000 may be won, from 2 open leads with a value. One has none and is left out."
    assert marks(forecast.draw_forecast(Forecast((line,), "GBP"), 900, COLOURS, FAMILIES)) == [
        (
            "Proposal: 3 open leads, £500 of £1,000, chance 50 %: 1 won of 2 that were here and ended,"
            " and the default 50 % as four",
            (1, 2, 3),
        )
    ]


def test_velocity_says_which_factor_rests_on_too_few():
    few = Velocity(ids(1), Proportion(1, 2), Revenue(100, 5, 0), Cycle(5, 9.0, 1.0, 9.0), ids(2), ids(1), "EUR")
    assert velocity.velocity_sentence(few) == (
        "Too few to tell: 1 open opportunity and 2 outcomes; each factor wants five, those of the past from the last"
        " twelve months."
    )
    enough = Velocity(
        ids(5), Proportion(5, 10), Revenue(500000, 5, 1), Cycle(5, 10.0, 9.0, 11.0), ids(10), ids(5), "EUR"
    )
    assert velocity.velocity_sentence(enough) == (
        "The 5 open opportunities move at about €250 a day, over the last twelve months."
        " 1 close without a value left out."
    )
    assert marks(velocity.draw_velocity(enough, 900, COLOURS, FAMILIES))[0] == ("Open opportunities: 5, now", ids(5))


def test_the_pipeline_has_a_share_only_from_five_leads_on():
    def told(leads):
        lines = (KindLine(SourceKind.MARKETING, ids(leads), 30000, 0), KindLine(None, ids(1, 50), 10000, 0))
        return sourced.sourced_sentence(Sourced(lines, "EUR"))

    assert told(4) == "Marketing brought €300 of the €400 that 5 open leads with a value are worth (75 %)."
    assert told(3) == (
        "Marketing brought €300 of the €400 that 4 open leads with a value are worth. Too few for a share."
    )


def test_costs_have_no_infinity():
    line = CostLine(AD, 10000, ids(3), (), (1,), ())
    told = Costs((line, CostLine(FRIEND, 0, ids(2, 9), (), (), ())), 700, "EUR")
    assert costs.costs_sentence(told) == (
        "€100 brought 3 leads and 0 closes: no close yet. One source has no spend recorded."
        " €7 went to campaigns without a source."
    )
    assert costs.costs_table(told).rows[0] == (
        "Ad", "€100", "€33.33", "none qualified yet", "€100", "no close yet",
    )  # fmt: skip
    assert {"no close yet", "no spend"} <= set(words(costs.draw_costs(told, 900, COLOURS, FAMILIES)))


def test_revenue_says_what_has_no_value_and_no_source():
    line = RevenueLine(1, "Ad", SourceKind.MARKETING, ids(2), 50000, 1, (0, 50000), ((2,), (1,)))
    blank = RevenueLine(None, None, None, (9,), 700, 0, (700, 0), ((9,), ()))
    told = Revenues("source", ("2026-08", "2026-09"), (line, blank), "EUR")
    assert revenue.revenue_sentence(told) == (
        "€507 from 2 closes. One close has no value and counts as none. €7 of it came from 1 close without a source."
    )
    assert marks(revenue.draw_revenue(told, 900, COLOURS, FAMILIES)) == [
        ("August 2026: €7", (2, 9)),
        ("September 2026: €500", (1,)),
        ("Ad: €500, 2 closes, 1 without a value", (1, 2)),
        ("not recorded: €7, 1 close", (9,)),
    ]


def test_reasons_leave_a_blank_a_blank_and_name_what_the_win_rate_leaves_out():
    won = (ReasonLine(1, "price", ids(4), (4,)), ReasonLine(None, None, ids(2, 5), (2,)))
    lost = (ReasonLine(9, "timing", ids(3, 20), (3,)),)
    told = Reasons(("2026-09",), won, lost, (("won", 6), ("lost", 2), ("no_decision", 0), ("not_a_fit", 1)))
    assert reasons.reasons_sentence(told) == (
        "6 leads won: most often price (4), two without a reason. 3 leads not won, too few to tell why."
        " One of these was not a fit and is left out of the win rate."
    )
    assert marks(reasons.draw_reasons(told, 900, COLOURS, FAMILIES))[1] == ("not recorded: 2 leads", (5, 6))


def test_waste_compares_only_what_may_be_compared():
    lines = (WasteLine(AD, ids(8), ids(7), ()), WasteLine(FRIEND, ids(8, 20), (), ids(2, 20)))
    assert waste.waste_sentence(lines) == (
        "7 of 16 (44 %, between 23 % and 67 %) of the leads that ended were a waste of time."
        " Ad, 7 of 8, and Referral, 0 of 8, differ. For two it is not recorded."
    )
    assert marks(waste.draw_waste(lines, 900, COLOURS, FAMILIES))[1][1] == ids(8, 20)


def test_claims_have_a_mark_for_each_person():
    line = ClaimLine(1, "Fixed $price$", (1, 2), (3,), (), (4, 5), ((2, 1, 0),))
    told = ClaimsHeard(("2026-09",), (line,), ids(5))
    assert claims.claims_sentence(told) == "“Fixed $price$” landed with two people, from 5 leads with a conversation."
    assert marks(claims.draw_claims(told, 900, COLOURS, FAMILIES)) == [
        ("Fixed $price$: 2 landed, 1 doubted, 0 not wanted, never came up with 2", (1, 2, 3))
    ]
    assert claims.claims_table(told).rows == (("Fixed $price$", "2", "1", "0", "2"),)


def test_objections_show_the_commitment_on_its_month():
    moving = Moving("2026-09", "marketing", "Write the page", date(2026, 9, 20), "kept")
    line = ObjectionLine(1, "objection", "Too dear?", ids(5), (ids(2), ids(3, 3)), False, (moving,))
    told = ObjectionsHeard(("2026-08", "2026-09"), (line,))
    assert objections.objections_sentence(told) == (
        "“Too dear?” came from five leads, and no live content answers it; one phrase from 5 leads in all."
        " One commitment was to move them."
    )
    assert marks(objections.draw_objections(told, 900, COLOURS, FAMILIES)) == [
        ("Too dear?, August 2026: 2 leads", (1, 2)),
        ("Too dear?, September 2026: 3 leads; Write the page (marketing, due 20 September 2026, kept)", (3, 4, 5)),
        ("Too dear?: 5 leads in this period", ids(5)),
    ]


def test_many_commitments_of_one_hat_are_one_hat_and_stand_in_the_words():
    def drawn(commitments: int):
        moving = tuple(Moving("2026-09", "sales", f"Call {n}", date(2026, 9, 20), "open") for n in range(commitments))
        line = ObjectionLine(1, "question", "Till?", (1, 2), ((1, 2),), True, moving)
        return objections.draw_objections(ObjectionsHeard(("2026-09",), (line,)), 900, COLOURS, FAMILIES)

    one, five = drawn(1), drawn(5)
    assert len(five.figure.axes[0].patches) == len(one.figure.axes[0].patches)
    assert "Call 4" in five.marks[0].words


def test_goals_say_how_many_are_met():
    leads = GoalLine("2026-09", "leads", 3, Actual(4, 4, ids(4)), Actual(2, 2, ids(2, 9)))
    kept = GoalLine("2026-09", "promise", 90, Actual(2, 3, ids(2)), Actual(0, 0, ()))
    told = GoalsMet("2026-09", (leads, kept), is_running=True, is_part=False, currency="EUR")
    assert goals.goals_sentence(told) == (
        "One of two goals of September 2026 is met; September still runs."
        " The promise is of three leads, too few to tell."
    )
    assert marks(goals.draw_goals(told, 900, COLOURS, FAMILIES)) == [
        ("Leads: 4, goal 3, the month before 2", ids(4)),
        ("Promise kept: 2 of 3, goal 90 %, the month before 0 of 0", (1, 2)),
    ]


def test_alignment_tells_the_last_score_and_the_one_before():
    scores = (MonthScore("2026-07", 4, 7), MonthScore("2026-08", 0, 0), MonthScore("2026-09", 6, 8))
    assert alignment.alignment_sentence(scores) == (
        "6 of the 8 checks that applied held in September 2026, after 4 of 7 in July 2026. One month has no review."
    )
    assert [mark.words for mark in alignment.draw_alignment(scores, 900, COLOURS, FAMILIES).marks][1] == (
        "August 2026: no review"
    )
