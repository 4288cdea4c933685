"""A sign that could have been seen on day one, offered to the definition: one click writes a new version with it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from bothhats.domain.good_lead import KINDS, Criterion, Definition
from bothhats.domain.pipeline import Step
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments


class SignRow(QFrame):
    """The words can be turned into a criterion before they are added; earlier versions stay as they were."""

    def __init__(self, draft: ReviewDraft, version: Definition, sign: str, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._draft, self._version, self._sign = draft, version, sign
        self.text = QLineEdit(sign)
        self.text.setAccessibleName(self.tr("Criterion"))
        steps = [(Step.MARKETING_QUALIFIED, self.tr("Marketing")), (Step.SALES_READY, self.tr("Sales-ready"))]
        self.step = Segments(self.tr("Step"), steps, Step.MARKETING_QUALIFIED, is_small=True)
        weights = [(True, self.tr("must")), (False, self.tr("nice"))]
        self.weight = Segments(self.tr("Weight"), weights, False, is_small=True)
        self.kind = Combo(self.tr("Kind"))
        self.kind.setFixedWidth(scaled(116))
        for kind in KINDS:
            self.kind.addItem(kind, kind)
        self.add = Button(self.tr("Make it a criterion"), icon_name="plus", is_small=True)
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        told = self.tr("with {name}; say it as something that a good lead has").format(name=name)
        column.addWidget(plain_label(told, "small", "ink2", wraps=True))
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.step, self.kind, self.weight):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.add)
        column.addLayout(row)

    def _add(self) -> None:
        text = self.text.text().strip()
        if not text:
            return
        step = self.step.value if isinstance(self.step.value, Step) else Step.MARKETING_QUALIFIED
        new = Criterion(step, text, str(self.kind.currentData()), bool(self.weight.value))
        why = self.tr("Seen too late: {sign}").format(sign=self._sign)
        definitions, today = self._draft.context.workspace.definitions, self._draft.today
        criteria = [*self._version.criteria, new]
        self._draft.attempt(lambda: definitions.write(self._version.customer, criteria, today, why))
