"""The definition while it is written: the criteria on their two shelves, the ideal customer, and why it changes."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bothhats.domain.definition_draft import DefinitionDraft
from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.pipeline import Step
from bothhats.ui.pages.playbook.criterion_field import CriterionField
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.shelf import HandOff, Shelf

_STEPS = (Step.MARKETING_QUALIFIED, Step.SALES_READY)
_PAUSE = 400  # milliseconds after the last key until a draft is kept


class DefinitionForm(QWidget):
    """`drafted` tells of what was typed, soon after; `done` asks to keep it, `left` to go back."""

    drafted = Signal(object)
    done = Signal()
    left = Signal()

    def __init__(self, draft: DefinitionDraft) -> None:
        super().__init__()
        self.fields: dict[Step, list[CriterionField]] = {step: [] for step in _STEPS}
        self._adders: dict[Step, Button] = {}
        self._rows = {step: QVBoxLayout() for step in _STEPS}
        self._last_removed: tuple[Step, Criterion] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.put_back = Button("", "quiet", "undo-2", is_small=True)
        self.put_back.clicked.connect(self._put_back)
        self.put_back.hide()
        self._lay_out(draft)
        for criterion in draft.criteria:
            self._add(criterion)
        for step in _STEPS:
            if not self.fields[step]:
                self._add(Criterion(step, ""))
        self.forget()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.done)

    @property
    def draft(self) -> DefinitionDraft:
        """What stands in it."""
        criteria = [field.criterion(step) for step in _STEPS for field in self.fields[step]]
        texts = [field.toPlainText().strip() for field in self.customer]
        return DefinitionDraft(
            IdealCustomer(*texts), tuple(each for each in criteria if each.text), self.why.text().strip()
        )

    def flush(self) -> None:
        """Tell at once what was typed last."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def forget(self) -> None:
        """Tell nothing of what was typed last."""
        self._pause.stop()

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self.fields[_STEPS[0]][0].words

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, draft: DefinitionDraft) -> None:
        shelves = QHBoxLayout()
        shelves.setSpacing(0)
        titles = (self.tr("Marketing-qualified"), self.tr("Sales-ready"))
        for step, hat, title in zip(_STEPS, ("marketing", "sales"), titles, strict=True):
            if step == Step.SALES_READY:
                shelves.addWidget(HandOff())
            shelves.addWidget(self._shelf(step, hat, title), 1)
        self.why = QLineEdit(draft.why)
        self.why.setPlaceholderText(self.tr("2 to 15 staff, was “any size”"))
        self.why.textEdited.connect(self._pause.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(shelves)
        keys = self.tr("Enter adds one, Alt with the arrows moves it, Backspace takes an empty one away.")
        hint = QHBoxLayout()
        hint.addWidget(plain_label(keys, "small", "ink3", wraps=True), 1)
        hint.addWidget(self.put_back)
        column.addLayout(hint)
        column.addWidget(plain_label(self.tr("For this ideal customer"), "heading"))
        column.addWidget(self._customer(draft.customer))
        column.addWidget(Field(self.tr("What &changes, in one line"), self.why))

    def _shelf(self, step: Step, hat: str, title: str) -> Shelf:
        shelf = Shelf(hat, title)
        self._rows[step].setSpacing(10)
        shelf.body.addLayout(self._rows[step])
        add = Button(self.tr("Add a criterion"), "quiet", "plus", is_small=True)
        add.clicked.connect(lambda: self._begin_one(step))
        self._adders[step] = add
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch()
        shelf.body.addLayout(row)
        shelf.body.addStretch()
        return shelf

    def _customer(self, customer: IdealCustomer) -> QWidget:
        frame = QFrame()
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self.customer = []
        for name, text, example in (
            (self.tr("&Who they are"), customer.who, self.tr("Owner of a small shop, studio or trade")),
            (self.tr("Their &situation"), customer.situation, self.tr("Spreadsheets, no one to ask")),
            (self.tr("The &problem"), customer.problem, self.tr("Never knows what is left at the end of the month")),
            (self.tr("What earns &trust"), customer.trust, self.tr("A fixed price, a case from their own trade")),
        ):
            entry = QPlainTextEdit(text)
            entry.setPlaceholderText(example)
            entry.setFixedHeight(scaled(54))
            entry.setTabChangesFocus(True)
            entry.textChanged.connect(self._pause.start)
            self.customer.append(entry)
            column.addWidget(Field(name, entry))
        return frame

    def _example(self, step: Step) -> str:
        if step == Step.SALES_READY:
            return self.tr("Wants to start within three months")
        return self.tr("Owner-run, 2 to 15 staff")

    def _add(self, criterion: Criterion, place: int | None = None) -> CriterionField:
        step = criterion.step
        field = CriterionField(criterion, self._example(step))
        field.changed.connect(self._settle)
        field.moved.connect(lambda by: self._move(field, by))
        field.removed.connect(lambda: self._remove(field))
        field.another.connect(lambda: self._another(field))
        at = len(self.fields[step]) if place is None else place
        self.fields[step].insert(at, field)
        self._rows[step].insertWidget(at, field)
        if self.isVisible():
            field.show()  # now: swift typing would find it hidden
        self._settle()
        return field

    def _step_of(self, field: CriterionField) -> Step:
        return next(step for step in _STEPS if field in self.fields[step])

    def _another(self, field: CriterionField) -> None:
        step = self._step_of(field)
        self._begin_one(step, self.fields[step].index(field) + 1)

    def _begin_one(self, step: Step, place: int | None = None) -> None:
        self._add(Criterion(step, ""), place).words.setFocus()

    def _move(self, field: CriterionField, by: int) -> None:
        """One place up or down; past the end of a step it goes over to the other one."""
        step = self._step_of(field)
        place = self.fields[step].index(field) + by
        if not 0 <= place < len(self.fields[step]):
            other = _STEPS[1 - _STEPS.index(step)]
            if (step == Step.MARKETING_QUALIFIED) != (by > 0):
                return
            step, place = other, 0 if by > 0 else len(self.fields[other])
        focused = self.focusWidget()
        self._take(field)
        self.fields[step].insert(place, field)
        self._rows[step].insertWidget(place, field)
        if focused is not None and field.isAncestorOf(focused):
            focused.setFocus()
        self._settle()

    def _remove(self, field: CriterionField) -> None:
        step = self._step_of(field)
        criterion, place = field.criterion(step), self.fields[step].index(field)
        self._take(field)
        field.hide()
        field.deleteLater()
        if not self.fields[step]:
            self._add(Criterion(step, ""))
        self.fields[step][max(place - 1, 0)].words.setFocus()
        if criterion.text:
            self._last_removed = (step, criterion)
            self.put_back.setText(self.tr("Put “{text}” back").format(text=_short(criterion.text)).replace("&", "&&"))
            self.put_back.show()
        self._pause.start()

    def _put_back(self) -> None:
        if self._last_removed:
            step, criterion = self._last_removed
            self._last_removed = None
            self.put_back.hide()
            self._add(criterion, len(self.fields[step])).words.setFocus()

    def _settle(self) -> None:
        """Tab goes through the fields as they stand, not as they came; and what changed is told soon."""
        stops = [
            stop
            for step in _STEPS
            for stop in (*(each for field in self.fields[step] for each in field.tab_stops), self._adders[step])
        ]
        for before, after in pairwise([*stops, self.put_back, *self.customer, self.why]):
            QWidget.setTabOrder(before, after)
        self._pause.start()

    def _take(self, field: CriterionField) -> None:
        step = self._step_of(field)
        self.fields[step].remove(field)
        self._rows[step].removeWidget(field)

    def _tell(self) -> None:
        self.drafted.emit(self.draft)


def _short(text: str) -> str:
    return text if len(text) <= 32 else text[:31].rstrip() + "…"
