"""The ladder of the funnel: columns on a baseline, and between them the share that went on."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.patches import FancyBboxPatch, Polygon

from bothhats.charts.drawing import Paper
from bothhats.domain.proportion import Proportion
from bothhats.domain.wording import counted
from bothhats.queries.funnel import Funnel
from bothhats.queries.scope import Ids

TOP, BASE = 72, 222
BESIDE = 170  # what stands beside the ladder needs this and the width of a column
EDGE = 18
WIDEST, NARROWEST = 96, 40
NARROW = 800
GLYPH = 46  # of a shelf, in front of its title
STEPS = (
    ("leads", "Leads", "lead"),
    ("conversations", "Conversations", "conversation"),
    ("opportunities", "Opportunities", "opportunity"),
    ("closes", "Closes", "close"),
)
Step = tuple[str, str, str]


class Ladder:
    """Where its columns stand; the widest ones for which the rates find room between them."""

    def __init__(self, paper: Paper, funnel: Funnel, steps: Sequence[Step]) -> None:
        self.paper, self.funnel, self.steps = paper, funnel, steps
        self.most = max(1, len(funnel.leads))
        self.rates = [Proportion(len(self.ids(b)), len(self.ids(a))) for (a, *_), (b, *_) in pairwise(steps)]
        hat = " hat" if paper.width >= NARROW else ""
        self.titles = (f"Marketing{hat}", f"Sales{hat}")
        self._split = GLYPH + paper.text_width(self.titles[0], 15, 600) + 22
        self._rate_room = max(self._rate_width(rate) for rate in self.rates) + 12
        self.column = next((float(each) for each in range(WIDEST, NARROWEST, -4) if self._fits(each)), NARROWEST)
        hand_off, gap = self._gaps(self.column)
        self.lefts = [float(EDGE)]
        for place in range(1, len(steps)):
            self.lefts.append(self.lefts[-1] + self.column + (hand_off if place == 1 else gap))

    @property
    def width(self) -> float:
        """Up to the right end of its last column."""
        return self.lefts[-1] + self.column

    def ids(self, name: str) -> Ids:
        """The leads that came to a step."""
        ids: Ids = getattr(self.funnel, name)
        return ids

    def top_of(self, count: int) -> float:
        """How high a column of so many leads reaches."""
        return BASE - (BASE - TOP) * count / self.most

    def draw(self) -> None:
        """The shelves, then slopes, rates and columns from left to right."""
        split = (self.lefts[0] + self.column + self.lefts[1]) / 2
        self.paper.shelf(0, split - 17, "marketing", self.titles[0])
        self.paper.arrow(split, 31)
        self.paper.shelf(split + 17, self.width - split - 17, "sales", self.titles[1])
        self.paper.line(0, BASE, self.width, self.paper.colours.line2)
        for place in range(len(self.rates)):
            self._slope(place)
            self._rate(place)
        for (name, words, one), left in zip(self.steps, self.lefts, strict=True):
            self._column(name, words, one, left)

    def _gaps(self, column: float) -> tuple[float, float]:
        """The hand-off's gap, which the shelves' titles and the boxed rate need, and the others."""
        count = len(self.steps)
        free = self.paper.width - BESIDE - column - EDGE - column * count
        hand_off = max(free * 1.9 / (count - 0.1), 2 * (self._split - EDGE - column), self._box_width + 16)
        return hand_off, (free - hand_off) / (count - 2)

    def _fits(self, column: float) -> bool:
        label = self.paper.text_width("Opportunities") + 12
        return self._gaps(column)[1] >= max(self._rate_room, label - column)

    @property
    def _box_width(self) -> float:
        return max(72.0, self._rate_width(self.rates[0]) + 20)

    def _rate_width(self, rate: Proportion) -> float:
        return max(self.paper.text_width(_of(rate), 12), self.paper.text_width(rate.percent, 15, 600))

    def _slope(self, place: int) -> None:
        left, right = self.lefts[place] + self.column, self.lefts[place + 1]
        first, last = (self.top_of(len(self.ids(name))) for name, *_ in self.steps[place : place + 2])
        middle, height = (left + right) / 2, (first + last) / 2
        parts = [(left, right, first, last, "sales")]
        if place == 0:
            parts = [(left, middle - 4, first, height, "marketing"), (middle + 4, right, height, last, "sales")]
        for start, end, begin, finish, hat in parts:
            corners = [(start, BASE), (start, begin), (end, finish), (end, BASE)]
            _, wash = self.paper.colours.of(hat)
            self.paper.axes.add_patch(Polygon(corners, closed=True, facecolor=wash, linewidth=0))

    def _rate(self, place: int) -> None:
        rate, paper = self.rates[place], self.paper
        if not rate.n:
            return
        x, y = (self.lefts[place] + self.column + self.lefts[place + 1]) / 2, BASE - 34
        if place == 0:
            width = self._box_width
            box = FancyBboxPatch(
                (x - width / 2, y - 16), width, 44, boxstyle="round,pad=0,rounding_size=6",
                facecolor=paper.colours.card, edgecolor=paper.colours.line2, linewidth=1,
            )  # fmt: skip
            paper.axes.add_patch(box)
        paper.text(x, y, rate.percent, 15, weight=600, at="center")
        paper.text(x, y + (18 if rate.percent else 6), _of(rate), 12, colour=paper.colours.ink2, at="center")

    def _column(self, name: str, words: str, one: str, left: float) -> None:
        paper, ids, middle = self.paper, self.ids(name), left + self.column / 2
        top = self.top_of(len(ids))
        colour, _ = paper.colours.of("marketing" if name == "leads" else "sales")
        paper.column(left, top, self.column, BASE, colour)
        paper.text(middle, top - 16, f"{len(ids):,}", 17, weight=600, at="center")
        paper.text(middle, BASE + 18, words, at="center")
        still_open = _open_at(self.funnel, name)
        told = f"{still_open:,} open, not talked yet" if name == "leads" else f"{still_open:,} open"
        if still_open:
            middle = max(middle, paper.text_width(told, 12) / 2 + 2)
            paper.text(middle, BASE + 38, told, 12, colour=paper.colours.ink2, at="center")
        still = f", {told}" if still_open else ""
        box = (left, top - 28, self.column, BASE - top + 28)
        paper.mark(box, f"{counted(len(ids), one, words.lower())}{still}", ids)


def _of(rate: Proportion) -> str:
    return f"{rate.k:,} of {rate.n:,}"


def _open_at(funnel: Funnel, name: str) -> int:
    stopped = {
        "leads": funnel.stopped_before_conversation,
        "conversations": funnel.stopped_before_opportunity,
        "opportunities": funnel.stopped_before_close,
    }.get(name)
    return stopped.open if stopped else 0
