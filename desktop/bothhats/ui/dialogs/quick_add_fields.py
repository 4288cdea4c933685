"""More fields of the quick add: what one line rarely says."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Stage
from bothhats.ui.dialogs.days_ahead import weekday_date
from bothhats.ui.dialogs.dialog_frame import field_label
from bothhats.ui.local_input import no_such_day, read_day
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.date_field import DateField


class QuickAddFields(QWidget):
    """Role, stage, and the day of arrival, which is today unless said otherwise."""

    changed = Signal()

    def __init__(self, stages: Sequence[Stage], today: date) -> None:
        super().__init__()
        self._today = today
        self.role_field = QLineEdit()
        self.stage_combo = Combo(self.tr("Stage"))
        for stage in stages:
            self.stage_combo.addItem(stage.name, stage.id)
        self.arrived_field = DateField(self.tr("Arrived"), self._day, self._told, self.tr("today"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for label, field in (
            (self.tr("&Role"), self.role_field),
            (self.tr("&Stage"), self.stage_combo),
            (self.tr("Arri&ved"), self.arrived_field),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(field_label(label, field))
            column.addWidget(field)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.setFocusProxy(self.role_field)
        self.role_field.textChanged.connect(self.changed)
        self.stage_combo.currentIndexChanged.connect(self.changed)
        self.arrived_field.changed.connect(self.changed)

    @property
    def role(self) -> str:
        """What they are."""
        return self.role_field.text().strip()

    @property
    def stage_id(self) -> int:
        """Where the lead stands."""
        return int(self.stage_combo.currentData())

    @property
    def arrived_on(self) -> date | None:
        """None for today."""
        return self.arrived_field.day

    @property
    def is_wrong(self) -> bool:
        """Whether the day of arrival is none."""
        return self.arrived_field.is_wrong

    def _day(self, text: str) -> date | None:
        day = read_day(text, self._today)
        return day if day and day <= self._today else None

    def _told(self, text: str, day: date | None) -> str:
        if day:
            return weekday_date(day, self._today)
        if read_day(text, self._today):
            return self.tr("A lead has arrived by today.")
        return no_such_day(text, self._today) or self.tr("No day yet. Try “yesterday” or “3 oct”.")
