"""What a chart is: a figure, its marks, its sentence, its numbers as a table. Measured in logical pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from bothhats.charts.lettering import drawable, fonts_there
from bothhats.hat_outline import GRID, hat_outline

DPI = 96

_CODES = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4, "Z": Path.CLOSEPOLY}


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The theme's tokens that charts use, as #RRGGBB."""

    card: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    mkt: str
    mkt_wash: str
    sal: str
    sal_wash: str
    both: str
    both_wash: str

    def of(self, hat: str) -> tuple[str, str]:
        """The colour of a hat (marketing, sales or both) and its wash."""
        return {
            "marketing": (self.mkt, self.mkt_wash),
            "sales": (self.sal, self.sal_wash),
        }.get(hat, (self.both, self.both_wash))


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in a chart that can be pointed at: where, what it says, and the leads behind it."""

    x: float
    y: float
    width: float
    height: float
    words: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart's numbers; the equal alternative to looking at it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, ready to be rendered, and what can be pointed at in it."""

    figure: Figure
    marks: tuple[Mark, ...]


class Paper:
    """A figure measured in pixels from the top left, with the few strokes that our charts are made of."""

    def __init__(self, width: float, height: float, colours: ChartColours, families: Sequence[str]) -> None:
        self.width, self.height = width, height
        self.colours = colours
        self._families = fonts_there(families)
        self.figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=colours.card)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.axis("off")
        self.marks: list[Mark] = []

    def drawing(self) -> Drawing:
        """What was drawn."""
        return Drawing(self.figure, tuple(self.marks))

    def text(
        self, x: float, y: float, words: str, size: float = 13, *, weight: int = 400, colour: str = "", at: str = "left"
    ) -> None:
        """Words whose middle line is at `y`; `size` in pixels."""
        self.axes.text(
            x,
            y - size * 0.09,  # figures and capitals, not the room below them, stand in the middle
            drawable(words, self._families),
            fontsize=size * 72 / DPI,
            fontweight=weight,
            color=colour or self.colours.ink,
            ha=at,
            va="center_baseline",
            family=list(self._families),
            parse_math=False,
        )

    def text_width(self, words: str, size: float = 13, weight: int = 400) -> float:
        """How wide words come out."""
        probe = self.axes.text(
            0,
            0,
            drawable(words, self._families),
            fontsize=size * 72 / DPI,
            fontweight=weight,
            family=list(self._families),
            parse_math=False,
        )
        width = float(probe.get_window_extent().width)
        probe.remove()
        return width

    def fitting(self, room: float, *choices: str, size: float = 12, weight: int = 400) -> str:
        """The first of some ways to say it that fits; nothing when none does."""
        return next((words for words in choices if self.text_width(words, size, weight) <= room), "")

    def elided(self, words: str, room: float, size: float = 13, weight: int = 400) -> str:
        """The words, cut at the right so that they fit."""
        if self.text_width(words, size, weight) <= room:
            return words
        while words and self.text_width(words + "…", size, weight) > room:
            words = words[:-1]
        return words.rstrip() + "…"

    def bar(self, x: float, y: float, width: float, height: float, colour: str, *, is_round: bool = True) -> None:
        """A bar that is round at its free, right end."""
        if width > 0:
            radius = min(4.0, width, height / 2) if is_round else 0
            self.axes.add_patch(PathPatch(_right_round(x, y, width, height, radius), facecolor=colour, linewidth=0))

    def hatched(self, x: float, y: float, width: float, height: float, hat: str) -> None:
        """A bar of what is still open."""
        if width > 0:
            colour, wash = self.colours.of(hat)
            x, y, width, height = x + 0.4, y + 0.4, max(width - 0.8, 0.5), height - 0.8  # its edge has a width
            patch = PathPatch(_right_round(x, y, width, height, min(4.0, width)), facecolor=wash, edgecolor=colour)
            patch.set_hatch("////")
            patch.set_linewidth(0.8)
            self.axes.add_patch(patch)

    def column(self, x: float, y: float, width: float, bottom: float, colour: str) -> None:
        """A column that is round at its top."""
        if bottom > y:
            self.axes.add_patch(PathPatch(_top_round(x, y, width, bottom - y, 4), facecolor=colour, linewidth=0))

    def line(self, x: float, y: float, width: float, colour: str = "", thickness: float = 1) -> None:
        """A horizontal line."""
        self.axes.add_patch(Rectangle((x, y), width, thickness, facecolor=colour or self.colours.line, linewidth=0))

    def shelf(self, x: float, width: float, hat: str, title: str) -> None:
        """A shelf at the top of the paper: hat, title, line."""
        colour, _ = self.colours.of(hat)
        self.hat(x + 4, 1, 34, hat)
        self.text(x + 46, 17, title, 15, weight=600)
        self.line(x, 30, width, colour, 2)

    def hat(self, x: float, y: float, side: float, hat: str) -> None:
        """The silhouette of a hat in its colour."""
        colour, _ = self.colours.of(hat)
        vertices, codes = [], []
        for command, numbers in hat_outline(hat):
            points = [(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)] or [(0.0, 0.0)]
            vertices += [(x + px * side / GRID, y + py * side / GRID) for px, py in points]
            codes += [_CODES[command]] * len(points)
        self.axes.add_patch(PathPatch(Path(vertices, codes), facecolor=colour, linewidth=0, zorder=5))

    def arrow(self, x: float, y: float) -> None:
        """The hand-off."""
        style = {"arrowstyle": "->,head_length=0.5,head_width=0.35", "color": self.colours.ink2, "linewidth": 1.4}
        style |= {"mutation_scale": 11, "shrinkA": 0, "shrinkB": 0}
        self.axes.annotate("", (x + 10, y), (x - 10, y), arrowprops=style)

    def mark(self, box: tuple[float, float, float, float], words: str, ids: Sequence[int]) -> None:
        """Something that can be pointed at."""
        self.marks.append(Mark(*box, words, tuple(ids)))


def _right_round(x: float, y: float, w: float, h: float, r: float) -> Path:
    points = [(x, y), (x + w - r, y), (x + w, y), (x + w, y + r), (x + w, y + h - r), (x + w, y + h)]
    points += [(x + w - r, y + h), (x, y + h), (x, y)]
    codes = [Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO]
    return Path(points, [*codes, Path.CLOSEPOLY])


def _top_round(x: float, y: float, w: float, h: float, r: float) -> Path:
    r = min(r, h, w / 2)
    points = [(x, y + h), (x, y + r), (x, y), (x + r, y), (x + w - r, y), (x + w, y), (x + w, y + r), (x + w, y + h)]
    codes = [Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO]
    return Path([*points, (x, y + h)], [*codes, Path.CLOSEPOLY])
