"""Which card of the board the focus is on, and where it goes when cards move, leave or come back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QScrollArea

from bothhats.ui.pages.pipeline.lane import Lane
from bothhats.ui.pages.pipeline.lead_model import LeadIdRole


@dataclass(frozen=True, slots=True)
class BoardStanding:
    """The selected leads, the current one, its lane and row, and whether the keyboard was there."""

    selected: frozenset[int] = frozenset()
    current: int | None = None
    lane: int = 0
    row: int = 0
    has_focus: bool = False


class BoardFocus:
    """The focus follows a lead that moves; where the lead has left, it stays on the next card.

    `lanes` gives the lanes from left to right; `leave` takes the focus to what stands behind the last one.
    """

    def __init__(self, area: QScrollArea, lanes: Callable[[], list[Lane]], leave: Callable[[], None]) -> None:
        self._area, self._lanes, self._leave = area, lanes, leave
        self.is_selecting = False

    def standing(self) -> BoardStanding:
        """How things stand now."""
        window = self._area.window()
        focused = window.focusWidget() if window else None
        lanes = self._lanes()
        selected = frozenset(lead_id for lane in lanes for lead_id in lane.view.selected_ids())
        place = next((at for at, lane in enumerate(lanes) if lane.view is focused), None)
        if place is None:
            place = next((at for at, lane in enumerate(lanes) if lane.view.selected_ids()), None)
        if place is None:
            return BoardStanding()
        index = lanes[place].view.currentIndex()
        current = index.data(LeadIdRole) if index.isValid() else None
        return BoardStanding(selected, current, place, index.row(), lanes[place].view is focused)

    def stand_again(self, was: BoardStanding, follow: int | None) -> None:
        """After the cards have changed: follow the lead, or stay where it was."""
        if follow is not None and self.go_to([follow], takes_focus=was.has_focus):
            return
        if was.current is None:
            return
        is_there = any(was.current in lane.model.ids for lane in self._lanes())
        if not is_there:
            self._stay(was)
        elif self.standing() != was:
            ids = [was.current, *(was.selected - {was.current})] if was.current in was.selected else [*was.selected]
            self.go_to(ids or [was.current], takes_focus=was.has_focus)

    def go_to(self, ids: Sequence[int], *, takes_focus: bool = True) -> bool:
        """Select leads alone and bring the first one into view; whether that one is on the board."""
        home = next((lane for lane in self._lanes() if ids and ids[0] in lane.model.ids), None)
        if home is None:
            return False
        self.is_selecting = True
        for lane in self._lanes():
            selection = QItemSelection()
            for index in map(lane.model.index_of, ids):
                if index.isValid():
                    selection.select(index, index)
            if lane is home:
                start = home.model.index_of(ids[0])
                lane.view.selectionModel().setCurrentIndex(start, QItemSelectionModel.SelectionFlag.NoUpdate)
            lane.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.is_selecting = False
        self._bring_into_view(home)
        if takes_focus:
            home.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def enter(self) -> None:
        """Put the focus on the selected card, or on the first one there is."""
        lanes = self._lanes()
        lane = next((each for each in lanes if each.view.selected_ids()), None)
        lane = lane or next((each for each in lanes if each.model.rowCount()), None)
        if lane is not None:
            self._enter(lane, max(lane.view.currentIndex().row(), 0))

    def enter_last(self) -> None:
        """Put the focus into the last lane that has a card."""
        for lane in reversed(self._lanes()):
            if lane.model.rowCount():
                self._enter(lane, max(lane.view.currentIndex().row(), 0))
                return

    def step(self, lane: Lane, step: int) -> None:
        """From a lane to the next one that has cards, on the same height; behind the last one stand the blocks."""
        lanes = self._lanes()
        place = lanes.index(lane) + step
        row = max(lane.view.currentIndex().row(), 0)
        while 0 <= place < len(lanes):
            if lanes[place].model.rowCount():
                self._enter(lanes[place], row)
                return
            place += step
        if step > 0:
            self._leave()

    def select_only_in(self, lane: Lane) -> None:
        """One selection for the whole board: what is selected in a lane ends it in the others."""
        if self.is_selecting:
            return
        for other in self._lanes():
            if other is not lane and other.view.selectionModel().hasSelection():
                other.view.clearSelection()

    def _stay(self, was: BoardStanding) -> None:
        lanes = self._lanes()
        lane = lanes[min(was.lane, len(lanes) - 1)]
        if not lane.model.rowCount():
            lane = next((each for each in lanes if each.model.rowCount()), lane)
        index = lane.index_at(was.row)
        if index.isValid():
            lane.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if was.has_focus:
                lane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, lane: Lane, row: int) -> None:
        lane.view.setFocus(Qt.FocusReason.TabFocusReason)
        index = lane.index_at(row)
        lane.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._bring_into_view(lane)

    def _bring_into_view(self, lane: Lane) -> None:
        lane.view.scrollTo(lane.view.currentIndex())
        self._area.ensureWidgetVisible(lane, 0, 0)
