"""Strokes that several charts share: points and intervals, boxes, dashes, lines, washes."""

from collections.abc import Sequence

from matplotlib.patches import Ellipse, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from bothhats.charts.drawing import Paper
from bothhats.domain.pipeline import SourceKind

KINDS = {SourceKind.MARKETING: "marketing", SourceKind.OUTREACH: "sales", SourceKind.WORD_OF_MOUTH: "both"}
KIND_WORDS = {
    SourceKind.MARKETING: "marketing source",
    SourceKind.OUTREACH: "outreach",
    SourceKind.WORD_OF_MOUTH: "word of mouth",
}

_SQUARE = ((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5))
_DIAMOND = ((0, -6), (6, 0), (0, 6), (-6, 0))


def hat_of(kind: SourceKind | None) -> str:
    """In whose colour a source of this kind is drawn."""
    return KINDS.get(kind, "both") if kind else "both"


def point(paper: Paper, x: float, y: float, kind: SourceKind | None) -> None:
    """Marketing is a disc, outreach a square, word of mouth a diamond, what is of no kind a ring."""
    colour, _ = paper.colours.of(hat_of(kind))
    edge = paper.colours.card
    if kind is None:
        disc(paper, x, y, 10, colour, is_ring=True)
        return
    if kind == SourceKind.MARKETING:
        paper.axes.add_patch(Ellipse((x, y), 11.5, 11.5, facecolor=colour, edgecolor=edge, linewidth=1.5, zorder=4))
        return
    corners = _SQUARE if kind == SourceKind.OUTREACH else _DIAMOND
    points = [(x + dx, y + dy) for dx, dy in corners]
    paper.axes.add_patch(Polygon(points, closed=True, facecolor=colour, edgecolor=edge, linewidth=1.5, zorder=4))


def disc(paper: Paper, x: float, y: float, size: float, colour: str, *, is_ring: bool = False) -> None:
    """A dot; a ring where it is not filled."""
    face = paper.colours.card if is_ring else colour
    inset = 1.5 if is_ring else 0
    paper.axes.add_patch(
        Ellipse((x, y), size - inset, size - inset, facecolor=face, edgecolor=colour, linewidth=inset, zorder=4)
    )


def cross(paper: Paper, x: float, y: float, size: float, colour: str) -> None:
    """An x."""
    half = size / 2 - 1
    for slope in (1, -1):
        paper.axes.plot(
            [x - half, x + half], [y - half * slope, y + half * slope], color=colour, linewidth=1.8, zorder=4
        )


def spread(paper: Paper, left: float, right: float, y: float, colour: str) -> None:
    """An interval, lying."""
    paper.axes.add_patch(Rectangle((left, y - 1.25), right - left, 2.5, facecolor=colour, linewidth=0, zorder=3))


def whisker(paper: Paper, x: float, top: float, bottom: float) -> None:
    """An interval, standing on a column: ink with a halo."""
    for width, colour in ((4.5, paper.colours.card), (1.5, paper.colours.ink)):
        extra = (width - 1.5) / 2
        box = Rectangle(
            (x - width / 2, top - extra), width, bottom - top + 2 * extra, facecolor=colour, linewidth=0, zorder=3
        )
        paper.axes.add_patch(box)


def grid_line(paper: Paper, x: float, top: float, bottom: float) -> None:
    """A vertical hairline."""
    paper.axes.add_patch(Rectangle((x, top), 1, bottom - top, facecolor=paper.colours.line, linewidth=0, zorder=0.5))


def dashes(paper: Paper, left: float, right: float, y: float) -> None:
    """A goal."""
    paper.axes.plot([left, right], [y, y], color=paper.colours.ink, linewidth=1.2, linestyle=(0, (4, 3)), zorder=2)


def polyline(paper: Paper, points: Sequence[tuple[float, float]], colour: str, *, is_dashed: bool = False) -> None:
    """A series, 2 px wide with round caps."""
    style = {"linestyle": (0, (2.2, 1.6))} if is_dashed else {"solid_capstyle": "round", "solid_joinstyle": "round"}
    xs, ys = zip(*points, strict=True)
    paper.axes.plot(xs, ys, color=colour, linewidth=1.5, zorder=3, **style)


def cell(paper: Paper, box: tuple[float, float, float, float], colour: str, strength: float) -> None:
    """A field, washed as strongly as said."""
    x, y, width, height = box
    paper.axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, alpha=strength, linewidth=0, zorder=0.4))


def hatched_cell(paper: Paper, box: tuple[float, float, float, float]) -> None:
    """A field of what is still open."""
    x, y, width, height = box
    patch = Rectangle(
        (x, y), width, height, facecolor="none", edgecolor=paper.colours.line2, linewidth=0, hatch="///", zorder=0.3
    )
    paper.axes.add_patch(patch)


def outline(paper: Paper, box: tuple[float, float, float, float], colour: str, face: str) -> None:
    """A box with an edge."""
    x, y, width, height = box
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    paper.axes.add_patch(PathPatch(Path(corners, codes), facecolor=face, edgecolor=colour, linewidth=1.2, zorder=2))
