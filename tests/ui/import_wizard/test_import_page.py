"""Import in the window, as the owner goes through it: nothing before the preview, counts that add up, and back."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from bothhats.exchange.import_preview import Fate
from bothhats.ui.background import JobRunner
from bothhats.ui.context import Context
from bothhats.ui.import_wizard.columns_card import DROP
from bothhats.ui.import_wizard.page import COLUMNS, DONE, FILE, PREVIEW, ImportPage
from bothhats.ui.import_wizard.past_imports import PastImports
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from builders import a_lead, board
from real_data import shared_data
from workers import ByHand

PRESETS = Path(__file__).parents[2] / "files" / "presets"
LEADS = (
    "Name,E-mail,Where from,Stage,Won on,Hair\n"
    "Anna Berg,anna@berg.example,Web,New,,red\n"
    "Bo Tal,bo@tal.example,Fair,Evangelist,,\n"
    "Cy Dee,cy@dee.example,Web,New,31/02/2026,\n"
    ",,Web,New,,\n"
    "Di Eff,di@eff.example,Web,New,28/02/2026,brown\n"
)


@pytest.fixture
def page(context: Context, qtbot) -> Iterator[ImportPage]:
    page = ImportPage(context)
    qtbot.addWidget(page)
    page.resize(1190, 760)
    page.show()
    return page


def bring(page: ImportPage, text: str = LEADS, name: str = "leads.csv") -> None:
    page.read(name, text.encode())


def counts(page: ImportPage) -> list[int]:
    return [int(count.replace(",", "")) for count in page.columns_step.side.counts.values()]


def names(page: ImportPage) -> list[str]:
    rows = page.context.workspace.reader.execute("SELECT name FROM lead ORDER BY id")
    return [row[0] for row in rows]


def test_the_numbers_always_add_up_and_nothing_is_written_before_the_preview_is_confirmed(page):
    bring(page)
    assert page.step == COLUMNS
    assert counts(page) == [2, 0, 0, 3, 5]
    page.foot.next_button.click()
    assert page.step == PREVIEW
    assert names(page) == []
    assert [row.fate for row in page.outlook.preview.rows] == [
        Fate.NEW,
        Fate.PROBLEM,
        Fate.PROBLEM,
        Fate.PROBLEM,
        Fate.NEW,
    ]
    page.foot.next_button.click()
    assert page.step == DONE
    assert names(page) == ["Anna Berg", "Di Eff"]
    page.done_step.undo_button.click()
    assert names(page) == []


def test_of_very_many_problems_the_next_come_as_these_are_solved(page):
    bring(page, "Name;Value\n" + "".join(f"P{row};much {row}\n" for row in range(1, 71)))
    card = page.columns_step.problems
    assert len(card.answers) == 60
    assert "10 rows more" in card.more.text()
    card.left.emit(frozenset(range(1, 21)))
    assert (len(card.answers), card.more.isHidden()) == (50, True)


def test_an_amount_that_may_be_meant_is_taken_by_enter_and_not_by_passing_through(page, qtbot):
    bring(page, "Name;Value\nAnna;12.5k\nBo;7 hundred\n")
    offer, other = page.columns_step.problems.answers
    assert (offer.text(), other.text()) == ("12500.00", "7 hundred")
    offer.setFocus()
    other.setFocus()
    assert not page.state.cells
    offer.setFocus()
    qtbot.keyClick(offer, Qt.Key.Key_Return)
    assert page.state.cells == {(1, 1): "12500.00"}


def test_an_amount_whose_mark_may_part_thousands_is_asked_about(page):
    bring(page, "Name;Value\nAnna;2.500 €\nBo;1.000 €\n")
    side = page.columns_step.side
    assert "thousands or cents" in side.marks_field.note.words
    side.marks.setCurrentIndex(side.marks.findData(","))
    side.marks.activated.emit(side.marks.currentIndex())
    assert (side.marks_field.note.words, counts(page)[0]) == ("", 2)


def test_the_owner_chooses_another_sheet_of_a_workbook(page):
    book, kept = Workbook(), io.BytesIO()
    for name in ("Cover", "Leads", "Old"):
        sheet = book.create_sheet(name)
        sheet.append(["Name", "Email"] if name != "Cover" else ["Report"])
        sheet.append([f"Anna of {name}", f"{name}@x.org"])
    book.save(kept)
    page.read("leads.xlsx", kept.getvalue())
    bar = page.columns_step.reading
    assert (bar.sheet.currentText(), page.state.who(1)) == ("Leads", "Anna of Leads")
    bar.sheet.setCurrentIndex(bar.sheet.findText("Old"))
    bar.sheet.activated.emit(bar.sheet.currentIndex())
    assert (bar.sheet.currentText(), page.state.who(1)) == ("Old", "Anna of Old")


def test_a_list_that_begins_with_a_lead_says_how_to_go_on(page):
    bring(page, "Anna Berg,anna@b.example\nBo Tal,bo@b.example\n")
    assert "no row" in page.columns_step.wrong.text()
    header = page.columns_step.reading.header
    header.setCurrentIndex(header.findData(0))
    header.activated.emit(header.currentIndex())
    assert page.state.table.header == ("Column 1", "Column 2")


def imported(page: ImportPage) -> None:
    bring(page)
    page.foot.next_button.click()
    page.foot.next_button.click()
    assert page.step == DONE


def test_done_says_so_when_the_import_is_undone_elsewhere_and_when_it_is_done_again(page):
    imported(page)
    journal, done = page.context.workspace.journal, page.done_step
    journal.undo()
    assert (done.head.text(), done.undo_button.isEnabled()) == ("The import is undone", False)
    journal.redo()
    assert (done.head.text(), done.undo_button.isEnabled()) == ("2 leads came in", True)


def test_undo_the_import_never_undoes_what_was_done_after_it(page):
    imported(page)
    a_lead(page.context.workspace, "Later")
    assert not page.done_step.undo_button.isEnabled()
    assert "Past imports" in page.done_step.undo_button.toolTip()
    page.context.workspace.journal.undo()
    page.done_step.undo_button.click()
    assert (names(page), page.done_step.head.text()) == ([], "The import is undone")


def test_a_problem_is_solved_in_its_row(page):
    bring(page)
    stage, day, who = page.columns_step.problems.answers
    assert isinstance(stage, Combo)
    stage.setCurrentIndex(stage.findData("Proposal"))
    stage.activated.emit(stage.currentIndex())
    assert counts(page)[-2:] == [2, 5]
    day, who = page.columns_step.problems.answers
    assert isinstance(day, QLineEdit)
    assert day.text() == "31/02/2026"
    day.setText("27/02/2026")
    day.editingFinished.emit()
    (who,) = page.columns_step.problems.answers
    who.setText("Somebody")
    who.editingFinished.emit()
    assert page.columns_step.problems.isHidden()
    assert counts(page) == [5, 0, 0, 0, 5]


def test_back_and_esc_lose_nothing_and_cancel_does(page, keyboard, qtbot):
    bring(page)
    page.change(page.state.with_cell(3, 4, "27/02/2026"))
    page.foot.back_button.click()
    assert page.step == FILE
    page.foot.next_button.click()
    assert (page.step, counts(page)[-2:]) == (COLUMNS, [2, 5])
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    with qtbot.waitSignal(page.context.navigation.place_requested):
        keyboard.press("Esc")
    page.begin()
    assert (page.step, counts(page)[-2:]) == (COLUMNS, [2, 5])
    page.foot.cancel_button.click()
    assert (page.step, page.state) == (FILE, None)


def test_f8_goes_from_problem_to_problem(page, keyboard, qtbot):
    bring(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    first, second, third = page.columns_step.problems.answers
    qtbot.waitUntil(third.isVisible)
    for key, answer in (("F8", first), ("F8", second), ("Shift+F8", first), ("Shift+F8", third)):
        keyboard.press(key)
        assert answer.hasFocus()


def test_rows_are_left_out_one_by_one_or_all_at_once(page):
    bring(page)
    page.columns_step.problems.left.emit(frozenset({2}))
    assert counts(page) == [2, 0, 0, 2, 1, 5]
    page.columns_step.problems.leave_button.click()
    assert counts(page) == [2, 0, 0, 0, 3, 5]
    page.foot.next_button.click()
    page.foot.next_button.click()
    assert names(page) == ["Anna Berg", "Di Eff"]


def test_the_rows_left_out_are_saved_with_their_reasons(page, tmp_path, monkeypatch):
    bring(page)
    told = []
    page.context.navigation.told.connect(told.append)
    target = tmp_path / "left out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.columns_step.problems.save_button.click()
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Name,E-mail,Where from,Stage,Won on,Hair,Problem"
    assert len(lines) == 4
    assert "31 February" in lines[2]
    assert told == ["The rows left out are in left out.csv"]
    problems = []
    page.context.navigation.problem_raised.connect(problems.append)
    (tmp_path / ".left out.csv.part").mkdir()
    page.columns_step.problems.save_button.click()
    assert "cannot be written" in problems[0].message
    assert target.read_text("utf-8-sig").splitlines() == lines


def test_a_column_is_kept_with_the_lead_left_out_or_a_field(page):
    bring(page, "Name,Hair,Shoes\nAnna,red,38\n")
    card = page.columns_step.columns
    assert (card.combos[0].currentData(), card.combos[1].currentData()) == ("name", "")
    card.chosen.emit(2, DROP)
    card.chosen.emit(1, "role")
    page.foot.next_button.click()
    page.foot.next_button.click()
    row = page.context.workspace.reader.execute("SELECT role, extra FROM lead").fetchone()
    assert row == ("red", "{}")


def test_dates_that_fit_both_orders_are_asked_about_with_samples(page):
    bring(page, "Name,Arrived\nAnna,03/04/2026\nBo,05/06/2026\n")
    assert page.outlook.plan is None
    assert "03/04/2026" in page.columns_step.side.dates_field.note.words
    assert page.foot.next_button.why_off
    page.columns_step.side.dates_chosen.emit("dmy")
    assert [lead.arrived_on for lead in page.outlook.plan.creates] == [date(2026, 4, 3), date(2026, 6, 5)]
    assert page.foot.next_button.why_off == ""


def test_amounts_that_could_be_either_are_read_as_the_owner_says(page):
    bring(page, "Name,Value\nAnna,1.234\n")
    assert counts(page)[-2:] == [1, 1]
    page.columns_step.side.mark_chosen.emit(",")
    assert page.outlook.plan.creates[0].facts.value == 123400


def test_a_wrong_encoding_and_separator_are_changed_live(page):
    page.read("leads.csv", "имя;город\nПривет;Омск\n".encode("cp1251"))
    if page.step == FILE:
        assert page.file_step.reading.isVisibleTo(page)
    bar = page.columns_step.reading if page.step == COLUMNS else page.file_step.reading
    bar.encoding.setCurrentIndex(bar.encoding.findData("cp1251"))
    bar.encoding.activated.emit(bar.encoding.currentIndex())
    assert page.state.table.header == ("имя", "город")
    bar = page.columns_step.reading
    bar.delimiter.setCurrentIndex(bar.delimiter.findData(","))
    bar.delimiter.activated.emit(bar.delimiter.currentIndex())
    assert page.state.table.header == ("имя;город",)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"name,email\n", b'name\n"Anna\n'])
def test_what_is_no_list_stays_on_the_first_step_with_the_reason(page, content):
    page.read("x.csv", content)
    assert page.step == FILE
    assert page.file_step.wrong.text()


def test_a_file_that_is_gone_is_told(page, tmp_path):
    page.read_file(tmp_path / "gone.csv")
    assert "cannot be read" in page.file_step.wrong.text()


def test_leads_that_are_here_get_their_gaps_filled_unless_the_file_wins(page):
    a_lead(page.context.workspace, "Anna", email="anna@berg.example")
    bring(page, "Name,E-mail,Phone\nHannah,anna@berg.example,123\n")
    assert page.state.key == "email"
    page.foot.next_button.click()
    assert "Phone" in page.outlook.preview.rows[0].told
    page.foot.next_button.click()
    assert page.context.workspace.reader.execute("SELECT name, phone FROM lead").fetchall() == [("Anna", "123")]


def test_the_words_of_another_program_are_proposed_and_changeable(page, keyboard):
    page.read_file(PRESETS / "hubspot-contacts.csv")
    assert page.state.preset == "HubSpot contacts"
    assert page.state.fields[12] == "stage"
    plan = page.outlook.plan
    assert (plan.problems, {lead.facts.source for lead in plan.creates}) == ((), {"Search", "Ad", "Social"})

    def answer(dialog):
        combo = dialog.combos["ORGANIC_SEARCH"]
        combo.setCurrentIndex(combo.findData("Website"))
        dialog.primary_button.click()

    keyboard.answer(answer)
    page.columns_step.columns.words_wanted.emit("source")
    assert page.outlook.plan.creates[0].facts.source == "Website"


@pytest.mark.parametrize("file", sorted(PRESETS.glob("*.csv")), ids=lambda file: file.stem)
def test_every_export_of_another_program_comes_through_with_what_is_proposed(page, file):
    page.read_file(file)
    assert page.state.preset
    assert sum(counts(page)[:-1]) == counts(page)[-1] == 3
    assert not [issue for issue in page.outlook.plan.problems if "stage" in issue.reason]


@pytest.mark.parametrize(
    "path",
    [
        ("hubspot-like", "25-hubspot-export.csv"),
        ("hubspot-like", "real-world", "hubspot-export.csv"),
        ("google-contacts", "google.csv"),
        ("vcards", "John_Doe_IPHONE.vcf"),
        ("vcards", "John_Doe_ANDROID.vcf"),
    ],
    ids=lambda path: path[-1],
)
def test_the_files_of_others_come_in(page, path):
    page.read_file(shared_data(*path))
    page.foot.next_button.click()
    page.foot.next_button.click()
    assert page.step == DONE
    assert page.outlook.plan.problems == ()
    assert len(names(page)) == page.outlook.plan.rows


def test_a_mapping_is_remembered_by_its_name_and_used_for_the_next_file_of_that_kind(page):
    text = "Wer,Womit,Haar\nAnna,a@b.c,rot\n"
    bring(page, text)
    page.change(page.state.with_field(0, "name").with_field(1, "email").with_field(2, "", is_dropped=True))
    page.columns_step.side.mapping_name.setText("My list")
    page.foot.next_button.click()
    page.foot.next_button.click()
    page.done_step.again_button.click()
    bring(page, "Haar,Womit,Wer\nbraun,b@b.c,Bo\n")
    assert page.state.mapping_name == "My list"
    assert page.state.fields == {2: "name", 1: "email"}
    assert page.state.dropped == {0}
    assert "My list" in page.header.sentence


def test_what_happened_comes_in_by_a_second_file(page):
    a_lead(page.context.workspace, "Anna", email="anna@berg.example")
    bring(page, "email,happened_on,kind,note\nanna@berg.example,2026-09-03,meeting,Met\nx@y.z,2026-09-03,call,\n")
    assert page.state.is_touches
    assert counts(page) == [1, 0, 1, 2]
    page.foot.next_button.click()
    page.foot.next_button.click()
    assert board(page.context.workspace) == {"In conversation": ["Anna"]}
    page.done_step.again_button.click()
    bring(page, "Email,Date,Type\nanna@berg.example,2026-09-04,Palaver\n")
    assert not page.state.is_touches
    page.columns_step.side.kind_chosen.emit("touches")
    assert page.outlook.words["kind"].unknown == 1
    page.change(page.state.with_word("kind", "Palaver", "conversation"))
    assert page.outlook.plan.touches[0].two_way


def test_a_change_of_the_file_meanwhile_is_seen_by_the_plan(page):
    bring(page, "Name,E-mail\nAnna,anna@berg.example\n")
    assert counts(page)[:2] == [1, 0]
    a_lead(page.context.workspace, "Anna", email="anna@berg.example")
    assert counts(page) == [0, 0, 1, 0, 1]


def test_cancel_while_writing_leaves_the_file_as_it_was(context, qtbot):
    hand = ByHand()
    page = ImportPage(replace(context, jobs=JobRunner(hand)))
    qtbot.addWidget(page)
    page.read("big.csv", ("name\n" + "Anna\n" * 3000).encode())
    hand.turn()
    page.foot.next_button.click()
    before = context.workspace.path.read_bytes()
    page.foot.next_button.click()
    assert page.foot.is_writing
    page.foot.stop_button.click()
    hand.turn()
    assert page.step == PREVIEW
    assert context.workspace.path.read_bytes() == before
    page.foot.next_button.click()
    hand.turn()
    assert page.step == DONE


def test_a_sum_at_the_end_is_a_problem_row_that_can_be_taken_all_the_same(page):
    bring(page, "Name,Company,Value\nAnna,Berg,100\nTotal,,100\n")
    (button,) = page.columns_step.problems.answers
    assert isinstance(button, Button)
    button.click()
    assert counts(page) == [2, 0, 0, 0, 2]


def test_past_imports_are_taken_back_where_nothing_was_done_since(page, qtbot):
    workspace = page.context.workspace
    bring(page, "Name\nAnna\nBo\n")
    page.foot.next_button.click()
    page.foot.next_button.click()
    anna = workspace.reader.execute("SELECT id FROM lead WHERE name = 'Anna'").fetchone()[0]
    workspace.leads.edit(anna, {"phone": "1"})
    dialog = PastImports(page.context, page)
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 1
    dialog.primary_button.click()
    assert names(page) == ["Anna"]
    assert "1 lead" in dialog.told.text()
    dialog.reject()
