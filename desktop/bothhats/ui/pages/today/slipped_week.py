"""The left side of the week ahead: what slipped, and what became of it since the briefing began."""

from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.lead import LeadRow
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.today_due import open_commitment_day
from bothhats.queries.week_ahead import Item, WeekAhead
from bothhats.ui.context import Context
from bothhats.ui.dialogs.days_ahead import weekday_date
from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_actions import RowActions
from bothhats.ui.pages.today.slipped_list import Slip, SlippedList
from bothhats.ui.pages.today.week_heading import count_label
from bothhats.ui.pages.today.week_words import free_day, slipped_heading, week_label
from bothhats.ui.widgets.labels import plain_label

Thing = tuple[str, int]


class SlippedWeek(QWidget):
    """Rows that were given a day stay, with Undo; what became of them is read from the file, so undo shows too."""

    def __init__(self, context: Context, row_actions: RowActions) -> None:
        super().__init__()
        self._context = context
        self._row_actions = row_actions
        self._begun: list[tuple[date, Item]] = []
        self._steps: dict[Thing, str] = {}
        self.list = SlippedList()
        self._title, self._count = plain_label("", "heading"), count_label()
        heading = QHBoxLayout()
        heading.setSpacing(6)
        heading.addWidget(self._title)
        heading.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addWidget(self.list, 1)
        self.list.wanted.connect(self._on_wanted)

    @property
    def count_at_first(self) -> int:
        """How much had slipped when the briefing began."""
        return len(self._begun)

    def begin(self, answer: WeekAhead) -> None:
        """From now on these stay in sight."""
        self._begun = [(week.start, item) for week in answer.slipped for item in week.items]
        self._steps = {}

    def note(self, changes: ChangeSet) -> None:
        """Remember by which step each thing was given a day or done."""
        if changes.kind == "step":
            things = {("lead", lead_id) for lead_id in changes.lead_ids}
            things |= {("commitment", row_id) for row_id in changes.rows.get("commitment", ())}
            self._steps |= dict.fromkeys(things, changes.label)

    def show_answer(self, answer: WeekAhead) -> None:
        """Show what still needs a day, and what became of the rest."""
        still = {_thing(item) for week in answer.slipped for item in week.items}
        leads = lead_rows(self._context.workspace.reader, [i.id for _, i in self._begun if i.kind != "commitment"])
        has_weeks = len({start for start, _ in self._begun}) > 1
        slips, above = [], None
        for start, item in self._begun:
            label = week_label(start, answer) if has_weeks and start != above else ""
            handled = "" if _thing(item) in still else self._became(item, leads.get(item.id))
            slips.append(Slip(item, handled, self._may_undo(item, leads.get(item.id)), label))
            above = start
        items = [item for _, item in self._begun]
        self._title.setText(slipped_heading(answer, items))
        self._count.setText(str(len(items)) if items else "")
        self.list.show_slips(slips, answer.today, free_day(answer))

    def _became(self, item: Item, lead: LeadRow | None) -> str:
        if item.kind == "commitment":
            return self._became_commitment(item)
        if lead is not None and lead.is_open and lead.parked_until:
            return self.tr("Parked")
        if lead is not None and lead.follow_up_on and self._is_moved(lead):
            return self.tr("Moved to {}").format(weekday_date(lead.follow_up_on, self._context.today()))
        return self.tr("Done")

    def _became_commitment(self, item: Item) -> str:
        due_on = open_commitment_day(self._context.workspace.reader, item.id)
        return self.tr("Moved to {}").format(weekday_date(due_on, self._context.today())) if due_on else self.tr("Kept")

    def _is_moved(self, lead: LeadRow | None) -> bool:
        return lead is not None and bool(lead.follow_up_on) and lead.last_touch_on != self._context.today()

    def _may_undo(self, item: Item, lead: LeadRow | None) -> bool:
        """The last step of all can be taken back as it is; an earlier move is moved back."""
        is_moved = item.kind == "follow_up" and self._is_moved(lead)
        return _thing(item) in self._steps and (is_moved or self._is_last(item))

    def _is_last(self, item: Item) -> bool:
        return self._steps.get(_thing(item)) == self._context.workspace.journal.undo_label

    def _on_wanted(self, wanted: str, item: Item, day: date | None) -> None:
        if wanted == "undo":
            self._take_back(item)
        elif wanted == "day" and day is not None:
            self._row_actions.move(_thing(item), day)
        else:
            row = Row(_thing(item), item.title, what=item.what, name=item.title)
            self._row_actions.act(
                "snooze" if wanted == "other" else wanted, row, self.list.viewport(), self._spot(item)
            )

    def _take_back(self, item: Item) -> None:
        workspace = self._context.workspace
        if self._is_last(item):
            self._row_actions.attempt(workspace.journal.undo)
        else:
            self._row_actions.put(_thing(item), item.on)

    def _spot(self, item: Item) -> QRect:
        row = next((row for row in self.list.rows if row.item is item), None)
        if row is None:
            return self.list.viewport().rect()
        return QRect(row.mapTo(self.list.viewport(), row.rect().topLeft()), row.size())


def _thing(item: Item) -> Thing:
    return ("commitment" if item.kind == "commitment" else "lead", item.id)
