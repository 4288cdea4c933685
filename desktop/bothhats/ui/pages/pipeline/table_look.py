"""Which columns the table shows, in which order and how wide, and by what it is sorted; kept by the window."""

from PySide6.QtWidgets import QHeaderView

from bothhats.domain.lead_filter import Order
from bothhats.queries.lead_list import ORDERS, SOONEST_FIRST
from bothhats.ui.pages.pipeline.table_columns import COLUMNS
from bothhats.ui.pages.pipeline.table_model import BOX
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.window_settings import WindowSettings

LEAST, LEAST_REST = 48, 140
_SECTIONS = {column.name: section for section, column in enumerate(COLUMNS, 1)}


class TableLook:
    """Lays out the sections of a head; a column without a width takes the room that the others leave."""

    def __init__(self, head: QHeaderView, kept: WindowSettings) -> None:
        self._head, self._kept = head, kept
        self._is_laying_out = True
        self._room = 0
        self._widths = {column.name: column.width for column in COLUMNS}
        self._show(_columns(kept.table_columns))
        head.sectionMoved.connect(self._keep)
        head.sectionResized.connect(self._on_resized)
        self._is_laying_out = False

    @property
    def orders(self) -> tuple[Order, ...]:
        """By what the table is sorted."""
        words = self._kept.table_orders.split()
        orders = (Order(word.lstrip("-"), is_descending=word.startswith("-")) for word in words)
        return tuple(order for order in orders if order.column in _SECTIONS and order.column in ORDERS) or SOONEST_FIRST

    def keep_orders(self, orders: tuple[Order, ...]) -> None:
        """Sort by these from now on."""
        self._kept.table_orders = " ".join(f"{'-' * order.is_descending}{order.column}" for order in orders)

    def is_shown(self, name: str) -> bool:
        """Whether a column is shown."""
        return not self._head.isSectionHidden(_SECTIONS[name])

    def show_column(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a column; the names stay."""
        self._head.setSectionHidden(_SECTIONS[name], not is_shown)
        self.share(self._room)
        self._keep()

    def move(self, section: int, step: int) -> None:
        """Move a column by one shown place to the left or right; the boxes stay in front."""
        place = self._head.visualIndex(section) + step
        while 0 < place < self._head.count() and self._head.isSectionHidden(self._head.logicalIndex(place)):
            place += step
        if 0 < place < self._head.count():
            self._head.moveSection(self._head.visualIndex(section), place)

    def shown_sections(self) -> list[int]:
        """The columns from left to right."""
        sections = (self._head.logicalIndex(place) for place in range(1, self._head.count()))
        return [section for section in sections if not self._head.isSectionHidden(section)]

    def field_names(self) -> list[str]:
        """The fields that the columns show, as files name them, from left to right."""
        return [COLUMNS[section - 1].field or COLUMNS[section - 1].name for section in self.shown_sections()]

    def reset(self) -> None:
        """As it was at first."""
        self._widths = {column.name: column.width for column in COLUMNS}
        self._show(_columns(""))
        self.share(self._room)
        self._keep()

    def share(self, room: int) -> None:
        """Give the columns their widths, and the rest to the one that takes it."""
        self._room = room
        self._is_laying_out = True
        self._head.resizeSection(BOX, scaled(42))
        used, rest = scaled(42), 0
        for section in self.shown_sections():
            width = self._widths[COLUMNS[section - 1].name]
            if width:
                self._head.resizeSection(section, scaled(width))
                used += scaled(width)
            else:
                rest = section
        if rest:
            self._head.resizeSection(rest, max(scaled(LEAST_REST), room - used))
        self._is_laying_out = False

    def _show(self, columns: list[tuple[str, int]]) -> None:
        self._is_laying_out = True
        names = [name for name, _ in columns]
        for name, section in _SECTIONS.items():
            self._head.setSectionHidden(section, name not in names)
        for place, (name, width) in enumerate(columns, 1):
            self._head.moveSection(self._head.visualIndex(_SECTIONS[name]), place)
            self._widths[name] = width
        self._is_laying_out = False

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        """What the owner drags is kept; the column that takes the rest goes on taking it."""
        if self._is_laying_out or section == BOX or not new:
            return
        name = COLUMNS[section - 1].name
        if self._widths[name]:
            self._widths[name] = max(LEAST, round(new * 100 / scaled(100)))
            self._keep()

    def _keep(self) -> None:
        if not self._is_laying_out:
            names = [COLUMNS[section - 1].name for section in self.shown_sections()]
            self._kept.table_columns = " ".join(f"{name}:{self._widths[name]}" for name in names)


def _columns(text: str) -> list[tuple[str, int]]:
    """The columns that a text names, with their widths; those of the design where it names none that we know."""
    found = {}
    for word in text.split():
        name, _, width = word.partition(":")
        if name in _SECTIONS and width.isdecimal():
            found[name] = int(width) and max(LEAST, min(int(width), 900))
    plain = {column.name: column.width for column in COLUMNS if not column.is_optional}
    return list((found if "name" in found else plain).items())
