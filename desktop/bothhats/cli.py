"""The sub-commands of the command line: they ask and do through the same two doors as the window."""

import sqlite3
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bothhats.cli_import import carry_out_import, print_json
from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.domain.typed_date import parse_date
from bothhats.domain.wording import counted
from bothhats.queries.figures import Period
from bothhats.sample import make_sample
from bothhats.storage.safe_write import write_whole
from bothhats.storage.sqlite_errors import known_problem
from bothhats.system.region import is_day_first
from bothhats.workspace import Workspace


def carry_out(data_file: Path, arguments: Namespace) -> int:
    """Carry out a sub-command; the exit status."""
    try:
        with tempfile.TemporaryDirectory(prefix="bothhats-") as folder:
            if arguments.demo:
                data_file = make_sample(Path(folder), date.today())
            return _COMMANDS[arguments.command](data_file, arguments)
    except KnownProblem as problem:
        return _refuse(problem)
    except sqlite3.Error as error:
        known = known_problem(error)
        if known is None:
            raise
        return _refuse(known)


def _refuse(problem: KnownProblem) -> int:
    sys.stderr.write(f"bothhats: {problem}\n")
    return 2 if isinstance(problem, WrongUsage) else 1


def _date(words: str, today: date) -> date:
    day = parse_date(words, today, day_first=is_day_first())
    if day is None:
        raise WrongUsage(f"“{words}” is not a date.", "Write it as 2026-11-22 or in words such as next tue.")
    return day


def _agenda(data_file: Path, arguments: Namespace) -> int:
    from bothhats.queries.agenda import agenda
    from bothhats.reports.agenda_text import agenda_json, agenda_text

    today = date.today()
    if arguments.days < 0:
        raise WrongUsage("The number of days is not below zero.", "Write --days 7.")
    workspace = Workspace(data_file)
    answer = agenda(workspace.reader, _date(arguments.on, today), arguments.days)
    if arguments.json:
        print_json(agenda_json(answer))
    else:
        print(agenda_text(answer))
    workspace.close()
    return 0


def _report(data_file: Path, arguments: Namespace) -> int:
    from bothhats.queries.report import build_report, period_of_report
    from bothhats.reports.period_text import report_text

    today = date.today()
    start, end = (_date(words, today) if words else None for words in (arguments.start, arguments.end))
    workspace = Workspace(data_file)
    period = period_of_report(workspace.reader, start, end, _date(arguments.as_of, today))
    if arguments.markdown or arguments.pdf:
        _draw_report(workspace, period, arguments)
    else:
        document = build_report(workspace.reader, period.start, period.end, period.as_of, arguments.by)
        print_json(document) if arguments.json else print(report_text(document))
    workspace.close()
    return 0


def _draw_report(workspace: Workspace, period: Period, arguments: Namespace) -> None:
    from bothhats.queries.scope import Scope
    from bothhats.reports.period_pages import period_pdf, period_report, write_markdown
    from bothhats.system.paths import set_chart_cache

    set_chart_cache()
    report = period_report(workspace.reader, Scope(period), arguments.by)
    if arguments.markdown:
        write_markdown(report, arguments.markdown)
    else:
        write_whole(arguments.pdf, period_pdf(report))


def _review(data_file: Path, arguments: Namespace) -> int:
    from bothhats.reports import review_letter

    workspace = Workspace(data_file)
    what = (workspace.reader, arguments.month, date.today())
    if arguments.json:
        print_json(review_letter.review_json(*what))
    elif arguments.markdown:
        write_whole(arguments.markdown, review_letter.review_markdown(*what))
    elif arguments.pdf:
        from bothhats.reports.letter_pages import review_pdf

        write_whole(arguments.pdf, review_pdf(*what))
    else:
        print(review_letter.review_text(*what))
    workspace.close()
    return 0


def _export(data_file: Path, arguments: Namespace) -> int:
    from bothhats.domain.export_form import Export, Form, form_of
    from bothhats.operations.exporting import export

    form = form_of(arguments.file)
    if arguments.gnucash or arguments.touches:
        if form is not Form.CSV:
            raise WrongUsage("These rows are written as CSV.", "Choose a name that ends with .csv.")
        form = Form.CUSTOMERS if arguments.gnucash else Form.TOUCHES
    leads = _leads_of_view(data_file, arguments.view) if arguments.view else None
    count = export(data_file, arguments.file, Export(form, leads, is_lossless=arguments.lossless))
    if arguments.json:
        print_json({"file": str(arguments.file), "form": form.value.lstrip("."), "count": count})
    else:
        things = {Form.CALENDAR: ("entry", "entries"), Form.TOUCHES: ("touch", "touches")}
        print(f"{arguments.file}: {counted(count, *things.get(form, ('lead',)))}.")
    return 0


def _leads_of_view(data_file: Path, name: str) -> list[int]:
    from bothhats.queries.lead_list import lead_ids
    from bothhats.queries.settings import read_settings
    from bothhats.queries.views import view_called

    workspace = Workspace(data_file)
    try:
        days = read_settings(workspace.reader).promise_days
        return lead_ids(workspace.reader, view_called(workspace.reader, name), date.today(), days)
    finally:
        workspace.close()


def _backup(data_file: Path, arguments: Namespace) -> int:
    from bothhats.storage.backups import BY_HAND, back_up_as, make_backup

    if arguments.file:
        print(back_up_as(data_file, arguments.file))
    elif made := make_backup(data_file, BY_HAND, datetime.now()):
        print(made.path)
    return 0


def _restore(data_file: Path, arguments: Namespace) -> int:
    from bothhats.storage.restore import restore

    kept = restore(data_file, arguments.file, datetime.now())
    print(f"{data_file} is as it was in {arguments.file}.")
    if kept:
        print(f"What it was before is kept as {kept}.")
    return 0


def _check(data_file: Path, arguments: Namespace) -> int:
    from bothhats.storage.check import odd_values, problems_of, repair

    workspace = Workspace(data_file)
    if arguments.repair:
        repair(workspace.journal.connection)
    found = [*problems_of(workspace.reader), *odd_values(workspace.reader)]
    workspace.close()
    if arguments.json:
        print_json({"file": str(data_file), "ok": not found, "problems": found})
    else:
        print("\n".join(found) or f"{data_file} is sound.")
    return 1 if found else 0


_COMMANDS: dict[str, Callable[[Path, Namespace], int]] = {
    "agenda": _agenda,
    "import": carry_out_import,
    "report": _report,
    "review": _review,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
}
