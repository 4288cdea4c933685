"""The letter's Markdown, against Qt's reading of it."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from bothhats.reports.letter_text import escaped, plain, referenced, resolved, resolved_markdown
from bothhats.reports.pdf import MARKDOWN
from builders import a_lead

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = st.text(st.sampled_from("ab1 .)#*_`~|<>[]()!&;:/\\-+=\"'{}$@^%,ÄéßŁ😀שع"), max_size=40)


def shown_by_qt(markdown):
    document = QTextDocument()
    document.setMarkdown(markdown, MARKDOWN)
    return " ".join(document.toPlainText().split())


@given(LETTERS)
@settings(max_examples=200, deadline=None)
def test_the_owners_words_come_out_as_they_were_typed(words):
    assert shown_by_qt(f"**Lead-in.** {escaped(words)}") == " ".join(f"Lead-in. {words}".split())
    assert plain(f"**Lead-in.** {escaped(words)}") == f"Lead-in. {words}".rstrip()


@given(st.lists(LETTERS.filter(str.strip), min_size=1, max_size=4))
@example(["a", "# a", "- a", "+ a", "> a", "1. a", "12) a", "===", "---", "    a"])
@settings(max_examples=100, deadline=None)
def test_lines_and_paragraphs_stay(lines):
    text = "\n".join(lines)
    assert shown_by_qt(escaped(text)) == " ".join(text.split())


def test_names_become_references_and_references_names(workspace):
    anna, bo = a_lead(workspace, "Anna Berg"), a_lead(workspace, "Bo")
    text = referenced(workspace.reader, "Anna Berg, not Anna Bergson, met Bo; Bo is short.")
    assert text == f"{{lead:{anna}}}, not Anna Bergson, met Bo; Bo is short."
    assert referenced(workspace.reader, "Bo!", {bo}) == f"{{lead:{bo}}}!"
    assert resolved(workspace.reader, text) == "Anna Berg, not Anna Bergson, met Bo; Bo is short."


def test_who_is_gone_is_only_a_lead(workspace):
    assert resolved(workspace.reader, "said {lead:99}.") == "said a lead."


def test_no_name_becomes_a_mark(workspace):
    star = a_lead(workspace, "*Star* <b>Shop</b> _x_")
    markdown = resolved_markdown(workspace.reader, f"With {{lead:{star}}}.")
    assert shown_by_qt(markdown) == "With *Star* <b>Shop</b> _x_."
    assert not re.search(r"(?<!\\)[*<_]", markdown)
