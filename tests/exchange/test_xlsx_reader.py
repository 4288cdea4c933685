"""Workbooks arrive as the table that their owner sees, or with one sentence."""

import contextlib
import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.table import Reading
from bothhats.exchange.xlsx_cells import cell_text, escaped, unescaped
from bothhats.exchange.xlsx_reader import read_xlsx


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_rows(*rows: list[object]) -> Workbook:
    """A workbook of one sheet, named Leads."""
    book = Workbook()
    book.active.title = "Leads"
    for row in rows:
        book.active.append(row)
    return book


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with something else in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == part:
                assert old in data
                data = data.replace(old, new)
            after.writestr(info.filename, data)
    return file.getvalue()


def test_cells_are_read_as_they_are_seen():
    book = with_rows(
        ["Name", " Arrived ", "Value", "Phone", "Seen", "Yes", "Time"],
        ["Jo", date(2026, 10, 6), 2400.5, "0049 30 1", datetime(2026, 10, 6, 9, 30), True, time(9, 5)],
        ["Ann", None, 1200.0, 1763, 0.1 + 0.2, False, None],
    )
    book.active["D3"].number_format = "000000"
    table = read_xlsx(saved(book))
    assert table.header == ("Name", "Arrived", "Value", "Phone", "Seen", "Yes", "Time")
    assert table.rows[0] == ["Jo", "2026-10-06", "2400.5", "0049 30 1", "2026-10-06 09:30:00", "TRUE", "09:05:00"]
    assert table.rows[1] == ["Ann", "", "1200", "001763", "0.3", "FALSE", ""]


def test_formulas_count_with_their_saved_value_and_those_without_are_told():
    book = with_rows(["Name", "Value"], ["Jo", "=1+1"], ["Ann", "=2+2"])
    content = changed(saved(book), "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    table = read_xlsx(content)
    assert [row[1] for row in table.rows] == ["2", ""]
    assert "Formulas that were saved without a value are read as blank: 1." in table.notes


def test_an_error_is_blank_and_told():
    book = with_rows(["Name", "Value"], ["Jo", "#REF!"])
    book.active["B2"].data_type = "e"
    table = read_xlsx(saved(book))
    assert table.rows[0] == ["Jo", ""]
    assert table.notes[-1] == "Cells that hold an error are read as blank: B2 #REF!, 1 in all."


def test_the_first_sheet_with_rows_is_read_and_the_others_are_named():
    book = with_rows()
    book.create_sheet("People").append(["Name"])
    book["People"].append(["Jo"])
    book.create_sheet("Old").append(["x"])
    table = read_xlsx(saved(book))
    assert table.rows == (["Jo"],)
    assert table.notes == ("The sheet “People” was read, not: Old.",)


def test_a_cover_a_list_of_choices_and_a_hidden_sheet_are_passed_over():
    book = with_rows(["Report 2026"], ["made by me"])
    book.create_sheet("Choices")
    for choice in ("Won", "Lost", "Open"):
        book["Choices"].append([choice])
    for name in ("Old", "People"):
        book.create_sheet(name)
        book[name].append(["Name", "Email"])
        book[name].append([f"Jo of {name}", "jo@x.org"])
    book["Old"].sheet_state = "hidden"
    table = read_xlsx(saved(book))
    assert table.rows == (["Jo of People", "jo@x.org"],)
    assert table.sheets == ("People", "Leads", "Choices", "Old")
    assert table.notes == ("The sheet “People” was read, not: Leads, Choices, Old.",)


def test_the_owner_may_say_which_sheet():
    book = with_rows(["Name"], ["Jo"])
    book.create_sheet("Mine").append(["What", "Who"])
    book["Mine"].append(["site", "Ann"])
    assert read_xlsx(saved(book), Reading(sheet="mine")).rows == (["site", "Ann"],)
    with pytest.raises(KnownProblem, match="no rows in a sheet “Nope”"):
        read_xlsx(saved(book), Reading(sheet="Nope"))


def test_hidden_rows_are_read_and_told():
    book = with_rows(["Name"], ["Jo"], ["Ann"])
    book.active.row_dimensions[3].hidden = True
    table = read_xlsx(saved(book))
    assert table.rows == (["Jo"], ["Ann"])
    assert table.notes[-1] == "Rows that are hidden or filtered out in the workbook are read too: 1."


def test_the_stated_size_of_a_sheet_is_not_believed():
    content = changed(
        saved(with_rows(["Name", "Email"], *([f"Lead {n}", f"{n}@x.org"] for n in range(50)))),
        "xl/worksheets/sheet1.xml",
        b'<dimension ref="A1:B51" />',
        b'<dimension ref="A1:A2" />',
    )
    table = read_xlsx(content)
    assert len(table.rows) == 50
    assert table.rows[49] == ["Lead 49", "49@x.org"]


def test_blank_rows_and_columns_are_passed_over_and_long_rows_stay_long():
    table = read_xlsx(saved(with_rows(["Name", "Email", None], [], ["Jo"], ["Ann", "", "more"])))
    assert table.header == ("Name", "Email")
    assert table.rows == (["Jo", ""], ["Ann", "", "more"])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"Name,Email\nJo,\n", "no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (saved(with_rows()), "no rows"),
        (saved(with_rows(["Name"])), "single row"),
        (saved(with_rows(["Name"], ["Jo"]))[:-200], "no workbook"),
    ],
)
def test_what_cannot_be_read_says_why(content, words):
    with pytest.raises(KnownProblem, match=words) as raised:
        read_xlsx(content)
    assert raised.value.way_out


