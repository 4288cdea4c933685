"""The board: lanes under the shelf of the hat that owns them, the hand-off between, ended and parked at the end."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Hat, Stage
from bothhats.domain.wording import counted
from bothhats.queries.board import Board
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.ended_column import EndedColumn
from bothhats.ui.pages.pipeline.lane import Lane
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.widgets.shelf import HandOff, ShelfHead


class BoardView(QScrollArea):
    """`moved` asks to move leads to a stage; keys that mean something to leads go out as `pressed_key`."""

    moved = Signal(object, int)
    closed = Signal(object, object)
    parked = Signal(object)
    opened = Signal(int)
    ids_wanted = Signal(object, str)
    selection_changed = Signal()
    pressed_key = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stages: tuple[Stage, ...] = ()
        self.lanes: dict[int, Lane] = {}
        self.ended = EndedColumn(context)
        self._follows: int | None = None
        self.setWidgetResizable(True)

    def show_board(self, board: Board, settings: Settings, touched: frozenset[int] | None) -> None:
        """Show the board; `touched` leads are read anew, None means all."""
        stages = tuple(lane.stage for lane in board.lanes)
        if stages != self._stages:
            self._stages = stages
            self._build(settings)
        for lane in board.lanes:
            shown = self.lanes[lane.stage.id]
            shown.model.settings = settings
            money = short_money(lane.value, settings.currency)
            words = self.tr("{stage}, {hat} hat, {leads}, {value}").format(
                stage=lane.stage.name, hat=lane.stage.hat.value, leads=counted(len(lane.ids), "lead"), value=money
            )
            shown.show_leads(lane.ids, money, words)
            shown.model.forget(touched)
        self.ended.show_board(board, settings.currency)
        if self._follows is not None:
            self.focus_lead(self._follows)
            self._follows = None

    def selected_ids(self) -> list[int]:
        """The selected leads, lane by lane."""
        return [lead_id for lane in self.lanes.values() for lead_id in lane.view.selected_ids()]

    def focus_lead(self, lead_id: int, *, takes_focus: bool = True) -> bool:
        """Select a lead and bring it into view; whether it is on the board."""
        for lane in self.lanes.values():
            index = lane.model.index_of(lead_id)
            if index.isValid():
                lane.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                lane.view.scrollTo(index)
                self.ensureWidgetVisible(lane, 0, 0)
                if takes_focus:
                    lane.view.setFocus(Qt.FocusReason.OtherFocusReason)
                self._select_only_in(lane)
                return True
        return False

    def focus_first(self) -> None:
        """Put the focus on the first card there is."""
        for lane in self.lanes.values():
            if lane.model.rowCount():
                self._enter(lane, 0)
                return

    def move_focused(self, step: int) -> None:
        """Move the selected leads to the stage before or after; the focus follows."""
        ids = self.selected_ids()
        here = next((place for place, lane in enumerate(self.lanes.values()) if lane.view.selected_ids()), None)
        stages = list(self._stages)
        if ids and here is not None and 0 <= here + step < len(stages):
            self._follows = ids[0]
            self.moved.emit(ids, stages[here + step].id)

    def _build(self, settings: Settings) -> None:
        body = QWidget()
        body.setObjectName("scrolled")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.ended.setParent(None)
        self.lanes = {}
        for place, (hat, run) in enumerate(groupby(self._stages, key=lambda stage: stage.hat)):
            if place:
                row.addWidget(HandOff())
            stages = list(run)
            row.addLayout(self._run(hat, stages, settings), len(stages))
        row.addSpacing(10)
        behind = QVBoxLayout()
        behind.addSpacing(38)
        behind.addWidget(self.ended, 1)
        row.addLayout(behind)
        self.setWidget(body)
        self.ended.closed.connect(self.closed, Qt.ConnectionType.UniqueConnection)
        self.ended.parked.connect(self.parked, Qt.ConnectionType.UniqueConnection)
        self.ended.ids_wanted.connect(self.ids_wanted, Qt.ConnectionType.UniqueConnection)

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
            self._connect(lane, stage)
        column.addLayout(lanes, 1)
        return column

    def _connect(self, lane: Lane, stage: Stage) -> None:
        lane.view.dropped.connect(lambda ids: self._drop(ids, stage.id))
        lane.view.opened.connect(self.opened)
        lane.view.stepped.connect(lambda step: self._step(lane, step))
        lane.view.pressed_key.connect(self._on_key)
        lane.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selected(lane))

    def _drop(self, ids: list[int], stage_id: int) -> None:
        wanted = [lead_id for lead_id in ids if lead_id not in self.lanes[stage_id].model.ids]
        if wanted:
            self._follows = wanted[0]
            QTimer.singleShot(0, lambda: self.moved.emit(wanted, stage_id))

    def _step(self, lane: Lane, step: int) -> None:
        lanes = list(self.lanes.values())
        place = lanes.index(lane) + step
        row = lane.view.currentIndex().row()
        while 0 <= place < len(lanes):
            if lanes[place].model.rowCount():
                self._enter(lanes[place], min(row, lanes[place].model.rowCount() - 1))
                return
            place += step

    def _enter(self, lane: Lane, row: int) -> None:
        lane.view.setFocus(Qt.FocusReason.TabFocusReason)
        lane.view.setCurrentIndex(lane.model.index(max(row, 0), 0))
        self.ensureWidgetVisible(lane, 0, 0)

    def _on_selected(self, lane: Lane) -> None:
        if lane.view.selected_ids():
            self._select_only_in(lane)
        self.selection_changed.emit()

    def _select_only_in(self, lane: Lane) -> None:
        for other in self.lanes.values():
            if other is not lane and other.view.selectionModel().hasSelection():
                other.view.clearSelection()

    def _on_key(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & both == both and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()
            self.move_focused(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            self.pressed_key.emit(event)
