"""A second implementation of the report, written from the words of METRICS alone: slow, plain and on purpose so.

It shares no code with the product. Tables are lists of dicts; every question walks through all of them again.
"""

import math
import sqlite3
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

LADDER = ["lead", "conversation", "opportunity", "won"]
TABLES = ("lead", "stage_change", "outcome_change", "touch", "judgement", "parking", "spend", "source", "campaign")
DIGITS = {"EUR": 2, "JPY": 0, "TND": 3}


def naive_report(connection: sqlite3.Connection, start, end, as_of, by, currency="EUR", promise_days=2):
    return _Naive(connection, as_of, currency, promise_days).document(start, end, by)


def _rows(connection, table):
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _day(text):
    return date.fromisoformat(text)


class _Naive:
    def __init__(self, connection, as_of, currency, promise_days):
        self.as_of = as_of
        self.currency = currency
        self.promise_days = promise_days
        self.tables = {table: _rows(connection, table) for table in TABLES}
        self.leads = [lead for lead in self.tables["lead"] if lead["binned_at"] is None]

    def happened(self, table, lead, column):
        """What is dated later than the as-of date has not happened; in the order in which it happened."""
        rows = [row for row in self.tables[table] if row["lead_id"] == lead["id"] and _day(row[column]) <= self.as_of]
        return sorted(rows, key=lambda row: (_day(row[column]), row["id"]))

    def standing_outcomes(self, lead):
        rows = self.happened("outcome_change", lead, "happened_on")
        for place in reversed(range(len(rows))):
            if rows[place]["outcome"] == "reopened":
                return rows[place + 1 :]
        return rows

    def outcome(self, lead):
        rows = self.standing_outcomes(lead)
        return (rows[-1]["outcome"], _day(rows[-1]["happened_on"])) if rows else (None, None)

    def wins(self, lead):
        return [_day(row["happened_on"]) for row in self.standing_outcomes(lead) if row["outcome"] == "won"]

    def reached(self, lead, milestone):
        if milestone == "lead":
            return _day(lead["arrived_on"]) if _day(lead["arrived_on"]) <= self.as_of else None
        later = LADDER[LADDER.index(milestone) :]
        days = [
            _day(change["entered_on"])
            for change in self.happened("stage_change", lead, "entered_on")
            if change["milestone"] in later
        ]
        if milestone == "conversation":
            days += [
                _day(touch["happened_on"]) for touch in self.happened("touch", lead, "happened_on") if touch["two_way"]
            ]
        return min(days + self.wins(lead), default=None)

    def judged(self, lead, step):
        rows = [row for row in self.happened("judgement", lead, "judged_on") if row["step"] == step]
        since = None
        for row in rows:
            if row["verdict"] != "met":
                since = None
            elif since is None:
                since = _day(row["judged_on"])
        return since

    def qualified(self, lead):
        days = [self.judged(lead, "marketing_qualified"), self.judged(lead, "sales_ready")]
        return min((day for day in days if day is not None), default=None)

    def contacted(self, lead):
        days = self.wins(lead)[:1]
        for touch in self.happened("touch", lead, "happened_on"):
            if touch["direction"] == "out" or touch["two_way"]:
                days.append(_day(touch["happened_on"]))
        for change in self.happened("stage_change", lead, "entered_on"):
            if change["milestone"] in ("conversation", "opportunity"):
                days.append(_day(change["entered_on"]))
        return min((day for day in days if day >= _day(lead["arrived_on"])), default=None)

    def parked(self, lead):
        if self.outcome(lead)[0] is not None:
            return False
        for parking in self.tables["parking"]:
            if parking["lead_id"] != lead["id"]:
                continue
            began = _day(parking["parked_on"]) <= self.as_of < _day(parking["until"])
            woken = parking["woken_on"] is not None and _day(parking["woken_on"]) <= self.as_of
            if began and not woken:
                return True
        return False

    def document(self, start, end, by):
        end = end or self.as_of
        if start is None:
            start = min([_day(lead["arrived_on"]) for lead in self.leads] + [end])
        document = {
            "from": str(start),
            "to": str(end),
            "as_of": str(self.as_of),
            "currency": self.currency,
            **self.members(self.leads, self.tables["spend"], start, end),
        }
        for kind in ("source", "campaign"):
            if kind in by:
                document[f"by_{kind}"] = self.by_name(kind, start, end)
        if "month" in by:
            document["by_month"] = self.by_month(start, end)
        return document

    def by_name(self, kind, start, end):
        found = []
        for row in [*sorted(self.tables[kind], key=lambda row: row["name"]), None]:
            wanted = row["id"] if row else None
            leads = [lead for lead in self.leads if lead[f"{kind}_id"] == wanted]
            spend = [entry for entry in self.tables["spend"] if row and self.counts_under(entry, kind, wanted)]
            members = self.members(leads, spend, start, end)
            spent = self.spent(spend, start, end)
            if spent or any(members["arrived"].values()) or any(members["events"].values()):
                found.append({kind: row["name"] if row else None, **members, **self.costs(members["arrived"], spent)})
        return found

    def counts_under(self, entry, kind, wanted):
        if kind == "campaign" or entry["campaign_id"] is None:
            return entry[f"{kind}_id"] == wanted
        campaign = next(row for row in self.tables["campaign"] if row["id"] == entry["campaign_id"])
        return campaign["source_id"] == wanted

    def by_month(self, start, end):
        months = []
        day = start
        while day <= end:
            if not months or months[-1][0] != day.strftime("%Y-%m"):
                months.append([day.strftime("%Y-%m"), day, day])
            months[-1][2] = day
            day += timedelta(days=1)
        return [
            {"month": month, **self.members(self.leads, self.tables["spend"], first, last)}
            for month, first, last in months
        ]

    def members(self, leads, spend, start, end):
        def within(day):
            return day is not None and start <= day <= end

        cohort = [lead for lead in leads if within(self.reached(lead, "lead"))]
        arrived = self.arrived(cohort)
        return {
            "arrived": arrived,
            "events": self.events(leads, within),
            "rates": {
                "lead_to_conversation": self.rate(arrived["conversations"], arrived["leads"]),
                "lead_to_opportunity": self.rate(arrived["opportunities"], arrived["leads"]),
                "conversation_to_close": self.rate(arrived["closes"], arrived["conversations"]),
                "lead_to_close": self.rate(arrived["closes"], arrived["leads"]),
                "follow_up": self.follow_up(cohort),
                "win": self.win(leads, within),
            },
            "cycle_days": self.cycle(cohort),
            "revenue": self.revenue(leads, within),
            "spend": self.money(self.spent(spend, start, end)),
        }

    def arrived(self, cohort):
        endings = [self.outcome(lead)[0] for lead in cohort]
        return {
            "leads": len(cohort),
            "qualified": len([1 for lead in cohort if self.qualified(lead)]),
            "sales_ready": len([1 for lead in cohort if self.judged(lead, "sales_ready")]),
            "conversations": len([1 for lead in cohort if self.reached(lead, "conversation")]),
            "opportunities": len([1 for lead in cohort if self.reached(lead, "opportunity")]),
            "closes": len([1 for lead in cohort if self.reached(lead, "won")]),
            "lost": endings.count("lost"),
            "no_decision": endings.count("no_decision"),
            "not_a_fit": endings.count("not_a_fit"),
            "open": endings.count(None),
            "parked": len([1 for lead in cohort if self.parked(lead)]),
        }

    def events(self, leads, within):
        endings = [self.outcome(lead)[0] for lead in leads if within(self.outcome(lead)[1])]
        return {
            "leads": len([1 for lead in leads if within(self.reached(lead, "lead"))]),
            "qualified": len([1 for lead in leads if within(self.qualified(lead))]),
            "sales_ready": len([1 for lead in leads if within(self.judged(lead, "sales_ready"))]),
            "conversations": len([1 for lead in leads if within(self.reached(lead, "conversation"))]),
            "opportunities": len([1 for lead in leads if within(self.reached(lead, "opportunity"))]),
            "closes": len([1 for lead in leads if within(self.reached(lead, "won"))]),
            "lost": endings.count("lost"),
            "no_decision": endings.count("no_decision"),
            "not_a_fit": endings.count("not_a_fit"),
        }

    def follow_up(self, cohort):
        kept = asked = 0
        for lead in cohort:
            last_day = _day(lead["arrived_on"]) + timedelta(days=self.promise_days)
            contact = self.contacted(lead)
            ended_on = self.outcome(lead)[1]
            if contact is not None:
                asked += 1
                kept += (contact - _day(lead["arrived_on"])).days <= self.promise_days
            elif ended_on is not None and ended_on <= last_day:
                continue
            elif self.as_of > last_day:
                asked += 1
        return self.rate(kept, asked)

    def win(self, leads, within):
        endings = [self.outcome(lead)[0] for lead in leads if within(self.outcome(lead)[1])]
        return self.rate(endings.count("won"), len([1 for ending in endings if ending != "not_a_fit"]))

    def cycle(self, cohort):
        won = [lead for lead in cohort if self.reached(lead, "won")]
        days = sorted((self.reached(lead, "won") - _day(lead["arrived_on"])).days for lead in won)
        if not days:
            return {"n": 0, "median": None, "q1": None, "q3": None}
        return {
            "n": len(days),
            **{name: _quantile(days, q) for name, q in (("median", 0.5), ("q1", 0.25), ("q3", 0.75))},
        }

    def revenue(self, leads, within):
        values = [lead["value"] for lead in leads if within(self.reached(lead, "won"))]
        known = [value for value in values if value is not None]
        return {"amount": self.money(sum(known)), "n": len(known), "without_value": values.count(None)}

    def spent(self, spend, start, end):
        total = 0
        for entry in spend:
            first, last = _day(entry["starts_on"]), _day(entry["ends_on"])
            days = (last - first).days + 1
            each = int((Decimal(entry["amount"]) / days).quantize(Decimal(1), ROUND_HALF_UP))
            amounts = [each] * (days - 1) + [entry["amount"] - each * (days - 1)]
            for number, amount in enumerate(amounts):
                day = first + timedelta(days=number)
                if start <= day <= end and day <= self.as_of:
                    total += amount
        return total

    def costs(self, arrived, spent):
        def cost(divisor):
            if not spent or not divisor:
                return None
            return self.money(int((Decimal(spent) / divisor).quantize(Decimal(1), ROUND_HALF_UP)))

        return {
            "cost_per_lead": cost(arrived["leads"]),
            "cost_per_qualified": cost(arrived["qualified"]),
            "cost_per_conversation": cost(arrived["conversations"]),
            "cac": cost(arrived["closes"]),
        }

    def money(self, amount):
        digits = DIGITS[self.currency]
        return f"{Decimal(amount).scaleb(-digits):.{digits}f}"

    def rate(self, k, n):
        if n == 0:
            return {"k": k, "n": n, "rate": None, "low": None, "high": None}
        z = 1.959964
        centre = (k + z * z / 2) / (n + z * z)
        half = z / (n + z * z) * math.sqrt(k * (n - k) / n + z * z / 4)
        return {"k": k, "n": n, "rate": k / n, "low": max(0.0, centre - half), "high": min(1.0, centre + half)}


def _quantile(days, q):
    place = (len(days) - 1) * q
    below = math.floor(place)
    above = min(below + 1, len(days) - 1)
    return days[below] + (days[above] - days[below]) * (place - below)
