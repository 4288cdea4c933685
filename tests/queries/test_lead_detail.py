"""One lead's facts and its history."""

from datetime import date

from bothhats.domain.lead import AssetUsed, ClaimHeard, Heard, Judging, NextStep, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, SourceKind, Step, TouchKind, Verdict
from bothhats.domain.search_text import word_places
from bothhats.queries.lead_detail import JudgedStep, lead_detail
from bothhats.queries.lead_found import Found, found_in
from bothhats.queries.lead_history import Happening, lead_history
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, stage_id, talked

DAY = date(2026, 9, 4)


def words(workspace: Workspace, lead_id: int) -> list[str]:
    """The timeline, newest first, in its words."""
    return [happening.words for happening in lead_history(workspace.reader, lead_id)]


def test_the_detail_has_what_stands_around_the_row(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, "Priya Nair", source="Website", notes="Met at the fair", tags=("studio", "north"))
    workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.NOT_MET), DAY)
    workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET, note="Now it fits"), TODAY)

    detail = lead_detail(workspace.reader, lead_id)
    assert detail is not None
    assert (detail.row.name, detail.notes, detail.source_kind) == (
        "Priya Nair",
        "Met at the fair",
        SourceKind.MARKETING,
    )
    assert sorted(detail.tags) == ["north", "studio"]
    assert detail.judgements == (JudgedStep(Step.MARKETING_QUALIFIED, Verdict.MET, TODAY, None, "Now it fits"),)
    assert lead_detail(workspace.reader, lead_id + 1) is None


def test_an_ended_lead_tells_how_and_a_parked_one_why(workspace: Workspace) -> None:
    ended, parked = a_lead(workspace, "Ended"), a_lead(workspace, "Parked")
    closed(workspace, ended, Outcome.LOST, reason="price", words="Too dear for us", waste=True)
    workspace.leads.park([parked], date(2026, 11, 2), TODAY, "timing", "moving her studio")

    first, second = lead_detail(workspace.reader, ended), lead_detail(workspace.reader, parked)
    assert first is not None
    assert second is not None
    assert (first.outcome_reason, first.outcome_words, first.waste) == ("price", "Too dear for us", True)
    assert (second.parking_reason, second.parking_note) == ("timing", "moving her studio")


def test_the_history_tells_everything_newest_first(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, "Anna", today=date(2026, 9, 1))
    talked(workspace, lead_id, DAY, next_step=NextStep(date(2026, 9, 10), "Send the quote"))
    workspace.leads.move([lead_id], stage_id(workspace, "Proposal"), date(2026, 9, 12))
    workspace.follow_ups.snooze([lead_id], date(2026, 9, 20), date(2026, 9, 13))
    workspace.leads.park([lead_id], date(2026, 11, 2), date(2026, 9, 14), "timing")
    closed(workspace, lead_id, Outcome.WON, date(2026, 9, 30), reason="price")

    told = words(workspace, lead_id)
    assert told[0] == "Won: price"
    assert told[1:4] == ["Parked until 2 Nov: timing", "Moved: Send the quote", "Moved to Proposal"]
    assert told[4:] == ["Call, a real conversation", "Moved to In conversation", "Arrived"]


def test_a_touch_carries_what_was_heard_claimed_and_used(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, "Anna", today=DAY)
    asset_id = workspace.assets.add("page", "Pricing page", DAY)
    workspace.touches.log(
        TouchReport(
            lead_id,
            TouchKind.CALL,
            DAY,
            Direction.OUT,
            two_way=True,
            note="Long talk",
            heard=(Heard(kind="question", text="Is switching a hassle?", words="I would lose a weekend"),),
            claims=(ClaimHeard("landed", text="Closed by the 5th."),),
            assets=(AssetUsed(asset_id, helped=True),),
        ),
        DAY,
    )

    touch = next(happening for happening in lead_history(workspace.reader, lead_id) if happening.touch_id)
    assert touch == Happening(
        DAY,
        "call",
        "Call, a real conversation",
        "Long talk",
        (
            ("question", "Is switching a hassle?"),
            ("claim", "Closed by the 5th: landed"),
            ("asset", "Pricing page: helped"),
        ),
        touch.touch_id,
        ("“I would lose a weekend”",),
        is_conversation=True,
    )


def test_what_came_up_without_a_touch_stands_under_its_day(workspace: Workspace) -> None:
    lead_id = a_lead(workspace, "Anna", today=DAY)
    talked(workspace, lead_id, DAY, heard="Too dear")
    with workspace.journal.step("detach"):
        workspace.journal.connection.execute("UPDATE hearing SET touch_id = NULL")

    loose = [happening for happening in lead_history(workspace.reader, lead_id) if happening.kind == "heard"]
    assert [(each.on, each.chips) for each in loose] == [(DAY, (("objection", "Too dear"),))]


def test_a_found_lead_says_where_the_word_stands(workspace: Workspace) -> None:
    note, contact, name = a_lead(workspace, "Anna"), a_lead(workspace, "Bo", email="till@bo.example"), a_lead(workspace)
    talked(workspace, note, DAY, note="She asked again about the Tîll export from the shop")

    assert found_in(workspace.reader, {each: ["till"] for each in (note, contact, name)}) == {
        note: Found("call", DAY, "again about the Tîll export from the shop"),
        contact: Found("email_address", None, "till@bo.example"),
    }
    assert found_in(workspace.reader, {note: []}) == {}


def test_marked_words_begin_where_words_begin() -> None:
    assert word_places("Pâtisserie, pat and spat", ["pat"]) == [(0, 3), (12, 3)]
