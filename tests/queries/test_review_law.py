"""The figures of the review's pages against a second, naive count that is made from the story instead of the file."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import AssetUsed, ClaimHeard, Heard, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, TouchKind
from bothhats.queries.heard import heard_claims, heard_phrases, talked_with, used_assets
from bothhats.queries.moves import Moves, Tie
from bothhats.queries.review_month import read_ended
from bothhats.workspace import Workspace
from builders import a_lead, closed

AUGUST, SEPTEMBER = (date(2026, 8, 1), date(2026, 8, 31)), (date(2026, 9, 1), date(2026, 9, 30))
VERDICTS = ("landed", "doubted", "not_wanted")


@dataclass(frozen=True)
class Touch:
    """One touch: on which day, whether they talked, what was said and how two claims and two assets did."""

    on: date
    two_way: bool
    said: tuple[int, ...]
    claims: tuple[tuple[int, str], ...]
    sent: tuple[tuple[int, bool | None], ...]


@dataclass(frozen=True)
class Told:
    """One lead and its touches; `ended` its outcome with the day and whether it was a waste."""

    arrived: date
    source: str
    touches: tuple[Touch, ...]
    ended: tuple[Outcome, date, bool | None] | None
    is_binned: bool


def stories():
    day = st.integers(0, 60).map(lambda after: AUGUST[0] + timedelta(days=after))
    two = st.integers(0, 1)
    touch = st.builds(
        Touch, day, st.booleans(), st.lists(two, max_size=2).map(tuple),
        st.lists(st.tuples(two, st.sampled_from(VERDICTS)), max_size=2).map(tuple),
        st.lists(st.tuples(two, st.sampled_from([None, True, False])), max_size=2).map(tuple),
    )  # fmt: skip
    ended = st.none() | st.tuples(st.sampled_from(list(Outcome)), day, st.sampled_from([None, True, False]))
    lead = st.builds(
        Told, day, st.sampled_from(["Referral", "Event", ""]), st.lists(touch, max_size=3).map(tuple), ended,
        st.sampled_from([False, False, False, True]),
    )  # fmt: skip
    return st.lists(lead, max_size=6)


def live(workspace: Workspace, story: list[Told]) -> None:
    """Let the story happen in a file."""
    phrases = [workspace.objections.add("question", text, AUGUST[0]) for text in ("Dear?", "Who?")]
    claims = [workspace.claims.add(text, AUGUST[0]) for text in ("Closed by the 5th.", "A fixed price.")]
    assets = [workspace.assets.add("page", title, AUGUST[0], "live") for title in ("Prices", "Cases")]
    for told in story:
        lead_id = a_lead(workspace, "Somebody", today=told.arrived, source=told.source)
        for touch in told.touches:
            report = TouchReport(
                lead_id, TouchKind.CALL, touch.on, Direction.OUT, two_way=touch.two_way,
                heard=tuple(Heard(phrases[n], words="Hm.") for n in touch.said),
                claims=tuple(ClaimHeard(verdict, claims[n]) for n, verdict in touch.claims),
                assets=tuple(AssetUsed(assets[n], helped) for n, helped in touch.sent),
            )  # fmt: skip
            workspace.touches.log(report, touch.on)
        if told.ended:
            closed(workspace, lead_id, told.ended[0], told.ended[1], waste=told.ended[2])
        if told.is_binned:
            workspace.leads.bin([lead_id])


def people(story: list[Told], month: tuple[date, date], has: Callable[[Touch], bool]) -> set[int]:
    """The leads that have such a touch in the month."""
    return {
        n
        for n, told in enumerate(story)
        if not told.is_binned and any(month[0] <= touch.on <= month[1] and has(touch) for touch in told.touches)
    }


def naive_claim(story: list[Told], number: int) -> tuple[int, int, int, int]:
    """Landed, doubted, not wanted, and never among those talked with."""
    counts = [
        len(people(story, SEPTEMBER, lambda touch, verdict=verdict: (number, verdict) in touch.claims))  # type: ignore[misc]
        for verdict in VERDICTS
    ]
    came_up = people(story, SEPTEMBER, lambda touch: number in dict(touch.claims))
    talked = people(story, SEPTEMBER, lambda touch: touch.two_way)
    return counts[0], counts[1], counts[2], len(talked - came_up)


def naive_asset(story: list[Told], number: int) -> tuple[int, int, int]:
    """Leads it went to, uses that helped, uses that were marked."""
    marks = [
        helped
        for told in story
        for touch in told.touches
        for n, helped in touch.sent
        if n == number and not told.is_binned and SEPTEMBER[0] <= touch.on <= SEPTEMBER[1]
    ]
    sent = people(story, SEPTEMBER, lambda touch: number in dict(touch.sent))
    return len(sent), marks.count(True), len(marks) - marks.count(None)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_what_was_heard_landed_and_was_sent_is_what_a_naive_count_says(template, story):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "law.bothhats")))
        live(workspace, story)
        talked = talked_with(workspace.reader, *SEPTEMBER)
        phrases = {each.id: each for each in heard_phrases(workspace.reader, *SEPTEMBER, *AUGUST)}
        claims = {each.id: each for each in heard_claims(workspace.reader, *SEPTEMBER, talked)}
        assets = {each.id: each for each in used_assets(workspace.reader, *SEPTEMBER)}
        ended = [(lead.id, lead.outcome, lead.waste) for lead in read_ended(workspace.reader, "2026-09")]
        workspace.close()
    assert talked == len(people(story, SEPTEMBER, lambda touch: touch.two_way))
    for number in (0, 1):
        now, before = (len(people(story, month, lambda touch: number in touch.said)) for month in (SEPTEMBER, AUGUST))  # noqa: B023
        found = phrases.get(number + 1)
        assert ((found.people, found.before) if found else (0, before)) == (now, before)
        claim = claims[number + 1]
        assert (claim.landed, claim.doubted, claim.not_wanted, claim.never) == naive_claim(story, number)
        asset = assets[number + 1]
        assert (asset.people, asset.helped, asset.marked) == naive_asset(story, number)
    assert sorted(ended) == [
        (n, told.ended[0], told.ended[2])
        for n, told in enumerate(story, 1)
        if told.ended and not told.is_binned and SEPTEMBER[0] <= told.ended[1] <= SEPTEMBER[1]
    ]


@settings(max_examples=40, deadline=None)
@given(stories())
def test_what_a_commitment_is_to_move_is_counted_as_a_naive_count_says(template, story):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "law.bothhats")))
        live(workspace, story)
        event = workspace.reader.execute("SELECT id FROM source WHERE name = 'Event'").fetchone()[0]
        moves = Moves(workspace.reader)
        ties = (Tie(objection_id=1), Tie(claim_id=1), Tie(source_id=event), Tie(metric="closes"))
        found = [moves.count(tie, "2026-09") for tie in ties]
        behind = [moves.leads(tie, "2026-09") for tie in ties]
        workspace.close()
    talked = people(story, SEPTEMBER, lambda touch: touch.two_way)
    asked = people(story, SEPTEMBER, lambda touch: 0 in touch.said)
    came_up = people(story, SEPTEMBER, lambda touch: 0 in dict(touch.claims))
    from_event = [
        told
        for told in story
        if told.source == "Event" and not told.is_binned and SEPTEMBER[0] <= told.arrived <= SEPTEMBER[1]
    ]
    won = [
        told
        for told in story
        if told.ended
        and not told.is_binned
        and told.ended[0] == Outcome.WON
        and SEPTEMBER[0] <= told.ended[1] <= SEPTEMBER[1]
    ]
    assert [len(set(ids)) for ids in behind] == [each.n for each in found]
    assert set(behind[0]) == {n + 1 for n in asked}
    assert [(each.n, each.of) for each in found] == [
        (len(asked), max(len(talked), len(asked))), (naive_claim(story, 0)[0], len(came_up)), (len(from_event), 0),
        (len(won), 0),
    ]  # fmt: skip
