"""Two leads side by side, field for field: a click or the arrows take a side, the last column says what comes of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.wording import counted, long_date
from bothhats.queries.likely_pairs import Side
from bothhats.ui.dialogs.dialog_frame import small_label
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

_LONGEST = 26


class MergeFields(QWidget):
    """The first lead stays; fields that differ stand first and can be chosen, equal and half-blank ones follow."""

    def __init__(self, kept: Side, other: Side, money: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.kept_id, self.other_id = kept.lead_id, other.lead_id
        self._kept, self._other, self._money = kept, other, money
        self.choices: dict[str, Segments] = {}
        self._results: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 10, 0)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(small_label(self._kept_words()))
        column.addStretch()
        self._fill()

    def from_other(self) -> list[str]:
        """The fields that are taken from the lead that goes."""
        return [name for name, choice in self.choices.items() if choice.value == "other"]

    def _fill(self) -> None:
        for place, head in enumerate((self.tr("Field"), self.tr("Take which?"), self.tr("Becomes"))):
            self._grid.addWidget(plain_label(head, "small_strong", "ink2"), 0, place)
        names = {
            "name": self.tr("Name"), "company": self.tr("Company"), "role": self.tr("Role"),
            "email": self.tr("Email"), "phone": self.tr("Phone"), "website": self.tr("Website"),
            "address": self.tr("Address"), "source": self.tr("Source"), "campaign": self.tr("Campaign"),
            "value": self.tr("Value"), "stage": self.tr("Stage"),
        }  # fmt: skip
        differing = [name for name in names if self._differ(name)]
        alike = [
            name for name in names if name not in differing and (self._kept.fields[name] or self._other.fields[name])
        ]
        for row, name in enumerate((*differing, *alike), 1):
            self._grid.addWidget(plain_label(names[name], "body", "ink2"), row, 0)
            if name in differing:
                self._grid.addWidget(self._choice(name, names[name]), row, 1, Qt.AlignmentFlag.AlignLeft)
            self._results[name] = plain_label("", "body", "ink", wraps=True)
            self._grid.addWidget(self._results[name], row, 2)
            self._tell(name)

    def _choice(self, name: str, label: str) -> Segments:
        choice = Segments(
            label,
            [
                ("kept", self._short(self._kept.fields[name], name)),
                ("other", self._short(self._other.fields[name], name)),
            ],
            "kept",
            is_small=True,
        )
        choice.changed.connect(lambda _value: self._tell(name))
        self.choices[name] = choice
        return choice

    def _differ(self, name: str) -> bool:
        one, other = self._kept.fields[name], self._other.fields[name]
        return bool(one and other and one != other)

    def _tell(self, name: str) -> None:
        choice = self.choices.get(name)
        takes_other = choice is not None and choice.value == "other"
        one, other = self._kept.fields[name], self._other.fields[name]
        taken, left = (other or one, one) if takes_other else (one or other, other)
        words = self._said(taken, name)
        if name in ("email", "phone", "website") and choice is not None:
            words = self.tr("{taken}; {left} is kept as an extra field").format(taken=words, left=left)
        self._results[name].setText(words)

    def _said(self, text: str, name: str) -> str:
        return self._money(text) if name == "value" and text else text

    def _short(self, text: str, name: str) -> str:
        said = self._said(text, name).replace("\n", ", ")
        return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"

    def _kept_words(self) -> str:
        """ "Earliest arrival 4 May is kept. 7 touches, 2 hearings and both histories are put together." """
        earliest = long_date(min(self._kept.arrived_on, self._other.arrived_on))
        parts = []
        for table, one, many in (
            ("touch", self.tr("touch"), self.tr("touches")),
            ("hearing", self.tr("hearing"), self.tr("hearings")),
        ):
            count = self._kept.counts[table] + self._other.counts[table]
            if count:
                parts.append(counted(count, one, many))
        whole = (
            self.tr("{parts} and both histories").format(parts=", ".join(parts)) if parts else self.tr("Both histories")
        )
        words = self.tr("Earliest arrival {day} is kept. {whole} are put together.").format(day=earliest, whole=whole)
        tags = [*dict.fromkeys((*self._kept.tags, *self._other.tags))]
        if tags:
            words += " " + self.tr("Tags: {tags}.").format(tags=", ".join(tags))
        if self._kept.has_notes and self._other.has_notes:
            words += " " + self.tr("Both notes are kept.")
        return words
