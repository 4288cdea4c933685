"""`import` on the command line: a list of leads, or everything from JSON."""

import json
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.domain.wording import counted
from bothhats.exchange.likely_amount import is_about_marks
from bothhats.exchange.planned import ImportPlan, Issue
from bothhats.exchange.table import Reading, Table
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.system.paths import SUFFIX
from bothhats.system.region import local_currency
from bothhats.workspace import Workspace


def print_json(document: object) -> None:
    """One document on stdout, nothing else; where stdout has not all letters, they are written as JSON's escapes."""
    json.dump(document, sys.stdout, ensure_ascii=not sys.stdout.encoding.lower().startswith("utf"), indent=2)
    print()


def carry_out_import(data_file: Path, arguments: Namespace) -> int:
    """Bring the file in; the exit status. A file that could not be used leaves no new pipeline file behind."""
    if arguments.file.suffix.lower() == ".json":
        return _import_json(data_file, arguments)
    table = _table(arguments)
    is_new = not data_file.exists()
    with tempfile.TemporaryDirectory(prefix="bothhats-") as folder:
        target = Path(folder) / f"new{SUFFIX}" if is_new and arguments.dry_run else data_file
        workspace = Workspace.create(target, {"currency": local_currency()}) if is_new else Workspace(target)
        try:
            plan = _plan(workspace, table, arguments)
        except BaseException:
            workspace.close()
            if is_new:
                target.unlink(missing_ok=True)
            raise
        try:
            if not arguments.dry_run:
                _write(workspace, plan, arguments.file.name)
        finally:
            workspace.close()
    if arguments.json:
        print_json(_import_document(plan))
    else:
        _tell_import(plan, is_dry_run=arguments.dry_run)
    return 0


def _plan(workspace: Workspace, table: Table, arguments: Namespace) -> ImportPlan | TouchPlan:
    from bothhats.domain.touch_fields import TOUCH_FIELDS_BY_NAME
    from bothhats.exchange.import_options import read_options
    from bothhats.exchange.import_plan import plan_import
    from bothhats.exchange.touch_columns import is_touch_file
    from bothhats.exchange.touch_plan import plan_touches

    words = (arguments.map, arguments.key, arguments.set, arguments.value, arguments.date_format)
    today = date.today()
    if arguments.touches or is_touch_file(table.header):
        if arguments.key is not None:
            raise WrongUsage("Touches have no --key.", "Map the column that says whose they are: --map COLUMN=email.")
        options = read_options(*words, fields=TOUCH_FIELDS_BY_NAME)
        incoming = workspace.touch_imports
        return plan_touches(table, options, incoming.known_leads(), incoming.present(), today)
    options = read_options(*words, arguments.decimal_mark)
    return plan_import(table, options, workspace.imports.existing(options.key), today)


def _write(workspace: Workspace, plan: ImportPlan | TouchPlan, name: str) -> None:
    if isinstance(plan, TouchPlan):
        workspace.touch_imports.carry_out(plan, name)
    else:
        workspace.imports.carry_out(plan, date.today(), name)


def _import_json(data_file: Path, arguments: Namespace) -> int:
    from bothhats.operations.bringing_in import bring_in

    came = bring_in(data_file, arguments.file, datetime.now(), is_dry_run=arguments.dry_run)
    if arguments.json:
        counts = {"rows": came.leads, "added": came.leads, "updated": 0, "unchanged": 0, "skipped": 0}
        print_json({**counts, "problems": [], "warnings": []})
    else:
        would = "would come" if arguments.dry_run else "came"
        print(f"Everything {would} back: {counted(came.leads, 'lead')}, {counted(came.touches, 'touch', 'touches')}.")
    return 0


def _table(arguments: Namespace) -> Table:
    from bothhats.exchange.list_reader import read_list

    if arguments.header_row is not None and arguments.header_row < 0:
        raise WrongUsage("The row of the header is not below zero.", "Write --header-row 1, or 0 where there is none.")
    try:
        return read_list(arguments.file, Reading(arguments.encoding, None, arguments.header_row, arguments.sheet))
    except OSError as error:
        raise KnownProblem(f"{arguments.file} cannot be read.", "Check the name and its permissions.") from error


class _Told(list[dict[str, object]]):
    """Issues as they stand in the document, made one by one while it is written: there may be half a million."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__()
        self._issues = issues

    def __len__(self) -> int:
        return len(self._issues)

    def __iter__(self) -> Iterator[dict[str, object]]:
        return map(vars, self._issues)


def _import_document(plan: ImportPlan | TouchPlan) -> dict[str, object]:
    is_touches = isinstance(plan, TouchPlan)
    return {
        "rows": plan.rows,
        "added": len(plan.touches if isinstance(plan, TouchPlan) else plan.creates),
        "updated": 0 if isinstance(plan, TouchPlan) else len(plan.updates),
        "unchanged": plan.unchanged,
        "skipped": plan.skipped,
        "problems": _Told(plan.problems),
        "warnings": _Told(plan.warnings),
        **({"touches": True} if is_touches else {}),
    }


def _tell_import(plan: ImportPlan | TouchPlan, *, is_dry_run: bool) -> None:
    would = "would be " if is_dry_run else ""
    rest = f"{plan.unchanged:,} unchanged, {plan.skipped:,} skipped."
    if isinstance(plan, TouchPlan):
        print(f"{plan.rows:,} rows: {counted(len(plan.touches), 'touch', 'touches')} {would}added, {rest}")
    else:
        new, changed = len(plan.creates), len(plan.updates)
        print(f"{plan.rows:,} rows: {new:,} {would}added, {changed:,} {would}updated, {rest}")
    for note in plan.notes:
        print(note)
    if isinstance(plan, ImportPlan) and plan.new_sources:
        print(f"New sources, taken as marketing until you say otherwise: {', '.join(plan.new_sources)}.")
    if any(is_about_marks(issue.reason) for issue in plan.problems):
        print("Where a mark in an amount parts thousands, say so with --decimal-mark , or --decimal-mark .")
    for kind, issues in (("problem", plan.problems), ("warning", plan.warnings)):
        for issue in issues:
            where = f", {issue.column}" if issue.column else ""
            what = f" “{issue.value}”" if issue.value else ""
            print(f"{kind}: row {issue.row}{where}{what}: {issue.reason}")
