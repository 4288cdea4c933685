"""Charts for documents: the light colours whatever the window's theme is, sharp enough for a printer."""

import io

from matplotlib.figure import Figure

from bothhats.charts.drawing import ChartColours

PAPER_COLOURS = ChartColours(
    card="#FFFFFF", ink="#24211D", ink2="#575147", ink3="#696257", line="#E2DDD3", line2="#CCC5B8", mkt="#C3680A",
    mkt_wash="#FBEEDF", sal="#1B6F8A", sal_wash="#E1EEF2", both="#857C70", both_wash="#EEEAE3",
)  # fmt: skip
PAPER_FAMILIES = ("Inter",)
DOTS_PER_INCH = 300


def png_of(figure: Figure) -> bytes:
    """The figure as PNG, without dates and names of the machine."""
    content = io.BytesIO()
    figure.savefig(content, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    return content.getvalue()
