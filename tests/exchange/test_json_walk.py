"""A JSON text that is read value by value says what the standard library says of it at once."""

import io
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bothhats.domain.problems import KnownProblem
from bothhats.exchange import json_walk
from bothhats.exchange.whole_file_json import read_json
from bothhats.storage.read_only import SCHEMA_VERSION

VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TABLES = st.dictionaries(
    st.sampled_from(["lead", "touch", "Ä \U0001f600"]),
    st.lists(st.dictionaries(st.text(max_size=3), VALUES, max_size=4), max_size=4),
)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    """So that a value is cut at every place."""
    monkeypatch.setattr(json_walk, "_CHUNK", 3)


def told(text: str):
    whole = read_json(io.StringIO(text), SCHEMA_VERSION)
    return whole.schema, {name: list(rows) for name, rows in whole.tables}, whole.sequences


@settings(max_examples=100, deadline=None)
@given(TABLES, st.permutations(["format", "schema", "tables", "sequences", "note"]), st.data())
def test_any_layout_of_the_document_reads_the_same(tables, order, data):
    sequences = {"lead": 1234567890}
    parts = {"format": "Both Hats", "schema": 2, "tables": tables, "sequences": sequences, "note": [{"x": [123]}]}
    text = json.dumps(
        {name: parts[name] for name in order},
        indent=data.draw(st.sampled_from([None, 0, 7, "\t"])),
        ensure_ascii=data.draw(st.booleans()),
        separators=data.draw(st.sampled_from([(",", ":"), (" \r\n, ", " : ")])),
    )
    assert told(text) == (2, tables, sequences)
    for cut in range(0, len(text), 7):
        with pytest.raises(KnownProblem):
            told(text[:cut])


@settings(max_examples=200, deadline=None)
@example('{"format": "Both Hats", "schema": 2, "sequences": {}, "tables": {"lead": [{}] ]}')
@example('{"format": "Both Hats", "schema": 2, "sequences": {}, "tables": {"lead": [{},]}}')
@example('{"format": "Both Hats", "schema": 2, "sequences": {}, "tables": {"lead": []}} {}')
@example('{"format": "Both Hats", "schema": 2, "sequences": {}, "tables": {"lead": []},}')
@example('{"format": "Both Hats", "schema": 1.5, "sequences": {}, "tables": {"lead": []}}')
@example('{"format": "Both Hats", "schema": 2, "sequences": {}, 7: {}, "tables": {"lead": []}}')
@given(st.text('{}[],:"\\ aNu12.', max_size=12).map('{{"format": "Both Hats", "schema": 2, "tables": {}}}'.format))
def test_what_is_no_json_is_never_read(text):
    try:
        told(text)
    except KnownProblem:
        return
    json.loads(text)
