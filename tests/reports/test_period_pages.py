"""A period with its charts, on paper and as Markdown: every chart of the catalogue, and nothing of the machine."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from bothhats.charts.catalogue import CHARTS
from bothhats.domain.problems import FileNotWritable
from bothhats.queries.figures import Period
from bothhats.queries.scope import Scope
from bothhats.reports.period_pages import pages_of, pages_of_chart, period_pdf, period_report, write_markdown
from builders import TODAY, a_lead, closed, talked

AUGUST = date(2026, 8, 3)
SCOPE = Scope(Period(date(2026, 7, 1), date(2026, 9, 30), TODAY))


@pytest.fixture
def leads(workspace):
    """Six of one source, two of which talked and one was won; one of a source with an ugly name."""
    people = [a_lead(workspace, f"Lead {number}", source="Ad", today=AUGUST) for number in range(6)]
    talked(workspace, people[0], AUGUST)
    closed(workspace, people[1], on=AUGUST)
    a_lead(workspace, "Ugly", source="a|b *c* <i> $x_1$", today=AUGUST)
    return people


def test_every_chart_stands_in_the_markdown_with_sentence_picture_and_numbers(workspace, leads, tmp_path: Path):
    report = period_report(workspace.reader, SCOPE, ["source"])
    target = tmp_path / "my report.md"
    write_markdown(report, target)
    text = target.read_text(encoding="utf-8")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "By source",
        *(chart.title for chart in CHARTS),
    ]
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", text)
    assert {Path(unquote(each)).stem for each in pictures} >= {"home", "funnel"}
    for each in pictures:
        assert (tmp_path / unquote(each)).read_bytes().startswith(b"\x89PNG")
    assert r"| a\|b \*c\* \<i> $x\_1$ | 1 |" in text
    assert "| Ad | 6 |" in text
    assert str(tmp_path) not in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler reads the PDF")
def test_the_same_is_a_pdf_whose_text_can_be_read(workspace, leads, tmp_path, qapp):
    report = period_report(workspace.reader, SCOPE)
    path = tmp_path / "report.pdf"
    path.write_bytes(period_pdf(report))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    for chart in CHARTS:
        assert chart.title in " ".join(text.split())
    assert "7 leads arrived" in text
    listed = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
    assert listed.count("image") >= sum(bool(chart.picture) for chart in report.charts) >= 2


def test_of_one_source_it_says_whose_and_counts_only_theirs(workspace, leads):
    ugly = workspace.reader.execute("SELECT id FROM source WHERE name LIKE 'a|b%'").fetchone()[0]
    report = period_report(workspace.reader, Scope(SCOPE.period, frozenset({ugly})))
    assert "; source: a\\|b \\*c\\*" in report.text
    assert "7 leads" not in report.text
    assert next(chart for chart in report.charts if chart.id == "home").table.rows[0][1] == "1"
    nobody = period_report(workspace.reader, Scope(SCOPE.period, None, frozenset({None})))
    assert "; campaign: not recorded" in nobody.text


def test_a_file_without_leads_has_a_report_without_charts(workspace, tmp_path):
    report = period_report(workspace.reader, SCOPE)
    assert report.charts == ()
    write_markdown(report, tmp_path / "empty.md")
    assert [path.name for path in tmp_path.glob("empty*")] == ["empty.md"]
    assert pages_of(report).pictures == {}


def test_one_chart_on_paper_has_its_numbers_and_how_they_are_counted(workspace, leads):
    chart = period_report(workspace.reader, SCOPE).charts[0]
    pages = pages_of_chart(chart, SCOPE)
    assert pages.markdown.startswith(f"# {chart.title}\n\n7 leads, 2 conversations, 1 close;")
    assert "| Ad | 6 |" in pages.markdown
    assert pages.markdown.rstrip().endswith(chart.note)
    assert pages.footer == "1 July 2026 to 30 September 2026, as of 6 October 2026"


def test_how_far_it_is_is_told_chart_by_chart(workspace, leads):
    told = []
    period_report(workspace.reader, SCOPE, told=lambda done, of: told.append((done, of)))
    assert told == [(number, len(CHARTS)) for number in range(1, len(CHARTS) + 1)]


def test_where_it_cannot_be_written_nothing_is(workspace, leads, tmp_path):
    report = period_report(workspace.reader, SCOPE)
    with pytest.raises(FileNotWritable):
        write_markdown(report, tmp_path / "gone" / "report.md")
    assert not (tmp_path / "gone").exists()
