"""Beside the definition: its evidence, and its versions."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.good_lead import Definition
from bothhats.domain.wording import long_date
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import breakable, plain_label


def definition_side(card: QWidget, versions: Sequence[Definition], today: date) -> QWidget:
    """A column of its own width."""
    side = QWidget()
    side.setFixedWidth(scaled(236))
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    column.addWidget(plain_label(_tr("Does it hold?"), "heading"))
    column.addWidget(card)
    column.addSpacing(8)
    column.addWidget(plain_label(_tr("Versions"), "heading"))
    for version in versions:
        column.addWidget(_line(version, today))
    column.addStretch()
    return side


def since(version: Definition, today: date) -> str:
    """The day from which a version is in force."""
    return long_date(date.fromisoformat(version.in_force_from), today)


def _line(version: Definition, today: date) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(plain_label(_tr("Version {n}").format(n=version.number), "strong"))
    head.addWidget(plain_label(since(version, today)))
    head.addStretch()
    column.addLayout(head)
    if version.why:
        column.addWidget(plain_label(breakable(version.why), "body", "ink2", wraps=True))
    return holder


def _tr(text: str) -> str:
    return QCoreApplication.translate("DefinitionSide", text)
