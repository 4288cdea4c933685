"""A funnel and its lines as the queries would answer them, and what a drawing shows of them."""

from bothhats.charts.drawing import ChartColours, Drawing
from bothhats.domain.pipeline import SourceKind
from bothhats.queries.funnel import Funnel, Stopped
from bothhats.queries.home import SourceLine

COLOURS = ChartColours(
    "#FFFFFF", "#24211D", "#575147", "#696257", "#E2DDD3", "#CCC5B8",
    "#C3680A", "#FBEEDF", "#1B6F8A", "#E1EEF2", "#857C70", "#EEEAE3",
)  # fmt: skip
FAMILIES = ["DejaVu Sans"]
WIDTHS = (760, 844, 912, 1600)


def line(name: str | None, leads: int, talked: int = 0, closes: int = 0, first: int = 1, **still_open: int):
    """A source; its leads have the ids from `first` on, those that went on being the first of them."""
    ids = tuple(range(first, first + leads))
    return SourceLine(
        first, name, SourceKind.MARKETING if name else None, ids,
        still_open.get("silent", 0), ids[:talked], still_open.get("talked_open", 0), ids[:closes],
    )  # fmt: skip


def funnel(leads=0, talked=0, offered=0, closes=0, qualified=0, still_open=(0, 0, 0), parked=0):
    """A funnel of the leads 1 to n; the first ones went furthest; those that ended without a close were lost."""
    counts = (leads, talked, offered, closes)
    reached = [tuple(range(1, count + 1)) for count in counts]
    stopped = [
        Stopped(ids[after:], is_open, 0, (("lost", len(ids[after:]) - is_open),) if len(ids[after:]) > is_open else ())
        for ids, after, is_open in zip(reached, counts[1:], still_open, strict=False)
    ]
    judged = tuple(range(1, qualified + 1))
    return Funnel(
        *reached, judged, judged[:talked], reached[1][qualified:], *stopped, open=sum(still_open), parked=parked
    )


def words(drawing: Drawing) -> list[str]:
    """Everything that is written in it."""
    return [text.get_text() for text in drawing.figure.axes[0].texts if text.get_text()]


def boxes(drawing: Drawing) -> dict[str, tuple[float, float, float, float]]:
    """Where each text stands: left, right, top, bottom in pixels from the top left."""
    height = drawing.figure.get_size_inches()[1] * 96
    found = {}
    for number, text in enumerate(each for each in drawing.figure.axes[0].texts if each.get_text()):
        extent = text.get_window_extent()
        box = (extent.x0, extent.x1, height - extent.y1, height - extent.y0)
        found[f"{number} {text.get_text()}"] = box
    return found


def clipped(drawing: Drawing) -> list[str]:
    """Texts that leave the paper."""
    width, height = (side * 96 for side in drawing.figure.get_size_inches())
    return [
        name
        for name, (left, right, top, bottom) in boxes(drawing).items()
        if left < -0.5 or right > width + 0.5 or top < -0.5 or bottom > height + 0.5
    ]


def touching(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts that stand upon each other or nearly touch."""
    placed = list(boxes(drawing).items())
    return [
        (one, other)
        for number, (one, (left, right, top, bottom)) in enumerate(placed)
        for other, (left2, right2, top2, bottom2) in placed[number + 1 :]
        if left - 4 < right2 and left2 < right + 4 and top + 1 < bottom2 and top2 + 1 < bottom
    ]
