"""What a start loads, and what a kill leaves."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bothhats.workspace import Workspace
from builders import a_lead

DESKTOP = Path(__file__).resolve().parents[1] / "desktop"
HEAVY = ("sqlite_utils", "numpy", "matplotlib", "click", "pandas", "openpyxl", "pypdf")

FIRST_PAINT = """
import json, sys
sys.path.insert(0, {desktop!r})
from pathlib import Path
from PySide6.QtWidgets import QApplication
from bothhats.app import Application
from bothhats.system.paths import window_settings_file
from bothhats.ui.window_settings import WindowSettings

app = QApplication([])
application = Application(app, WindowSettings(window_settings_file()))
import bothhats.app
bothhats.app._load_the_rest = lambda: None
application.start(Path({path!r}))
shot = application.window.grab()
loaded = sorted(name for name in sys.modules if name.split(".")[0] in {heavy!r} and "." not in name)
print(json.dumps({{"loaded": loaded, "window": type(application.window).__name__, "width": shot.width()}}))
application.close()
"""

CHANGE_THEN_DIE = """
import os, signal, sys
sys.path.insert(0, {desktop!r})
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bothhats.app import Application
from bothhats.domain.lead import NewLead
from bothhats.system.paths import window_settings_file
from bothhats.ui.window_settings import WindowSettings
from datetime import date

app = QApplication([])
application = Application(app, WindowSettings(window_settings_file()))
application.start(Path({path!r}))
application.workspace.leads.add(NewLead(name="Typed just now"), date(2026, 10, 6))
assert application.window.toast.words == "Typed just now added"
application.window.grab()
print("shown", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def run_child(script: str, tmp_path: Path, **values: object) -> subprocess.CompletedProcess:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    source = script.format(desktop=str(DESKTOP), **values)
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("is_new", [False, True], ids=["a file with leads", "no file yet"])
def test_the_first_paint_loads_neither_sqlite_utils_nor_numpy_nor_matplotlib(workspace, tmp_path, is_new):
    a_lead(workspace)
    workspace.close()
    path = tmp_path / "new.bothhats" if is_new else workspace.path
    done = run_child(FIRST_PAINT, tmp_path, path=str(path), heavy=HEAVY)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["window"] == ("FirstRunPage" if is_new else "MainWindow")
    assert answer["width"] > 500
    assert answer["loaded"] == []
    assert path.exists() is not is_new


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_kill_right_after_a_change_is_shown_loses_nothing(data_file, tmp_path):
    done = run_child(CHANGE_THEN_DIE, tmp_path, path=str(data_file))
    assert done.stdout == "shown\n", done.stderr
    assert done.returncode == -signal.SIGKILL
    again = Workspace(data_file)
    assert again.reader.execute("SELECT name FROM lead").fetchall() == [("Typed just now",)]
    assert again.journal.undo() == "Typed just now added"
    again.close()


def test_qt_calls_lose_no_reference_to_none(tmp_path):
    script = (
        "import sys; sys.path.insert(0, {desktop!r})\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([]); label = QLabel('a'); hold = [None] * 200000\n"
        "label.setText('b'); before = sys.getrefcount(None)\n"
        "for _ in range(1000): label.setText('b'); label.update()\n"
        "print(sys.getrefcount(None) - before > -500)\n"
    )
    assert run_child(script, tmp_path).stdout == "True\n"
