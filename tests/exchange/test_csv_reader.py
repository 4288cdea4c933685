"""Reading CSV: the well-known edge cases, how the file was written, and what is no CSV at all."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.long_list import LongList
from bothhats.exchange.table import Reading, Table

SPECTRUM = Path(__file__).parents[3] / "shared" / "data" / "csv-spectrum"
# The collection itself disagrees here: the number was made anonymous in the JSON only.
REPLACED = {"location_coordinates": {"Contact Phone Number": "2095257564"}}


@pytest.mark.skipif(not SPECTRUM.is_dir(), reason="../shared/data/csv-spectrum is not there")
def test_all_twelve_files_of_the_csv_spectrum_are_read_as_their_json_says() -> None:
    names = sorted(path.stem for path in (SPECTRUM / "csvs").glob("*.csv"))
    assert len(names) == 12
    for name in names:
        content = (SPECTRUM / "csvs" / f"{name}.csv").read_bytes()
        if name.endswith("_crlf") and b"\r" not in content:  # the copy lost them on its way through git
            content = content.replace(b"\n", b"\r\n")
        table = read_csv(content)
        expected = json.loads((SPECTRUM / "json" / f"{name}.json").read_text("utf-8"))
        found = [dict(zip(table.header, row, strict=True)) for row in table.rows]
        rows = expected if isinstance(expected, list) else [expected]
        assert found == [row | REPLACED.get(name, {}) for row in rows], name


@pytest.mark.parametrize(
    ("content", "encoding", "name"),
    [
        ("name\nZoë\n".encode(), "utf-8", "Zoë"),
        ("name\nZoë\n".encode("utf-8-sig"), "utf-8-sig", "Zoë"),
        ("name\nZoë\n".encode("utf-16"), "utf-16", "Zoë"),
        (b"\xfe\xff" + "name\nZoë\n".encode("utf-16-be"), "utf-16", "Zoë"),
        ("name\nZoë – €5\n".encode("cp1252"), "cp1252", "Zoë – €5"),
        ("name\nZoë\n".encode("utf-16-le"), "utf-16-le", "Zoë"),
        ("name\nZoë\n".encode("utf-16-be"), "utf-16-be", "Zoë"),
    ],
)
def test_the_encoding_is_found_and_the_mark_is_no_part_of_the_header(content: bytes, encoding: str, name: str) -> None:
    table = read_csv(content)
    assert (table.encoding, table.header, table.rows[0]) == (encoding, ("name",), [name])


def test_reading_as_windows_text_says_so() -> None:
    assert "cp1252" in read_csv("name\nZoë\n".encode("cp1252")).notes[0]
    assert read_csv("name\nZoë\n".encode()).notes == ()


def test_a_named_encoding_wins_also_over_valid_utf_8() -> None:
    content = "name\nпривет\n".encode("cp1251")
    assert read_csv(content, "cp1251").rows[0] == ["привет"]
    assert read_csv("name\nZoë\n".encode("utf-8-sig"), "utf-8").header == ("name",)


def test_a_named_encoding_that_does_not_fit_or_exist_is_refused() -> None:
    with pytest.raises(KnownProblem, match="not utf-8"):
        read_csv("name\nZoë\n".encode("cp1252"), "utf-8")
    with pytest.raises(WrongUsage, match="no encoding"):
        read_csv(b"name\nZoe\n", "utf-9")


@pytest.mark.parametrize(
    ("text", "delimiter", "columns"),
    [
        ("a,b\n1,2\n", ",", 2),
        ("a;b\n1,5;2,5\n", ";", 2),
        ("a\tb\n1, x\t2\n", "\t", 2),
        ("a|b|c\n1|2|3\n", "|", 3),
        ("name\nAnna\nJohn\n", ",", 1),
        ('a;b\n"x,y,z";1\n"p,q,r";2\n', ";", 2),
        ('"Name, first";City\nAnna;Ulm\nBo;Bonn\n', ";", 2),
        ("sep=;\r\na;b\r\n1;2\r\n", ";", 2),
        ("a,b,c\n1\n2\n3\n", ",", 3),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str, columns: int) -> None:
    table = read_csv(text.encode())
    assert (table.delimiter, len(table.header)) == (delimiter, columns)


def test_the_pathological_sample_of_the_sniffer_is_read_at_once() -> None:
    table = read_csv(("a,b\nx," + '"",' * 20000 + "\n").encode())
    assert table.delimiter == ","


def test_short_rows_are_padded_and_long_ones_left_long_unless_the_rest_is_blank() -> None:
    table = read_csv(b"a,b\n1\n1,2,3\n1,2,,\n")
    assert table.rows == (["1", ""], ["1", "2", "3"], ["1", "2"])


def test_two_columns_of_one_name_are_both_kept() -> None:
    assert read_csv(b"Email,Email\na,b\n") == Table(("Email", "Email"), (["a", "b"],))


def test_blank_lines_are_no_rows_also_where_a_spreadsheet_left_their_separators() -> None:
    assert read_csv(b"\n\nname\n\nAnna\n\n\nBo\n\n").rows == (["Anna"], ["Bo"])
    assert read_csv(b"name;city\nAnna;Ulm\n;\n ; \nBo;Bonn\n;\n;\n").rows == (["Anna", "Ulm"], ["Bo", "Bonn"])


TITLES = "Leads of 2026;;\n\nAs of 22 November;;\n{header}\nAnna;a@b.c;2.400,00\nBo;b@b.c;100,00\n"


@pytest.mark.parametrize(
    ("text", "header", "row"),
    [
        (TITLES.format(header="Name;E-Mail;Wert"), ("Name", "E-Mail", "Wert"), 3),
        (TITLES.format(header="Wer;Womit;Wert"), ("Wer", "Womit", "Wert"), 3),
        ("My leads\n\nName,Email,Value\nAnna,a@b.c,1\nBo,b@b.c,2\nCy,c@b.c,3\n", ("Name", "Email", "Value"), 2),
        ("Name,Notes\nAnna,\nBo,\n", ("Name", "Notes"), 1),
        ("Name;;\nAnna;a@b.c;x\nBo;b@b.c;y\n", ("Name", "", ""), 1),
    ],
)
def test_titles_above_the_header_are_passed_over_and_told(text: str, header: tuple[str, ...], row: int) -> None:
    table = read_csv(text.encode())
    assert (table.header, table.header_row, len(table.rows)) == (header, row, text.count("@") or 2)
    assert bool(table.notes) == (row > 1)


def test_the_owner_may_say_the_separator_and_the_row_of_the_header() -> None:
    content = b"a;b,c\nd;e,f\ng;h,i\n"
    assert read_csv(content, reading=Reading(None, ",", 2)).header == ("d;e", "f")
    assert read_csv(content, reading=Reading(None, ";", 1)).rows[1] == ["g", "h,i"]


def test_a_long_file_is_read_as_a_short_one_without_being_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    content = ("name,notes\n" + "".join(f"Lead {n},Zoë {n}\n" for n in range(1000))).encode()
    short = read_csv(content)
    monkeypatch.setattr("bothhats.exchange.csv_reader.LONG_FILE", 100)
    rows = read_csv(content).rows
    assert isinstance(rows, LongList)
    assert (tuple(rows), rows[700], rows[-1], rows[254:258]) == (
        short.rows, short.rows[700], short.rows[-1], [*short.rows[254:258]],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\r\n \n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"name,email\n", "header and no rows"),
        (b"PK\x03\x04" + bytes(60), "Excel"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "Excel"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\x00", "database"),
        (b"%PDF-1.7\nx", "PDF"),
        (b"name\nAn\x00na\n", "control characters"),
        (b"name\n\x81\x8d\xff\n", "neither UTF-8"),
        (b'name,email\n"Anna,a@b.c\nBo,b@b.c\n', "never closed"),
        (b'name,email\n"Anna"x,a@b.c\n', "line 2"),
        (b"name\n" + b"x" * 10_000_001 + b"\n", "10 MB"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_what_is_no_table_is_refused_with_a_sentence_and_a_way_out(content: bytes, sentence: str) -> None:
    with pytest.raises(KnownProblem, match=sentence) as refusal:
        read_csv(content)
    assert refusal.value.message.endswith(".")
    assert refusal.value.way_out


def test_a_file_that_mixes_utf_8_and_windows_text_keeps_every_letter() -> None:
    content = "name,company\nJörg Groß,Größe\n".encode() + "Åsa,Berg\n".encode("cp1252")
    table = read_csv(content)
    assert table.rows == (["Jörg Groß", "Größe"], ["Åsa", "Berg"])
    assert table.notes[0].startswith("The file is UTF-8 but for 1 letter, read as Windows text.")
    assert read_csv(content, "utf-8").rows == table.rows
    assert read_csv("name,company\nJörg,Größe\n".encode("cp1252")).encoding == "cp1252"


def test_blanks_before_quotes_and_escaped_quotes_are_read_as_they_are_meant() -> None:
    assert read_csv(b'name, company\n"Anna", "Berg, B"\nTom, "T, T"\n').rows == (["Anna", "Berg, B"], ["Tom", "T, T"])
    assert read_csv(b'name,notes\n"Anna \\"Annie\\" Berg","x"\nTom,y\n').rows == (
        ['Anna "Annie" Berg', "x"],
        ["Tom", "y"],
    )
    assert read_csv(b'name,notes\nAnna,"5\\"" pipe"\nTom,"C:\\"""\n').rows == (["Anna", '5\\" pipe'], ["Tom", 'C:\\"'])
    assert read_csv(b'name,notes\nAnna,"C:\\dir\\"\nTom,"a\\b"\n').rows == (["Anna", "C:\\dir\\"], ["Tom", "a\\b"])


