"""A second implementation of the charts' figures, from the words of METRICS alone; see naive_figures."""

import itertools
import math
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from naive_figures import _day, _Naive, _quantile, _rows

MORE = ("claim", "claim_heard", "objection", "hearing", "stage", "goal", "goal_end", "asset", "asset_answer")


class NaiveCharts(_Naive):
    """The file as of a day, for a period and some sources and campaigns; leads are told by their ids."""

    def __init__(self, connection, scope, promise_days=2):
        super().__init__(connection, scope.as_of, "EUR", promise_days)
        self.tables |= {table: _rows(connection, table) for table in MORE}
        self.start, self.end = scope.period.start, scope.period.end
        self.everyone = self.leads
        self.scope = scope
        self.leads = [lead for lead in self.everyone if self.is_chosen(lead["source_id"], lead["campaign_id"])]

    def is_chosen(self, source_id, campaign_id):
        sources, campaigns = self.scope.source_ids, self.scope.campaign_ids
        return (sources is None or source_id in sources) and (campaigns is None or campaign_id in campaigns)

    def within(self, day, start=None, end=None):
        return day is not None and (start or self.start) <= day <= (end or self.end) and day <= self.as_of

    def cohort(self, start=None, end=None):
        return [lead for lead in self.leads if self.within(_day(lead["arrived_on"]), start, end)]

    @cached_property
    def months(self):
        """Each month with its first and last day in the period; from the period's first to the one of as-of."""
        found = {}
        day = self.start
        while day <= self.end and (day <= self.as_of or day.strftime("%Y-%m") in found or not found):
            found.setdefault(day.strftime("%Y-%m"), []).append(day)
            day += timedelta(days=1)
        return [(month, days[0], days[-1]) for month, days in found.items()]

    def year(self):
        """The first of the twelve months' days."""
        year, month, day = self.as_of.year - 1, self.as_of.month, self.as_of.day
        while True:
            try:
                return self.as_of.replace(year=year, month=month, day=day) + timedelta(days=1)
            except ValueError:
                day -= 1

    def quartiles(self, leads):
        days = sorted((self.reached(lead, "won") - _day(lead["arrived_on"])).days for lead in leads)
        if not days:
            return (0, None, None, None)
        return (len(days), *(float(_quantile(days, q)) for q in (0.5, 0.25, 0.75)))

    def rates(self, from_milestone, to_milestone):
        found = {}
        for lead in self.cohort():
            if self.reached(lead, from_milestone) is None:
                continue
            of, reached, still_open = found.get(lead["source_id"], ([], [], 0))
            went_on = self.reached(lead, to_milestone) is not None
            is_open = self.outcome(lead)[0] is None and not went_on
            line = ([*of, lead["id"]], reached + [lead["id"]] * went_on, still_open + is_open)
            found[lead["source_id"]] = line
        return found

    def funnel(self):
        """Who reached each step; where the others stopped: who, how many still open, how many of these parked, ends."""
        steps = ("lead", "conversation", "opportunity", "won")
        came = [[lead for lead in self.cohort() if self.reached(lead, step) is not None] for step in steps]
        stopped = []
        for here, further in itertools.pairwise(came):
            left = [lead for lead in here if lead not in further]
            ends = [self.outcome(lead)[0] for lead in left]
            parked = [lead for lead in left if self.parked(lead)]
            ended = {end: ends.count(end) for end in ends if end is not None}
            stopped.append(([lead["id"] for lead in left], ends.count(None), len(parked), ended))
        return [[lead["id"] for lead in leads] for leads in came], stopped

    def beside_the_funnel(self):
        """Qualified, those of them who talked, and who talked without; open and parked."""
        everyone = self.cohort()
        judged = {lead["id"]: self.qualified(lead) is not None for lead in everyone}
        talked = [lead["id"] for lead in everyone if self.reached(lead, "conversation") is not None]
        is_open = [lead for lead in everyone if self.outcome(lead)[0] is None]
        return (
            [lead_id for lead_id, is_judged in judged.items() if is_judged],
            [lead_id for lead_id in talked if judged[lead_id]],
            [lead_id for lead_id in talked if not judged[lead_id]],
            len(is_open),
            len([lead for lead in is_open if self.parked(lead)]),
        )

    def cohorts(self):
        won_lately = [lead for lead in self.everyone if self.within(self.reached(lead, "won"), self.year(), self.as_of)]
        median = self.quartiles(won_lately)[1]
        told = {}
        for month, first, last in self.months:
            leads = self.cohort(first, last)
            age = (self.as_of - last).days
            told[month] = (
                *(
                    [lead["id"] for lead in leads if reached(lead) is not None]
                    for reached in (
                        lambda lead: self.reached(lead, "lead"),
                        self.qualified,
                        lambda lead: self.reached(lead, "conversation"),
                        lambda lead: self.reached(lead, "opportunity"),
                        lambda lead: self.reached(lead, "won"),
                    )
                ),
                len([lead for lead in leads if self.outcome(lead)[0] is None]),
                age < 0 if median is None else age < median,
            )
        return told

    def kept(self, lead):
        asked = self.follow_up([lead])
        return bool(asked["k"]) if asked["n"] else None

    def speed(self):
        months = {
            month: tuple(
                [lead["id"] for lead in self.cohort(first, last) if self.kept(lead) is kept]
                for kept in (True, False, None)
            )
            for month, first, last in self.months
        }
        days = {}
        for lead in self.cohort():
            contact = self.contacted(lead)
            if contact is not None:
                days.setdefault((contact - _day(lead["arrived_on"])).days, []).append(lead["id"])
        every = sorted(day for day, ids in days.items() for _ in ids)
        median = _quantile(every, 0.5) if every else None
        never = [lead["id"] for lead in self.cohort() if self.contacted(lead) is None]
        return months, days, never, median

    def cycles(self):
        won = [lead for lead in self.cohort() if self.reached(lead, "won")]
        by_source = {}
        for lead in won:
            by_source.setdefault(lead["source_id"], []).append(lead)
        return self.quartiles(won), {source: self.quartiles(leads) for source, leads in by_source.items()}

    def is_open_now(self, lead):
        return self.outcome(lead)[0] is None and _day(lead["arrived_on"]) <= self.as_of

    def velocity(self):
        def lately(day):
            return self.within(day, self.year(), self.as_of)

        waiting = [lead for lead in self.leads if self.is_open_now(lead) and self.reached(lead, "opportunity")]
        win = self.win(self.leads, lately)
        won = [lead for lead in self.leads if lately(self.reached(lead, "won"))]
        values = [lead["value"] for lead in won if lead["value"] is not None]
        cycle = self.quartiles(won)
        per_day = None
        if min(len(waiting), win["n"], len(values), cycle[0]) >= 5 and cycle[1] > 0:
            exact = Fraction(len(waiting)) * Fraction(win["k"], win["n"]) * Fraction(sum(values), len(values))
            exact /= Fraction(cycle[1])
            per_day = math.floor(exact + Fraction(1, 2))
        return [lead["id"] for lead in waiting], (win["k"], win["n"]), sum(values), len(values), cycle, per_day

    def stage(self, lead):
        """Where it stood at the end of the day; where nothing came after that, where it stands now."""
        changes = [
            row for row in self.tables["stage_change"] if row["lead_id"] == lead["id"] and row["stage_id"] is not None
        ]
        before = sorted(
            (row for row in changes if _day(row["entered_on"]) <= self.as_of),
            key=lambda row: (row["entered_on"], row["id"]),
        )
        was_moved_later = len(before) < len(changes)
        stands = before[-1]["stage_id"] if was_moved_later and before else lead["stage_id"]
        return stands, {row["stage_id"] for row in before} | {stands}

    def forecast(self):
        told = {}
        for stage in self.tables["stage"]:
            here = [lead for lead in self.leads if self.is_open_now(lead) and self.stage(lead)[0] == stage["id"]]
            past = [
                self.outcome(lead)[0]
                for lead in self.everyone
                if self.outcome(lead)[0] is not None and stage["id"] in self.stage(lead)[1]
            ]
            values = [lead["value"] for lead in here if lead["value"] is not None]
            chance = (past.count("won") + Fraction(stage["chance"], 100) * 4) / (len(past) + 4)
            expected = math.floor(sum(values) * chance + Fraction(1, 2))
            ids = [lead["id"] for lead in here]
            told[stage["id"]] = (ids, sum(values), len(here) - len(values), past.count("won"), len(past), expected)
        return told

    def kind(self, lead):
        return next((row["kind"] for row in self.tables["source"] if row["id"] == lead["source_id"]), None)

    def sourced(self):
        told = {}
        for kind in ("marketing", "outreach", "word_of_mouth", None):
            here = [lead for lead in self.leads if self.is_open_now(lead) and self.kind(lead) == kind]
            values = [lead["value"] for lead in here if lead["value"] is not None]
            told[kind] = ([lead["id"] for lead in here], sum(values), len(here) - len(values))
        return told

    def chosen_spend(self, source):
        found = []
        for entry in self.tables["spend"]:
            campaign = next((row for row in self.tables["campaign"] if row["id"] == entry["campaign_id"]), None)
            under = campaign["source_id"] if campaign else entry["source_id"]
            if under == source and self.is_chosen(under, entry["campaign_id"]):
                found.append(entry)
        return self.spent(found, self.start, self.end)

    def costs_by_source(self):
        told = {}
        for source in [*(row["id"] for row in self.tables["source"]), None]:
            leads = [lead for lead in self.cohort() if lead["source_id"] == source]
            spent = self.chosen_spend(source) if source else 0
            if not leads and not spent:
                continue
            counts = self.arrived(leads)
            of = [counts[name] for name in ("leads", "qualified", "conversations", "closes")]
            told[source] = (spent, of, [self.cost(spent, n) for n in of])
        return told, self.chosen_spend(None)

    def cost(self, spent, n):
        return int((Decimal(spent) / n).quantize(Decimal(1), ROUND_HALF_UP)) if spent and n else None

    def revenues(self, by):
        told = {}
        for lead in self.leads:
            won_on = self.reached(lead, "won")
            if not self.within(won_on):
                continue
            ids, amount, without, months = told.setdefault(
                lead[by], [[], 0, 0, {month: 0 for month, _, _ in self.months}]
            )
            ids.append(lead["id"])
            months[won_on.strftime("%Y-%m")] += lead["value"] or 0
            told[lead[by]] = [ids, amount + (lead["value"] or 0), without + (lead["value"] is None), months]
        return {
            key: (ids, amount, without, list(months.values())) for key, (ids, amount, without, months) in told.items()
        }

    def ended(self):
        return [lead for lead in self.leads if self.within(self.outcome(lead)[1])]

    def reasons(self, is_won):
        told = {}
        for lead in self.ended():
            last = self.standing_outcomes(lead)[-1]
            if (last["outcome"] == "won") is is_won:
                ids, months = told.setdefault(last["reason_id"], ([], {month: 0 for month, _, _ in self.months}))
                ids.append(lead["id"])
                months[last["happened_on"][:7]] += 1
        return {reason: (ids, list(months.values())) for reason, (ids, months) in told.items()}

    def waste(self):
        told = {}
        for lead in self.ended():
            mark = self.standing_outcomes(lead)[-1]["waste"]
            ended, wasted, blank = told.setdefault(lead["source_id"], ([], [], []))
            ended.append(lead["id"])
            wasted += [lead["id"]] * (mark == 1)
            blank += [lead["id"]] * (mark is None)
        return told

    def talked(self):
        return {
            lead["id"]
            for lead in self.leads
            for touch in self.happened("touch", lead, "happened_on")
            if touch["two_way"] and self.within(_day(touch["happened_on"]))
        }

    def who_said(self, table, column, wanted, **what):
        return {
            lead["id"]
            for lead in self.leads
            for row in self.happened(table, lead, "heard_on")
            if row[column] == wanted
            and self.within(_day(row["heard_on"]))
            and all(
                row["heard_on"][:7] == value if name == "month" else row[name] == value for name, value in what.items()
            )
        }

    def claims(self):
        told = {}
        for claim in self.tables["claim"]:
            last = min(self.end, self.as_of)
            is_made = _day(claim["since"]) <= last and not (
                claim["retired_on"] and _day(claim["retired_on"]) <= self.start
            )
            came_up = self.who_said("claim_heard", "claim_id", claim["id"])
            if not is_made and not came_up:
                continue
            verdicts = [
                sorted(self.who_said("claim_heard", "claim_id", claim["id"], verdict=verdict))
                for verdict in ("landed", "doubted", "not_wanted")
            ]
            told[claim["id"]] = (*verdicts, sorted(self.talked() - came_up))
        return told

    def objections(self):
        told = {}
        for row in self.tables["objection"]:
            people = self.who_said("hearing", "objection_id", row["id"])
            if people:
                by_month = [
                    sorted(self.who_said("hearing", "objection_id", row["id"], month=month))
                    for month, _, _ in self.months
                ]
                told[row["id"]] = (sorted(people), by_month, self.is_answered(row["id"]))
        return told

    def is_answered(self, objection_id):
        live = [asset["id"] for asset in self.tables["asset"] if asset["status"] == "live"]
        answers = [row["asset_id"] for row in self.tables["asset_answer"] if row["objection_id"] == objection_id]
        return any(asset in live for asset in answers)

    def goals(self):
        told = {}
        for month, _, _ in self.months:
            for figure in ("leads", "conversations", "closes", "revenue", "promise"):
                set_by_then = [row for row in self.tables["goal"] if row["figure"] == figure and row["month"] <= month]
                newest = max(set_by_then, key=lambda row: (row["month"], row["id"]), default=None)
                ends = [row["month"] for row in self.tables["goal_end"] if row["figure"] == figure]
                if newest and not any(newest["month"] < end <= month for end in ends):
                    goal = newest["amount"]
                    first = _day(f"{month}-01")
                    before = (first - timedelta(days=1)).replace(day=1)
                    told[month, figure] = (goal, self.actual(figure, first), self.actual(figure, before))
        return told

    def actual(self, figure, first):
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if figure == "promise":
            rate = self.follow_up(self.cohort(first, last))
            return rate["k"], rate["n"]
        milestone = {"leads": "lead", "conversations": "conversation"}.get(figure, "won")
        came = [lead for lead in self.leads if self.within(self.reached(lead, milestone), first, last)]
        return (sum(lead["value"] or 0 for lead in came) if figure == "revenue" else len(came)), len(came)

    def evidence(self):
        """Met: judged qualified; did not: the newest judgement of a step says so; the others are not judged."""
        told = {"met": [], "not_met": [], "not_judged": []}
        for lead in self.cohort():
            rows = self.happened("judgement", lead, "judged_on")
            newest = {row["step"]: row["verdict"] for row in rows}
            name = "not_met" if "not_met" in newest.values() else "not_judged"
            told["met" if self.qualified(lead) else name].append(lead)
        return {
            name: (
                [lead["id"] for lead in leads],
                len([lead for lead in leads if self.reached(lead, "conversation")]),
                len([lead for lead in leads if self.reached(lead, "won")]),
            )
            for name, leads in told.items()
        }
