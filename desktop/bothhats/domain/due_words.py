"""A lead's standing in words: short ones for a narrow card, whole ones for rows, tooltips and screen readers."""

from datetime import date

from bothhats.domain.follow_up import Due, Standing
from bothhats.domain.wording import WEEKDAYS, counted, near_date, short_date

ICONS = {
    Standing.SLIPPED: "clock-alert",
    Standing.TODAY: "calendar",
    Standing.PROMISE: "timer",
    Standing.PLANNED: "calendar",
    Standing.NO_STEP: "circle-dashed",
    Standing.BACK: "circle-pause",
    Standing.SILENT: "hourglass",
    Standing.PARKED: "circle-pause",
}


def short_words(due: Due, today: date) -> str:
    """ "4 d late", "Thu", "15 Oct", "no step", "silent 21 d", "to 2 Nov"."""
    if due.standing == Standing.SLIPPED:
        return f"{-due.days} d late"
    if due.standing == Standing.PROMISE:
        return "last day" if due.days == 0 else f"{due.days} d left"
    if due.standing == Standing.SILENT:
        return f"silent {due.days} d"
    if due.standing == Standing.PARKED and due.on:
        return f"to {short_date(due.on, today)}"
    if due.standing in (Standing.TODAY, Standing.PLANNED) and due.on:
        return WEEKDAYS[due.on.weekday()][:3] if 1 <= due.days <= 6 else near_date(due.on, today)
    return {Standing.NO_STEP: "no step", Standing.BACK: "back"}.get(due.standing, "")


def whole_words(due: Due, today: date) -> str:
    """ "4 days late", "Thursday", "no next step", "silent for 21 days", "parked to 2 Nov"."""
    if due.standing == Standing.SLIPPED:
        return f"{counted(-due.days, 'day')} late"
    if due.standing == Standing.PROMISE:
        return "last day of the promise" if due.days == 0 else f"{counted(due.days, 'day')} of the promise left"
    if due.standing == Standing.SILENT:
        return f"silent for {counted(due.days, 'day')}"
    if due.standing == Standing.PARKED and due.on:
        return f"parked to {short_date(due.on, today)}"
    if due.standing in (Standing.TODAY, Standing.PLANNED) and due.on:
        return near_date(due.on, today)
    return {Standing.NO_STEP: "no next step", Standing.BACK: "back from parking"}.get(due.standing, "ended")
