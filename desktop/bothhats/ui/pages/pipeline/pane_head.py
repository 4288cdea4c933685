"""The pane's head: who it is, the ways to reach them, and how far the lead has come."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Hat, Outcome, Stage
from bothhats.domain.wording import counted
from bothhats.queries.lead_detail import LeadDetail
from bothhats.queries.lists import stages
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.ladder import Ladder
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label


class PaneHead(QWidget):
    """`wanted` tells a command, `moved` a stage, `closed` that the pane should go."""

    wanted = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: LeadDetail | None = None
        self._name = plain_label("", "name", wraps=True)
        self._who = plain_label("", "body", "ink2", wraps=True)
        self._stage = plain_label("", "strong")
        self._since = ElidedLabel("", "body", "ink2")
        self._ladder = Ladder()
        self.log_button = Button(self.tr("Log a touch"), icon_name="message-square-plus")
        self.log_button.clicked.connect(lambda: self.wanted.emit("lead.log"))
        self._reach = {
            "lead.call": IconButton("phone", self.tr("Call")),
            "lead.email": IconButton("mail", self.tr("Email")),
            "lead.site": IconButton("link", self.tr("Open the site")),
            "lead.copy": IconButton("copy", self.tr("Copy")),
        }
        self.move_button = Button(self.tr("Move to"), icon_name="chevron-down", is_small=True)
        self.move_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.moves = QMenu(self.move_button)
        self.moves.aboutToShow.connect(self._fill_moves)
        self.move_button.setMenu(self.moves)
        self.more_button = IconButton("ellipsis", self.tr("More"), "quiet")
        self.more = QMenu(self.more_button)
        self.more.aboutToShow.connect(self._fill_more)
        self.more_button.setMenu(self.more)
        self._assemble()

    def show_lead(self, detail: LeadDetail) -> None:
        """Show who it is and how far they have come."""
        self._detail, row = detail, detail.row
        today = self._context.today()
        self._name.setText(row.name)
        company = row.company if row.company != row.name else ""
        self._who.setText(", ".join(text for text in (row.role, company) if text))
        self._who.setVisible(bool(self._who.text()))
        days = counted(max((today - row.stage_since).days, 0), "day")
        self._stage.setText(row.stage_name)
        self._since.setText(self.tr("for {days}").format(days=days) if row.is_open else self.tr("when it ended"))
        self.move_button.setVisible(row.is_open)
        for command, words in (
            ("lead.call", self.tr("Call {name}")),
            ("lead.email", self.tr("Email {name}")),
            ("lead.site", self.tr("Open the site of {name}")),
            ("lead.copy", self.tr("Copy name and contact of {name}")),
        ):
            self._reach[command].set_name(words.format(name=row.name))
        self._reach["lead.call"].set_off("" if row.phone else self.tr("No phone number is recorded"))
        self._reach["lead.email"].set_off("" if row.email else self.tr("No email address is recorded"))
        self._reach["lead.site"].setVisible(bool(row.website))
        ladder = stages(self._context.workspace.reader)
        self._ladder.show_steps(_steps(ladder, detail), f"{self._stage.text()} {self._since.text()}")

    def _assemble(self) -> None:
        close = IconButton("x", self.tr("Close the pane, Esc"), "quiet")
        close.clicked.connect(self.closed)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._who)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(names, 1)
        top.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.log_button)
        for command, button in self._reach.items():
            button.clicked.connect(lambda _checked, command=command: self.wanted.emit(command))
            acts.addWidget(button)
        acts.addStretch()
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._stage)
        line.addWidget(self._since, 1)
        line.addWidget(self.move_button)
        who, far = QVBoxLayout(), QVBoxLayout()
        who.setContentsMargins(20, 16, 14, 12)
        who.setSpacing(10)
        who.addLayout(top)
        who.addLayout(acts)
        far.setContentsMargins(20, 12, 20, 12)
        far.setSpacing(9)
        far.addWidget(self._ladder)
        far.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(who)
        column.addWidget(hairline())
        column.addLayout(far)

    def _fill_moves(self) -> None:
        self.moves.clear()
        for stage in stages(self._context.workspace.reader):
            words = stage.name.replace("&", "&&")
            action = self.moves.addAction(words, partial(self.moved.emit, stage.id))
            action.setEnabled(self._detail is not None and stage.id != self._detail.row.stage_id)
        self.moves.addSeparator()
        self._offer(self.moves, "lead.close", self.tr("Close…"))
        self._offer(self.moves, "lead.park", self.tr("Park…"))

    def _fill_more(self) -> None:
        self.more.clear()
        is_open = self._detail is None or self._detail.row.is_open
        if is_open:
            self._offer(self.more, "lead.follow_up", self.tr("Set the next step…"))
            self._offer(self.more, "lead.judge", self.tr("Judge…"))
            self._offer(self.more, "lead.park", self.tr("Park…"))
            self._offer(self.more, "lead.close", self.tr("Close…"))
        else:
            self._offer(self.more, "lead.reopen", self.tr("Reopen"))
            self._offer(self.more, "lead.close", self.tr("Correct how it ended…"))
        self._offer(self.more, "lead.template", self.tr("Copy a template…"))
        self.more.addSeparator()
        self._offer(self.more, "lead.merge", self.tr("Merge with its like…"))
        self._offer(self.more, "lead.bin", self.tr("Move to the bin"))
        self._offer(self.more, "lead.erase", self.tr("Erase…"))

    def _offer(self, menu: QMenu, command: str, words: str) -> None:
        menu.addAction(words, lambda: self.wanted.emit(command))


def _steps(ladder: list[Stage], detail: LeadDetail) -> list[tuple[Hat, bool]]:
    """The stages in their hats, those reached, and the win at the end."""
    here = next((place for place, stage in enumerate(ladder) if stage.id == detail.row.stage_id), -1)
    is_won = detail.row.outcome == Outcome.WON
    return [*((stage.hat, place <= here or is_won) for place, stage in enumerate(ladder)), (Hat.SALES, is_won)]
