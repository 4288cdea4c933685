"""Every kind of list becomes a table, by what it is and not by its ending."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.header_row import is_total
from bothhats.exchange.list_reader import read_list
from bothhats.exchange.presets import recognise
from bothhats.exchange.table import Reading
from real_data import shared_data

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Anna Berg
ORG:Berg Bakery
TEL;TYPE=CELL:+49 731 1
TEL;TYPE=WORK:+49 731 2
EMAIL:anna@berg.example
EMAIL:info@berg.example
CATEGORIES:vip,trade fair
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Sørensen;Bo
END:VCARD
"""


def a_workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_workbook_is_known_by_its_content(tmp_path: Path):
    file = tmp_path / "leads.csv"
    file.write_bytes(a_workbook(["name", "email"], ["Anna", "a@b.c"]))
    assert read_list(file).rows == (["Anna", "a@b.c"],)


def test_a_list_without_a_header_gets_numbered_columns():
    none = Reading(header_row=0)
    table = read_list(b"Anna;a@b.c\nBo;b@b.c;Ulm\n\x1a", none)
    assert (table.header, len(table.rows), table.header_row) == (("Column 1", "Column 2", "Column 3"), 2, 0)
    assert read_list(a_workbook(["Anna", "a@b.c"], ["Bo"]), none).rows == (["Anna", "a@b.c"], ["Bo", ""])


@pytest.mark.parametrize("content", [b"<html><table><tr><td>Name</td></tr></table>", b"\n<?xml version='1.0'?><x/>"])
def test_a_web_page_that_calls_itself_a_workbook_is_refused(content: bytes):
    with pytest.raises(KnownProblem, match="web page"):
        read_list(content)


