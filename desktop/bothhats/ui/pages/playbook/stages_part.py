"""How the business works: the stages of the board, and the reasons for winning, ending and parking."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.own_lists import OwnList
from bothhats.domain.pipeline import Hat, Milestone, Stage
from bothhats.queries.lists import stages
from bothhats.queries.own_lists import own_list, stage_use
from bothhats.ui.pages.playbook.list_card import ListCard, moved
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.pages.playbook.stage_row import WIDTHS, StageRow, milestone_word
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.typing_line import TypingLine

_RHYTHM, _CHANCE = 7, 30  # what a new stage begins with


class StagesPart(Part):
    """Each stage belongs to a milestone and is owned by a hat; its rhythm says when a lead is silent."""

    def sentence(self) -> str:
        return self.tr("The columns of the board: their hat, the days until a lead is silent, the chance of a close.")

    def fill(self) -> None:
        present, use = stages(self.reader), stage_use(self.reader)
        self._add_form()
        rows: list[QWidget] = [self._heads()]
        for stage in present:
            others = [other for other in present if other.id != stage.id]
            row = StageRow(stage, others, use.open_leads.get(stage.id, 0), self._milestone(stage.milestone))
            self._connect(row, stage, [each.id for each in present])
            row.gone.connect(partial(self._go, rows, len(rows)))
            rows.append(row)
        self.add_rows(rows, "")
        self._add_removed(use.removed)
        self.column.addSpacing(8)
        self.column.addWidget(plain_label(self.tr("Reasons"), "heading"))
        words = self.tr("The close dialog shows the most used first, among equals in this order.")
        self.column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        self.column.addLayout(self._reasons())

    def _add_form(self) -> None:
        name = TypingLine()
        name.setPlaceholderText(self.tr("Trial"))
        name.setAccessibleName(self.tr("New stage"))
        self.keep_draft(name, "stage")
        milestone = Combo(self.tr("Milestone of the new stage"))
        for each in (Milestone.LEAD, Milestone.CONVERSATION, Milestone.OPPORTUNITY):
            milestone.addItem(self._milestone(each), each)
        hats: list[tuple[object, str]] = [(Hat.MARKETING, self.tr("Marketing")), (Hat.SALES, self.tr("Sales"))]
        hat = Segments(self.tr("Hat of the new stage"), hats, Hat.SALES)
        add = Button(self.tr("Add a stage"), icon_name="plus")

        def keep() -> None:
            lists = self.context.workspace.lists
            self.do(
                lambda: lists.add_stage(
                    name.text(), Milestone(milestone.currentData()), Hat(str(hat.value)), _RHYTHM, _CHANCE
                ),
                name,
            )

        add.clicked.connect(keep)
        name.returnPressed.connect(keep)
        self.add_form([name, milestone, hat, add])

    def _heads(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("Stage"), "small_strong", "ink2"), 1)
        heads = (
            *(self.tr("Milestone"), self.tr("Hat"), self.tr("Rhythm, days")),
            *(self.tr("Chance"), self.tr("Open")),
        )
        for words, width in zip(heads, WIDTHS, strict=True):
            head = plain_label(words, "small_strong", "ink2")
            head.setFixedWidth(scaled(width))
            row.addWidget(head)
        row.addSpacing(scaled(38))
        return holder

    def _connect(self, row: StageRow, stage: Stage, ids: Sequence[int]) -> None:
        lists = self.context.workspace.lists

        def keep() -> None:
            values = (row.name.text(), Hat(str(row.hat.value)), row.rhythm.value() or None, row.chance.value())
            self.do(lambda: lists.change_stage(stage.id, *values), row.name)

        row.changed.connect(keep)
        row.moved.connect(lambda by: self._move(stage.id, list(ids), by))
        row.removed.connect(lambda to: self.do(lambda: lists.retire_stage(stage.id, to, self.context.today())))
        row.judges_changed.connect(lambda step: self.do(lambda: lists.let_stage_judge(stage.id, step)))

    def _go(self, rows: Sequence[QWidget], place: int, by: int) -> None:
        row = rows[place + by] if 0 <= place + by < len(rows) else None
        if isinstance(row, StageRow):
            row.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, stage_id: int, ids: list[int], by: int) -> None:
        if moved(ids, stage_id, by):
            self.do(lambda: self.context.workspace.lists.order_stages(ids))

    def _add_removed(self, removed: Sequence[tuple[int, str]]) -> None:
        if not removed:
            return
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(plain_label(self.tr("Removed, still in the history:"), "small", "ink3"))
        for stage_id, name in removed:
            back = SuggestionChip(name)
            back.setToolTip(self.tr("Bring it back to the board"))
            back.clicked.connect(
                lambda _on=False, stage_id=stage_id: self.do(
                    lambda: self.context.workspace.lists.bring_stage_back(stage_id)
                )
            )
            flow.addWidget(back)
        self.column.addWidget(holder)

    def _reasons(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for kind, title, example in (
            ("won", self.tr("For wi&nning"), self.tr("we know each other")),
            ("lost", self.tr("For ending &otherwise"), self.tr("moved away")),
            ("parked", self.tr("For par&king"), self.tr("after the season")),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            head = plain_label(title, "small_strong", "ink2")
            column.addWidget(head)
            rows = own_list(self.reader, kind)
            card = ListCard(self, OwnList.REASON, rows, counted=self.tr("Given {n} times"), is_ordered=True)
            label = self.tr("Another reason, {kind}").format(kind=title.replace("&", "").lower())
            add = partial(self.context.workspace.lists.add_reason, kind)
            self.keep_draft(card.add_line(example, label, add), f"reason_{kind}")
            head.setBuddy(card.first)
            column.addWidget(card)
            column.addStretch()
            columns.addLayout(column, 1)
        return columns

    def _milestone(self, milestone: Milestone) -> str:
        return milestone_word(milestone, (self.tr("lead"), self.tr("conversation"), self.tr("opportunity")))
