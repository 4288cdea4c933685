"""The funnel of a cohort and the lines of the home chart: who is behind each bar, and who is still open."""

from datetime import date

from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Outcome, SourceKind, Step, Verdict
from bothhats.queries.figures import Period
from bothhats.queries.funnel import Stopped, read_funnel
from bothhats.queries.home import read_home
from bothhats.queries.scope import Scope, read_cohort
from builders import a_lead, closed, stage_id, talked

PERIOD = Period(date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 15))


def march(day):
    return date(2026, 3, day)


def a_month(workspace):
    """Six leads of March by the letters of their names, and one of February."""
    people = {name: a_lead(workspace, name, source=source, today=march(2)) for name, source in _SOURCES.items()}
    talked(workspace, people["talked"], on=march(3))
    workspace.leads.move([people["offered"]], stage_id(workspace, "Proposal"), march(4))
    closed(workspace, people["won"], on=march(9))
    closed(workspace, people["lost"], Outcome.LOST, on=march(5))
    workspace.leads.park([people["parked"]], date(2026, 6, 1), march(3))
    for name in ("talked", "parked"):
        workspace.leads.judge(people[name], Judging(Step.MARKETING_QUALIFIED, Verdict.MET), march(3))
    a_lead(workspace, "February", source="Ad", today=date(2026, 2, 28))
    return people


_SOURCES = {"new": "Ad", "parked": "Ad", "lost": "Ad", "talked": "Referral", "offered": "Referral", "won": ""}


def test_each_step_of_the_funnel_knows_the_leads_behind_it(workspace):
    people = a_month(workspace)
    funnel = read_funnel(workspace.reader, Scope(PERIOD))
    assert funnel.leads == tuple(people.values())
    assert funnel.conversations == (people["talked"], people["offered"], people["won"])
    assert funnel.opportunities == (people["offered"], people["won"])
    assert funnel.closes == (people["won"],)


def test_where_the_others_stopped_and_how_they_stand(workspace):
    people = a_month(workspace)
    funnel = read_funnel(workspace.reader, Scope(PERIOD))
    before = (people["new"], people["parked"], people["lost"])
    assert funnel.stopped_before_conversation == Stopped(before, open=2, parked=1, endings=(("lost", 1),))
    assert funnel.stopped_before_opportunity == Stopped((people["talked"],), open=1, parked=0, endings=())
    assert funnel.stopped_before_close == Stopped((people["offered"],), open=1, parked=0, endings=())
    assert (funnel.open, funnel.parked) == (4, 1)


def test_the_judgement_stands_beside_the_ladder(workspace):
    people = a_month(workspace)
    funnel = read_funnel(workspace.reader, Scope(PERIOD))
    assert funnel.qualified == (people["parked"], people["talked"])
    assert funnel.qualified_talked == (people["talked"],)
    assert funnel.talked_not_judged == (people["offered"], people["won"])


def test_a_line_of_the_home_chart_is_a_source(workspace):
    people = a_month(workspace)
    lines = read_home(workspace.reader, Scope(PERIOD)).lines
    told = [(line.name, line.kind, len(line.leads), len(line.conversations), len(line.closes)) for line in lines]
    assert told == [
        ("Ad", SourceKind.MARKETING, 3, 0, 0),
        ("Referral", SourceKind.WORD_OF_MOUTH, 2, 2, 0),
        (None, None, 1, 1, 1),
    ]
    assert [(line.open_before_conversation, line.open_after_conversation) for line in lines] == [(2, 0), (0, 2), (0, 0)]
    assert lines[0].leads == (people["new"], people["parked"], people["lost"])


def test_a_cohort_can_be_of_some_sources_or_campaigns(workspace):
    people = a_month(workspace)
    spring = a_lead(workspace, "Spring", campaign="Spring", today=march(6))
    referral = workspace.reader.execute("SELECT id FROM source WHERE name = 'Referral'").fetchone()[0]

    def ids(**wanted):
        return [lead.id for lead in read_cohort(workspace.reader, Scope(PERIOD, **wanted))]

    assert ids(source_ids=frozenset({referral})) == [people["talked"], people["offered"]]
    assert ids(source_ids=frozenset({None})) == [people["won"], spring]
    assert ids(campaign_ids=frozenset({1})) == [spring]
    assert ids(source_ids=frozenset({referral}), campaign_ids=frozenset({1})) == []


def test_the_as_of_date_holds_for_the_funnel_too(workspace):
    people = a_month(workspace)
    funnel = read_funnel(workspace.reader, Scope(Period(march(1), march(31), march(3))))
    assert funnel.conversations == (people["talked"],)
    assert (funnel.open, funnel.parked) == (6, 1)
