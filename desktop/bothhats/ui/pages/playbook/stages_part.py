"""How the business works: stages with reasons."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bothhats.domain.pipeline import Hat, Milestone, Stage
from bothhats.queries.lists import stages
from bothhats.queries.playbook import reason_rows
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.chips import FlowLayout, chip
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.number_field import NumberField
from bothhats.ui.widgets.segments import Segments


class StagesPart(Part):
    """Each stage belongs to a milestone and is owned by a hat; its rhythm says when a lead is silent."""

    def sentence(self) -> str:
        return self.tr("The columns of the board, their owner, their rhythm in days, their chance.")

    def fill(self) -> None:
        all_stages = stages(self.reader)
        rows = [self._row(stage, all_stages) for stage in all_stages]
        name = QLineEdit()
        name.setPlaceholderText(self.tr("Trial"))
        name.setAccessibleName(self.tr("New stage"))
        milestone = Combo(self.tr("Milestone"))
        for each in (Milestone.LEAD, Milestone.CONVERSATION, Milestone.OPPORTUNITY):
            milestone.addItem(each.value, each)
        hat = Segments(self.tr("Hat"), self._hats(), Hat.SALES)
        add = Button(self.tr("Add a stage"), icon_name="plus")
        add.clicked.connect(
            lambda: self.do(
                lambda: self.context.workspace.lists.add_stage(
                    name.text(), milestone.currentData(), Hat(str(hat.value)), 7, 30
                )
            )
        )
        self.add_form([name, milestone, hat, add])
        self.add_rows(rows, "")
        self.column.addWidget(plain_label(self.tr("Reasons"), "heading"))
        titles = {
            "won": self.tr("for winning"),
            "lost": self.tr("for ending otherwise"),
            "parked": self.tr("for parking"),
        }
        for kind, title in titles.items():
            self._add_reasons(kind, title)

    def _row(self, stage: Stage, all_stages: list[Stage]) -> QWidget:
        name = QLineEdit(stage.name)
        name.setAccessibleName(self.tr("Name of {stage}").format(stage=stage.name))
        hat = Segments(self.tr("Hat"), self._hats(), stage.hat, is_small=True)
        rhythm = _number(stage.rhythm_days or 0, 365, self.tr("Rhythm in days"), self.tr("the promise"))
        chance = _number(stage.chance, 100, self.tr("Chance in percent"))
        chance.setSuffix(" %")

        def save() -> None:
            self.do(
                lambda: self.context.workspace.lists.change_stage(
                    stage.id, name.text(), Hat(str(hat.value)), rhythm.value() or None, chance.value()
                )
            )

        name.editingFinished.connect(lambda: save() if name.text() != stage.name else None)
        hat.changed.connect(lambda _value: save())
        for box, before in ((rhythm, stage.rhythm_days or 0), (chance, stage.chance)):
            box.editingFinished.connect(lambda box=box, before=before: save() if box.value() != before else None)
        up = IconButton("arrow-up", self.tr("Move {stage} up").format(stage=stage.name), "quiet", is_small=True)
        up.clicked.connect(lambda: self._move_up(stage, all_stages))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(name, 1)
        milestone = plain_label(stage.milestone.value, "small", "ink2")
        milestone.setFixedWidth(scaled(76))
        row.addWidget(milestone)
        for widget in (hat, rhythm, chance, up):
            row.addWidget(widget)
        return holder

    def _hats(self) -> list[tuple[object, str]]:
        return [(Hat.MARKETING, self.tr("Marketing")), (Hat.SALES, self.tr("Sales"))]

    def _move_up(self, stage: Stage, all_stages: list[Stage]) -> None:
        ids = [each.id for each in all_stages]
        place = ids.index(stage.id)
        if place:
            ids[place - 1], ids[place] = ids[place], ids[place - 1]
            self.do(lambda: self.context.workspace.lists.order_stages(ids))

    def _add_reasons(self, kind: str, title: str) -> None:
        self.column.addWidget(plain_label(title, "small_strong", "ink2"))
        holder = QWidget()
        flow = FlowLayout(holder)
        for _, of, name in reason_rows(self.reader):
            if of == kind:
                flow.addWidget(chip(name, "outline"))
        self.column.addWidget(holder)
        field = QLineEdit()
        field.setPlaceholderText(self.tr("another reason"))
        field.setAccessibleName(self.tr("Another reason {kind}").format(kind=title))
        field.setMaximumWidth(240)
        field.returnPressed.connect(
            lambda: self.do(lambda: self.context.workspace.lists.add_reason(kind, field.text()))
        )
        self.column.addWidget(field)


def _number(value: int, most: int, name: str, none: str = "") -> NumberField:
    box = NumberField(name, 0, most, value)
    box.setSpecialValueText(none)
    box.setFixedWidth(scaled(116 if none else 72))
    box.setToolTip(name)
    return box
