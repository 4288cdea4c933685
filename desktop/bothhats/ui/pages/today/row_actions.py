"""What a row of Today can do in place; each thing is one undo step, or a request to the window."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, QTime, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bothhats.domain.lead import TouchReport
from bothhats.domain.pipeline import TouchKind
from bothhats.domain.problems import KnownProblem
from bothhats.queries.today_marketing import answers_in_the_making, answers_of, live_assets
from bothhats.ui.context import Context
from bothhats.ui.pages.today.row import Key, Row

_COMMANDS = {
    "next_step": "lead.follow_up",
    "park": "lead.park",
    "close": "lead.close",
    "log": "lead.log",
    "call": "lead.call",
    "email": "lead.email",
}


class RowActions(QObject):
    """`unfold_wanted` tells the row under which more can be shown, `reached` whom a call or an email was begun to."""

    unfold_wanted = Signal(object)
    reached = Signal(int, str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._workspace = context.workspace
        self._navigation = context.navigation
        self._to_judge: list[int] = []

    def take_to_judge(self, lead_ids: list[int]) -> None:
        """The new leads that "Judge them" is about."""
        self._to_judge = lead_ids

    def act(self, wanted: str, row: Row, anchor: QWidget, rect: QRect) -> None:
        """Do what was asked of a row that lies at `rect` of `anchor`; what makes no sense for it does nothing."""
        if row.kind == "more":
            self.unfold_wanted.emit(row)
        elif row.kind in ("lead", "done"):
            self._act_on_lead(wanted, row, anchor, rect)
        elif row.kind == "commitment":
            self._act_on_commitment(wanted, row, anchor, rect)
        elif row.kind == "phrase" and wanted == "button":
            self._offer_answers(row, anchor, rect)
        elif row.kind == "judge" and wanted == "button":
            self._navigation.command_requested.emit("lead.judge", self._to_judge)
        elif row.kind == "review" and wanted in ("open", "done"):
            self._navigation.review_requested.emit(row.name)
        elif row.kind == "campaign" and wanted == "open":
            self._navigation.part_requested.emit("playbook", f"campaigns:{row.key[1]}")

    def move(self, key: Key, day: date) -> None:
        """Put a lead's follow-up, or a commitment, on another day; a day that is over is no plan."""
        if day < self._context.today():
            self._navigation.told.emit(self.tr("That day is over."))
        else:
            self.put(key, day)

    def put(self, key: Key, day: date) -> None:
        """The same, also for the day that it had before."""
        today = self._context.today()
        if key[0] == "commitment":
            self.attempt(lambda: self._workspace.commitments.move(key[1], day, today))
        else:
            self.attempt(lambda: self._workspace.follow_ups.snooze([key[1]], day, today))

    def attempt(self, act: Callable[[], object]) -> None:
        """Do it; a known problem becomes the window's banner."""
        try:
            act()
        except KnownProblem as problem:
            self._navigation.problem_raised.emit(problem)

    def _act_on_lead(self, wanted: str, row: Row, anchor: QWidget, rect: QRect) -> None:
        lead_id = row.key[1]
        if wanted == "open":
            self._navigation.lead_requested.emit(lead_id)
        elif row.kind == "done":
            return
        elif wanted in ("done", "button"):
            self._ask_done(row, anchor, rect)
        elif wanted == "snooze":
            self._ask_snooze(row, anchor, rect)
        elif wanted in _COMMANDS:
            self._navigation.command_requested.emit(_COMMANDS[wanted], [lead_id])
            if wanted in ("call", "email"):
                self.reached.emit(lead_id, wanted)

    def _act_on_commitment(self, wanted: str, row: Row, anchor: QWidget, rect: QRect) -> None:
        if wanted == "done":
            self.attempt(lambda: self._workspace.commitments.settle(row.key[1], "kept", self._context.today()))
        elif wanted == "snooze":
            self._ask_snooze(row, anchor, rect)

    def _ask_done(self, row: Row, anchor: QWidget, rect: QRect) -> None:
        from bothhats.ui.pages.today.done_popover import DonePopover

        now = QTime.currentTime().toString("HH:mm")
        popover = DonePopover(anchor, row.key[1], row.name, row.what, self._context.today(), now)
        popover.kinds.set_value(TouchKind(row.reached or TouchKind.CALL))
        popover.reported.connect(self._log)
        popover.more_wanted.connect(lambda: self._navigation.command_requested.emit("lead.log", [row.key[1]]))
        popover.open_at(anchor, rect)

    def _log(self, report: TouchReport) -> None:
        self.attempt(lambda: self._workspace.touches.log(report, self._context.today()))

    def _ask_snooze(self, row: Row, anchor: QWidget, rect: QRect) -> None:
        from bothhats.ui.pages.today.snooze_popover import SnoozePopover

        popover = SnoozePopover(anchor, row.name, self._context.today())
        popover.chosen.connect(lambda day: self.move(row.key, day))
        popover.open_at(anchor, rect)

    def _offer_answers(self, row: Row, anchor: QWidget, rect: QRect) -> None:
        menu = QMenu(anchor)
        for asset in live_assets(self._workspace.reader):
            words = asset.title.replace("&", "&&")
            menu.addAction(words).triggered.connect(
                lambda _checked=False, asset_id=asset.id: self._answer(row.key[1], asset_id)
            )
        menu.addSeparator()
        for asset in answers_in_the_making(self._workspace.reader, row.key[1]):
            words = self.tr("Finish “{title}”…").format(title=asset.title.replace("&", "&&"))
            menu.addAction(words).triggered.connect(
                lambda _checked=False, asset_id=asset.id: self._navigation.part_requested.emit(
                    "playbook", f"content:{asset_id}"
                )
            )
        menu.addAction(self.tr("Who said it…")).triggered.connect(
            lambda: self._navigation.part_requested.emit("playbook", f"objections:{row.key[1]}")
        )
        menu.addAction(self.tr("A new asset…")).triggered.connect(
            lambda: self._navigation.part_requested.emit("playbook", f"content:answer {row.key[1]}")
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.mapToGlobal(rect.bottomRight()) - QPoint(menu.sizeHint().width(), 0))

    def _answer(self, objection_id: int, asset_id: int) -> None:
        answers = [*answers_of(self._workspace.reader, objection_id), asset_id]
        self.attempt(lambda: self._workspace.objections.answer_with(objection_id, answers))
