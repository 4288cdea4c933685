"""Emoji on paper: seen, and copied as what they are, with a colour font, with none, and next to any writing."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import matplotlib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bothhats.reports.page_type import SANS, typeface
from bothhats.reports.pdf import Pages, draw_pages, pdf_of
from bothhats.reports.pictogram_drawing import at_em, drawn_pictogram
from reports.pages_read import facts_of, needs_poppler, run, text_of, words_of

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
EMOJI = {
    "a face": "😀",
    "a flag": "🇩🇪",
    "three flags": "🇩🇪🇫🇷🇬🇧",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a family": "👨‍👩‍👧",
    "a tone of skin": "👍🏽",
    "a tone of skin in a sequence": "👩🏽‍🚀",
    "two who kiss": "🧑🏽‍❤️‍💋‍🧑🏻",
    "a rainbow": "🏳️‍🌈",
    "a keycap": "1️⃣",
    "a heart that wants colour": "❤️",
    "a heart that wants none": "❤︎",
    "a heart that does not say": "❤",
    "a telephone": "☎",
    "many in a row": "😀🎩😀😀🎩",
    "one that no font has yet": "\U0001faff",
    "a letter that no font has": "\uee83",
    "a letter beyond 16 bits": "𝒜",
}
WITHOUT_FONT = """
import sys
sys.path.insert(0, {desktop!r})
from bothhats.reports.page_type import SANS, typeface
from bothhats.reports.pdf import Pages, pdf_of
sys.stdout.buffer.write(pdf_of(Pages({words!r}, "Hello")))
"""


def copied(pdf):
    """What is copied from a PDF whose text runs from left to right, read by pypdf."""
    pages = PdfReader(BytesIO(pdf), strict=True).pages
    return "".join(words_of(" ".join(page.extract_text() for page in pages)).split())


@needs_poppler
@pytest.mark.parametrize("emoji", EMOJI.values(), ids=EMOJI)
def test_emoji_are_copied_at_their_place(saved, emoji):
    words = f"Anna {emoji} Berg says “so {emoji}{emoji}” and smiles{emoji}."
    path = saved(words)
    assert text_of(path) == words_of(words)
    assert words_of(run("pdftotext", "-layout", "-enc", "UTF-8", str(path), "-")) == words_of(words)


@pytest.mark.parametrize("emoji", EMOJI.values(), ids=EMOJI)
def test_a_second_reader_copies_the_same(qapp, emoji):
    words = f"Anna {emoji} Berg"
    assert copied(pdf_of(Pages(words, "A title"))) == "".join(words_of(words).split())


@needs_poppler
def test_emoji_stand_in_headings_lists_tables_and_the_foot(saved):
    table = "| Source 🎯 | leads |\n| --- | --- |\n| Ad 📣 | 3 |\n"
    words = f"# Top 🎩\n\n**What 🔥 we** heard *so 🔥*\n\n- one 🎉\n- 😀\n\n{table}"
    found = text_of(saved(words, footer="The foot · Bø 🎩 Co"))
    for part in ("Top 🎩", "What 🔥 we heard so 🔥", "one 🎉", "Source 🎯", "Ad 📣", "The foot · Bø 🎩 Co"):
        assert part in found
    assert found.count("😀") == 1


@needs_poppler
def test_pages_without_emoji_stay_as_they_are_beside_one_with(saved):
    words = "They asked whether switching is a hassle. " * 400
    found = text_of(saved(f"{words}\n\nLast 🙈", footer=""))
    assert found.count("hassle") == 400
    assert found.endswith("Last 🙈 4 of 4")


@needs_poppler
def test_what_is_strange_is_no_reason_to_fail(saved):
    strange = (
        "מ😀" + "\u0301" * 400 + "מ",
        "\U000e0041",
        "\u200d",
        "\ufe0f",
        "a\u200db",
        "\ufffc",
        "\u200e",
        "😀\u200f",
    )
    found = text_of(saved("First. " + " then ".join(strange) + " and last"))
    assert found.startswith("First.")
    assert found.endswith("and last")


@needs_poppler
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_emoji_on_many_pages_stand_once_each(saved, paper):
    paragraph = "They asked 🤔 whether switching is a hassle 😅, and nothing 👨‍👩‍👧 answers it 🙈. "
    path = saved("\n\n".join([paragraph * 7] * 24), paper)
    assert int(facts_of(path)["Pages"]) > 2
    assert text_of(path).count("🤔 whether switching is a hassle 😅, and nothing 👨‍👩‍👧 answers it 🙈.") > 150
    for emoji in ("🤔", "😅", "👨‍👩‍👧", "🙈"):
        assert text_of(path).count(emoji) == 7 * 24


@needs_poppler
def test_a_line_with_emoji_is_no_higher_than_others(saved):
    def pages(mark):
        return facts_of(saved("\n\n".join([f"One {mark} line"] * 90)))["Pages"]

    assert pages("😀") == pages("x")


@needs_poppler
def test_emoji_amid_writing_from_right_to_left_stay_where_they_are(saved):
    words = (
        "We met محمد 😀 علي 🇩🇪 today, and שלום 👩🏽‍🚀 עולם too, and 🎩 מקור 🎩 came along as well 😀. "
        "They asked and asked again, and again, whether this would be dear."
    )
    assert text_of(saved(words)) == words_of(words)


def colours(path, folder):
    run("pdftoppm", "-r", "60", "-singlefile", str(path), str(folder / "page"))
    content = (folder / "page.ppm").read_bytes().split(b"\n", 3)[-1]
    pixels = zip(content[::3], content[1::3], content[2::3], strict=True)
    return {(red // 64, green // 64, blue // 64) for red, green, blue in pixels}


@needs_poppler
def test_a_pictogram_is_seen(saved, tmp_path):
    assert len(colours(saved(" "), tmp_path)) == 1
    assert len(colours(saved("# 😀"), tmp_path)) > 1


def test_what_a_font_draws_as_nothing_is_a_box(qapp):
    nothing = drawn_pictogram("\u2003", at_em(typeface(SANS, 10)), ("x",), ())
    row = [nothing.image.pixelColor(x, nothing.image.height() // 2).alpha() for x in range(nothing.image.width())]
    assert max(row) == 255
    assert min(row) == 0


@needs_poppler
def test_each_of_very_many_emoji_has_its_own_words_and_one_picture(saved):
    words = " ".join(chr(number) for number in range(0x1F600, 0x1F640))
    path = saved(f"{words} and again {words}")
    assert text_of(path).replace(" ", "") == f"{words} and again {words}".replace(" ", "")
    assert path.stat().st_size < 2_000_000


@needs_poppler
@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig chooses the fonts there")
def test_without_a_font_that_has_them_emoji_are_copied_too(tmp_path):
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    (tmp_path / "fonts.conf").write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{fonts}</dir>"
        f"<cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    words = " ".join(EMOJI.values()) + " end"
    environment = {"PATH": "/usr/bin", "HOME": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    code = WITHOUT_FONT.format(desktop=str(DESKTOP), words=words)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    (tmp_path / "child.pdf").write_bytes(done.stdout)
    assert text_of(tmp_path / "child.pdf") == words_of(words)
    assert "DejaVu" in run("pdffonts", str(tmp_path / "child.pdf"))


@needs_poppler
def test_a_printer_draws_them(tmp_path, qapp):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    draw_pages(Pages("Anna 🎩 Berg 🎩", "A title"), printer)
    assert len(colours(tmp_path / "printed.pdf", tmp_path)) > 1
    rows = [row.split() for row in run("pdfimages", "-list", str(tmp_path / "printed.pdf")).splitlines()]
    assert sum(row[2] == "image" for row in rows[2:]) == 2


WORDS = st.sampled_from(
    ["Anna", "Größe", "Łódź", "Ærø", "office", "fi", "ffl", "£5,400", "–", "“so”", "*dear*", "1.", "#"]
)
NAMES = st.sampled_from(["محمد علي", "שלום עולם", "מקור", "سارة"])
PICTOGRAMS = st.sampled_from(list(EMOJI.values()))


@st.composite
def sayings(draw):
    """Words with emoji and names from right to left between them."""
    parts = draw(st.lists(st.one_of(WORDS, NAMES, PICTOGRAMS, st.tuples(NAMES, PICTOGRAMS).map(" ".join)), max_size=30))
    return " ".join(part if part.isascii() else f"{part} then" for part in ["They said", *parts, "and left"])


@needs_poppler
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saying=sayings())
def test_whatever_is_said_is_copied(saved, saying):
    from bothhats.reports.letter_text import escaped

    whole = "It was a quiet month, and nobody at all came to us in it, and so on. " * 6
    path = saved(f"{whole}\n\n{escaped(saying)}")
    assert "".join(text_of(path).split()) == "".join(words_of(whole + saying).split())
