"""The board: lanes under the shelf of the hat that owns them, the hand-off between, ended and parked at the end."""

from collections.abc import Sequence, Set
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Hat, Outcome, Stage
from bothhats.domain.wording import counted
from bothhats.queries.board import Board
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.board_focus import BoardFocus
from bothhats.ui.pages.pipeline.ended_column import PARKED, EndedColumn
from bothhats.ui.pages.pipeline.lane import Lane
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.shelf import HEIGHT, HandOff, ShelfHead

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_HEIGHTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BoardView(QScrollArea):
    """`moved` asks to move leads to a stage; keys that mean something to leads go out as `pressed_key`.

    With the order by hand `placed` and `moved` tell how the first leads of the lane stand then.
    """

    moved = Signal(object, int, object)  # ids, stage, order
    placed = Signal(object, object)  # order, ids
    hide_wanted = Signal(int)
    closed = Signal(object, object)
    parked = Signal(object)
    opened = Signal(int, bool)
    selection_changed = Signal()
    pressed_key = Signal(object)
    menu_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.stages: tuple[Stage, ...] = ()
        self.lanes: dict[int, Lane] = {}
        self.extra: Lane | None = None
        self._beside = QWidget(self)
        self._beside.hide()
        self.opened_block = ""
        self.hidden: frozenset[int] = frozenset()
        self.is_by_hand = False
        self.text = ""
        self._board: Board | None = None
        self._settings = Settings()
        self.ended = EndedColumn(context)
        self.focus = BoardFocus(self, self.all_lanes, self.ended.enter)
        self.ended.closed.connect(self.closed)
        self.ended.parked.connect(self.parked)
        self.ended.wanted.connect(self._toggle_block)
        self.ended.left.connect(self.focus.enter_last)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_board(self, board: Board, settings: Settings, touched: Set[int] | None, follow: int | None = None) -> None:
        """Show the board; `touched` leads are read anew, None means all; the focus goes to `follow` if it is there."""
        was = self.focus.standing()
        self._board, self._settings = board, settings
        lanes = [lane for lane in board.lanes if lane.stage.id not in self.hidden]
        stages = tuple(lane.stage for lane in lanes)
        if stages != self.stages:
            self.stages = stages
            self._build(settings)
        for lane in lanes:
            self._fill(self.lanes[lane.stage.id], lane.stage.name, self._lane_words(lane.stage), lane.ids, lane.value)
        self._fill_extra()
        for shown in self.all_lanes():
            shown.model.settings, shown.model.text = settings, self.text
            shown.model.forget(touched)
            shown.view.keeps_place = self.is_by_hand and shown is not self.extra
        self.ended.show_board(board, settings.currency)
        self.focus.stand_again(was, follow)

    def all_lanes(self) -> list[Lane]:
        """The lanes from left to right, the opened block too."""
        extra = [self.extra] if self.extra is not None and self.opened_block else []
        return [*self.lanes.values(), *extra]

    def selected_ids(self) -> list[int]:
        """The selected leads, lane by lane."""
        return [lead_id for lane in self.all_lanes() for lead_id in lane.view.selected_ids()]

    def move_selected(self, step: int) -> None:
        """Move the selected leads to the stage before or after."""
        here = next((place for place, lane in enumerate(self.lanes.values()) if lane.view.selected_ids()), None)
        if here is not None and 0 <= here + step < len(self.stages):
            self.moved.emit(self.selected_ids(), self.stages[here + step].id, [])

    def place_selected(self, step: int) -> None:
        """With the order by hand: move the selected cards of a lane up or down by one."""
        lane = next((each for each in self.lanes.values() if each.view.selected_ids()), None)
        if lane is None or not self.is_by_hand:
            return
        chosen, ids = lane.view.selected_ids(), lane.model.ids
        row = ids.index(chosen[0]) - 1 if step < 0 else ids.index(chosen[-1]) + 2
        if 0 <= row <= len(ids):
            self.placed.emit(placed(ids, chosen, row), chosen)

    def announce(self, lead_id: int) -> None:
        """Say where a lead that moved stands now: "In conversation, 2 of 7"; the toast says who it is."""
        for stage in self.stages:
            ids = self.lanes[stage.id].model.ids
            if lead_id in ids:
                words = self.tr("{stage}, {place} of {count}")
                words = words.format(stage=stage.name, place=ids.index(lead_id) + 1, count=len(ids))
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _build(self, settings: Settings) -> None:
        body = QWidget()
        body.setObjectName("scrolled")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.ended.setParent(None)
        self.lanes = {}
        for place, (hat, run) in enumerate(groupby(self.stages, key=lambda stage: stage.hat)):
            if place:
                row.addWidget(HandOff())
            stages = list(run)
            row.addLayout(self._run(hat, stages, settings), len(stages))
        row.addSpacing(10)
        self.extra = Lane(self._context, settings, "", is_extra=True)
        self.extra.put_away.connect(lambda: self._toggle_block(self.opened_block))
        self._connect(self.extra)
        self.extra.view.dropped.connect(lambda ids, _row: self._drop_on_block(ids))
        self._beside = _below_shelves(self.extra, gap=10)
        self._beside.setVisible(bool(self.opened_block))
        row.addWidget(self._beside, 1)
        row.addWidget(_below_shelves(self.ended))
        self.setWidget(body)

    def _run(self, hat: Hat, stages: Sequence[Stage], settings: Settings) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = self.tr("Marketing hat") if hat == Hat.MARKETING else self.tr("Sales hat")
        column.addWidget(ShelfHead(hat.value, title))
        lanes = QHBoxLayout()
        lanes.setSpacing(10)
        for stage in stages:
            lane = Lane(self._context, settings, stage.name)
            self.lanes[stage.id] = lane
            lanes.addWidget(lane, 1)
            self._connect(lane)
            lane.view.dropped.connect(lambda ids, row, stage=stage: self._drop(ids, stage.id, row))
            lane.hide_wanted.connect(lambda stage=stage: self.hide_wanted.emit(stage.id))
            lane.stages_wanted.connect(lambda: self._context.navigation.part_requested.emit("playbook", "stages"))
        column.addLayout(lanes, 1)
        return column

    def _connect(self, lane: Lane) -> None:
        lane.view.opened.connect(self.opened)
        lane.view.dragging.connect(self._show_targets)
        lane.view.dragged_over.connect(lambda: self.ensureWidgetVisible(lane, scaled(80), 0))
        lane.view.stepped.connect(lambda step: self.focus.step(lane, step))
        lane.view.pressed_key.connect(self._on_key)
        lane.view.menu_wanted.connect(self.menu_wanted)
        lane.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selected(lane))

    def _fill(self, lane: Lane, name: str, words: str, ids: Sequence[int], value: int) -> None:
        money = short_money(value, self._settings.currency)
        lane.show_leads(ids, name, money, f"{words}, {counted(len(ids), 'lead')}, {money}")

    def _lane_words(self, stage: Stage) -> str:
        return self.tr("{stage}, {hat} hat").format(stage=stage.name, hat=stage.hat.value)

    def _fill_extra(self) -> None:
        if self._board is None or self.extra is None or not self.opened_block:
            return
        name = self.ended.names[self.opened_block]
        ids, value = self._board.parked, self._board.parked_value
        for ended in self._board.ended:
            if ended.outcome == self.opened_block:
                ids, value = ended.ids, ended.value
        self.extra.model.settings = self._settings
        self._fill(self.extra, name, name, ids, value)

    def _toggle_block(self, name: str) -> None:
        """A click on a block opens it as a full lane; a second one puts it away."""
        self.opened_block = "" if name == self.opened_block else name
        if self.extra is not None:
            self._beside.setVisible(bool(self.opened_block))
            self._fill_extra()
            QTimer.singleShot(0, lambda: self.ensureWidgetVisible(self.ended, 0, 0))

    def _drop(self, ids: list[int], stage_id: int, row: int) -> None:
        """Dialogs may open only when the drag is over."""
        present = self.lanes[stage_id].model.ids
        order = placed(present, ids, row) if self.is_by_hand else []
        if any(lead_id not in present for lead_id in ids):
            wanted = [lead_id for lead_id in ids if order or lead_id not in present]
            QTimer.singleShot(0, lambda: self.moved.emit(wanted, stage_id, order))
        elif order:
            self.placed.emit(order, ids)

    def _drop_on_block(self, ids: list[int]) -> None:
        if self.opened_block == PARKED:
            self.parked.emit(ids)
        else:
            self.closed.emit(ids, Outcome(self.opened_block))

    def _show_targets(self, is_dragging: bool) -> None:
        for lane in self.all_lanes():
            lane.frame.accepts = is_dragging and not lane.view.hasFocus()
        self.ended.set_accepts(accepts=is_dragging)

    def _on_selected(self, lane: Lane) -> None:
        """With Ctrl cards of several lanes are selected together."""
        adds = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        if lane.view.selected_ids() and not adds:
            self.focus.select_only_in(lane)
        if not self.focus.is_selecting:
            self.selection_changed.emit()

    def _on_key(self, event: QKeyEvent) -> None:
        if event.modifiers() & _BOTH == _BOTH and Qt.Key(event.key()) in _SIDES:
            event.accept()
            self.move_selected(_SIDES[Qt.Key(event.key())])
        elif event.modifiers() & _BOTH == _BOTH and Qt.Key(event.key()) in _HEIGHTS:
            event.accept()
            self.place_selected(_HEIGHTS[Qt.Key(event.key())])
        else:
            self.pressed_key.emit(event)


def placed(ids: Sequence[int], moved: Sequence[int], row: int) -> list[int]:
    """The leads of a lane when some stand before what is now at a row."""
    rest = [lead_id for lead_id in ids[:row] if lead_id not in moved]
    return [*rest, *moved, *(lead_id for lead_id in ids[row:] if lead_id not in moved)]


def _below_shelves(widget: QWidget, gap: int = 0) -> QWidget:
    """What hangs on no shelf stands on the height of the lanes."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, scaled(HEIGHT), gap, 0)
    column.addWidget(widget, 1)
    return holder
