"""Objections, questions and claims, as the log dialog offers them."""

from datetime import date

from bothhats.domain.lead import Heard, TouchReport
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.queries.phrases import Phrase, claims_to_offer, likely, matching, phrases
from builders import TODAY, a_lead, talked

SEPTEMBER = date(2026, 9, 4)


def test_a_phrase_counts_the_people_of_the_last_month_in_which_it_was_heard(workspace):
    switching = workspace.objections.add("question", "Is switching a hassle?", SEPTEMBER)
    for name in ("Anna", "Bo"):
        lead = a_lead(workspace, name)
        for _ in range(2):
            workspace.touches.log(
                TouchReport(lead, TouchKind.CALL, SEPTEMBER, Direction.OUT, heard=(Heard(switching),)), TODAY
            )
    talked(workspace, a_lead(workspace, "Cy"), date(2026, 7, 1), heard="Is switching a hassle?")
    first = phrases(workspace.reader)[0]
    assert (first.kind, first.text, first.month, first.people) == ("question", "Is switching a hassle?", "2026-09", 2)


def test_a_retired_phrase_and_leads_in_the_bin_are_left_out(workspace):
    lead = a_lead(workspace)
    talked(workspace, lead, SEPTEMBER, heard="Too dear")
    workspace.objections.retire(workspace.objections.add("objection", "Old one", SEPTEMBER), TODAY)
    workspace.leads.bin([lead])
    assert [(phrase.text, phrase.people) for phrase in phrases(workspace.reader)] == [("Too dear", 0)]


def test_typed_text_finds_the_beginnings_of_words_before_their_middles():
    offered = [
        Phrase(1, "objection", "Bewitching colours"),
        Phrase(2, "question", "Is switching a hassle?"),
        Phrase(3, "objection", "My accountant must switch too"),
    ]
    assert [phrase.id for phrase in matching(offered, "SWI")] == [2, 3]
    assert [phrase.id for phrase in matching(offered, "witch")] == [1, 2, 3]
    assert [phrase.id for phrase in matching(offered, "account swi")] == [3]
    assert matching(offered, " ") == []


def test_no_more_than_five_matches_are_offered():
    assert len(matching([Phrase(n, "question", f"How much {n}?") for n in range(9)], "how")) == 5


def test_the_claims_of_the_leads_own_campaign_are_offered_first(workspace):
    newer = workspace.claims.add("A fixed price, no clock", TODAY)
    own = workspace.claims.add("Your books closed by the 5th", date(2026, 1, 1))
    workspace.claims.retire(workspace.claims.add("One app", TODAY), TODAY)
    lead = a_lead(workspace, campaign="Books by the 5th")
    campaign = workspace.reader.execute("SELECT campaign_id FROM lead WHERE id = ?", (lead,)).fetchone()[0]
    workspace.claims.say_in_campaign(campaign, [own])
    offered = claims_to_offer(workspace.reader, lead)
    assert [(claim.id, claim.is_of_campaign) for claim in offered] == [(own, True), (newer, False)]
    assert [claim.is_of_campaign for claim in claims_to_offer(workspace.reader, None)] == [False, False]


def test_words_that_somebody_said_find_the_phrases_that_share_most_of_them(workspace):
    for text in ("Is switching a hassle?", "Too dear", "Do you switch tills on weekends?"):
        workspace.objections.add("question", text, TODAY)
    offered = phrases(workspace.reader)
    assert [each.text for each in likely(offered, "she must switch the tills")] == [
        "Do you switch tills on weekends?", "Is switching a hassle?",
    ]  # fmt: skip
    assert likely(offered, "a is do") == []
