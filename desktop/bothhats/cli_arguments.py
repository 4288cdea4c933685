"""The words of the command line, as CLI.md has them."""

import argparse
from pathlib import Path


def build_parser() -> argparse.ArgumentParser:
    """The parser for the window's options and all sub-commands; `command` is '' for the window."""
    parser = argparse.ArgumentParser(
        prog="bothhats", description="The lead pipeline for one-person businesses. Without a sub-command: the window."
    )
    parser.add_argument("--data", type=Path, metavar="FILE", help="the pipeline file (else the owner's own)")
    parser.add_argument("--demo", action="store_true", help="work on a throw-away copy of the sample business")
    parser.add_argument("--tray", action="store_true", help=argparse.SUPPRESS)  # how the start at login begins
    parser.add_argument("--look-at", type=Path, metavar="BACKUP", help=argparse.SUPPRESS)  # a copy of it, read only
    parser.set_defaults(command="")
    commands = parser.add_subparsers(title="sub-commands", metavar="COMMAND")
    _add_agenda(commands)
    _add_import(commands)
    _add_export(commands)
    _add_report(commands)
    _add_review(commands)
    _add_care(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=name)
    return parser


def _add_agenda(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    agenda = _command(commands, "agenda", "Follow-ups overdue, today and next; new leads; the review.")
    agenda.add_argument("--on", default="today", metavar="DATE", help="the day to look from (else today)")
    agenda.add_argument("--days", type=int, default=7, metavar="N", help="how many days ahead (else 7)")
    agenda.add_argument("--json", action="store_true", help="one JSON document, for programs")


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    imports = _command(
        commands, "import", "Bring leads in from CSV, TSV, a workbook or vCards, or everything from JSON."
    )
    imports.add_argument("file", type=Path, metavar="FILE")
    imports.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="what a column is; no field: an extra one"
    )
    imports.add_argument("--key", metavar="FIELD", help="rows with this field as a lead has it change that lead")
    imports.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="what every row is given")
    imports.add_argument(
        "--value", action="append", default=[], metavar="FIELD:FROM=TO", help="what a value of a field becomes"
    )
    imports.add_argument("--date-format", metavar="F", help="dmy, mdy, ymd or as in %%d.%%m.%%Y (else found)")
    imports.add_argument("--decimal-mark", choices=[".", ","], help="how amounts are written (else found)")
    imports.add_argument("--encoding", metavar="E", help="how the file is encoded (else found)")
    imports.add_argument("--header-row", type=int, metavar="N", help="the row that names the columns; 0: none does")
    imports.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook (else found)")
    imports.add_argument("--touches", action="store_true", help="the rows are what happened with leads that are here")
    imports.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    imports.add_argument("--json", action="store_true", help="one JSON document, for programs")


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = _command(commands, "export", "The leads, or everything, by the ending: .csv .xlsx .json .vcf .ics")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--view", metavar="NAME", help="only the leads of this view: open, ended, all or one of yours")
    export.add_argument("--lossless", action="store_true", help="CSV for programs: no apostrophe before formulas")
    export.add_argument("--touches", action="store_true", help="what happened with them, as CSV that an import knows")
    export.add_argument("--gnucash", action="store_true", help="the won leads as customers for GnuCash")
    export.add_argument("--json", action="store_true", help="one JSON document, for programs")


def _add_report(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    report = _command(commands, "report", "Leads, conversations, closes and their rates.")
    report.add_argument("--from", dest="start", metavar="D", help="leads that arrived from this day on")
    report.add_argument("--to", dest="end", metavar="D", help="and up to this day")
    report.add_argument("--as-of", default="today", metavar="D", help="as it was known at the end of this day")
    report.add_argument(
        "--by", action="append", default=[], choices=["source", "campaign", "month"], help="one table each"
    )
    forms = report.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="one JSON document, for programs")
    forms.add_argument("--pdf", type=Path, metavar="F", help="the figures and every chart")
    forms.add_argument("--markdown", type=Path, metavar="F", help="the same, its pictures in a folder beside it")


def _add_review(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    review = _command(commands, "review", "A monthly review.")
    review.add_argument("month", metavar="MONTH", help="for example 2026-10")
    forms = review.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="one JSON document, for programs")
    forms.add_argument("--pdf", type=Path, metavar="F", help="the letter, to be printed")
    forms.add_argument("--markdown", type=Path, metavar="F", help="the letter as text")


def _add_care(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = _command(commands, "backup", "A consistent copy, also while the window is open.")
    backup.add_argument("file", type=Path, nargs="?", metavar="FILE", help="where to (else among the backups)")
    restore = _command(commands, "restore", "Put a backup back; the present file is kept as a backup first.")
    restore.add_argument("file", type=Path, metavar="FILE")
    check = _command(commands, "check", "Whether the file is whole.")
    check.add_argument("--repair", action="store_true", help="make the search index anew; leads are never touched")
    check.add_argument("--json", action="store_true", help="one JSON document, for programs")
