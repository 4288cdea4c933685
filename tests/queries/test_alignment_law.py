"""Each check of the alignment against a second, naive one that counts from the story instead of the file."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Heard, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, Step, TouchKind
from bothhats.domain.review import Commitment
from bothhats.queries.alignment import read_alignment
from bothhats.workspace import Workspace
from builders import a_lead, closed

FIRST, END = date(2026, 9, 1), date(2026, 9, 30)
PHRASES = ("Is it dear?", "Do I have to switch?")
days = st.integers(-100, 40).map(lambda days: FIRST + timedelta(days=days))
soon = st.none() | st.integers(0, 6)


@dataclass(frozen=True)
class Told:
    """One lead: when it came, after how many days it was written to, talked with (and what it said), ended."""

    arrived: date
    written: int | None
    spoken: int | None
    said: int | None
    ended: int | None
    outcome: Outcome
    has_source: bool

    def on(self, after: int | None) -> date | None:
        return None if after is None else self.arrived + timedelta(days=after)


@dataclass(frozen=True)
class Story:
    """A month as it was, and the day on which its review is done."""

    leads: list[Told]
    answered: list[bool]
    is_live: bool
    written: date | None
    looked: date | None
    states: list[str]
    done_on: date
    answers: dict[str, str]


def stories():
    lead = st.builds(
        Told, days, soon, soon, st.none() | st.integers(0, 1), soon,
        st.sampled_from([Outcome.WON, Outcome.WON, Outcome.LOST]), st.booleans(),
    )  # fmt: skip
    past = st.none() | st.integers(0, 130).map(lambda back: date(2026, 10, 10) - timedelta(days=back))
    answer = st.sampled_from(["", "yes", "no"])
    return st.builds(
        Story, st.lists(lead, max_size=9), st.lists(st.booleans(), min_size=2, max_size=2), st.booleans(), past, past,
        st.lists(st.sampled_from(["open", "kept", "kept", "dropped"]), max_size=3),
        st.integers(1, 14).map(lambda day: date(2026, 10, day)),
        st.fixed_dictionaries({"calls": answer, "promotion": answer}),
    )  # fmt: skip


def live(story: Story, workspace: Workspace) -> None:
    """Let the story happen in a file."""
    ids = [workspace.objections.add("objection", text, date(2026, 1, 1)) for text in PHRASES]
    for objection_id, is_answered in zip(ids, story.answered, strict=True):
        if is_answered:
            status = "live" if story.is_live else "drafting"
            workspace.assets.add("page", f"Answer {objection_id}", date(2026, 1, 1), status, answers=[objection_id])
    for n, told in enumerate(story.leads):
        meet(workspace, f"Lead {n}", told, ids)
    if story.written:
        workspace.definitions.write(IdealCustomer(), [Criterion(Step.SALES_READY, "Said so")], story.written)
    if story.looked:
        workspace.definitions.look(True, story.looked)
    look_back(workspace, story)


def meet(workspace: Workspace, name: str, told: Told, phrases: list[int]) -> None:
    """One lead as it was."""
    source = {"source": "Referral"} if told.has_source else {}
    lead_id = a_lead(workspace, name, today=told.arrived, **source)
    if (on := told.on(told.written)) is not None:
        workspace.touches.log(TouchReport(lead_id, TouchKind.EMAIL, on, Direction.OUT), on)
    if (on := told.on(told.spoken)) is not None:
        heard = () if told.said is None else (Heard(objection_id=phrases[told.said]),)
        workspace.touches.log(TouchReport(lead_id, TouchKind.CALL, on, Direction.OUT, two_way=True, heard=heard), on)
    if (on := told.on(told.ended)) is not None:
        closed(workspace, lead_id, told.outcome, on)


def look_back(workspace: Workspace, story: Story) -> None:
    """August's review with its commitments, and the draft of September's."""
    august = workspace.reviews.start("2026-08", FIRST)
    made = [Commitment("sales", f"Promise {n}", END) for n in range(len(story.states))]
    workspace.reviews.finish(august, "Dear", "{}", made, FIRST)
    rows = workspace.reader.execute("SELECT id FROM commitment ORDER BY id").fetchall()
    for (commitment_id,), state in zip(rows, story.states, strict=True):
        workspace.commitments.settle(commitment_id, state, END)
    review = workspace.reviews.start("2026-09", story.done_on)
    for name, answer in story.answers.items():
        workspace.reviews.save(review, f"alignment.{name}", answer)


def promise(story: Story) -> bool | None:
    kept = asked = 0
    for told in story.leads:
        if not FIRST <= told.arrived <= END:
            continue
        won = told.ended if told.outcome == Outcome.WON else None
        contacts = [day for day in map(told.on, (told.written, told.spoken, won)) if day and day <= END]
        last = told.arrived + timedelta(days=2)
        ended = told.on(told.ended)
        if contacts:
            asked, kept = asked + 1, kept + (min(contacts) <= last)
        elif last < END and not (ended and ended <= last):
            asked += 1
    return None if not asked else kept / asked > 0.8999


def look(story: Story) -> bool:
    looks = [day for day in (story.written, story.looked) if day and day <= story.done_on]
    return bool(looks) and story.done_on - max(looks) <= timedelta(days=92)


def answered(story: Story) -> bool | None:
    frequent = []
    for phrase in range(len(PHRASES)):
        spoken = [told.on(told.spoken) for told in story.leads if told.said == phrase and told.spoken is not None]
        if sum(END - timedelta(days=90) < day <= END for day in spoken) > 1:
            frequent.append(story.answered[phrase] and story.is_live)
    return all(frequent) if frequent else None


def traceable(story: Story) -> bool | None:
    wins = [
        told.has_source
        for told in story.leads
        if told.outcome == Outcome.WON and told.ended is not None and FIRST <= told.on(told.ended) <= END
    ]
    return all(wins) if wins else None


def naive(story: Story) -> list[bool | None]:
    """The eight answers, counted from the story."""
    own = {"": None, "yes": True, "no": False}
    kept = story.states.count("kept") / len(story.states) > 0.6666 if story.states else None
    return [
        own[story.answers["calls"]],
        own[story.answers["promotion"]],
        promise(story),
        look(story),
        answered(story),
        traceable(story),
        kept,
        story.done_on.day <= 7,
    ]


@settings(max_examples=80, deadline=None)
@given(stories())
def test_each_check_is_what_a_naive_count_says(template, story):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "law.bothhats")))
        live(story, workspace)
        found = read_alignment(workspace.reader, "2026-09", story.done_on)
        workspace.close()
    assert [check.holds for check in found.checks] == naive(story)
    measured = [each for each in naive(story) if each is not None]
    assert found.score == (measured.count(True), len(measured))
