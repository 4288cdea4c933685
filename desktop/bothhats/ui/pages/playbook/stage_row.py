"""One stage of the board, to be renamed, moved, given to the other hat, or removed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from bothhats.domain.pipeline import Hat, Milestone, Stage, Step
from bothhats.domain.wording import counted
from bothhats.ui.pages.playbook.drag_handle import DragHandle
from bothhats.ui.pages.playbook.list_card import NameField, lazy_menu
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.number_field import NumberField
from bothhats.ui.widgets.segments import Segments

ROW_GAP = 17  # two spaces of 8 and the hairline
WIDTHS = (92, 150, 124, 84, 44)  # milestone, hat, rhythm, chance, open leads


class StageRow(QWidget):
    """`changed` when a field was; `removed` tells where the leads go, `gone` to which row the focus should."""

    changed = Signal()
    moved = Signal(int)
    gone = Signal(int)
    removed = Signal(int)
    judges_changed = Signal(object)

    def __init__(self, stage: Stage, others: Sequence[Stage], held: int, milestone: str) -> None:
        super().__init__()
        self._stage, self._others, self._held = stage, others, held
        name = self.tr("Name of {stage}").format(stage=stage.name)
        self.name = NameField(stage.name, name, f"stage-{stage.id}")
        hats: list[tuple[object, str]] = [(Hat.MARKETING, self.tr("Marketing")), (Hat.SALES, self.tr("Sales"))]
        self.hat = Segments(self.tr("Hat of {stage}").format(stage=stage.name), hats, stage.hat, is_small=True)
        self.hat.setProperty("place", f"stage-{stage.id}-hat")
        self.rhythm = self._number(self.tr("Rhythm in days"), 365, stage.rhythm_days or 0, WIDTHS[2])
        self.rhythm.setSpecialValueText(self.tr("the promise"))
        self.chance = self._number(self.tr("Chance in percent"), 100, stage.chance, WIDTHS[3])
        self.chance.setSuffix(" %")
        self.more = IconButton("ellipsis", self.tr("More for {stage}").format(stage=stage.name), "quiet", is_small=True)
        self.more.setProperty("place", f"stage-{stage.id}-more")
        self.more.setMenu(lazy_menu(self.more, self._fill_menu))
        self._lay_out(milestone)
        self.name.renamed.connect(lambda _text: self.changed.emit())
        self.hat.changed.connect(lambda _hat: self.changed.emit())
        for box in (self.rhythm, self.chance):
            box.valueChanged.connect(lambda _value: self.changed.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and is_alt:
            self.moved.emit(by)
        elif by and self.name.hasFocus():
            self.gone.emit(by)
        else:
            super().keyPressEvent(event)

    def _number(self, name: str, most: int, value: int, width: int) -> NumberField:
        box = NumberField(f"{name}, {self._stage.name}", 0, most, value)
        box.setProperty("place", f"stage-{self._stage.id}-{name}")
        box.setFixedWidth(scaled(width))
        box.setToolTip(name)
        return box

    def _lay_out(self, milestone: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        handle = DragHandle(self, ROW_GAP)
        handle.dropped.connect(self.moved)
        row.addWidget(handle)
        row.addWidget(self.name, 1)
        held = plain_label(str(self._held) if self._held else "–", "body", "ink2" if self._held else "ink3")
        held.setToolTip(counted(self._held, self.tr("open lead")))
        held.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hat = QWidget()
        inside = QHBoxLayout(hat)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.hat)
        inside.addStretch()
        for widget, width in (
            (plain_label(milestone, "small", "ink2"), WIDTHS[0]), (hat, WIDTHS[1]), (self.rhythm, WIDTHS[2]),
            (self.chance, WIDTHS[3]), (held, WIDTHS[4]),
        ):  # fmt: skip
            widget.setFixedWidth(scaled(width))
            row.addWidget(widget)
        row.addWidget(self.more)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(self.tr("Move &up\tAlt+Up")).triggered.connect(lambda: self.moved.emit(-1))
        menu.addAction(self.tr("Move &down\tAlt+Down")).triggered.connect(lambda: self.moved.emit(1))
        judges = menu.addMenu(self.tr("&Entering it asks"))
        group = QActionGroup(judges)
        for step, words in (
            (None, self.tr("nothing")),
            (Step.MARKETING_QUALIFIED, self.tr("marketing-qualified?")),
            (Step.SALES_READY, self.tr("sales-ready? The hand-off")),
        ):
            action = judges.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._stage.judges == step)
            action.triggered.connect(lambda _on=False, step=step: self.judges_changed.emit(step))
            group.addAction(action)
        self._add_removing(menu)

    def _add_removing(self, menu: QMenu) -> None:
        if not self._others:
            menu.addAction(self.tr("The last stage stays")).setEnabled(False)
        elif not self._held:
            nearest = self._nearest()
            menu.addAction(self.tr("&Remove")).triggered.connect(lambda: self.removed.emit(nearest.id))
        else:
            leads = counted(self._held, self.tr("lead"))
            goes = menu.addMenu(self.tr("&Remove, and its {leads} go to").format(leads=leads))
            for other in self._others:
                action = goes.addAction(other.name.replace("&", "&&"))
                action.triggered.connect(lambda _on=False, to=other.id: self.removed.emit(to))

    def _nearest(self) -> Stage:
        """Where ended leads that stood here are shown to have stood last: the stage before it."""
        before = [each for each in self._others if each.position < self._stage.position]
        return before[-1] if before else self._others[0]


def milestone_word(milestone: Milestone, words: tuple[str, str, str]) -> str:
    """A milestone that stages belong to, as people read it."""
    return words[milestone.rank]
