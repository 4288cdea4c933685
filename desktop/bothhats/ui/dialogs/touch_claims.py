"""The claims that came up in a touch, each landed, doubted or not wanted; those of the lead's campaign come first."""

import sqlite3

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.lead import ClaimHeard
from bothhats.domain.name_matching import folded
from bothhats.queries.phrases import ClaimOffer, claims_to_offer
from bothhats.ui.dialogs.dialog_frame import field_label
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import IconButton, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import ElidedLabel
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.token_field import Suggestion, TokenField

_MOST_OFFERED = 3
_DIGITS = {"1": 0, "2": 1, "3": 2}


class ClaimRow(QWidget):
    """A claim and how it was heard; 1, 2 or 3 says so; nothing chosen: it did not come up."""

    removed = Signal()

    def __init__(self, claim_id: int | None, text: str, verdict: str = "") -> None:
        super().__init__()
        self.claim_id, self.text = claim_id, text
        verdicts: list[tuple[object, str]] = [
            ("landed", self.tr("Landed")),
            ("doubted", self.tr("Doubted")),
            ("not_wanted", self.tr("Not wanted")),
        ]
        self.verdict_choice = Segments(text, verdicts, verdict or None, is_small=True)
        remove = IconButton("x", self.tr("Take out “{}”").format(text), "quiet", is_small=True)
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(_Sparkles())
        row.addWidget(ElidedLabel(f"“{text}”"), 1)
        row.addWidget(self.verdict_choice)
        row.addWidget(remove)

    @property
    def heard(self) -> ClaimHeard | None:
        """None while no verdict is chosen."""
        verdict = self.verdict_choice.value
        return ClaimHeard(str(verdict), self.claim_id, self.text) if verdict else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _DIGITS:
            self.verdict_choice.choose(_DIGITS[event.text()])
        else:
            super().keyPressEvent(event)


class TouchClaims(QWidget):
    """Dashed chips become rows; any other claim is found, or made, by typing."""

    def __init__(self, reader: sqlite3.Connection, lead_id: int | None) -> None:
        super().__init__()
        self._reader = reader
        self._offered: list[ClaimOffer] = []
        self._chips: list[SuggestionChip] = []
        self._rows: list[ClaimRow] = []
        self._row_column = QVBoxLayout()
        self._row_column.setSpacing(5)
        self._flow = FlowLayout(gap=6)
        self.other_field = TokenField(
            self.tr("Another claim"), self.tr("What does your marketing promise?"), self._find, self.tr("New: “{}”")
        )
        self.other_field.hide()
        self.other_field.picked.connect(lambda picked: self._take_id(int(str(picked))))
        self.other_field.made.connect(lambda text: self.add(ClaimRow(None, text)))
        self._assemble()
        QShortcut(QKeySequence("Alt+L"), self).activated.connect(self._take_next)
        self.offer_for(lead_id)

    @property
    def heard(self) -> tuple[ClaimHeard, ...]:
        """Those with a verdict."""
        return tuple(heard for row in self._rows if (heard := row.heard))

    def offer_for(self, lead_id: int | None) -> None:
        """Offer the claims of this lead's campaign first."""
        self._offered = claims_to_offer(self._reader, lead_id)
        self._show_chips()

    def add(self, row: ClaimRow) -> None:
        """A row more; its verdict takes the focus."""
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._row_column.addWidget(row)
        self.other_field.hide()
        self._show_chips()
        row.verdict_choice.setFocus()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        label = field_label(self.tr("Claims that came up"), self.other_field)
        for part in (label, self.other_field):
            column.addWidget(part)
        column.insertLayout(1, self._row_column)
        column.addLayout(self._flow)

    def _open_offers(self) -> list[ClaimOffer]:
        taken = {row.claim_id for row in self._rows}
        return [claim for claim in self._offered if claim.id not in taken]

    def _show_chips(self) -> None:
        self._flow.clear()
        self._chips = []
        for claim in self._open_offers()[:_MOST_OFFERED]:
            self._add_chip(claim.text, claim.id)
        self._add_chip(self.tr("Another claim"), None)

    def _add_chip(self, text: str, claim_id: int | None) -> None:
        chip = SuggestionChip(text)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self._ask_other() if claim_id is None else self._take_id(claim_id))
        self._chips.append(chip)
        self._flow.addWidget(chip)

    def _take_id(self, claim_id: int) -> None:
        claim = next(claim for claim in self._offered if claim.id == claim_id)
        self.add(ClaimRow(claim.id, claim.text))

    def _take_next(self) -> None:
        self._chips[0].click()

    def _ask_other(self) -> None:
        self.other_field.show()
        self.other_field.setFocus()

    def _find(self, typed: str) -> list[Suggestion]:
        return [Suggestion(each.id, each.text) for each in self._open_offers() if folded(typed) in folded(each.text)]

    def _remove(self, row: ClaimRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._show_chips()
        self._chips[0].setFocus()


class _Sparkles(QWidget):
    """The icon of a claim, decorative."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(0, 5, 16, 16), "sparkles", tokens().ink)