@given(st.lists(st.text(st.sampled_from('a\\", \n;'), max_size=8), min_size=1, max_size=5))
def test_backslashes_and_quotes_that_python_wrote_are_read_as_they_were(texts: list[str]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["first", "second"], *(["x", cell] for cell in texts)])
    assert [row[1].strip() for row in read_csv(text.getvalue().encode()).rows] == [cell.strip() for cell in texts]


def test_the_rule_of_a_markdown_table_is_no_row() -> None:
    table = read_csv(b"| Name | Company |\n|------|:-------:|\n| Anna | Berg |\n")
    assert [[cell.strip() for cell in row] for row in table.rows] == [["", "Anna", "Berg", ""]]


def test_a_cell_longer_than_pythons_own_limit_is_read() -> None:
    long = "x" * 200_000
    assert read_csv(f"name,notes\nAnna,{long}\n".encode()).rows[0][1] == long


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        table = read_csv(content)
    except KnownProblem:
        return
    assert table.rows
    assert all(len(row) >= len(table.header) for row in table.rows)


cells = st.text(st.sampled_from('abZoë 7\n,;\t|"'), max_size=8)


@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6).filter(
        lambda rows: "".join(rows[0]).strip()
    ),
    st.sampled_from(",;\t|"),
)
def test_what_was_written_as_csv_is_read_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([["first", "second", "third"], *rows])
    table = read_csv(text.getvalue().encode())
    assert (table.delimiter, list(table.rows)) == (delimiter, [row for row in rows if "".join(row).strip()])
