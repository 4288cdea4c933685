"""The rules that people forget: the floors, the commands, the icons, the sizes, the texts."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bothhats.resource_files import resource
from bothhats.storage.journal_triggers import journalled_columns
from bothhats.ui.commands import COMMANDS, MENUS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "bothhats"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LATE_ONLY = ("sqlite_utils", "matplotlib", "numpy")
LIGHT_CHARTS = {"bothhats.charts.catalogue"}  # it knows no matplotlib: a test of its own
WORKBOOKS = ("openpyxl", "defusedxml")


def test_the_floors_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "desktop"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts: 1 kept, 0 broken." in done.stdout, done.stdout + done.stderr


def imports_of(path: Path) -> list[tuple[str, int]]:
    """What a module imports, with the depth at which it stands (0: at the top)."""
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        top = node in tree.body
        if isinstance(node, ast.Import):
            found += [(alias.name, 0 if top else 1) for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, 0 if top else 1))
    return found


def test_the_scan_sees_the_package():
    assert len(SOURCES) > 200


@pytest.mark.parametrize("floor", ["domain", "exchange", "queries", "system"])
def test_a_qt_free_floor_knows_neither_qt_nor_sql_utilities(floor):
    for path in (PACKAGE / floor).rglob("*.py"):
        for name, _ in imports_of(path):
            assert not name.startswith(("PySide6", *LATE_ONLY)), f"{path.name} imports {name}: put it on a floor above"


def test_only_charts_know_matplotlib_and_only_late():
    for path in SOURCES:
        for name, depth in imports_of(path):
            if name.startswith("matplotlib"):
                assert path.parent.name == "charts", path
            if name.startswith("bothhats.charts.") and name not in LIGHT_CHARTS and path.parent.name != "charts":
                assert depth, f"{path.name}: import charts inside a function, after the first paint"


def test_workbooks_are_known_only_to_the_exchange_and_only_late():
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = [node for node in tree.body if isinstance(node, ast.ImportFrom | ast.Import)]
        for node in top:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
            assert not any(name.startswith(WORKBOOKS) for name in names), f"{path.name}: import it inside a function"
        assert path.parent.name == "exchange" or not any(name.startswith(WORKBOOKS) for name, _ in imports_of(path))


def test_pypdf_is_known_only_where_pictograms_become_letters_and_that_only_late():
    for path in SOURCES:
        for name, depth in imports_of(path):
            assert not name.startswith("pypdf") or path.name == "pictogram_letters.py", path
            assert name != "bothhats.reports.pictogram_letters" or depth, f"{path.name}: import it where there are any"


def test_no_page_imports_another_and_none_the_window():
    for path in (PACKAGE / "ui" / "pages").rglob("*.py"):
        own = path.relative_to(PACKAGE / "ui" / "pages").parts[0]
        for name, _ in imports_of(path):
            assert name != "bothhats.ui.main_window", path
            if name.startswith("bothhats.ui.pages."):
                assert name.split(".")[3] == own, f"{path} imports {name}"


def test_no_widget_speaks_sql_and_no_dialog_writes():
    for path in (PACKAGE / "ui").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert ".execute(" not in source, path
        assert ".write_text(" not in source, f"{path.name}: a file is saved with write_whole"
        assert ".write_bytes(" not in source, f"{path.name}: a file is saved with write_whole"
        if path.parent.name == "dialogs":
            assert ".journal" not in source, path


def test_every_command_has_a_menu_and_words_and_no_key_is_given_twice():
    menus = {name for name, _ in MENUS}
    assert all(command.menu in menus and command.text for command in COMMANDS)
    keys = [key for command in COMMANDS if command.key for key in command.key.split(" | ")]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert not command.icon or resource("icons", f"{command.icon}.svg").exists(), command


def test_every_journalled_table_has_the_key_that_the_journal_needs(workspace):
    columns = journalled_columns(workspace.journal.connection)
    assert len(columns) > 25
    assert all("id" in names for names in columns.values())


def test_sizes_stay_small():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert max(lengths.values()) <= 400, max(lengths, key=lengths.get)


@pytest.mark.parametrize("banned", ["utils", "helpers", "common", "misc", "manager", "base", "logic", "core", "types"])
def test_no_module_has_a_vague_name(banned):
    assert not [path for path in SOURCES if path.stem == banned]


def test_no_f_string_is_translated():
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                assert not isinstance(node.args[0], ast.JoinedStr), f"{path.name}:{node.lineno}"
