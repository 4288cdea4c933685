"""A filter as text and back; whatever a text says, it never fails."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.filter_json import filter_from_json, filter_json
from bothhats.domain.lead_filter import Judged, LeadFilter, NextContact, Qualified, View
from bothhats.domain.pipeline import Hat, Outcome

IDS = st.frozensets(st.integers(0, 2**40), max_size=4)
FILTERS = st.builds(
    LeadFilter,
    view=st.sampled_from(View),
    text=st.text(st.characters(codec=None), max_size=30),
    source_ids=IDS,
    campaign_ids=IDS,
    stage_ids=IDS,
    hats=st.frozensets(st.sampled_from(Hat)),
    outcomes=st.frozensets(st.sampled_from(Outcome)),
    reason_ids=IDS,
    next_contact=st.frozensets(st.sampled_from(NextContact)),
    qualified=st.frozensets(st.sampled_from(Qualified)),
    judged=st.frozensets(st.sampled_from(Judged)),
    tag_ids=IDS,
    objection_ids=IDS,
    value_from=st.none() | st.integers(-(10**15), 10**15),
    value_to=st.none() | st.integers(-(10**15), 10**15),
    arrived_from=st.none() | st.dates(),
    arrived_to=st.none() | st.dates(),
    ids=st.none() | IDS,
    ids_words=st.text(max_size=30),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


@given(FILTERS)
def test_a_filter_comes_back_as_it_was(lead_filter: LeadFilter) -> None:
    assert filter_from_json(filter_json(lead_filter)) == lead_filter


@given(st.text())
def test_no_text_whatever_is_an_error(text: str) -> None:
    assert filter_from_json(text) == LeadFilter()


@given(st.dictionaries(st.sampled_from(list(LeadFilter.__slots__)), JSON))
def test_what_is_unknown_is_left_out(said: dict[str, object]) -> None:
    import json

    read = filter_from_json(json.dumps(said))
    assert filter_from_json(filter_json(read)) == read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"outcomes": ["won", "eaten"], "colour": "red"}', LeadFilter(outcomes=frozenset({Outcome.WON}))),
        ('{"source_ids": [3, -1, "4", true, null]}', LeadFilter(source_ids=frozenset({3}))),
        ('{"arrived_from": "2026-02-31", "arrived_to": "2026-02-28"}', LeadFilter(arrived_to=date(2026, 2, 28))),
        ('{"view": "half", "text": 4, "value_from": 1e3}', LeadFilter()),
        ('{"ids": "12"}', LeadFilter()),
        ("[" * 100_000, LeadFilter()),
    ],
)
def test_the_known_rest_of_a_text_counts(text: str, expected: LeadFilter) -> None:
    assert filter_from_json(text) == expected


def test_a_plain_filter_is_an_empty_text_so_that_later_fields_mean_no_choice() -> None:
    assert filter_json(LeadFilter()) == "{}"
