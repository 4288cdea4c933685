"""The report from Insights, and one chart on paper: saved, printed, stopped half way."""

from dataclasses import replace

import pytest
from asked_of_charts import funnel
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from bothhats.ui.background import JobRunner
from bothhats.ui.pages.insights.page import InsightsPage
from workers import ByHand


@pytest.fixture
def page(insights, leads):
    return insights()


def offered(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


@pytest.mark.parametrize(("number", "ending", "begins"), [(0, "pdf", b"%PDF"), (1, "md", b"# Leads, conversations")])
def test_the_report_is_saved(context, page, tmp_path, monkeypatch, number, ending, begins):
    told = []
    context.navigation.told.connect(told.append)
    offered(monkeypatch, tmp_path / "q3")
    page.report_button._choices.actions()[number].trigger()
    assert (tmp_path / f"q3.{ending}").read_bytes().startswith(begins)
    assert told == [f"The report is in q3.{ending}"]
    assert page.report_button.text() == "Report"


@pytest.mark.parametrize("ending", ["pdf", "md"])
def test_where_it_cannot_be_written_it_is_said(context, page, tmp_path, ending):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    page.report_button.save_as(tmp_path / "gone" / f"q3.{ending}")
    assert "cannot be written" in problems[0].message


def test_the_report_is_of_what_was_chosen(page, tmp_path):
    page.choices.source.setCurrentIndex(page.choices.source.findText("Ad"))
    page.report_button.save_as(tmp_path / "ad.md")
    text = (tmp_path / "ad.md").read_text(encoding="utf-8")
    assert "; source: Ad" in text
    assert "Referral" not in text


def test_while_it_is_drawn_it_says_how_far_and_can_be_stopped(context, window, leads, tmp_path):
    hands = ByHand()
    page = InsightsPage(replace(context, jobs=JobRunner(hands)))
    page.setParent(window)
    page.show()
    hands.turn()
    said = []
    button = page.report_button

    def stop(done, of):
        tell(done, of)
        said.append(button.text())
        if done == 2:
            button.click()

    tell, button._on_progress = button._on_progress, stop
    button.save_as(tmp_path / "q3.md")
    hands.turn()
    assert [words.split(" of ")[0] for words in said] == ["Stop, 1", "Stop, 2"]
    assert list(tmp_path.glob("q3*")) == []
    assert button.text() == "Report"
    button._on_progress = tell
    button.save_as(tmp_path / "q3.md")
    hands.turn()
    assert (tmp_path / "q3.md").exists()


def test_a_chart_and_the_report_go_to_a_printer_by_key(page, tmp_path, monkeypatch, keyboard):
    paper = iter([tmp_path / "chart.pdf", tmp_path / "report.pdf"])

    def choose(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(next(paper)))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    funnel(page).view.setFocus()
    keyboard.press("Ctrl+P")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")
    page.show_part("overview")
    page.part.home.view.setFocus()
    keyboard.press("Ctrl+P")
    assert (tmp_path / "report.pdf").stat().st_size > (tmp_path / "chart.pdf").stat().st_size
