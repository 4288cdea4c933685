"""What an import does off the window's thread: read the file, see what would happen, let it happen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bothhats.domain.changes import ChangeSet
from bothhats.domain.pipeline import Stage
from bothhats.domain.problems import KnownProblem
from bothhats.exchange.column_dates import AmbiguousDates
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.import_preview import PreviewRow, preview
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.saved_mapping import SavedMapping
from bothhats.exchange.table import Reading
from bothhats.exchange.touch_plan import TouchPlan, plan_touches
from bothhats.exchange.value_words import TRANSLATED, Words, words_of
from bothhats.ui.background import Job
from bothhats.ui.import_wizard.wizard_state import ImportState, read_file, with_mapping_that_fits
from bothhats.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would happen. Without a plan `asked` or `problem` says why; `words` are the values by field."""

    plan: ImportPlan | TouchPlan | None
    rows: tuple[PreviewRow, ...] = ()
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
        outlook = Outlook(None, (), words, existing.stages, existing.sources)
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
        return replace(outlook, plan=plan, rows=tuple(preview(plan)))
    finally:
        workspace.close()


def bring_in(file: Path, plan: ImportPlan | TouchPlan, name: str, today: date, job: Job) -> ChangeSet | None:
    """Carry the plan out; what changed, for the window's own workspace to tell. Cancelled: nothing is kept."""
    workspace = Workspace(file)
    heard: list[ChangeSet] = []
    workspace.listen(heard.append)
    try:
        if isinstance(plan, TouchPlan):
            workspace.touch_imports.carry_out(plan, name, job.tell)
        else:
            workspace.imports.carry_out(plan, today, name, job.tell)
    finally:
        workspace.close()
    return heard[0] if heard else None
