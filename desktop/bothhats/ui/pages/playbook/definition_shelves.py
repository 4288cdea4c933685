"""A version of the definition to be read: its criteria on two shelves, and the ideal customer."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.good_lead import Criterion, Definition, IdealCustomer
from bothhats.domain.pipeline import Step
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.labels import breakable, hairline, plain_label
from bothhats.ui.widgets.shelf import HandOff, Shelf


def definition_shelves(version: Definition, below: Mapping[int, QWidget]) -> QHBoxLayout:
    """Marketing-qualified, the hand-off, sales-ready; `below` stands under a criterion, by its id."""
    row = QHBoxLayout()
    row.setSpacing(0)
    for step, hat, title in (
        (Step.MARKETING_QUALIFIED, "marketing", _tr("Marketing-qualified")),
        (Step.SALES_READY, "sales", _tr("Sales-ready")),
    ):
        if step == Step.SALES_READY:
            row.addWidget(HandOff())
        shelf = Shelf(hat, title)
        criteria = version.of_step(step)
        for place, criterion in enumerate(criteria):
            if place:
                shelf.body.addWidget(hairline())
            shelf.body.addWidget(_criterion(criterion, below.get(criterion.id)))
        if not criteria:
            shelf.body.addWidget(plain_label(_tr("Nothing is asked here: your own eye decides."), "body", "ink2"))
        shelf.body.addStretch(1)
        row.addWidget(shelf, 1)
    return row


def customer_card(customer: IdealCustomer) -> QFrame:
    """Who the business is for, in four lines."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 18, 12)
    column.setSpacing(8)
    for place, (label, text) in enumerate(customer_lines(customer)):
        if place:
            column.addWidget(hairline())
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        name = plain_label(label, "body", "ink2")
        name.setFixedWidth(scaled(122))
        form.addRow(name, plain_label(breakable(text) or "–", "body", "ink" if text else "ink3", wraps=True))
        column.addLayout(form)
    return frame


def customer_lines(customer: IdealCustomer) -> tuple[tuple[str, str], ...]:
    """The four questions with their answers."""
    return (
        (_tr("Who they are"), customer.who),
        (_tr("Their situation"), customer.situation),
        (_tr("The problem"), customer.problem),
        (_tr("What earns trust"), customer.trust),
    )


def kind_word(kind: str) -> str:
    """A kind of criterion as people read it."""
    words = {"fit": _tr("fit"), "behaviour": _tr("behaviour"), "intent": _tr("intent"), "timing": _tr("timing")}
    return words[kind]


def _criterion(criterion: Criterion, below: QWidget | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    mark = QLabel()
    mark.setPixmap(pixmap("check" if criterion.must else "circle-dashed", scaled(16), tokens().ink2))
    top = QVBoxLayout()
    top.addWidget(mark)
    top.addStretch()
    row.addLayout(top)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(plain_label(breakable(criterion.text), wraps=True))
    words.addWidget(plain_label(kind_word(criterion.kind), "small", "ink2"))
    if below is not None:
        words.addWidget(below)
    words.addStretch()
    row.addLayout(words, 1)
    beside = QVBoxLayout()
    weight = _tr("must") if criterion.must else _tr("nice")
    beside.addWidget(chip(weight, "neutral" if criterion.must else "outline"))
    beside.addStretch()
    row.addLayout(beside)
    return holder


def _tr(text: str) -> str:
    return QCoreApplication.translate("DefinitionShelves", text)
