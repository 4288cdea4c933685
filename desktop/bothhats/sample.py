"""A throw-away file with the sample business in it."""

import json
from datetime import date
from pathlib import Path

from bothhats.resource_files import resource
from bothhats.system.paths import SUFFIX
from bothhats.workspace import Workspace


def make_sample(folder: Path, today: date) -> Path:
    """Make the sample in a folder; what happened in it leads up to `today`."""
    story = json.loads(resource("sample", "story.json").read_text(encoding="utf-8"))
    path = folder / f"sample{SUFFIX}"
    workspace = Workspace.create(path)
    workspace.load_sample(story, today)
    workspace.close()
    return path
