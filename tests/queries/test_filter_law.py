"""The filter against a second, naive reading of every lead, over random filters; the lists that it offers."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.follow_up import Standing, due
from bothhats.domain.lead import Judging, LeadRow, NextStep
from bothhats.domain.lead_filter import NOT_RECORDED, Judged, LeadFilter, NextContact, Qualified, View
from bothhats.domain.pipeline import Hat, Outcome, SourceKind, Step, Verdict
from bothhats.queries.board import read_board
from bothhats.queries.filter_lists import named_rows
from bothhats.queries.lead_list import lead_ids, matches, totals
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.views import counts
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, stage_id, talked

STAGES = ("New", "Qualified", "In conversation", "Proposal")
_STANDINGS = {
    NextContact.SLIPPED: lambda each: each.standing == Standing.SLIPPED,
    NextContact.TODAY: lambda each: each.standing in (Standing.TODAY, Standing.PROMISE) and each.days == 0,
    NextContact.AHEAD: lambda each: each.standing in (Standing.PLANNED, Standing.PROMISE) and each.days > 0,
    NextContact.NONE: lambda each: each.standing in (Standing.NO_STEP, Standing.SILENT, Standing.BACK),
    NextContact.SILENT: lambda each: each.standing == Standing.SILENT,
    NextContact.PARKED: lambda each: each.standing == Standing.PARKED,
}


def a_world(workspace: Workspace, seed: int, leads: int = 40) -> None:
    """Leads of every kind, each made in a few random steps."""
    chance = random.Random(seed)
    for n in range(leads):
        arrived = TODAY - timedelta(days=chance.randint(0, 40))
        lead_id = a_lead(
            workspace,
            f"Lead {n}",
            chance.choice(STAGES),
            arrived_on=arrived,
            value=chance.choice([None, 0, 500_00, 1000_00, 2000_00]),
            source=chance.choice(["", "Website", "Referral"]),
            campaign=chance.choice(["", "Spring", "Fair"]),
            tags=tuple(chance.sample(["studio", "fair", "warm"], chance.randint(0, 2))),
        )
        day = arrived + (TODAY - arrived) * chance.random()
        _go_on(workspace, chance, lead_id, day)
        if chance.random() < 0.2:
            workspace.leads.park([lead_id], TODAY + timedelta(days=chance.randint(-3, 9)), TODAY - timedelta(days=4))
        elif chance.random() < 0.3:
            closed(workspace, lead_id, chance.choice(list(Outcome)), day, reason=chance.choice(["", "price", "timing"]))
            if chance.random() < 0.2:
                workspace.leads.reopen([lead_id], TODAY)
        if chance.random() < 0.05:
            workspace.leads.bin([lead_id])


def _go_on(workspace: Workspace, chance: random.Random, lead_id: int, day: date) -> None:
    if chance.random() < 0.6:
        talked(workspace, lead_id, day, chance.choice(["", "Too dear", "Not now"]))
    if chance.random() < 0.4:
        step, verdict = chance.choice(list(Step)), chance.choice(list(Verdict))
        workspace.leads.judge(lead_id, Judging(step, verdict), day)
    if chance.random() < 0.4:
        workspace.follow_ups.set([lead_id], NextStep(TODAY + timedelta(days=chance.randint(-5, 9)), "Call"), day)


class Reading:
    """What a lead is, read row by row."""

    def __init__(self, workspace: Workspace, row: LeadRow) -> None:
        self._workspace, self.row = workspace, row
        self.campaign_id = self._one("SELECT campaign_id FROM lead WHERE id = ?")
        self.tags = self._all("SELECT tag_id FROM lead_tag WHERE lead_id = ?")
        self.objections = self._all("SELECT objection_id FROM hearing WHERE lead_id = ?")
        self.reason_id = self._one(
            "SELECT reason_id FROM outcome_change WHERE lead_id = ? ORDER BY happened_on DESC, id DESC LIMIT 1"
        )
        newest = dict(
            workspace.reader.execute(
                "SELECT step, verdict FROM judgement WHERE lead_id = ? ORDER BY judged_on, id", (row.id,)
            ).fetchall()
        )
        self.is_met = {step: newest.get(step.value) == "met" for step in Step}
        self.is_refused = "not_met" in newest.values()

    def passes(self, wanted: LeadFilter) -> bool:
        """Whether the filter lets it through."""
        row = self.row
        is_asked_for = wanted.ids is not None or wanted.outcomes or wanted.reason_ids
        if not is_asked_for and wanted.view != View.ALL and row.is_open != (wanted.view == View.OPEN):
            return False
        checks = [
            wanted.ids is None or row.id in wanted.ids,
            not wanted.source_ids or (row.source_id or NOT_RECORDED) in wanted.source_ids,
            not wanted.campaign_ids or (self.campaign_id or NOT_RECORDED) in wanted.campaign_ids,
            not wanted.stage_ids or row.stage_id in wanted.stage_ids,
            not wanted.hats or row.hat in wanted.hats,
            not wanted.outcomes or row.outcome in wanted.outcomes,
            not wanted.reason_ids or (not row.is_open and (self.reason_id or NOT_RECORDED) in wanted.reason_ids),
            not wanted.tag_ids or bool(self.tags & wanted.tag_ids),
            not wanted.objection_ids or bool(self.objections & wanted.objection_ids),
            not wanted.qualified or self._qualified() in wanted.qualified,
            not wanted.judged or self._judged() in wanted.judged,
            not wanted.next_contact or any(_STANDINGS[each](due(row, TODAY, 2)) for each in wanted.next_contact),
            wanted.value_from is None or (row.value is not None and row.value >= wanted.value_from),
            wanted.value_to is None or (row.value is not None and row.value <= wanted.value_to),
            wanted.arrived_from is None or row.arrived_on >= wanted.arrived_from,
            wanted.arrived_to is None or row.arrived_on <= wanted.arrived_to,
        ]
        return all(checks)

    def _qualified(self) -> Qualified:
        if self.is_met[Step.SALES_READY]:
            return Qualified.SALES_READY
        return Qualified.MARKETING if self.is_met[Step.MARKETING_QUALIFIED] else Qualified.NOT_YET

    def _judged(self) -> Judged:
        return Judged.MET if any(self.is_met.values()) else Judged.NOT_MET if self.is_refused else Judged.NEVER

    def _one(self, sql: str) -> int | None:
        row = self._workspace.reader.execute(sql, (self.row.id,)).fetchone()
        return row[0] if row else None

    def _all(self, sql: str) -> set[int]:
        return {row[0] for row in self._workspace.reader.execute(sql, (self.row.id,)).fetchall()}


def some(values: object) -> st.SearchStrategy[frozenset]:
    """Nothing, or a few of these."""
    return st.just(frozenset()) | st.just(frozenset()) | st.frozensets(st.sampled_from(list(values)), max_size=3)


def some_filter(workspace: Workspace, lists: dict[str, list[int]]) -> st.SearchStrategy[LeadFilter]:
    """Filters by what the file has."""
    maybe_value = st.none() | st.none() | st.sampled_from([0, 1, 500_00, 1500_00])
    maybe_day = st.none() | st.none() | st.dates(date(2026, 8, 25), date(2026, 10, 7))
    return st.builds(
        LeadFilter,
        view=st.sampled_from(View),
        source_ids=some([NOT_RECORDED, *lists["source"]]),
        campaign_ids=some([NOT_RECORDED, *lists["campaign"]]),
        stage_ids=some(lists["stage"]),
        hats=some(Hat),
        outcomes=some(Outcome),
        reason_ids=some([NOT_RECORDED, *lists["won_reason"], *lists["lost_reason"]]),
        next_contact=some(NextContact),
        qualified=some(Qualified),
        judged=some(Judged),
        tag_ids=some(lists["tag"]),
        objection_ids=some(lists["objection"]),
        value_from=maybe_value,
        value_to=maybe_value,
        arrived_from=maybe_day,
        arrived_to=maybe_day,
        ids=st.none() | st.none() | st.frozensets(st.integers(1, 40)),
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_filter_lets_through_what_a_naive_reading_lets_through(workspace: Workspace, seed: int, data) -> None:
    if not lead_ids(workspace.reader, LeadFilter(view=View.ALL), TODAY):
        a_world(workspace, seed)
    names = ("source", "campaign", "stage", "won_reason", "lost_reason", "tag", "objection")
    lists = {name: [row.id for row in named_rows(workspace.reader, name)] for name in names}
    wanted = data.draw(some_filter(workspace, lists))
    all_ids = [
        row[0] for row in workspace.reader.execute("SELECT id FROM lead WHERE binned_at IS NULL ORDER BY id").fetchall()
    ]
    expected = [
        row.id for row in lead_rows(workspace.reader, all_ids).values() if Reading(workspace, row).passes(wanted)
    ]

    found = matches(workspace.reader, wanted, TODAY)
    assert sorted(found.ids) == sorted(expected)
    assert found.totals == totals(workspace.reader, wanted, TODAY)
    assert counts(workspace.reader, [wanted], TODAY) == [len(expected)]
    _compare_board(workspace, wanted, expected)


def _compare_board(workspace: Workspace, wanted: LeadFilter, expected: list[int]) -> None:
    """A board shows the open ones of what is let through, in lanes or parked."""
    if wanted.view != View.OPEN:
        return
    board = read_board(workspace.reader, wanted, TODAY, 2)
    on_board = [lead_id for lane in board.lanes for lead_id in lane.ids] + list(board.parked)
    is_open = {row.id for row in lead_rows(workspace.reader, expected).values() if row.is_open}
    assert sorted(on_board) == sorted(is_open)
    if wanted.ids is None and not wanted.shows_ended:
        assert board.totals == totals(workspace.reader, wanted, TODAY)


def test_a_retired_source_is_offered_as_long_as_a_lead_has_it(workspace: Workspace) -> None:
    workspace.lists.add_source("Fair", SourceKind.MARKETING)
    workspace.lists.add_source("Radio", SourceKind.MARKETING)
    a_lead(workspace, source="Fair")
    with workspace.journal.step("retire"):
        workspace.journal.connection.execute("UPDATE source SET retired_on = '2026-10-01'")
    assert [row.name for row in named_rows(workspace.reader, "source")] == ["Fair"]


def test_objections_are_offered_by_how_many_people_raised_them(workspace: Workspace) -> None:
    one, two = a_lead(workspace), a_lead(workspace)
    rare, often = (workspace.objections.add("objection", text, TODAY) for text in ("Not now", "Too dear"))
    workspace.objections.hear(rare, one, TODAY)
    workspace.objections.hear(rare, one, TODAY)
    workspace.objections.hear(often, one, TODAY)
    workspace.objections.hear(often, two, TODAY)
    workspace.objections.add("question", "Never asked", TODAY)
    assert [row.id for row in named_rows(workspace.reader, "objection")] == [often, rare]


def test_a_reason_brings_its_ended_leads_whatever_the_view_says(workspace: Workspace) -> None:
    lost, without = a_lead(workspace, "Lost"), a_lead(workspace, "Without")
    a_lead(workspace, "Open", stage_id=stage_id(workspace, "Proposal"))
    closed(workspace, lost, Outcome.LOST, reason="price")
    closed(workspace, without, Outcome.LOST)
    price = next(row.id for row in named_rows(workspace.reader, "lost_reason") if row.name == "price")
    assert lead_ids(workspace.reader, LeadFilter(reason_ids=frozenset({price})), TODAY) == [lost]
    assert lead_ids(workspace.reader, LeadFilter(reason_ids=frozenset({NOT_RECORDED})), TODAY) == [without]


@pytest.mark.parametrize(("days", "is_silent"), [(7, False), (8, True)])
def test_a_lead_is_silent_when_its_last_touch_is_longer_ago_than_the_rhythm(
    workspace: Workspace, days: int, is_silent: bool
) -> None:
    lead_id = a_lead(workspace, stage="Proposal", arrived_on=TODAY - timedelta(days=30))
    talked(workspace, lead_id, TODAY - timedelta(days=days))
    found = lead_ids(workspace.reader, LeadFilter(next_contact=frozenset({NextContact.SILENT})), TODAY)
    assert found == [lead_id] * is_silent
