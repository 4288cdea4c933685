"""Three consecutive months of the sample business through the widgets, the first of them done late."""

import json
import os
import re
import shutil
import subprocess
import sys
from calendar import monthrange
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bothhats.domain.pipeline import Outcome
from bothhats.sample import make_sample
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.segments import Segments
from builders import a_lead, closed, talked

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
SAMPLE_DAY = date(2026, 10, 6)
WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def asked_for(data_file, *arguments):
    """What the command line prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "bothhats", "--data", str(data_file), *arguments, "--json"],
        env={**os.environ, "PYTHONPATH": str(DESKTOP)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def number(word):
    """A count as the letter writes it."""
    word = word.lower()
    return 0 if word in {"nobody", "none"} else WORDS.index(word) if word in WORDS else int(word.replace(",", ""))


def figures_in(letter):
    """The figures that the words of a letter say."""
    came, talking, closes = (
        re.search(pattern, letter)
        for pattern in (r"(\S+) (?:person |people )?came to us", r"(\S+)(?: new)? began to talk", r"(\S+) said yes")
    )
    money = re.search(r"£([\d,]+)", letter)
    kept = re.search(r"(\S+) of the (\S+) new ones", letter)
    return {
        "leads": number(came[1]),
        "conversations": number(talking[1]),
        "closes": number(closes[1]),
        "revenue": number(money[1]) if money else 0,
        "promise": (number(kept[1]), number(kept[2])),
    }


def figures_of_report(data_file, month):
    """The same figures as the report of the month has them."""
    last = monthrange(int(month[:4]), int(month[5:]))[1]
    days = ["--from", f"{month}-01", "--to", f"{month}-{last}", "--as-of", f"{month}-{last}"]
    report = asked_for(data_file, "report", *days)
    follow_up = report["rates"]["follow_up"]
    return {
        **{name: report["events"][name] for name in ("leads", "conversations", "closes")},
        "revenue": int(float(report["revenue"]["amount"])),
        "promise": (follow_up["k"], follow_up["n"]),
    }


def press(widget, words):
    next(each for each in widget.findChildren(Button) if words in {each.text(), each.accessibleName()}).click()


def walk_through(page, commitments=()):
    """From the first page to the last, and finish; the letter's words."""
    wizard = page.wizard
    wizard.open_page(1)
    for number_of_page in range(1, 10):
        assert wizard.page_number == number_of_page
        if number_of_page == 9 and commitments:
            wizard.draft.save_commitments(commitments)
        wizard.next_button.click()
    wizard.finish_button.click()
    return page.letter.text.toPlainText()


def happened(app, month, people):
    """What the owner logs in a month: so many came and talked, one bought, one wasted the time."""
    for place, name in enumerate(people):
        lead = a_lead(app.workspace, name, source="Website", value=150000, today=date(*month, 2 + place))
        talked(app.workspace, lead, date(*month, 4 + place), heard="Is switching a hassle?", words="How long?")
        if place == 0:
            closed(app.workspace, lead, Outcome.WON, date(*month, 20), value=150000)
    ad = a_lead(app.workspace, f"{people[0]} Ads", source="Google Ads", today=date(*month, 10))
    closed(app.workspace, ad, Outcome.NOT_A_FIT, date(*month, 12), waste=True)


def shown(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_three_months_one_of_them_late(launch, data_file, tmp_path, qtbot):
    shutil.copy(make_sample(tmp_path, SAMPLE_DAY), data_file)

    november = launch(date(2026, 11, 4))
    happened(november, (2026, 10), ["Nuria Ash", "Oleg Birch"])
    page = november.window.show_place("review")
    words = shown(page.start)
    assert "October is on time until 7 November." in words
    assert "September 2026" in words
    press(page.start, "Do it late")
    assert page.wizard.draft.month == "2026-09"
    september = walk_through(page)
    assert figures_in(september) == figures_of_report(data_file, "2026-09")
    press(page.letter, "All reviews")
    assert "done on 4 November 2026, late" in shown(page.start)

    press(page.start, "Start the review")
    assert page.wizard.draft.month == "2026-10"
    objection = november.rows("SELECT id FROM objection WHERE text = 'Is switching a hassle?'")[0][0]
    promise = {"hat": "marketing", "text": "The switching checklist online", "due_on": "2026-11-20"}
    october = walk_through(page, [{**promise, "objection_id": objection}])
    assert figures_in(october) == figures_of_report(data_file, "2026-10")
    assert "The switching checklist online, by 20 November (marketing hat)." in october

    december = launch(date(2026, 12, 3))
    happened(december, (2026, 11), ["Petra Cole", "Quim Dale", "Rosa Elm"])
    page = december.window.show_place("review")
    press(page.start, "Start the review")
    page.wizard.open_page(2)
    before, after = page.wizard.page.findChild(Segments), shown(page.wizard.page)
    assert "The switching checklist online" in after
    before.choose(0)
    letter = walk_through(page)
    assert figures_in(letter) == figures_of_report(data_file, "2026-11")
    assert "What we committed to in October. Kept: “The switching checklist online”." in letter
    assert "“Is switching a hassle?”: 2 people in October, 3 people in November." in letter
    assert "too few to tell" in letter

    for month in ("2026-09", "2026-10", "2026-11"):
        review, report = asked_for(data_file, "review", month), figures_of_report(data_file, month)
        assert {name: review["figures"][name] for name in ("leads", "conversations", "closes")} == {
            name: report[name] for name in ("leads", "conversations", "closes")
        }
        assert review["figures"]["revenue"] == 100 * report["revenue"]
        assert review["changed_since"] == []


def pressed(widget, words):
    """By the key, with the focus on it."""
    button = next(each for each in widget.findChildren(Button) if each.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_after_finishing_the_focus_is_on_the_letter_and_after_leaving_on_what_can_be_done(launch, keyboard, qtbot):
    window = launch(date(2026, 10, 6)).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    review = window.show_place("review")
    review.open_review("2026-09")
    review.wizard.open_page(10)
    review.wizard.finish_button.setFocus()
    keyboard.press("Space")
    assert window.focusWidget() is review.letter.text
    pressed(review.letter, "Reopen")
    assert review.wizard.page.isAncestorOf(window.focusWidget())
    review.wizard.finish_button.setFocus()
    keyboard.press("Space")
    pressed(review.letter, "All reviews")
    assert window.focusWidget().text() == "Read the letter"
    review.open_review("2026-08")
    review.wizard.enter()
    keyboard.press("Escape")
    assert window.focusWidget().text() == "Read the letter"
