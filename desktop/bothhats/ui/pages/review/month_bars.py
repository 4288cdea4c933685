"""How the alignment went over the months, as columns."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bothhats.queries.alignment import MonthScore
from bothhats.ui.widgets.month_bars import MonthBar, MonthBars

_TALLEST = 8


def score_bars(scores: Sequence[MonthScore], height: int = 150) -> MonthBars:
    """A month without a review has no column but its name; each is read out with its k of n."""
    bars = [MonthBar(each.month, each.holds if each.of else 0, _words(each)) for each in scores]
    return MonthBars(_tr("Alignment by month"), bars, _TALLEST, height)


def _words(score: MonthScore) -> str:
    return _tr("{k} of {n}").format(k=score.holds, n=score.of) if score.of else _tr("no review")


def _tr(text: str) -> str:
    return QCoreApplication.translate("MonthBars", text)
