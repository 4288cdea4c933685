"""The letter through its widgets: left out, reworded, saved, printed, with its versions, and beside another."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton

from bothhats.ui.pages.review.page_summary import PartField
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.month_bars import MonthBars
from builders import a_lead, closed, talked
from reports.pages_read import needs_poppler, text_of, words_of
from screen import heard_from

MONTH, BEFORE = "2026-09", "2026-08"


@pytest.fixture
def summary(review, workspace):
    """Page 10 of a month in which Anna Berg bought."""
    anna = a_lead(workspace, "Anna Berg", today=date(2026, 9, 2), source="Referral")
    talked(workspace, anna, date(2026, 9, 4), heard="Is it dear?", words="<img src=x> Hm & so")
    closed(workspace, anna, on=date(2026, 9, 20), value=90000)
    review.open_review(MONTH)
    review.wizard.open_page(10)
    return review.wizard.page


def finish(review, month=MONTH):
    review.open_review(month)
    review.wizard.open_page(10)
    review.wizard.finish_button.click()


def read(page):
    return page.sheet.text.toPlainText()


def press(widget, words):
    next(each for each in widget.findChildren(Button) if each.text() == words).click()


def test_a_part_is_left_out_and_put_in_again(summary):
    assert "What they asked." in read(summary)
    box = next(each for each in summary.findChildren(QCheckBox) if each.text() == "What they asked")
    box.click()
    assert "What they asked." not in read(summary)
    box.click()
    assert "What they asked." in read(summary)
    assert "By source." not in read(summary)
    next(each for each in summary.findChildren(QCheckBox) if each.text() == "By source").click()
    assert "By source. Referral: 1 lead, 1 conversation, 1 close." in read(summary)


def test_a_part_is_reworded_by_reference_and_goes_back_to_how_it_was_made(summary, workspace):
    made = read(summary)
    summary.edit_button.click()
    field = summary.findChildren(PartField)[0]
    field.setPlainText("Anna Berg *said* yes <b>twice</b>.")
    summary.edit_button.click()
    assert "Anna Berg *said* yes <b>twice</b>." in read(summary)
    kept = workspace.reader.execute("SELECT value FROM review_answer WHERE field = 'summary.numbers'").fetchone()[0]
    assert kept == "{lead:1} *said* yes <b>twice</b>."
    summary.edit_button.click()
    press(summary, "As it was made")
    summary.edit_button.click()
    assert read(summary) == made


def test_the_page_scrolls_by_keys_though_the_letter_has_the_focus(summary, review, keyboard, qtbot):
    review.wizard.draft.save("summary.numbers", "A long month. " * 200)
    summary.show_letter()
    summary.sheet.text.setFocus()
    bar = review.wizard._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    keyboard.press("PgDown")
    assert bar.value() > 0


def test_editing_survives_that_the_page_is_built_anew(summary, review):
    summary.edit_button.click()
    review.wizard.refresh(is_soon=False)
    assert review.wizard.page.findChildren(PartField)[0].isVisible()


def test_the_letter_is_copied_as_plain_words(summary, review):
    told = heard_from(review.context)
    press(summary, "Copy")
    assert told == ["The letter is copied"]
    copied = QGuiApplication.clipboard().text()
    assert words_of(copied) == f"September 2026 {words_of(read(summary))}"


@needs_poppler
def test_it_is_saved_as_pdf_and_as_markdown_and_told(summary, review, tmp_path, monkeypatch):
    told = heard_from(review.context)
    for ending, words in (("md", "Save as Markdown"), ("pdf", "Save as PDF")):
        path = str(tmp_path / f"letter.{ending}")
        monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_, path=path: (path, ""))
        press(summary, words)
    assert told == ["The letter is in letter.md", "The letter is in letter.pdf"]
    markdown = (tmp_path / "letter.md").read_text(encoding="utf-8")
    assert markdown.startswith("# September 2026\n\nDear marketing hat,\n")
    assert "**What they asked.** One person" in markdown
    assert "said yes: Anna Berg" in markdown
    assert words_of(read(summary)) in text_of(tmp_path / "letter.pdf")


def test_a_folder_that_is_gone_is_told(summary, review, tmp_path, monkeypatch):
    problems, told = [], heard_from(review.context)
    review.context.navigation.problem_raised.connect(problems.append)
    gone = str(tmp_path / "no" / "letter.md")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (gone, ""))
    press(summary, "Save as Markdown")
    assert "cannot be written" in str(problems[0])
    assert told == []


@needs_poppler
def test_it_is_printed_on_the_printer_that_was_chosen(summary, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrintDialog

    path = tmp_path / "printed.pdf"

    def choose(dialog):
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    press(summary, "Print")
    assert words_of(read(summary)) in text_of(path)


def test_what_changed_since_stands_under_its_part_and_each_version_has_its_own(summary, review, workspace):
    finish(review)
    a_lead(workspace, "Late One", today=date(2026, 9, 9))
    review.letter.show_letter(MONTH)
    assert "Now 2 leads" in read(review.letter)
    assert not review.letter.findChildren(QRadioButton)
    press(review.letter, "Reopen")
    finish(review)
    assert "Two people came to us" in read(review.letter)
    assert "Now 2 leads" not in read(review.letter)
    _, earlier = review.letter.findChildren(QRadioButton)
    earlier.click()
    assert "One person came to us" in read(review.letter)
    assert "Now 2 leads" in read(review.letter)
    press(review.letter, "All reviews")
    labels = [label.text() for label in review.start.findChildren(QLabel)]
    assert "Earlier version, finished on 6 October 2026" in labels
    assert any(text.startswith("done on 6 October 2026, on time · agreed on ") for text in labels)


def test_two_letters_stand_side_by_side(summary, review, workspace):
    a_lead(workspace, "Early Bird", today=date(2026, 8, 9))
    finish(review, BEFORE)
    finish(review)
    press(review.letter, "Side by side")
    assert [combo.currentText() for combo in review.beside.combos] == ["August 2026", "September 2026"]
    labels = [label.text() for label in review.beside.findChildren(QLabel)]
    assert "1 → 1" in labels
    assert "New: “Is it dear?”" in labels
    assert any(text.startswith("One person came to us in August") for text in labels)
    names = [bars.accessibleName() for bars in review.beside.findChildren(MonthBars)]
    assert any("Sep: 1 person" in name for name in names)
    earlier = review.beside.combos[0]
    earlier.setCurrentIndex(earlier.findData(MONTH))
    earlier.activated.emit(earlier.currentIndex())
    assert "New: “Is it dear?”" not in [label.text() for label in review.beside.findChildren(QLabel)]
    press(review.beside, "All reviews")
    assert review.start.isVisible()


def test_a_month_of_the_charts_opens_its_letter_where_there_is_one(summary, review, workspace):
    a_lead(workspace, "Early Bird", today=date(2026, 8, 9))
    finish(review, BEFORE)
    finish(review)
    press(review.letter, "Side by side")
    for number in range(len(review.beside.findChildren(MonthBars))):
        bars = review.beside.findChildren(MonthBars)[number]
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.slot(0).center().toPoint())
        assert review.beside.isVisible()
        place = [bar.month for bar in bars.bars].index(BEFORE)
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.slot(place).center().toPoint())
        assert review.letter.isVisible()
        assert review.letter.header.findChildren(QLabel)[0].text() == "August 2026"
        press(review.letter, "Side by side")