def packed(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (packed("contacts.csv"), "zip archive"),
        (packed("[Content_Types].xml", "word/document.xml"), "Word document"),
        (packed("mimetype", "content.xml"), "OpenDocument"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "damaged"),
        (packed("Index/Tables/DataList.iwa", "preview.jpg"), "Numbers"),
        (packed("[Content_Types].xml", "xl/workbook.bin"), "binary workbook"),
        (b'[{"name": "Anna", "email": "a@b.c"}]', "JSON"),
        (b'\xef\xbb\xbf{"name": "Anna"}\n{"name": "Bo"}\n', "JSON"),
        (b'{"format": "Both Hats", "schema": 6, "sequences": {}, "tables": {\n}}\n', "whole file"),
        (b"SQLite format 3\x00" + bytes(52) + b"BHat" + bytes(40), "pipeline file"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "calendar"),
        (b'ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\n', "SYLK"),
        (b"dn: cn=Anna\ncn: Anna\n\ndn: cn=Bo\ncn: Bo\n", "LDIF"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_what_is_no_list_is_told_by_what_it_is(content: bytes, words: str):
    with pytest.raises(KnownProblem, match=words) as refusal:
        read_list(content)
    assert refusal.value.way_out


WEB_PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta charset="iso-8859-1"><style>td {}</style>
</head><body><![if supportMisalignedColumns]><![endif]>
<table><tr><td colspan=3>Leads 2026</td></tr></table>
<table border=1><tr><th>Name</th><th>Company</th><th>Email</th></tr>
<tr><td>Jörg<td>Berg &amp; Co<td><a href="mailto:x">a@b.c</a></tr><tr><td>Zoë</td><td></td><td>z@b.c</td></tr></table>
</body></html>""".encode("latin-1")
OLD_XML = b"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell ss:Index="3">
<Data ss:Type="String">Email</Data></Cell></Row><Row><Cell><Data ss:Type="String">J\xc3\xb6rg</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">a@b.c</Data></Cell></Row></Table></Worksheet></Workbook>"""
OPEN_DOCUMENT = """<office:document-content><office:body><office:spreadsheet>
<table:table table:name="Cover"><table:table-row>
<table:table-cell><text:p>Report</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="Leads"><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>
<table:table-cell><text:p>Phone</text:p></table:table-cell>
<table:table-cell><text:p>Arrived</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row><table:table-cell>
<office:annotation><text:p>unseen</text:p></office:annotation><text:p>J\u00f6rg</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="491711234567"><text:p>4,92E+11</text:p></table:table-cell>
<table:table-cell office:date-value="2026-10-05"><text:p>05.10.26</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def an_open_document(content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return file.getvalue()


def test_a_web_page_that_calls_itself_a_workbook_is_read_where_it_has_a_table():
    table = read_list(WEB_PAGE)
    assert table.header == ("Name", "Company", "Email")
    assert table.rows == (["Jörg", "Berg & Co", "a@b.c"], ["Zoë", "", "z@b.c"])


def test_a_web_page_that_breaks_off_is_read_as_far_as_it_goes():
    table = read_list(b"<html><table><tr><td>Name</td></tr><tr><td>Anna</td></tr><tr><td>Bo</td><td><a ")
    assert table.rows == (["Anna"], ["Bo"])


def test_a_workbook_of_the_old_xml_is_read():
    table = read_list(OLD_XML)
    assert (table.header, table.rows) == (("Name", "", "Email"), (["Jörg", "", "a@b.c"],))


def test_an_open_document_sheet_is_read_by_its_values():
    content = an_open_document(OPEN_DOCUMENT)
    table = read_list(content)
    assert (table.header, table.rows) == (("Name", "Phone", "Arrived"), (["Jörg", "491711234567", "2026-10-05"],))
    assert (table.sheets, table.notes) == (("Leads", "Cover"), ("The sheet “Leads” was read, not: Cover.",))
    assert read_list(content, Reading(sheet="cover")).header == ("Report",)
    with pytest.raises(WrongUsage, match="no rows in a sheet"):
        read_list(content, Reading(sheet="Nope"))


def test_a_sheet_of_endless_repetition_is_refused_before_it_fills_the_memory():
    row = (
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    with pytest.raises(KnownProblem, match="too many cells"):
        read_list(an_open_document(f"<table:table>{row * 20}</table:table>"))


MARKUP = st.lists(
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=99>", "<br>", "Name", "a@b.c", "<![x",
         "<!", "<script>", "&amp;", "<row>", '<cell ss:index="7">', '<table-cell number-columns-repeated="9">',
         "\n", "<"]
    ), max_size=30,
)  # fmt: skip


@given(MARKUP)
def test_any_markup_is_read_or_refused(parts: list[str]):
    try:
        table = read_list(("<html>" + "".join(parts)).encode())
    except KnownProblem:
        return
    assert table.rows


def test_a_list_that_begins_with_an_id_and_a_person_is_a_list():
    assert read_list(b"ID;Person;Phone\r\n1;Anna;2\r\n").header == ("ID", "Person", "Phone")


def test_the_everyday_names_of_other_languages_are_known():
    assert recognise(["Vorname", "Nachname", "Firma", "E-Mail-Adresse", "Telefon", "Notizen"]).keys() == {
        "first_name", "last_name", "company", "email", "phone", "notes",
    }  # fmt: skip
    assert recognise(["Prénom", "Nom", "Société", "Courriel"]).keys() == {"first_name", "last_name", "company", "email"}


def test_titles_above_the_header_of_a_workbook_are_passed_over():
    content = a_workbook(["Leads 2026"], [], ["Name", "Email", "Value"], ["Anna", "a@b.c", 1], ["Bo", "b@b.c", 2])
    table = read_list(content)
    assert (table.header, table.header_row, len(table.rows)) == (("Name", "Email", "Value"), 2, 2)
    assert read_list(content, Reading(header_row=1)).header == ("Leads 2026",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_card_is_a_row_with_its_further_addresses_beside_it(encoding: str):
    table = read_list(CARD.encode(encoding))
    anna, bo = (dict(zip(table.header, row, strict=True)) for row in table.rows)
    assert (anna["name"], anna["company"], anna["email"], anna["phone"]) == (
        "Anna Berg", "Berg Bakery", "anna@berg.example", "+49 731 1",
    )  # fmt: skip
    assert (anna["Email 2"], anna["Phone 2"], anna["tags"]) == ("info@berg.example", "+49 731 2", "vip;trade fair")
    assert (bo["name"], bo["email"], bo["Phone 2"]) == ("Bo Sørensen", "", "")
    assert {"name", "company", "email", "phone", "tags", "notes"} <= recognise(table.header).keys()


def cards(text: str | bytes) -> list[dict[str, str]]:
    table = read_list(text if isinstance(text, bytes) else text.encode())
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def test_a_line_that_is_folded_in_the_middle_of_a_letter_is_put_together():
    note = f"NOTE:{'ä' * 100}\r\n".encode()
    folded = b"\r\n ".join(note[place : place + 74] for place in range(0, len(note), 74))
    (jo,) = cards("BEGIN:VCARD\r\nFN:Jörg\r\n".encode() + folded + b"END:VCARD\r\n")
    assert (jo["name"], jo["notes"]) == ("Jörg", "ä" * 100)


def test_cards_of_several_programs_in_one_file_keep_every_letter():
    found = cards(
        "BEGIN:VCARD\nFN:Jörg Groß\nEND:VCARD\n".encode() + "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode("cp1252")
    )
    assert [card["name"] for card in found] == ["Jörg Groß", "Zoë"]


def test_a_soft_line_break_keeps_the_blank_behind_it():
    (jo,) = cards("BEGIN:VCARD\nFN:Jo\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\ntwo and=\n three\nEND:VCARD\n")
    assert jo["notes"] == "one\ntwo and three"


def test_a_card_that_was_cut_off_takes_nobody_with_it():
    found = cards("BEGIN:VCARD\nFN:Anna\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nBEGIN:VCARD\nFN:Cy\nEND:VCARD\n")
    assert [card["name"] for card in found] == ["Anna", "Bo", "Cy"]
    agent = "BEGIN:VCARD\nFN:Anna\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nTEL:12\nEND:VCARD\n"
    assert [(card["name"], card["phone"]) for card in cards(agent)] == [("Anna", "12")]


def test_what_a_lead_has_no_field_for_is_kept_and_a_group_is_nobody():
    (anna,) = cards(
        "BEGIN:VCARD\nFN:Anna\nORG:Berg;Sales\nBDAY:1980-01-02\nNICKNAME:Annie\n"
        "item1.X-SOCIALPROFILE;type=linkedin:https://x.example/anna\nEND:VCARD\n"
        "BEGIN:VCARD\nX-ADDRESSBOOKSERVER-KIND:group\nFN:Family\nEND:VCARD\n"
    )
    kept = {column: anna[column] for column in ("Department", "Birthday", "Nickname", "Profile")}
    assert kept == {
        "Department": "Sales", "Birthday": "1980-01-02", "Nickname": "Annie", "Profile": "https://x.example/anna",
    }  # fmt: skip


def test_a_note_as_long_as_a_chapter_is_kept_and_a_photo_costs_nothing():
    note, photo = "word " * 20_000, "PHOTO;ENCODING=b:" + ("A" * 75 + "\n ") * 20_000
    (anna,) = cards(f"BEGIN:VCARD\nFN:Anna\n{photo}\nNOTE:{note}\nEND:VCARD\n")
    assert anna["notes"] == note.strip()


def test_cards_that_say_nothing_are_refused():
    with pytest.raises(KnownProblem, match="No vCard"):
        read_list(b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")


@pytest.mark.parametrize(
    ("name", "names", "phones", "emails"),
    [
        ("John_Doe_ANDROID.vcf", 4, 7, 5),  # two of the six have but an address; one has one number three times
        ("John_Doe_GMAIL.vcf", 1, 2, 1),
        ("John_Doe_IPHONE.vcf", 1, 7, 1),
        ("John_Doe_MS_OUTLOOK.vcf", 1, 2, 1),
        ("rfc6350-example.vcf", 1, 2, 1),
    ],
)
def test_the_cards_of_real_devices_arrive_with_all_they_have(name: str, names: int, phones: int, emails: int):
    file = shared_data("vcards", name)
    table = read_list(file)
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    assert (len(rows), sum(bool(row["name"]) for row in rows)) == (file.read_bytes().count(b"BEGIN:VCARD"), names)
    for kind, expected in (("phone", phones), ("email", emails)):
        values = [row[head] for row in rows for head in row if head.lower().startswith(kind) and row[head]]
        assert sum(len(value.split(", ")) for value in values) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Total", "", "€12,600.00"], True),
        (["Summe:", "", "12.600,00 €", "17"], True),
        (["", "Grand total", "(300)"], True),
        (["Total", "info@total.example", "5"], False),
        (["TotalEnergies", "", "5"], False),
        (["Total", "", ""], True),
        (["Anna", "", "5"], False),
    ],
)
def test_a_row_that_adds_up_the_others_is_known(cells: list[str], expected: bool):
    assert is_total(cells) is expected


heads = st.sampled_from(
    [b"", b"PK\x03\x04", b"BEGIN:VCARD\n", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;\n", b"name;email\n"]
)


@settings(max_examples=150, deadline=None)
@given(heads, st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_with_a_sentence(head: bytes, content: bytes):
    try:
        table = read_list(head + content)
    except KnownProblem as problem:
        told = problem.message
        assert told.endswith(".")
        return
    assert table.rows
    assert all(len(row) >= len(table.header) for row in table.rows)


def test_cards_with_photos_of_many_megabytes_are_read_a_line_at_a_time(tmp_path: Path):
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["/9j/4AAQSkZJRgABAQ" * 4] * 2000)
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Änne {}\r\nEMAIL:l{}@x.example\r\n{}\r\nEND:VCARD\r\n"
    file = tmp_path / "people.vcf"
    file.write_text("".join(card.format(n, n, photo) for n in range(60)), encoding="utf-8", newline="")
    assert file.stat().st_size > 8_000_000
    tracemalloc.start()
    table = read_list(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [row[1] for row in table.rows] == [f"Änne {n}" for n in range(60)]
    assert peak < 6_000_000


@pytest.mark.parametrize("before", range(20))
def test_cards_folded_in_a_letter_are_mended_wherever_the_file_is_cut_for_reading(tmp_path: Path, before: int):
    """It is read in pieces of a mebibyte; the fold stands so many bytes before the end of the first."""
    name = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:B\xc3\r\n \xa4cker\r\nEND:VCARD\r\n"
    start = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Anna\r\n"
    notes = b"NOTE:" + b"x" * ((1 << 20) - before - name.index(b"\xc3") - len(start) - len(b"NOTE:\r\nEND:VCARD\r\n"))
    file = tmp_path / "people.vcf"
    file.write_bytes(start + notes + b"\r\nEND:VCARD\r\n" + name + b"x" * 20)
    assert file.read_bytes().index(b"\xc3") == (1 << 20) - before
    assert [row[1] for row in read_list(file).rows] == ["Anna", "Bäcker"]


def test_a_line_that_never_ends_is_no_list(tmp_path: Path):
    file = tmp_path / "endless.csv"
    with file.open("wb") as out:
        out.write(b"name,email\n")
        for _ in range(25):
            out.write(b"x,y " * 250_000)
    tracemalloc.start()
    with pytest.raises(KnownProblem, match="Line 2 is longer than 20 million characters"):
        read_list(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 90_000_000


def test_a_web_page_with_very_many_rows_is_read_whole():
    rows = "".join(f"<tr><td>Lead {n}<td>l{n}@x.example</tr>" for n in range(12_000))
    table = read_list(f"<table><tr><th>Name<th>Email</tr>{rows}</table>".encode())
    assert list(table.rows) == [[f"Lead {n}", f"l{n}@x.example"] for n in range(12_000)]
