"""What pages ask of the window: another place, a lead, some leads, a dialog. They never find each other."""

from PySide6.QtCore import QObject, Signal


class Navigation(QObject):
    """Requests only; the main window obeys."""

    place_requested = Signal(str)  # today, pipeline, review, insights, playbook, settings
    part_requested = Signal(str, str)  # a place and the part of it to open: playbook "claims", settings "rhythm"
    lead_requested = Signal(int)  # open the lead in the pipeline's detail pane
    leads_requested = Signal(object, str)  # a collection of lead ids and what they are, shown as a filter
    review_requested = Signal(str)  # a month, "2026-10"
    command_requested = Signal(str, object)  # a command's id and what it is about (lead ids, or None)
    problem_raised = Signal(object)  # a KnownProblem, shown as a banner
    told = Signal(str)  # one sentence for a toast without Undo
    backed_up = Signal()  # there is a new backup
