"""The checklist of a lead: criteria in force, former answers, the verdict it has."""

from datetime import timedelta

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Step, Verdict
from bothhats.queries.criteria import checklist, verdict_now
from builders import TODAY, a_lead

FIT = Step.MARKETING_QUALIFIED


def written(workspace, *texts, on=TODAY):
    """A version of the definition with these musts."""
    workspace.definitions.write(IdealCustomer(), [Criterion(FIT, text) for text in texts], on)


def test_without_a_definition_there_is_nothing_to_tick(workspace):
    found = checklist(workspace.reader, a_lead(workspace), FIT, TODAY)
    assert (found.version, found.criteria, found.answers, found.verdict) == (None, (), {}, None)


def test_the_criteria_are_those_of_the_version_in_force_and_of_the_step(workspace):
    written(workspace, "Owner-run")
    written(workspace, "Someday", on=TODAY + timedelta(days=9))
    lead = a_lead(workspace)
    assert [each.text for each in checklist(workspace.reader, lead, FIT, TODAY).criteria] == ["Owner-run"]
    assert checklist(workspace.reader, lead, Step.SALES_READY, TODAY).criteria == ()


def test_an_answer_counts_on_for_a_criterion_that_a_new_version_kept(workspace):
    lead = a_lead(workspace)
    written(workspace, "Owner-run", "Two staff or more")
    first, second = checklist(workspace.reader, lead, FIT, TODAY).criteria
    workspace.leads.judge(lead, Judging(FIT, Verdict.NOT_MET, {first.id: "yes", second.id: "no"}), TODAY)
    written(workspace, "owner-run ", "Five staff or more")
    found = checklist(workspace.reader, lead, FIT, TODAY)
    assert {each.text: found.answers.get(each.id) for each in found.criteria} == {
        "owner-run ": "yes",
        "Five staff or more": None,
    }
    assert found.version == 2


def test_a_withdrawn_judgement_is_none(workspace):
    lead = a_lead(workspace)
    workspace.leads.judge(lead, Judging(FIT, Verdict.MET), TODAY)
    assert verdict_now(workspace.reader, lead, FIT) == Verdict.MET
    workspace.leads.judge(lead, Judging(FIT, Verdict.WITHDRAWN), TODAY)
    assert verdict_now(workspace.reader, lead, FIT) is None
