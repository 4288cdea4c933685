"""A throw-away file with the sample business in it."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bothhats.domain.review import Commitment
from bothhats.queries.months import first_day, month_of, shifted
from bothhats.reports.review_letter import kept_figures, letter
from bothhats.resource_files import resource
from bothhats.system.paths import SUFFIX
from bothhats.workspace import Workspace

REVIEWED_MONTHS = 13


def make_sample(folder: Path, today: date) -> Path:
    """Make the sample in a folder; what happened in it leads up to `today`."""
    story = json.loads(resource("sample", "story.json").read_text(encoding="utf-8"))
    path = folder / f"sample{SUFFIX}"
    workspace = Workspace.create(path)
    workspace.load_sample(story, today)
    _review(workspace, story, today)
    workspace.journal.forget()
    workspace.close()
    return path


def _review(workspace: Workspace, story: dict[str, Any], today: date) -> None:
    """Do the reviews up to the month before last, as the owner would have; last month's is still to be done."""
    moved = today - date.fromisoformat(story["anchor"])
    for back in range(REVIEWED_MONTHS + 1, 1, -1):
        month = shifted(month_of(today), -back)
        done_on = first_day(shifted(month, 1)) + timedelta(days=3 + back % 4)
        review_id = workspace.reviews.start(month, done_on)
        text = letter(workspace.reader, month, done_on)
        figures = json.dumps(kept_figures(workspace.reader, month, done_on))
        commitments = _commitments(workspace, story, moved) if back == 2 else []
        workspace.reviews.finish(review_id, text, figures, commitments, done_on)
    kept = {text for _, text, _, state, _ in story["commitments"] if state == "kept"}
    for commitment_id, text, due_on in workspace.reader.execute("SELECT id, text, due_on FROM commitment").fetchall():
        if text in kept:
            workspace.commitments.settle(commitment_id, "kept", date.fromisoformat(due_on))


def _commitments(workspace: Workspace, story: dict[str, Any], moved: timedelta) -> list[Commitment]:
    objections = dict(workspace.reader.execute("SELECT text, id FROM objection").fetchall())
    return [
        Commitment(hat, text, date.fromisoformat(due) + moved, objection_id=objections.get(objection))
        for hat, text, due, _, objection in story["commitments"]
    ]
