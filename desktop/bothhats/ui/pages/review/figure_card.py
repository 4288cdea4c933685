"""The five figures of the month in one card: value, the month before, the way to the goal; each opens its leads."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bothhats.ui.pages.review.numbers_words import Figure
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label
from bothhats.ui.widgets.marks import PartBar

Open = Callable[[str], None]


class FigureCard(QFrame):
    """`open_leads` takes the key of the figure."""

    def __init__(self, figures: Sequence[Figure], open_leads: Open) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, figure in enumerate(figures):
            if place:
                row.addWidget(hairline(is_upright=True))
            row.addWidget(_figure(figure, open_leads), 1)


def _figure(figure: Figure, open_leads: Open) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(14, 14, 12, 14)
    column.setSpacing(3)
    column.addWidget(plain_label(figure.name, "body", "ink2"))
    value = Button(figure.value, "figure")
    value.setAccessibleName(_tr("{name}: {value}. Show the leads").format(name=figure.name, value=figure.value))
    value.setToolTip(_tr("Show the leads"))
    value.clicked.connect(lambda: open_leads(figure.key))
    value.setEnabled(figure.has_leads)
    column.addWidget(value, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(ElidedLabel(figure.before, "small", "ink2"))
    if figure.share is not None:
        column.addSpacing(2)
        column.addWidget(PartBar(figure.share, "ink2", height=6))
    goal = f"✓ {figure.goal}" if figure.is_reached else figure.goal
    column.addWidget(ElidedLabel(goal, "small", "ink" if figure.is_reached else "ink2"))
    column.addStretch()
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    reached = _tr(", reached") if figure.is_reached else ""
    holder.setAccessibleName(f"{figure.name}: {figure.value}, {figure.before}, {figure.goal}{reached}")
    return holder


def _tr(text: str) -> str:
    return QCoreApplication.translate("NumbersPage", text)
