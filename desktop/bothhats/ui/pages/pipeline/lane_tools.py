"""How the board is laid out: the order inside the columns, and which columns are shown."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from bothhats.domain.pipeline import Stage
from bothhats.queries.settings import remembered
from bothhats.ui.context import Context
from bothhats.ui.widgets.buttons import Button

_HIDDEN = "hidden_stages"


class LaneTools(QWidget):
    """`changed` asks to show the board anew; the window keeps the order, the file what is hidden."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stages: tuple[Stage, ...] = ()
        self._hidden = _ids(remembered(context.workspace.reader, _HIDDEN))
        self._words = {
            "due": self.tr("Follow-up: soonest first"),
            "value": self.tr("Value: highest first"),
            "arrived": self.tr("Arrival: newest first"),
            "hand": self.tr("Ordered by hand"),
        }
        self.order_button = Button("", "quiet", "chevrons-up-down")
        self.columns_button = Button("", "quiet", "columns-3")
        self.columns_button.setMenu(self._columns_menu())
        self.order_button.setMenu(self._order_menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.order_button)
        row.addWidget(self.columns_button)
        self.fit(is_narrow=False)

    @property
    def order(self) -> str:
        """The order inside the columns: due, value, arrived or hand."""
        return self._context.kept.lane_order

    @property
    def hidden(self) -> frozenset[int]:
        """The stages that are not shown; never all of them."""
        hidden = self._hidden & {stage.id for stage in self._stages}
        return hidden if len(hidden) < len(self._stages) else frozenset()

    def show_stages(self, stages: Iterable[Stage]) -> None:
        """Tell which stages there are."""
        self._stages = tuple(stages)
        self.fit(is_narrow=not self.order_button.text())

    def hide_stage(self, stage_id: int, *, is_hidden: bool = True) -> None:
        """Hide a column or show it again; its leads stay where they are."""
        hidden = self.hidden | {stage_id} if is_hidden else self.hidden - {stage_id}
        if len(hidden) < len(self._stages):
            self._hidden = frozenset(hidden)
            self._context.workspace.settings.remember(_HIDDEN, " ".join(map(str, sorted(hidden))))
            self.fit(is_narrow=not self.order_button.text())
            self.changed.emit()

    def fit(self, *, is_narrow: bool) -> None:
        """Say the order and the columns in words, or with the icons alone where there is little room."""
        words = self._words[self.order]
        columns = self.tr("Columns") if not self.hidden else self._hidden_words(len(self.hidden))
        for button, text in ((self.order_button, words), (self.columns_button, columns)):
            button.setText("" if is_narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text)

    def _hidden_words(self, count: int) -> str:
        return self.tr("One column hidden") if count == 1 else self.tr("{n} columns hidden").format(n=count)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self.order_button)
        group = QActionGroup(menu)
        for order, words in self._words.items():
            action = group.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(lambda _on, order=order: self._choose(order))
        return menu

    def _choose(self, order: str) -> None:
        self._context.kept.lane_order = order
        self.fit(is_narrow=not self.order_button.text())
        self.changed.emit()

    def _columns_menu(self) -> QMenu:
        menu = QMenu(self.columns_button)
        menu.aboutToShow.connect(lambda: self._fill(menu, self._stages))
        return menu

    def _fill(self, menu: QMenu, stages: Sequence[Stage]) -> None:
        menu.clear()
        hidden = self.hidden
        for stage in stages:
            action = menu.addAction(stage.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(stage.id not in hidden)
            action.setEnabled(stage.id in hidden or len(hidden) < len(stages) - 1)
            action.toggled.connect(lambda on, stage=stage: self.hide_stage(stage.id, is_hidden=not on))


def _ids(text: str) -> frozenset[int]:
    return frozenset(int(word) for word in text.split() if word.isdecimal())
