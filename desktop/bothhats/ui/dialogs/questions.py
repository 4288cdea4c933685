"""The dialogs as functions, so that whoever asks can be handed others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bothhats.domain.lead import Closing, Judging, NextStep, Parking, TouchReport
from bothhats.domain.pipeline import Outcome, Step
from bothhats.ui.context import Context
from bothhats.ui.dialogs.close_lead import ask_closing
from bothhats.ui.dialogs.copy_template import ask_template
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.follow_up import ask_follow_up
from bothhats.ui.dialogs.judge_lead import ask_judging
from bothhats.ui.dialogs.log_touch import ask_touch
from bothhats.ui.dialogs.park_lead import ask_parking
from bothhats.ui.dialogs.quick_add import QuickAdd, ask_quick_add

Ids = Sequence[int]


@dataclass(frozen=True, slots=True)
class Questions:
    """Each shows its dialog and returns a value; none writes."""

    quick_add: Callable[[QWidget, Context, str, Drafts], QuickAdd | None] = ask_quick_add
    touch: Callable[[QWidget, Context, int | None, Drafts], TouchReport | None] = ask_touch
    closing: Callable[[QWidget, Context, Ids, Outcome | None], Closing | Parking | None] = ask_closing
    parking: Callable[[QWidget, Context, Ids], Parking | None] = ask_parking
    judging: Callable[[QWidget, Context, int, Step], Judging | Parking | Closing | None] = ask_judging
    template: Callable[[QWidget, Context, int], str | None] = ask_template
    follow_up: Callable[[QWidget, Context, Ids], NextStep | None] = ask_follow_up
