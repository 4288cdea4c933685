"""What was said stays said: merging, splitting, correcting lose no hearing, and undo brings every row back."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import ClaimHeard, Heard
from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.problems import Refused
from bothhats.queries.lead_list import lead_ids
from bothhats.queries.views import saved_views
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked

_TABLES = ("objection", "hearing", "asset_answer", "commitment", "claim", "claim_heard", "campaign_claim",
           "asset_claim", "review_answer", "saved_view")  # fmt: skip


def dump(workspace: Workspace) -> dict[str, list[tuple]]:
    """Every row that has to do with what was said."""
    return {table: workspace.reader.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in _TABLES}


def said(workspace: Workspace) -> set[tuple]:
    """Each hearing but for the phrase that it belongs to."""
    return set(workspace.reader.execute("SELECT id, lead_id, touch_id, heard_on, words FROM hearing").fetchall())


def phrases(workspace: Workspace) -> dict[str, list[str]]:
    """The phrases and in which words they were heard."""
    rows = workspace.reader.execute(
        "SELECT text, words FROM objection o LEFT JOIN hearing h ON h.objection_id = o.id ORDER BY o.id, h.id"
    ).fetchall()
    found: dict[str, list[str]] = {}
    for text, words in rows:
        found.setdefault(text, []).extend([words] if words is not None else [])
    return found


def phrase_id(workspace: Workspace, text: str) -> int:
    return int(workspace.reader.execute("SELECT id FROM objection WHERE text = ?", (text,)).fetchone()[0])


def test_a_merged_phrase_has_the_hearings_answers_and_commitments_of_both(workspace):
    anna, bea = a_lead(workspace, "Anna"), a_lead(workspace, "Bea")
    talked(workspace, anna, TODAY, heard="Too dear", words="200 is a lot")
    talked(workspace, bea, TODAY, heard="£200 a month is a lot", words="hm, the price")
    dear, price = phrase_id(workspace, "Too dear"), phrase_id(workspace, "£200 a month is a lot")
    page = workspace.assets.add("pricing", "Prices", TODAY, "live", answers=[dear, price])
    deck = workspace.assets.add("deck", "Deck", TODAY, "live", answers=[dear])
    workspace.views.save("Price", LeadFilter(objection_ids=frozenset({dear, price})), "table")
    review = workspace.reviews.start("2026-09", TODAY)
    workspace.reviews.save(review, f"objections.{dear}", "make")
    workspace.reviews.save(review, "commitments", f'[{{"text": "A price page", "objection_id": {dear}}}]')
    before = dump(workspace)
    workspace.objections.merge(dear, price)
    assert phrases(workspace) == {"£200 a month is a lot": ["200 is a lot", "hm, the price"]}
    rows = workspace.reader.execute("SELECT asset_id, objection_id FROM asset_answer ORDER BY asset_id").fetchall()
    assert rows == [(page, price), (deck, price)]
    (view,) = saved_views(workspace.reader)
    assert set(lead_ids(workspace.reader, view.lead_filter, TODAY)) == {anna, bea}
    answers = dict(workspace.reader.execute("SELECT field, value FROM review_answer").fetchall())
    assert answers[f"objections.{price}"] == "make"
    assert f'"objection_id": {price}' in answers["commitments"]
    workspace.journal.undo()
    assert dump(workspace) == before


def test_a_merge_with_itself_is_refused(workspace):
    one = workspace.objections.add("question", "Why?", TODAY)
    with pytest.raises(Refused):
        workspace.objections.merge(one, one)
    claim = workspace.claims.add("Cheap", TODAY)
    with pytest.raises(Refused):
        workspace.claims.merge(claim, claim)


def test_some_hearings_are_split_off_as_a_new_phrase_or_go_to_one_that_is_there(workspace):
    for name, words in (("Anna", "what of my till?"), ("Bea", "is it a hassle?"), ("Cy", "does the till work?")):
        talked(workspace, a_lead(workspace, name), TODAY, heard="Is switching a hassle?", words=words)
    ids = [row[0] for row in workspace.reader.execute("SELECT id FROM hearing ORDER BY id").fetchall()]
    workspace.objections.split([ids[0]], Heard(None, "question", "Does it work with our till?"))
    workspace.objections.split([ids[2]], Heard(None, "objection", "does it work with our TILL? "))
    assert phrases(workspace) == {
        "Is switching a hassle?": ["is it a hassle?"],
        "Does it work with our till?": ["what of my till?", "does the till work?"],
    }
    with pytest.raises(Refused):
        workspace.objections.split([], Heard(None, "question", "What?"))


def test_a_hearing_is_corrected_and_taken_away_and_comes_back(workspace):
    talked(workspace, a_lead(workspace), TODAY, heard="Too dear", words="a lto")
    workspace.objections.correct(1, " a lot ")
    assert phrases(workspace) == {"Too dear": ["a lot"]}
    workspace.objections.take_back(1)
    assert phrases(workspace) == {"Too dear": []}
    workspace.journal.undo()
    workspace.journal.undo()
    assert phrases(workspace) == {"Too dear": ["a lto"]}
    workspace.journal.redo()
    assert phrases(workspace) == {"Too dear": ["a lot"]}


def test_the_same_words_are_the_same_phrase_and_a_retired_one_is_listened_for_again(workspace):
    anna = a_lead(workspace)
    talked(workspace, anna, TODAY, heard="Too dear")
    workspace.objections.retire(1, TODAY)
    talked(workspace, anna, TODAY, heard="too dear ")
    rows = workspace.reader.execute("SELECT text, retired_on FROM objection").fetchall()
    assert rows == [("Too dear", None)]
    with pytest.raises(Refused):
        workspace.objections.add("question", "TOO DEAR", TODAY)
    other = workspace.objections.add("objection", "No time", TODAY)
    with pytest.raises(Refused):
        workspace.objections.change(other, "objection", "too dear")
    workspace.objections.change(other, "question", "no time")


def test_what_a_note_of_a_touch_says_becomes_a_hearing_of_that_day(workspace):
    anna = a_lead(workspace)
    touch = talked(workspace, anna, TODAY - timedelta(days=3), note="She fears the switch")
    hearing = workspace.objections.hear_in_touch(touch, Heard(None, "question", "Is switching a hassle?", "the switch"))
    row = workspace.reader.execute("SELECT lead_id, touch_id, heard_on, words FROM hearing").fetchone()
    assert (hearing, *row) == (1, anna, touch, "2026-10-03", "the switch")


def test_a_merged_claim_has_what_was_heard_of_both_and_where_both_are_said(workspace):
    first, second = workspace.claims.add("By the 5th", date(2026, 1, 1)), workspace.claims.add("By 5", TODAY)
    talked(workspace, a_lead(workspace), TODAY, claims=(ClaimHeard("landed", first), ClaimHeard("doubted", second)))
    campaign = workspace.campaigns.add("Autumn", None, None, None)
    asset = workspace.assets.add("page", "Month end", TODAY, "live")
    workspace.claims.say_in_campaign(campaign, [first, second])
    workspace.assets.claims(asset, [first])
    before = dump(workspace)
    workspace.claims.merge(first, second)
    heard = workspace.reader.execute("SELECT claim_id, verdict FROM claim_heard ORDER BY id").fetchall()
    assert heard == [(second, "landed"), (second, "doubted")]
    assert workspace.reader.execute("SELECT campaign_id, claim_id FROM campaign_claim").fetchall() == [
        (campaign, second)
    ]
    assert workspace.reader.execute("SELECT asset_id, claim_id FROM asset_claim").fetchall() == [(asset, second)]
    assert workspace.reader.execute("SELECT text, since FROM claim").fetchall() == [("By 5", "2026-01-01")]
    workspace.journal.undo()
    assert dump(workspace) == before


def test_a_campaign_makes_claims_that_are_picked_and_new_ones_and_none_twice(workspace):
    campaign = workspace.campaigns.add("Autumn", None, None, None)
    price = workspace.claims.add("A fixed price", TODAY)
    workspace.claims.say_in_campaign(campaign, [price], ["No clock", "a FIXED price"], TODAY)
    rows = workspace.reader.execute("SELECT claim_id FROM campaign_claim").fetchall()
    assert rows == [(1,), (2,)]
    with pytest.raises(Refused):
        workspace.claims.reword(2, "A fixed price")


def test_spend_is_corrected_and_never_ends_before_it_starts(workspace):
    campaign = workspace.campaigns.add("Autumn", None, None, None)
    spend = workspace.campaigns.spend(5000, date(2026, 9, 1), date(2026, 9, 30), campaign)
    workspace.campaigns.change_spend(spend, 6000, date(2026, 9, 2), note=" flyers ")
    row = workspace.reader.execute("SELECT amount, starts_on, ends_on, note, campaign_id FROM spend").fetchone()
    assert row == (6000, "2026-09-02", "2026-09-02", "flyers", campaign)
    with pytest.raises(Refused):
        workspace.campaigns.change_spend(spend, 6000, date(2026, 9, 2), date(2026, 9, 1))
    workspace.journal.undo()
    assert workspace.reader.execute("SELECT amount, ends_on FROM spend").fetchone() == (5000, "2026-09-30")


_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("hear"), st.integers(0, 3), st.integers(0, 2), st.integers(0, 60)),
        st.tuples(st.just("merge"), st.integers(0, 5), st.integers(0, 5)),
        st.tuples(st.just("split"), st.sets(st.integers(0, 9), min_size=1, max_size=4), st.integers(0, 5)),
        st.tuples(st.just("rename"), st.integers(0, 5), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=14,
)


@pytest.fixture(scope="module")
def told(template: Path) -> Path:
    """A file with three leads and four phrases."""
    path = Path(shutil.copy(template, template.parent / "said.bothhats"))
    workspace = Workspace(path)
    for name in ("Anna", "Bea", "Cy"):
        a_lead(workspace, name)
    for text in ("A?", "B?", "C?", "D?"):
        workspace.objections.add("question", text, TODAY)
    workspace.close()
    return path


def _carry_out(workspace: Workspace, act: tuple) -> None:
    """Do it to the phrases and hearings that there are."""
    ids = [row[0] for row in workspace.reader.execute("SELECT id FROM objection ORDER BY id").fetchall()]
    hearings = [row[0] for row in workspace.reader.execute("SELECT id FROM hearing ORDER BY id").fetchall()]
    match act:
        case ("hear", which, lead, ago):
            workspace.objections.hear(ids[which % len(ids)], lead + 1, TODAY - timedelta(days=ago), f"words {ago}")
        case ("merge", one, other):
            workspace.objections.merge(ids[one % len(ids)], ids[other % len(ids)])
        case ("split", which, into) if hearings:
            chosen = sorted({hearings[each % len(hearings)] for each in which})
            target = ids[into] if into < len(ids) else None
            workspace.objections.split(chosen, Heard(target, "question", f"New {into}?"))
        case ("rename", which, number):
            workspace.objections.change(ids[which % len(ids)], "objection", f"Renamed {number}")


@settings(max_examples=40, deadline=None)
@given(_ACTS)
def test_no_merge_and_no_split_ever_loses_a_hearing_and_undo_brings_all_back(told: Path, acts: list[tuple]):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(told, Path(folder) / "said.bothhats")))
        try:
            first = dump(workspace)
            for act in acts:
                before = said(workspace)
                try:
                    _carry_out(workspace, act)
                except Refused:
                    continue
                assert before <= said(workspace)
            last = dump(workspace)
            while dump(workspace) != first:
                assert workspace.journal.undo()
            while workspace.journal.redo():
                pass
            assert dump(workspace) == last
        finally:
            workspace.close()
