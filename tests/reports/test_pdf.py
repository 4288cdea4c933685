"""Markdown on paper, read back by another program."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from reports.pages_read import darkness, facts_of, needs_poppler, run, text_of, words_of

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
PARAGRAPH = "They asked whether switching is a hassle, and nothing we have answers it. "
STRANGE = (
    "# Größe\n\nÄpfel, Öl, Übung, ß, Ærø, Łódź.\n\n**Who?** שלום עולם and مرحبا here; fi ffl office, £5,400 – “so”.\n"
)

CHILD = """
import sys
sys.path.insert(0, {desktop!r})
from bothhats.reports.pdf import Pages, pdf_of
sys.stdout.buffer.write(pdf_of(Pages("# Hello\\n\\nPaper.", "Hello")))
"""


@needs_poppler
def test_the_words_on_paper_are_those_of_the_markdown(saved):
    assert text_of(saved(STRANGE)) == words_of(STRANGE.replace("# ", "").replace("**", ""))


@needs_poppler
@pytest.mark.parametrize(("paper", "size"), [("A4", "(A4)"), ("Letter", "(letter)")])
def test_the_paper_is_the_one_that_was_chosen(saved, paper, size):
    facts = facts_of(saved("Hello", paper))
    assert facts["Page size"].endswith(size)
    assert facts["Title"] == "A title"


@needs_poppler
@pytest.mark.parametrize("mark", ["", "- "])
def test_many_pages_are_numbered_and_each_word_stands_once(saved, mark):
    path = saved((mark + PARAGRAPH * 6 + "\n\n") * 40, footer="September 2026")
    pages = int(facts_of(path)["Pages"])
    text = text_of(path)
    assert pages > 3
    assert text.count("September 2026") == pages
    assert f"{pages} of {pages}" in text
    for number in range(1, pages + 1):
        text = text.replace(f"September 2026 {number} of {pages}", "")
    assert words_of(text.replace("•", "").replace("\uf0b7", "")) == words_of(PARAGRAPH * 240)


@needs_poppler
def test_tables_and_markup_of_others_stand_as_they_are(saved):
    text = text_of(saved("| Source | leads |\n| --- | ---: |\n| <b>Ad</b> | 3 |\n"))
    assert sorted(text.split()) == ["3", "<b>Ad</b>", "Source", "leads"]


@needs_poppler
def test_paper_is_light_in_the_dark_too(saved, tmp_path, qapp):
    before = qapp.palette()
    dark = QPalette(before)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dark.setColor(role, QColor("white"))
    qapp.setPalette(dark)
    try:
        path = saved(PARAGRAPH * 60)
    finally:
        qapp.setPalette(before)
    ink, paper = darkness(path, tmp_path)
    assert ink > 0.005
    assert paper > 0.5


@needs_poppler
def test_a_picture_is_as_wide_as_the_text(saved, tmp_path):
    from bothhats.charts.drawing import Paper
    from bothhats.charts.on_paper import PAPER_COLOURS, PAPER_FAMILIES, png_of

    black = Paper(400, 300, PAPER_COLOURS, PAPER_FAMILIES)
    black.bar(0, 0, 400, 300, "#000000", is_round=False)
    ink, _ = darkness(saved("![All black](chart)", "A4", pictures={"chart": png_of(black.figure)}), tmp_path)
    width = (210 - 22 - 22) / 210
    assert ink == pytest.approx(width * width * 0.75 * 210 / 297, rel=0.03)


@needs_poppler
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every session has a display")
def test_no_display_is_needed(tmp_path):
    environment = {"PATH": "/usr/bin", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(desktop=str(DESKTOP))], env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    (tmp_path / "child.pdf").write_bytes(done.stdout)
    assert text_of(tmp_path / "child.pdf") == "Hello Paper."


def test_the_colours_on_paper_are_those_of_the_light_theme():
    from bothhats.charts.drawing import ChartColours
    from bothhats.charts.on_paper import PAPER_COLOURS
    from bothhats.ui.theme.tokens import LIGHT

    assert ChartColours(*(LIGHT.colour(name) for name in ChartColours.__slots__)) == PAPER_COLOURS


@needs_poppler
def test_a_picture_stands_on_the_page_of_its_heading_and_its_words(saved):
    from bothhats.charts.drawing import Paper
    from bothhats.charts.on_paper import PAPER_COLOURS, PAPER_FAMILIES, png_of

    chart = Paper(600, 300, PAPER_COLOURS, PAPER_FAMILIES).figure
    parts = [f"## Chart {number}\n\nWords {number}.\n\n![chart](chart)\n\nBelow {number}.\n" for number in range(12)]
    path = saved("# All\n\n" + "\n".join(parts), pictures={"chart": png_of(chart)})
    count = int(facts_of(path)["Pages"])
    assert count > 2
    pages = [run("pdftotext", "-f", str(page), "-l", str(page), str(path), "-") for page in range(1, count + 1)]
    drawn = run("pdfimages", "-list", str(path)).splitlines()[2:]
    for number, page in enumerate(pages, 1):
        pictures = sum(line.split()[0] == str(number) for line in drawn)
        assert page.count("Chart ") == page.count("Words ") == pictures > 0
