"""Work off the window's thread: by hand for the order of things, and with the real pool."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from bothhats.domain.problems import FileMissing, KnownProblem
from bothhats.ui.background import Cancelled, Done, Failed, JobRunner
from builders import a_lead
from workers import ByHand

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"


@pytest.fixture
def pool(qapp):
    """A runner with its real pool."""
    runner = JobRunner()
    yield runner
    runner.close()


def test_a_job_answers_once_with_its_value_or_its_error():
    hands, answers = ByHand(), []
    runner = JobRunner(hands)
    problem = KnownProblem("The disk is full.")

    def fail(_job):
        raise problem

    runner.run(lambda _job: 7, answers.append)
    runner.run(fail, answers.append)
    assert (answers, runner.is_busy) == ([], True)
    hands.turn()
    assert (answers, runner.is_busy) == ([Done(7), Failed(problem)], False)


def test_a_cancelled_job_does_not_begin_and_its_answer_says_so():
    hands, answers, begun = ByHand(), [], []
    runner = JobRunner(hands)
    job = runner.run(begun.append, answers.append)
    job.cancel()
    hands.turn()
    assert (begun, answers) == ([], [Cancelled()])


def test_a_job_stops_where_it_next_tells_how_far_it_is():
    hands, answers, rows = ByHand(), [], []
    runner = JobRunner(hands)

    def read(job):
        for row in range(100):
            job.tell(row, 100)
            rows.append(row)

    def stop(done, of):
        assert of == 100
        if done == 3:
            job.cancel()

    job = runner.run(read, answers.append, stop)
    hands.turn()
    assert (rows, answers) == ([0, 1, 2, 3], [Cancelled()])


def test_what_has_been_written_is_done_even_if_it_was_cancelled_meanwhile():
    hands, answers = ByHand(), []
    runner = JobRunner(hands)

    def write(job):
        job.cancel()
        return "written"

    runner.run(write, answers.append)
    hands.turn()
    assert answers == [Done("written")]


def test_after_closing_nobody_is_answered():
    hands, answers = ByHand(), []
    runner = JobRunner(hands)
    runner.run(lambda _job: 7, answers.append)
    runner.close()
    assert (answers, runner.is_busy, list(hands.waiting)) == ([], False, [])


def test_an_answer_may_give_the_next_job():
    hands, answers = ByHand(), []
    runner = JobRunner(hands)
    runner.run(lambda _job: 1, lambda first: runner.run(lambda _job: (first.value, 2), answers.append))
    hands.turn()
    assert answers == [Done((1, 2))]


def test_in_the_pool_work_is_on_another_thread_and_the_answers_come_to_the_window_s_in_order(pool, qtbot):
    answers, threads = [], set()

    def then(answer):
        threads.add(QThread.currentThread())
        answers.append(answer.value)

    for number in range(50):
        pool.run(lambda _job, number=number: (number, threading.current_thread().name), then)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert [number for number, _ in answers] == list(range(50))
    assert {name for _, name in answers} == {"job_0"}
    assert threads == {QApplication.instance().thread()}


def test_in_the_pool_progress_comes_to_the_window_s_thread_and_the_last_of_many_is_heard(pool, qtbot):
    told, threads, answers = [], set(), []

    def progress(done, of):
        threads.add(QThread.currentThread())
        told.append((done, of))

    def count(job):
        for row in range(1, 10_001):
            job.tell(row, 10_000)

    pool.run(count, answers.append, progress)
    qtbot.waitUntil(lambda: bool(answers))
    assert told[-1] == (10_000, 10_000)
    assert told == sorted(told)
    assert threads == {QApplication.instance().thread()}


def test_a_question_has_a_reading_connection_of_its_own(pool, qtbot, workspace):
    a_lead(workspace)
    answers = []

    def write(connection):
        connection.execute("DELETE FROM lead")

    pool.ask(workspace.path, lambda file: file.execute("SELECT count(*) FROM lead").fetchone(), answers.append)
    pool.ask(workspace.path, write, answers.append)
    pool.ask(workspace.path.with_name("gone"), write, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers[0] == Done((1,))
    assert isinstance(answers[1].error, sqlite3.OperationalError)
    assert isinstance(answers[2].error, FileMissing)


def test_a_question_that_nobody_wants_any_more_stops_in_mid_query(pool, qtbot, workspace):
    answers, begun = [], threading.Event()

    def ask(connection):
        begun.set()
        connection.execute(ENDLESS).fetchone()

    job = pool.ask(workspace.path, ask, answers.append)
    assert begun.wait(20)
    job.cancel()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [Cancelled()]


QUIT = """
import sys; sys.path.insert(0, {desktop!r})
import time
from PySide6.QtCore import QCoreApplication
from bothhats.ui.background import JobRunner
app = QCoreApplication([])
runner = JobRunner()
def work(job):
    print("begun", flush=True)
    while True:
        job.go_on()
        time.sleep(0.01)
runner.run(work, print)
runner.run(work, print)
sys.stdin.readline()
runner.close()
print("closed", flush=True)
"""


def test_at_quit_the_pool_is_waited_for():
    process = subprocess.Popen(
        [sys.executable, "-c", QUIT.format(desktop=str(DESKTOP))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "begun\n"
    said, _ = process.communicate("quit\n", timeout=30)
    assert (said, process.returncode) == ("closed\n", 0)


@pytest.mark.parametrize("is_begun", [False, True], ids=["before it begins", "once its answer is on its way"])
def test_a_job_goes_with_its_owner_and_answers_nobody(qapp, is_begun):
    hands, answers, begun = ByHand(), [], []
    runner, owner = JobRunner(hands), QObject()

    def work(job):
        begun.append(job)
        shiboken6.delete(owner)
        return 7

    job = runner.run(work if is_begun else begun.append, answers.append, owner=owner)
    if not is_begun:
        shiboken6.delete(owner)
    hands.turn()
    assert (answers, bool(begun), job.is_cancelled, runner.is_busy) == ([], is_begun, True, False)


def test_an_owner_that_goes_after_the_answer_changes_nothing(qapp):
    hands, answers = ByHand(), []
    runner, owner = JobRunner(hands), QObject()
    job = runner.run(lambda _job: 7, answers.append, owner=owner)
    hands.turn()
    shiboken6.delete(owner)
    assert (answers, job.is_cancelled) == ([Done(7)], False)
