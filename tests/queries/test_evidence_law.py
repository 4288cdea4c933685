"""Whatever was judged, the evidence says what a naive reading of METRICS says, lead by lead."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from histories import days, insert, leads, write
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from naive_figures import _Naive

from bothhats.queries.evidence import read_evidence, version_evidence
from bothhats.queries.figures import Period

VERSIONS = (
    (1, date(2025, 12, 1), ("Owner-run", "Asked us")),
    (2, date(2026, 1, 1), ("OWNER-RUN ", "Wants it soon")),
    (3, date(2026, 1, 2), ("Wants it soon", "Asked us")),
)
STEPS = ("marketing_qualified", "sales_ready")


def write_versions(connection):
    """Three versions with the same words in both steps; the second rewrites one criterion in other letters."""
    for number, since, texts in VERSIONS:
        insert(connection, "definition", {"id": number, "number": number, "in_force_from": since})
        for step in STEPS:
            for place, text in enumerate(texts, 1):
                row = {"definition_id": number, "step": step, "kind": "fit", "must": 1, "text": text, "position": place}
                insert(connection, "criterion", row)


def answer(connection, ticks):
    """Each judgement is made by the version of its day; its criteria are answered as drawn."""
    judged = connection.execute("SELECT id, step, judged_on FROM judgement ORDER BY id").fetchall()
    for place, (judgement, step, on) in enumerate(judged):
        (version,) = connection.execute(
            "SELECT max(number) FROM definition WHERE in_force_from <= ?", (on,)
        ).fetchone() or (None,)
        connection.execute("UPDATE judgement SET definition_id = ? WHERE id = ?", (version, judgement))
        criteria = connection.execute(
            "SELECT id FROM criterion WHERE definition_id = ? AND step = ? ORDER BY position", (version, step)
        ).fetchall()
        for (criterion,), said in zip(criteria, ticks[place % len(ticks)], strict=False):
            if said:
                row = {"judgement_id": judgement, "criterion_id": criterion, "answer": said}
                insert(connection, "judgement_answer", row)


class _NaiveEvidence(_Naive):
    """Walks through all judgements of a lead again for every question."""

    def __init__(self, connection, as_of):
        super().__init__(connection, as_of, "EUR", 2)
        self.answers = connection.execute(
            "SELECT judgement_id, text, answer FROM judgement_answer a JOIN criterion c ON c.id = criterion_id"
            " ORDER BY a.id"
        ).fetchall()

    def last(self, lead, step):
        """The newest judgement of a step, unless it takes one back."""
        rows = [row for row in self.happened("judgement", lead, "judged_on") if row["step"] == step]
        return rows[-1] if rows and rows[-1]["verdict"] != "withdrawn" else None

    def group(self, lead):
        if self.qualified(lead):
            return "met"
        standing = [row for step in STEPS if (row := self.last(lead, step))]
        return "not_met" if any(row["verdict"] == "not_met" for row in standing) else "not_judged"

    def answered(self, lead, step, text):
        said = None
        for row in self.happened("judgement", lead, "judged_on"):
            if row["step"] == step and row["verdict"] == "withdrawn":
                said = None
            elif row["step"] == step:
                for judgement, of, answer in self.answers:
                    if judgement == row["id"] and of.strip().lower() == text.strip().lower():
                        said = answer
        return said

    def went(self, some):
        talked = [lead for lead in some if self.reached(lead, "conversation")]
        return [lead["id"] for lead in some], len(talked), len([lead for lead in some if self.reached(lead, "won")])


def told(went):
    """Ids, how many talked, how many closed; both of the same n."""
    assert went.talked.n == went.closed.n == len(went.lead_ids)
    return list(went.lead_ids), went.talked.k, went.closed.k


said = st.sampled_from([None, "yes", "yes", "no", "unknown"])


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(
    people=st.lists(leads(), max_size=7),
    ticks=st.lists(st.tuples(said, said), min_size=1, max_size=5),
    bounds=st.tuples(days, days).map(sorted),
    later=st.integers(0, 9),
)
def test_the_evidence_equals_the_naive_one(template, people, ticks, bounds, later):
    start, end = bounds
    as_of = end + timedelta(days=later - 4)
    with closing(sqlite3.connect(template)) as connection:
        write_versions(connection)
        write(connection, people, [], {})
        answer(connection, ticks)
        found = read_evidence(connection, Period(start, end, as_of))
        by_version = version_evidence(connection, as_of)
        naive = _NaiveEvidence(connection, as_of)
        connection.rollback()
    cohort = [
        lead for lead in naive.leads if naive.reached(lead, "lead") and start <= naive.reached(lead, "lead") <= end
    ]
    for name in ("met", "not_met", "not_judged"):
        assert told(getattr(found, name)) == naive.went([lead for lead in cohort if naive.group(lead) == name]), name
    in_force = max((number for number, since, _ in VERSIONS if since <= as_of), default=0)
    texts = VERSIONS[in_force - 1][2] if in_force else ()
    assert [(each.criterion.step, each.criterion.text) for each in found.criteria] == sorted(
        ((step, text) for step in STEPS for text in texts), key=lambda pair: texts.index(pair[1])
    )
    for each in found.criteria:
        for name in ("yes", "no", "unknown"):
            wanted = [lead for lead in cohort if naive.answered(lead, each.criterion.step, each.criterion.text) == name]
            assert told(getattr(each, name)) == naive.went(wanted), (each.criterion, name)
    for number, _, _ in VERSIONS:
        arrived = [lead for lead in naive.leads if naive.reached(lead, "lead")]
        standing = {
            lead["id"]: [
                row["verdict"] for step in STEPS if (row := naive.last(lead, step)) and row["definition_id"] == number
            ]
            for lead in arrived
        }
        not_met = [lead for lead in arrived if "not_met" in standing[lead["id"]]]
        met = [lead for lead in arrived if standing[lead["id"]] and lead not in not_met]
        if met or not_met:
            ids, *counts = told(by_version[number].met)
            assert (sorted(ids), *counts) == naive.went(met)
            ids, *counts = told(by_version[number].not_met)
            assert (sorted(ids), *counts) == naive.went(not_met)
        else:
            assert number not in by_version
