"""What every test stands on: a real file, copied from a migrated template, in folders of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import logging
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bothhats.storage.database import create
from bothhats.workspace import Workspace
from screen import context, keyboard, theme, window

__all__ = ["context", "keyboard", "theme", "window"]

TODAY = date(2026, 10, 6)

# No clock decides whether a law holds: in a new checkout the first text alone takes Hypothesis seconds to prepare.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new, empty pipeline file."""
    path = tmp_path_factory.mktemp("template") / "empty.bothhats"
    create(path)
    return path


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has settings, data and caches of its own; the owner's real ones are never touched."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("BOTHHATS_DATA", raising=False)


@pytest.fixture
def data_file(template: Path, tmp_path: Path) -> Path:
    """A pipeline file of this test's own."""
    return Path(shutil.copy(template, tmp_path / "pipeline.bothhats"))


@pytest.fixture
def workspace(data_file: Path) -> Iterator[Workspace]:
    """An empty file, open for reading, and for writing when first needed."""
    workspace = Workspace(data_file)
    yield workspace
    workspace.close()


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that the test did not expect fails it."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING and r.name.startswith("bothhats")]
    assert not loud, loud
