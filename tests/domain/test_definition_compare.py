"""Two versions side by side: every criterion of both stands there once, with what became of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.definition_compare import Mark, compare
from bothhats.domain.definition_draft import DefinitionDraft, draft_of, draft_text
from bothhats.domain.good_lead import KINDS, Criterion, IdealCustomer
from bothhats.domain.pipeline import Step

MQ, SR = Step.MARKETING_QUALIFIED, Step.SALES_READY
criteria = st.builds(
    Criterion,
    st.sampled_from(list(Step)),
    st.sampled_from(["Owner-run", "owner-run, any size", "Asked us", "Decides alone", "ändert sich 😀"]) | st.text(),
    st.sampled_from(KINDS),
    st.booleans(),
)


def marks(old, new):
    return [(row.old and row.old.text, row.new and row.new.text, row.mark) for row in compare(old, new)]


def test_what_came_went_stayed_and_was_reworded_is_told_apart():
    old = [Criterion(MQ, "Any size, owner-run"), Criterion(MQ, "In the UK"), Criterion(SR, "Decides alone")]
    new = [
        Criterion(MQ, "in the uk", must=False),
        Criterion(MQ, "2 to 15 staff, owner-run"),
        Criterion(MQ, "Decides alone"),
        Criterion(SR, "Wants to start soon"),
    ]
    assert marks(old, new) == [
        ("In the UK", "in the uk", Mark.WEIGHED),
        ("Any size, owner-run", "2 to 15 staff, owner-run", Mark.REWORDED),
        ("Decides alone", "Decides alone", Mark.MOVED),
        (None, "Wants to start soon", Mark.ADDED),
    ]
    assert marks(old, [])[0] == ("Any size, owner-run", None, Mark.DROPPED)


@settings(max_examples=60, deadline=None)
@given(st.lists(criteria, max_size=6), st.lists(criteria, max_size=6))
def test_each_criterion_of_both_stands_there_once(old, new):
    rows = compare(old, new)
    assert [row.new for row in rows if row.new] == new
    assert sorted(map(repr, (row.old for row in rows if row.old))) == sorted(map(repr, old))
    assert all((row.mark == Mark.ADDED) == (row.old is None) for row in rows)
    assert all((row.mark == Mark.DROPPED) == (row.new is None) for row in rows)
    assert all(row.mark == Mark.SAME for row in compare(old, old))


@settings(max_examples=60, deadline=None)
@given(st.builds(IdealCustomer, st.text(), st.text(), st.text(), st.text()), st.lists(criteria, max_size=4), st.text())
def test_a_draft_is_read_as_it_was_kept(customer, some, why):
    draft = DefinitionDraft(customer, tuple(some), why)
    assert draft_of(draft_text(draft)) == draft


def test_what_is_no_draft_is_none():
    for text in ("", "{}", "[]", '{"customer": 1}', '{"customer": {}, "criteria": [], "why": ""}', "nonsense"):
        assert draft_of(text) is None
