"""What a calendar shows: the follow-ups of open leads and the open commitments."""

from datetime import timedelta

from bothhats.queries.calendar_entries import dated_things
from builders import TODAY, a_lead


def test_a_follow_up_while_its_lead_is_parked_waits_and_one_behind_it_stands(workspace):
    while_parked, behind = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    until = TODAY + timedelta(days=30)
    workspace.leads.park([while_parked, behind], until, TODAY)
    with workspace.journal.step("As an import brings them"):
        for lead_id, on in ((while_parked, until - timedelta(days=1)), (behind, until)):
            workspace.journal.connection.execute(
                "UPDATE lead SET follow_up_on = ?, next_step = 'Call' WHERE id = ?", (on.isoformat(), lead_id)
            )
    assert [(each.about, each.on) for each in dated_things(workspace.reader)] == [("Bo", until)]
