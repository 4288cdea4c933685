"""k of n: the interval, what is said about it, and when nothing is."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.proportion import Comparison, Proportion, differ

counts = st.integers(0, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(12, 30, 0.245906, 0.576796), (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0), (842, 8000, 0.098714, 0.112165)],
)
def test_the_interval_is_wilsons(k: int, n: int, low: float, high: float) -> None:
    found = Proportion(k, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


@given(counts)
def test_the_bounds_are_the_rates_at_which_k_of_n_is_just_likely_enough(count: tuple[int, int]) -> None:
    found = Proportion(*count)
    if found.n == 0:
        assert (found.rate, found.low, found.high) == (None, None, None)
        return
    assert found.rate is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.rate <= found.high <= 1
    for bound in (found.low, found.high):
        if 0 < bound < 1:
            deviation = abs(found.rate - bound) / math.sqrt(bound * (1 - bound) / found.n)
            assert deviation == pytest.approx(1.959964, abs=1e-5)


@pytest.mark.parametrize(
    ("k", "n", "told"),
    [(0, 0, "0 of 0"), (2, 3, "2 of 3"), (4, 4, "4 of 4"), (2, 5, "2 of 5 (40 %)"), (1, 8, "1 of 8 (13 %)")],
)
def test_below_five_no_percentage_is_told(k: int, n: int, told: str) -> None:
    assert Proportion(k, n).told == told


def test_the_range_is_told_only_with_a_percentage() -> None:
    assert Proportion(12, 30).told_with_range == "12 of 30 (40 %, between 25 % and 58 %)"
    assert Proportion(2, 3).told_with_range == "2 of 3"


def test_groups_differ_only_if_their_intervals_do_not_overlap() -> None:
    assert differ(Proportion(6, 7), Proportion(0, 8)) is Comparison.DIFFER
    assert differ(Proportion(3, 10), Proportion(5, 10)) is Comparison.TOO_CLOSE
    assert differ(Proportion(4, 4), Proportion(0, 400)) is Comparison.TOO_FEW
    assert differ(Proportion(0, 0), Proportion(1, 9)) is Comparison.TOO_FEW


def test_comparing_is_the_same_in_both_directions() -> None:
    groups = [Proportion(k, n) for n in range(12) for k in range(n + 1)]
    assert all(differ(first, second) is differ(second, first) for first, second in product(groups, groups))
