"""The navigation at the left of a place: groups of items, one of them shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_state, paint_text

ITEM_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NavItem:
    """An item with its id; without one it is the head of a group, and without words a gap."""

    id: str
    words: str
    icon_name: str = ""


class NavList(QListWidget):
    """`chosen` tells the id of the item that was gone to."""

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[NavItem], width: int = 212, *, pitch: int = 36) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAccessibleName(name)
        self.setFixedWidth(scaled(width))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_NavRows(self, pitch))
        for each in items:
            item = QListWidgetItem(each.words)
            item.setData(ITEM_ROLE, each)
            if not each.id:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.currentItemChanged.connect(self._on_current)

    @property
    def here(self) -> str:
        """The id of the item shown, blank for none."""
        return self.currentItem().data(ITEM_ROLE).id if self.currentItem() else ""

    def show_item(self, item_id: str) -> None:
        """Go to an item by its id."""
        for row in range(self.count()):
            if self.item(row).data(ITEM_ROLE).id == item_id:
                self.setCurrentRow(row)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ITEM_ROLE).id)


class _NavRows(QStyledItemDelegate):
    def __init__(self, nav: NavList, pitch: int) -> None:
        super().__init__(nav)
        self._nav = nav
        self._pitch = pitch

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        item: NavItem = index.data(ITEM_ROLE)
        return QSize(100, scaled(self._pitch if item.id else 38 if item.words else 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, item = tokens(), index.data(ITEM_ROLE)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        if not item.id:
            paint_text(painter, rect.adjusted(10, 8, 0, 0), item.words, "small_strong", colours.ink2)
            painter.restore()
            return
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_state(
            painter,
            rect,
            colours,
            is_selected=is_here,
            is_hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            has_focus=is_here and self._nav.hasFocus(),
        )
        x, side = rect.x() + 10, scaled(16)
        colour = colours.ink if is_here else colours.ink2
        if item.icon_name:
            paint_icon(painter, QRectF(x, rect.center().y() - side / 2, side, side), item.icon_name, colour)
            x += side + 9
        place = QRectF(x, rect.y(), rect.right() - 8 - x, rect.height())
        paint_text(painter, place, item.words, "strong" if is_here else "body", colour)
        painter.restore()
