"""Leads and what happened with them, in one line each; a test names only what it is about."""

from datetime import date
from typing import Any

from bothhats.domain.lead import Closing, Heard, NewLead, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, TouchKind
from bothhats.workspace import Workspace

TODAY = date(2026, 10, 6)


def stage_id(workspace: Workspace, name: str) -> int:
    """The stage of that name."""
    return int(workspace.reader.execute("SELECT id FROM stage WHERE name = ?", (name,)).fetchone()[0])


def a_lead(workspace: Workspace, name: str = "Anna Berg", stage: str = "", today: date = TODAY, **what: Any) -> int:
    """A lead that arrived today, in the first stage unless said otherwise."""
    if stage:
        what["stage_id"] = stage_id(workspace, stage)
    return workspace.leads.add(NewLead(name=name, **what), today)


def talked(workspace: Workspace, lead_id: int, on: date = TODAY, heard: str = "", words: str = "", **what: Any) -> int:
    """A real conversation, in which an objection may have been heard."""
    hearing = (Heard(text=heard, words=words),) if heard else ()
    report = TouchReport(lead_id, TouchKind.CALL, on, Direction.OUT, two_way=True, heard=hearing, **what)
    return workspace.touches.log(report, on)


def closed(workspace: Workspace, lead_id: int, outcome: Outcome = Outcome.WON, on: date = TODAY, **what: Any) -> None:
    """The lead ended."""
    workspace.leads.close([lead_id], Closing(outcome, **what), on)


def board(workspace: Workspace) -> dict[str, list[str]]:
    """The open leads by stage, as a picture."""
    rows = workspace.reader.execute(
        "SELECT s.name, l.display_name FROM lead l JOIN stage s ON s.id = l.stage_id"
        " WHERE l.outcome IS NULL AND l.binned_at IS NULL ORDER BY s.position, l.id"
    ).fetchall()
    columns: dict[str, list[str]] = {}
    for stage, name in rows:
        columns.setdefault(stage, []).append(name)
    return columns
