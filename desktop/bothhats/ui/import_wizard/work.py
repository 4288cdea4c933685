"""What an import does off the window's thread: read the file, see what would happen, let it happen."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bothhats.domain.changes import ChangeSet
from bothhats.domain.pipeline import Stage
from bothhats.domain.problems import KnownProblem
from bothhats.exchange.column_dates import AmbiguousDates
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.import_preview import Preview, preview
from bothhats.exchange.likely_amount import is_about_marks
from bothhats.exchange.long_list import LongList
from bothhats.exchange.planned import ImportPlan, Issue
from bothhats.exchange.saved_mapping import SavedMapping
from bothhats.exchange.table import Reading
from bothhats.exchange.touch_plan import TouchPlan, plan_touches
from bothhats.exchange.value_words import TRANSLATED, Words, words_of
from bothhats.ui.background import Job
from bothhats.ui.import_wizard.wizard_state import ImportState, read_file, with_mapping_that_fits
from bothhats.ui.long_step import carry_out
from bothhats.workspace import Workspace

MANY_ROWS = 20_000
MOST_SHOWN = 60  # of the rows that need a word


@dataclass(frozen=True, slots=True)
class Troubles:
    """The rows that need a word, what is wrong with the first of them, and an amount that can be read in two ways."""

    rows: Sequence[int] = ()
    first: tuple[Issue, ...] = ()
    doubtful: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would happen. Without a plan `asked` or `problem` says why; `words` are the values by field."""

    plan: ImportPlan | TouchPlan | None
    preview: Preview = field(default_factory=Preview)
    troubles: Troubles = field(default_factory=Troubles)
    words: Mapping[str, Words] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    sources: tuple[str, ...] = ()
    asked: AmbiguousDates | None = None
    problem: KnownProblem | None = None


def read(
    name: str, content: bytes | Path, reading: Reading | None, mappings: Mapping[str, SavedMapping], job: Job
) -> ImportState:
    """The list, its columns recognised or as they are remembered. Raises KnownProblem, OSError."""
    state = with_mapping_that_fits(read_file(name, content, reading), mappings)
    job.go_on()
    return state


def look(file: Path, state: ImportState, today: date, job: Job) -> Outlook:
    """What the file would become, over a workspace of this thread's own."""
    workspace = Workspace(file)
    try:
        existing = workspace.imports.existing(state.key)
        fields = [name for name in TRANSLATED if state.places(name)]
        words = {name: words_of(state.table, state.places(name), name, state.words, existing) for name in fields}
        job.go_on()
        outlook = Outlook(None, words=words, stages=existing.stages, sources=existing.sources)
        try:
            if state.is_touches:
                incoming = workspace.touch_imports
                leads, present = incoming.known_leads(), incoming.present()
                plan: ImportPlan | TouchPlan = plan_touches(state.table, state.options, leads, present, today, job.tell)
            else:
                plan = plan_import(state.table, state.options, existing, today, job.tell)
        except AmbiguousDates as question:
            return replace(outlook, asked=question)
        except KnownProblem as problem:
            return replace(outlook, problem=problem)
        return replace(outlook, plan=plan, preview=preview(plan), troubles=_troubles(plan.problems))
    finally:
        workspace.close()


def _troubles(problems: Iterable[Issue]) -> Troubles:
    rows, first, doubtful = array("q"), [], ""
    for issue in problems:
        if not rows or rows[-1] != issue.row:
            rows.append(issue.row)
            first += [issue] if len(rows) <= MOST_SHOWN else []
        if not doubtful and is_about_marks(issue.reason):
            doubtful = issue.value
    return Troubles(rows, tuple(first), doubtful)


def is_long(state: ImportState, plan: ImportPlan | TouchPlan) -> bool:
    """Whether writing the plan may fill so much memory that SQLite takes the file for itself until the end."""
    rows = len(plan.touches) if isinstance(plan, TouchPlan) else len(plan.creates) + len(plan.updates)
    return rows > MANY_ROWS or isinstance(state.table.rows, LongList)


def bring_in(file: Path, plan: ImportPlan | TouchPlan, name: str, today: date, job: Job) -> ChangeSet | None:
    """Carry the plan out; what changed, for the window's own workspace to tell. Cancelled: nothing is kept."""

    def act(workspace: Workspace) -> None:
        if isinstance(plan, TouchPlan):
            workspace.touch_imports.carry_out(plan, name, job.tell)
        else:
            workspace.imports.carry_out(plan, today, name, job.tell)

    heard = carry_out(file, act, job)
    return heard[0] if heard else None
