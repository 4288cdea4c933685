"""A figure as pixels."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bothhats.charts.drawing import DPI


def pixels(figure: Figure, ratio: float) -> tuple[int, int, bytes]:
    """Width, height and RGBA bytes of a figure; `ratio` is the device's pixels per logical pixel."""
    figure.set_dpi(DPI * ratio)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height()
    content = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    figure.set_dpi(DPI)
    return width, height, content
