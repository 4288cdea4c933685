"""Kill -9 at each of the ten steps while typing: nothing that was seen as typed is lost."""

import ast
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.pipeline import Outcome, Step
from bothhats.domain.review import PAGES, Commitment
from bothhats.ui.pages.review.page import ReviewPage
from builders import a_lead, closed, talked
from journeys.review_typist import MONTH, TODAY, first_field, reword, shown

LETTERS = 37
AUGUST_DONE = date(2026, 9, 3)


@pytest.fixture
def month(workspace, data_file) -> Path:
    """A file whose September has something to type on each page; closed, so that the child has it for itself."""
    review = workspace.reviews.start("2026-08", AUGUST_DONE)
    promise = Commitment("marketing", "Write the case study", date(2026, 9, 20))
    workspace.reviews.finish(review, "Dear", "{}", [promise], AUGUST_DONE)
    anna = a_lead(workspace, "Anna Berg", today=date(2026, 9, 2))
    talked(workspace, anna, date(2026, 9, 4), heard="Is it dear?", words="Hm")
    closed(workspace, anna, Outcome.LOST, date(2026, 9, 20), waste=True)
    workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    workspace.assets.add("page", "Prices", date(2026, 8, 1), "live")
    workspace.definitions.write(IdealCustomer("Owner-run"), [Criterion(Step.SALES_READY, "Said out loud")], AUGUST_DONE)
    draft = workspace.reviews.start(MONTH, TODAY)
    workspace.reviews.save(draft, "objections.1", "make")
    made = '[{"hat": "sales", "text": "", "due_on": "2026-10-20"}]'
    workspace.reviews.save(draft, "commitments", made)
    return data_file


def last_seen(data_file: Path, number: int) -> str:
    """What the child showed last before it was killed in the middle of its typing."""
    typist = Path(__file__).with_name("review_typist.py")
    child = subprocess.Popen(
        [sys.executable, "-X", "utf8", str(typist), str(data_file), str(number)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    line = b""
    for _ in range(LETTERS):
        line = child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    out, wrong = child.communicate()
    assert line, wrong.decode()
    rest = out.split(b"\n")
    whole = [each for each in (line.strip(), *rest[:-1]) if each]
    return str(ast.literal_eval(whole[-1].decode()))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
@pytest.mark.parametrize("number", range(1, 11), ids=[page.id for page in PAGES])
def test_nothing_that_was_seen_as_typed_is_lost(month, number, context, qtbot):
    seen = last_seen(month, number)
    assert len(seen) >= LETTERS
    review = ReviewPage(context)
    qtbot.addWidget(review)
    review.resize(1100, 760)
    review.show()
    review.open_review(MONTH)
    assert review.wizard.page_number == number
    reword(review.wizard.page)
    assert shown(first_field(review.wizard.page)).startswith(seen)
