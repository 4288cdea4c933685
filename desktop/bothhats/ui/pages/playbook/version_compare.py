"""Two versions of the definition side by side, what came of it in words, and how the leads of each went on."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from bothhats.domain.definition_compare import Compared, Mark, compare
from bothhats.domain.good_lead import Criterion, Definition
from bothhats.domain.pipeline import Step
from bothhats.domain.wording import long_date
from bothhats.queries.evidence import VersionEvidence, Went
from bothhats.ui.pages.playbook.definition_shelves import customer_lines, kind_word
from bothhats.ui.pages.playbook.evidence_words import closed_words
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import breakable, hairline, plain_label


class VersionCompare(QWidget):
    """`versions` newest first; `chosen` tells ids of leads and what they are, `left` asks to go back.

    The evidence is None while it is counted for the first time.
    """

    chosen = Signal(object, str)
    left = Signal()

    def __init__(
        self, versions: Sequence[Definition], evidence: Mapping[int, VersionEvidence] | None, today: date
    ) -> None:
        super().__init__()
        self._versions, self._evidence, self._today = versions, evidence, today
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setFixedWidth(scaled(200))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for version in versions:
            self.list.addItem(f"{self._title(version)}\n{version.why}".strip())
        self.against = Combo(self.tr("Compared with"))
        for version in versions:
            self.against.addItem(self._title(version), version.number)
        self._body = QVBoxLayout()
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_version)
        self.against.activated.connect(lambda _place: self._fill())
        self.list.setCurrentRow(0)

    @property
    def pair(self) -> tuple[Definition, Definition]:
        """The earlier one at left, the other at right."""
        right = self._versions[max(self.list.currentRow(), 0)]
        return self._versions[max(self.against.currentIndex(), 0)], right

    def show_evidence(self, evidence: Mapping[int, VersionEvidence]) -> None:
        """Show what has been counted; a button that had the focus goes, and the list takes it."""
        focused = self.window().focusWidget()
        has_focus = isinstance(focused, Button) and self.isAncestorOf(focused)
        self._evidence = evidence
        self._fill()
        if has_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        choice = QHBoxLayout()
        choice.addWidget(plain_label(self.tr("Compared with"), "small_strong", "ink2"))
        choice.addWidget(self.against)
        choice.addStretch()
        beside.addLayout(choice)
        beside.addLayout(self._body)
        beside.addStretch()
        column = QVBoxLayout()
        column.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column)
        row.addLayout(beside, 1)
        self.list.setMinimumHeight(scaled(240))

    def _title(self, version: Definition) -> str:
        day = long_date(date.fromisoformat(version.in_force_from), self._today)
        return self.tr("Version {n}, {day}").format(n=version.number, day=day)

    def _on_version(self, row: int) -> None:
        self.against.setCurrentIndex(min(row + 1, len(self._versions) - 1))
        self._fill()

    def _fill(self) -> None:
        while item := self._body.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        old, new = self.pair
        frame = QFrame()
        frame.setObjectName("card")
        self._grid = QGridLayout(frame)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._put(plain_label(self._title(old), "heading"), plain_label(self._title(new), "heading"))
        rows = compare(old.criteria, new.criteria)
        for step, title in (
            (Step.MARKETING_QUALIFIED, self.tr("Marketing-qualified")),
            (Step.SALES_READY, self.tr("Sales-ready")),
        ):
            self._head(title)
            for each in rows:
                if each.step == step:
                    self._put(self._side(each, each.old, is_new=False), self._side(each, each.new, is_new=True))
        self._customer(old, new)
        self._head(self.tr("How the leads judged by it went on"))
        self._put(self._went(old), self._went(new))
        self._body.addWidget(frame)

    def _customer(self, old: Definition, new: Definition) -> None:
        self._head(self.tr("For this ideal customer"))
        for (name, before), (_, after) in zip(customer_lines(old.customer), customer_lines(new.customer), strict=True):
            words = self.tr("reworded") if before and after else self.tr("added") if after else self.tr("dropped")
            is_same = before == after
            self._put(
                _cell(before or "–", name, "" if is_same or after else words),
                _cell(after or "–", name, words if not is_same and after else ""),
            )

    def _side(self, row: Compared, criterion: Criterion | None, *, is_new: bool) -> QWidget:
        if criterion is None:
            return plain_label("–", "body", "ink3")
        weight = self.tr("must") if criterion.must else self.tr("nice")
        marked = row.mark if is_new or row.mark == Mark.DROPPED else Mark.SAME
        return _cell(criterion.text, f"{kind_word(criterion.kind)}, {weight}", self._words(row, marked))

    def _words(self, row: Compared, mark: Mark) -> str:
        if mark == Mark.WEIGHED and row.old and row.new and row.old.must != row.new.must:
            return self.tr("now a must") if row.new.must else self.tr("now nice")
        return {
            Mark.SAME: "",
            Mark.WEIGHED: self.tr("another kind"),
            Mark.MOVED: self.tr("moved here"),
            Mark.REWORDED: self.tr("reworded"),
            Mark.ADDED: self.tr("added"),
            Mark.DROPPED: self.tr("dropped"),
        }[mark]

    def _went(self, version: Definition) -> QWidget:
        if self._evidence is None:
            return plain_label(self.tr("Counting…"), "body", "ink2")
        found = self._evidence.get(version.id)
        if found is None:
            return plain_label(self.tr("Nobody was judged by it yet."), "body", "ink2", wraps=True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, went in ((self.tr("Met it"), found.met), (self.tr("Did not"), found.not_met)):
            column.addWidget(self._group(version, name, went), 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _group(self, version: Definition, name: str, went: Went) -> QWidget:
        words = self.tr("{group}: {k} of {n} talked").format(group=name, k=went.talked.k, n=went.talked.n)
        button = Button(words, "quiet", is_small=True)
        button.setToolTip(self.tr("{rate} talked. Show these leads").format(rate=went.talked.told_with_range))
        if not went.lead_ids:
            button.set_off(self.tr("No leads"))
        which = self.tr("Version {n}: {group}").format(n=version.number, group=name.lower())
        button.clicked.connect(lambda: self.chosen.emit(went.lead_ids, which))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        closed = plain_label(closed_words(went.closed), "small", "ink2")
        closed.setIndent(10)
        column.addWidget(closed)
        return holder

    def _head(self, words: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(hairline(), row, 0, 1, 2)
        self._grid.addWidget(plain_label(words, "small_strong", "ink2"), row + 1, 0, 1, 2)

    def _put(self, left: QWidget, right: QWidget) -> None:
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(left, row, 0, top)
        self._grid.addWidget(right, row, 1, top)


def _cell(text: str, below: str, mark: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.addWidget(plain_label(breakable(text), wraps=True), 1)
    if mark:
        head.addWidget(chip(mark, "neutral"), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    column.addWidget(plain_label(below, "small", "ink2"))
    return holder
