"""How the program is started again: by Python's module, or a packaged one by its own path."""

import subprocess
import sys

from bothhats.system.this_program import this_program


def test_from_python_it_is_started_as_a_module():
    words = [*this_program(), "--help"]
    done = subprocess.run(words, check=True, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)})
    assert "usage:" in done.stdout


def test_a_packaged_program_is_started_by_its_own_path(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/both hats/bothhats")
    assert this_program() == ["/opt/both hats/bothhats"]
