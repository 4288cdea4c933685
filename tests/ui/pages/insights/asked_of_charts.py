"""What tests ask of a chart: its numbers, where a mark is, which leads it asked for."""

from PySide6.QtCore import QPoint


def home(page):
    """The card of the home chart, shown."""
    page.show_part("overview")
    return page.part.home


def funnel(page):
    """The card of the funnel, shown."""
    page.show_part("funnel")
    return page.part.card


def listed(page) -> set[int]:
    """The leads that stand beside the chart."""
    return set(page.panel.list.ids) if page.panel.isVisible() else set()


def cells(card) -> list[list[str]]:
    """The numbers of a chart as its table shows them."""
    table = card.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def middle_of(mark) -> QPoint:
    """Where one clicks at a mark."""
    return QPoint(int(mark.x + mark.width / 2), int(mark.y + mark.height / 2))


def wanted(context) -> list[tuple[set[int], str]]:
    """Which leads are asked for."""
    asked = []
    context.navigation.leads_requested.connect(lambda ids, words: asked.append((set(ids), words)))
    return asked
