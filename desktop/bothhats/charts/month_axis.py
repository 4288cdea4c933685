"""Months side by side, one to thirty-six of them."""

from collections.abc import Sequence

from bothhats.charts.drawing import Paper
from bothhats.domain.wording import month_name


class MonthAxis:
    """A slot for each month between two edges; labels are thinned until they stand clear."""

    def __init__(self, paper: Paper, months: Sequence[str], left: float, right: float, widest: float = 86) -> None:
        self.paper, self.months, self.left = paper, months, left
        self.slot = min(widest, (right - left) / max(1, len(months)))
        self.right = left + self.slot * len(months)

    def middle(self, place: int) -> float:
        """The middle of a month's slot."""
        return self.left + (place + 0.5) * self.slot

    def labels(self, y: float) -> list[int]:
        """Write them; which months have one: the last always does."""
        words = [self._label(place) for place in range(len(self.months))]
        widest = max((self.paper.text_width(each, 12) for each in words), default=0) + 8
        step = next(step for step in (1, 2, 3, 4, 6, 12, 36) if step * self.slot >= widest or step == 36)
        labelled = [place for place in range(len(self.months)) if (len(self.months) - 1 - place) % step == 0]
        for place in labelled:
            self.paper.text(self.middle(place), y, words[place], 12, colour=self.paper.colours.ink2, at="center")
        return labelled

    def fits(self, words: Sequence[str], size: float = 12) -> bool:
        """Whether a text for each month finds room."""
        return all(self.paper.text_width(each, size) + 4 <= self.slot for each in words)

    def _label(self, place: int) -> str:
        """The month, with its year where the years change; all years where there are many months."""
        month = self.months[place]
        spans_years = self.months[0][:4] != self.months[-1][:4]
        return f"{month_name(month)[:3]} {month[2:4]}" if spans_years else month_name(month)[:3]


def month_words(month: str) -> str:
    """ "October 2026"."""
    return f"{month_name(month)} {month[:4]}"
