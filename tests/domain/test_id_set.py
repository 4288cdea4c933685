"""A set of ids that is small: it must be a set like any other."""

from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.id_set import IdSet

ids = st.lists(st.integers(min_value=0, max_value=40))


@given(ids, ids)
def test_it_says_what_a_set_says(some, others):
    ours, theirs = IdSet(some), set(some)
    assert ours == theirs
    assert theirs == ours
    assert list(ours) == sorted(theirs)
    assert len(ours) == len(theirs)
    assert hash(ours) == hash(IdSet(reversed(some)))
    assert [number in ours for number in range(42)] == [number in theirs for number in range(42)]
    assert ours | set(others) == theirs | set(others)
    assert set(others) & ours == theirs & set(others)
    assert ours - IdSet(others) == theirs - set(others)
    assert ours.isdisjoint(others) == theirs.isdisjoint(others)
    assert IdSet.in_order(sorted(theirs)) == ours


def test_what_is_no_id_is_not_in_it():
    assert "1" not in IdSet([1])
    assert None not in IdSet([1])
