"""What may be longer than the memory must be like what is in it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.duplicates import Person
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.long_book import LongBook
from bothhats.exchange.long_list import LongList
from bothhats.exchange.table import Table
from exchange.import_builders import TODAY, existing

items = st.lists(st.one_of(st.text(max_size=5), st.none()), max_size=3)


@given(st.lists(st.one_of(items.map(lambda item: ("append", item)), st.integers(0, 9).map(lambda at: ("read", at)))))
def test_a_long_list_is_a_list_while_it_grows_and_is_read(steps):
    long: LongList[list[str | None]] = LongList()
    short: list[list[str | None]] = []
    for what, value in steps:
        if what == "append":
            long.append(value)
            short.append(value)
        elif value < len(short):
            assert long[value] == short[value]
            assert long[-1 - value] == short[-1 - value]
    assert list(long) == short
    assert long[1:3] == short[1:3]
    assert len(long) == len(short)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "ä", "", "\ud800", "A"]), items)))
def test_a_long_book_is_a_dict(entries):
    long: LongBook[list[str | None]] = LongBook()
    short: dict[str, list[str | None]] = {}
    for key, item in entries:
        assert long.get(key) == short.get(key)
        long[key] = item
        short[key] = item
    assert all(long.get(key) == short.get(key) for key in ["a", "b", "ä", "", "\ud800", "A", "z"])


@given(st.lists(st.tuples(*[st.sampled_from(["", "Anna", "Bo Berg", "a@b.c", "x@y.z"])] * 3), min_size=1, max_size=8))
def test_the_plan_of_a_long_list_is_that_of_a_short_one(rows):
    header = ("name", "email", "company")
    long: LongList[list[str]] = LongList()
    long.extend(map(list, rows))
    known = replace(existing(), people=(Person(1, "Bo Berg", "", "x@y.z"),))
    options = ImportOptions(key="email")
    short = plan_import(Table(header, [list(row) for row in rows]), options, known, TODAY)
    found = plan_import(Table(header, long), options, known, TODAY)
    for name in ("creates", "updates", "problems", "warnings"):
        assert list(getattr(found, name)) == list(getattr(short, name))
    assert (found.unchanged, found.skipped, found.new_sources) == (short.unchanged, short.skipped, short.new_sources)
