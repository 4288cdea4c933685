"""Which card of the board the focus is on, and where it goes when cards move, leave or come back."""

from collections.abc import Callable
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

    def standing(self) -> BoardStanding:
        """How things stand now."""
        window = self._area.window()
        focused = window.focusWidget() if window else None
        for place, lane in enumerate(self._lanes()):
            selected = lane.view.selected_ids()
            if selected or focused is lane.view:
                index = lane.view.currentIndex()
                current = index.data(LeadIdRole) if index.isValid() else None
                return BoardStanding(frozenset(selected), current, place, index.row(), focused is lane.view)
        return BoardStanding()

    def stand_again(self, was: BoardStanding, follow: int | None) -> None:
        """After the cards have changed: follow the lead, or stay where it was."""
        if follow is not None and self.go_to(follow, takes_focus=was.has_focus):
            return
        if was.current is None:
            return
        lanes = self._lanes()
        lane = next((each for each in lanes if was.current in each.model.ids), None)
        if lane is None:
            self._stay(was)
        elif lane.view.currentIndex().data(LeadIdRole) != was.current or set(lane.view.selected_ids()) != was.selected:
            self._select(lane, was.current, was.selected)
            self._bring_into_view(lane)
            if was.has_focus:
                lane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, lead_id: int, *, takes_focus: bool = True) -> bool:
        """Select a lead alone and bring it into view; whether it is on the board."""
        for lane in self._lanes():
            if lead_id in lane.model.ids:
                self._select(lane, lead_id, frozenset({lead_id}))
                self._bring_into_view(lane)
                if takes_focus:
                    lane.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

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
        """One selection for the whole board."""
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

    def _select(self, lane: Lane, current: int, ids: frozenset[int]) -> None:
        selection = QItemSelection()
        for lead_id in ids:
            index = lane.model.index_of(lead_id)
            if index.isValid():
                selection.select(index, index)
        model = lane.view.selectionModel()
        model.setCurrentIndex(lane.model.index_of(current), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.select_only_in(lane)

    def _bring_into_view(self, lane: Lane) -> None:
        lane.view.scrollTo(lane.view.currentIndex())
        self._area.ensureWidgetVisible(lane, 0, 0)