def test_a_bomb_is_not_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package, package.open("xl/bomb.xml", "w") as part:
        for _ in range(60):
            part.write(bytes(1_000_000))
    with pytest.raises(KnownProblem, match="would unpack to 60 MB"):
        read_xlsx(file.getvalue())


def test_a_workbook_whose_words_would_fill_the_memory_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package, package.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(61):
            part.write(bytes(1_000_000))
    with pytest.raises(KnownProblem, match="would unpack to 61 MB"):
        read_xlsx(file.getvalue())


def test_xml_entities_are_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    with pytest.raises(KnownProblem, match="damaged"):
        read_xlsx(changed(saved(with_rows(["Name"], ["Jo"])), "xl/worksheets/sheet1.xml", b"<worksheet", bomb))


SMALL = saved(with_rows(["Name", "On", "Sum"], ["Jo", date(2026, 10, 6), 2.5]))
PARTS = sorted(zipfile.ZipFile(io.BytesIO(SMALL)).namelist())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PARTS), st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=4)), min_size=1, max_size=4))
def test_a_workbook_with_nonsense_in_a_part_is_read_or_refused(part, changes):
    content = zipfile.ZipFile(io.BytesIO(SMALL)).read(part)
    nonsense = content
    for where, text in changes:
        place = int(where * len(content))
        nonsense = nonsense[:place] + text + nonsense[place + 2 :]
    read_or_refused(changed(SMALL, part, content, nonsense))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=4))
def test_a_workbook_with_flipped_bytes_is_read_or_refused(flips):
    content = bytearray(SMALL)
    for where, bits in flips:
        content[int(where * len(content))] ^= bits
    read_or_refused(bytes(content))


def read_or_refused(content: bytes) -> None:
    """Nothing but a KnownProblem comes out."""
    with contextlib.suppress(KnownProblem):
        read_xlsx(content)


@given(st.text())
def test_any_text_goes_through_a_cell(text):
    clean = text.encode("utf-8", "replace").decode()
    assert unescaped(escaped(text)) == clean
    assert not any(char < " " and char not in "\t\n" for char in escaped(text))


def test_numbers_keep_fifteen_digits():
    assert cell_text(1234567890123456.0) == "1234567890123460"
    assert cell_text(1e-7) == "0.0000001"
    assert cell_text(-0.50) == "-0.5"


def test_a_title_above_a_header_without_any_row_is_no_list():
    with pytest.raises(KnownProblem, match="a header and no rows"):
        read_xlsx(saved(with_rows(["Our leads"], ["Name", "Email", "Phone"])))
