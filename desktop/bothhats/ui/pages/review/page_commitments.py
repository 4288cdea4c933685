"""Page 9: at most three commitments, each with a hat, a date, and what it should move."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.review import MOST_COMMITMENTS
from bothhats.domain.wording import long_date
from bothhats.queries.heard import heard_phrases
from bothhats.queries.months import first_day, last_day
from bothhats.ui.local_input import read_day
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, card
from bothhats.ui.widgets.buttons import Button, IconButton, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.date_field import DateField
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments


class CommitmentsPage(WizardPage):
    """Suggestions come from pages 2 to 8; with three taken they are off, not hidden."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self.say(self.tr("What will you change?"), self.tr("Three is the most. Fewer is fine too."))
        end = last_day(draft.month)
        self._phrases = heard_phrases(self.reader, end - timedelta(days=89), end, first_day(draft.month), end)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.column.addLayout(self._cards)
        self._add = Button(self.tr("Add a commitment"), icon_name="plus")
        self._add.clicked.connect(lambda: self._append("", "marketing"))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        self.column.addLayout(row)
        self._suggested = QWidget()
        self._flow = FlowLayout(self._suggested)
        self.column.addWidget(self._suggested)
        self.end()
        self._show()

    def _suggestions(self) -> list[tuple[str, str, int | None]]:
        found: list[tuple[str, str, int | None]] = []
        for phrase in self._phrases:
            plan = self.draft.answer(f"objections.{phrase.id}.plan")
            if plan:
                found.append((plan, "marketing", phrase.id))
            elif not phrase.answers and phrase.people > 1:
                found.append((self.tr("Answer “{text}”").format(text=phrase.text), "marketing", phrase.id))
        return found

    def _show(self) -> None:
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        commitments = self.draft.commitments()
        for place, commitment in enumerate(commitments):
            self._cards.addWidget(self._card(place, commitment))
        is_full = len(commitments) >= MOST_COMMITMENTS
        self._add.setEnabled(not is_full)
        self._add.setToolTip(self.tr("Three is the most.") if is_full else "")
        self._flow.clear()
        taken = {each.get("text") for each in commitments}
        for text, hat, objection_id in self._suggestions():
            if text not in taken:
                chip = SuggestionChip(text)
                chip.setEnabled(not is_full)
                chip.clicked.connect(lambda _c, text=text, hat=hat, row=objection_id: self._append(text, hat, row))
                self._flow.addWidget(chip)

    def _append(self, text: str, hat: str, objection_id: int | None = None) -> None:
        due = (self.draft.today + timedelta(days=14)).isoformat()
        new = {"hat": hat, "text": text, "due_on": due, "objection_id": objection_id}
        self.draft.save_commitments([*self.draft.commitments(), new])
        self._show()
        last = self._cards.itemAt(self._cards.count() - 1)
        added = last.widget() if last else None
        field = added.findChild(QLineEdit) if added else None
        if field:
            QTimer.singleShot(0, field, lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))

    def _card(self, place: int, commitment: dict[str, Any]) -> QWidget:
        frame, column = card()
        top = QHBoxLayout()
        hat = Segments(
            self.tr("Hat"),
            [("marketing", self.tr("Marketing")), ("sales", self.tr("Sales"))],
            commitment["hat"],
            is_small=True,
        )
        hat.changed.connect(lambda value: self._change(place, "hat", value))
        text = QLineEdit(commitment["text"])
        text.setAccessibleName(self.tr("Commitment {n}").format(n=place + 1))
        text.setPlaceholderText(self.tr("What will you do?"))
        text.textEdited.connect(lambda words: self._change(place, "text", words))
        gone = IconButton("x", self.tr("Take it away"), "quiet", is_small=True)
        gone.clicked.connect(lambda: self._remove(place))
        for widget in (hat, text, gone):
            top.addWidget(widget)
        column.addLayout(top)
        bottom = QHBoxLayout()
        due = DateField(self.tr("By when"), self._read, lambda _words, day: self._told(day), self.tr("by when: 16 oct"))
        due.set_words(commitment["due_on"])
        due.changed.connect(lambda: self._change(place, "due_on", due.day.isoformat() if due.day else ""))
        due.setFixedWidth(210)
        bottom.addWidget(due)
        bottom.addWidget(plain_label(self.tr("should move"), "body", "ink2"))
        moves = Combo(self.tr("What it should move"))
        moves.addItem(self.tr("nothing in particular"), None)
        for phrase in self._phrases:
            moves.addItem(f"“{phrase.text}” ({phrase.people})", phrase.id)
        moves.setCurrentIndex(max(0, moves.findData(commitment.get("objection_id"))))
        moves.activated.connect(lambda _place: self._change(place, "objection_id", moves.currentData()))
        bottom.addWidget(moves, 1)
        column.addLayout(bottom)
        return frame

    def _read(self, words: str) -> Any:
        return read_day(words, self.draft.today)

    def _told(self, day: Any) -> str:
        return long_date(day, self.draft.today) if day else self.tr("That is no date. Try “fri” or “16 oct”.")

    def _change(self, place: int, name: str, value: Any) -> None:
        commitments = self.draft.commitments()
        commitments[place][name] = value
        self.draft.save_commitments(commitments)

    def _remove(self, place: int) -> None:
        commitments = self.draft.commitments()
        del commitments[place]
        self.draft.save_commitments(commitments)
        self._show()
