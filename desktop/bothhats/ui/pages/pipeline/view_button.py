"""The button of the views: the three that are always there, then the owner's own with their counts."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.queries.views import SavedView
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.icons import icon, paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import tooltip
from bothhats.ui.widgets.rows import paint_text

LEAST, MOST = 150, 210
BEFORE, BEHIND = 34, 28
Counts = Callable[[Sequence[LeadFilter]], list[int]]


class ViewButton(Button):
    """`chosen` tells a View, or the id of one of the owner's; `wanted` what to do with them.

    That is save, update, rename, up, down or remove.
    """

    chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts
        self._views: Sequence[SavedView] = ()
        self._words = {
            View.OPEN: self.tr("Open leads"),
            View.ALL: self.tr("All leads"),
            View.ENDED: self.tr("Ended leads"),
        }
        self._current: View | int = View.OPEN
        self._is_changed = False
        self.words = ""
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self.show_views((), View.OPEN, is_changed=False)

    def show_views(self, views: Sequence[SavedView], current: View | int, *, is_changed: bool) -> None:
        """Name the current one; `is_changed` where the filter is no longer the one that was saved."""
        self._views, self._current, self._is_changed = views, current, is_changed
        name = self._name()
        words = self.tr("{view}, changed").format(view=name) if is_changed else name
        self.words = words
        self.setAccessibleName(self.tr("View: {view}").format(view=words))
        self.setToolTip(tooltip(words))
        self.updateGeometry()
        self.update()

    def choose(self, view: View | int) -> None:
        """Choose one as from the menu."""
        self.chosen.emit(view)

    def sizeHint(self) -> QSize:
        wanted = QFontMetrics(font("button")).horizontalAdvance(self.words) + scaled(BEFORE + BEHIND) + 2
        return QSize(min(max(wanted, scaled(LEAST)), scaled(MOST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, middle = QPainter(self), self.height() / 2
        for name, side, left in (
            ("bookmark", scaled(17), scaled(10)),
            ("chevron-down", scaled(15), self.width() - scaled(24)),
        ):
            paint_icon(painter, QRectF(left, middle - side / 2, side, side), name, tokens().ink2)
        room = QRectF(scaled(BEFORE), 0, self.width() - scaled(BEFORE + BEHIND), self.height())
        paint_text(painter, room, self.words, "button", tokens().ink)

    def _name(self) -> str:
        if isinstance(self._current, View):
            return self._words[self._current]
        return next((view.name for view in self._views if view.id == self._current), "")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        filters = [LeadFilter(view=view) for view in self._words] + [view.lead_filter for view in self._views]
        names = [*self._words.items(), *((view.id, view.name) for view in self._views)]
        for place, ((key, name), count) in enumerate(zip(names, self._counts(filters), strict=True)):
            if place == len(self._words):
                menu.addSeparator()
            action = menu.addAction(f"{name.replace('&', '&&')}\t{count:,}", partial(self.chosen.emit, key))
            action.setCheckable(True)
            action.setChecked(key == self._current)
            group.addAction(action)
        menu.addSeparator()
        self._add("save", self.tr("&Save this view…"), "plus")
        if self._current in [view.id for view in self._views]:
            self._add_own()

    def _add_own(self) -> None:
        name = self._name().replace("&", "&&")
        places = [view.id for view in self._views]
        place = places.index(self._current)  # type: ignore[arg-type]
        self._add("update", self.tr("&Update “{view}”").format(view=name), "check", is_on=self._is_changed)
        self._add("rename", self.tr("&Rename “{view}”…").format(view=name), "pencil")
        self._add("up", self.tr("Move u&p"), "arrow-up", is_on=place > 0)
        self._add("down", self.tr("Move &down"), "arrow-down", is_on=place < len(places) - 1)
        self._add("remove", self.tr("Re&move “{view}”").format(view=name), "trash-2")

    def _add(self, act: str, words: str, icon_name: str, *, is_on: bool = True) -> None:
        action = self.menu().addAction(icon(icon_name, tokens().ink2, tokens().ink3), words)
        action.setObjectName(act)
        action.setEnabled(is_on)
        action.triggered.connect(lambda: self.wanted.emit(act))
