"""Page 10: the letter; parts can be left out or reworded, then it is finished for good."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bothhats.reports.letter_month import Month
from bothhats.reports.letter_parts import LetterPart
from bothhats.reports.letter_text import referenced, referred_to, resolved, resolved_markdown
from bothhats.reports.review_letter import composed, is_in_letter, letter_parts
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.letter_out import LetterOut
from bothhats.ui.pages.review.letter_sheet import SHEET_WIDTH, LetterSheet
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

SIDE_WIDTH = 180
EDITING = "summary"


class SummaryPage(WizardPage):
    """Reading it is the rule; "Edit the wording" turns each part into a field. Finishing is in the foot."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._parts = letter_parts(self.reader, draft.month, draft.today)
        self.sheet = LetterSheet()
        self.fields = _Fields(self, self._parts)
        self.edit_button = Button("", icon_name="pencil")
        self.edit_button.clicked.connect(lambda: self.edit(is_editing=not self._is_editing))
        self.out = LetterOut(draft.context, lambda: (draft.month, self._letter()))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.sheet, 1)
        row.addWidget(self.fields, 1)
        row.addWidget(self._side())
        row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.end()
        self.edit(is_editing=self._is_editing)

    @property
    def _is_editing(self) -> bool:
        return bool(self.draft.opened.get(EDITING))

    def edit(self, *, is_editing: bool) -> None:
        """Between reading the letter and rewording its parts; what was typed is in the draft already."""
        self.draft.opened[EDITING] = "yes" if is_editing else ""
        self.edit_button.setText(self.tr("Read the letter") if is_editing else self.tr("Edit the wording"))
        self.sheet.setHidden(is_editing)
        self.fields.setVisible(is_editing)
        self.show_letter()

    def show_letter(self) -> None:
        """Show it as it stands."""
        self.sheet.show_letter(resolved_markdown(self.reader, self._letter()))

    def _letter(self) -> str:
        draft = self.draft
        return composed(Month(self.reader, draft.month, draft.today, draft.answers), self._parts)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(scaled(SIDE_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.out)
        column.addSpacing(10)
        column.addWidget(plain_label(self.tr("In the letter"), "small_strong"))
        for part in self._parts:
            column.addWidget(self._check(part))
        column.addSpacing(10)
        column.addWidget(self.edit_button)
        column.addStretch()
        return side

    def _check(self, part: LetterPart) -> QCheckBox:
        box = QCheckBox(part.title)
        box.setChecked(is_in_letter(part, self.draft.answers))
        out, is_in = ("yes", "") if part.is_in else ("", "no")
        box.toggled.connect(lambda on: self._put_in(part, is_in if on else out))
        return box

    def _put_in(self, part: LetterPart, answer: str) -> None:
        self.draft.save(f"summary.{part.id}.out", answer)
        self.fields.show_parts()
        self.show_letter()


class _Fields(QWidget):
    """Each part that is in the letter as a field under its heading."""

    def __init__(self, page: SummaryPage, parts: list[LetterPart]) -> None:
        super().__init__()
        self._draft, self._parts, self._rows = page.draft, parts, {}
        self.setMaximumWidth(scaled(SHEET_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in parts:
            self._rows[part.id] = self._row(part)
            column.addWidget(self._rows[part.id])
        column.addStretch()
        self.show_parts()

    def show_parts(self) -> None:
        """Only those that are in the letter can be reworded."""
        for part in self._parts:
            self._rows[part.id].setVisible(is_in_letter(part, self._draft.answers))

    def _row(self, part: LetterPart) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        reader = self._draft.context.workspace.reader
        made = resolved(reader, part.text)
        field = PartField(
            resolved(reader, self._draft.answer(f"summary.{part.id}")) or made, part.heading or part.title
        )
        back = Button(self.tr("As it was made"), "quiet", is_small=True)
        back.setAccessibleName(self.tr("{part}: as it was made").format(part=part.title))
        back.clicked.connect(lambda: field.setPlainText(made))
        head = QHBoxLayout()
        head.addWidget(plain_label(part.heading or part.title, "strong"), 1)
        head.addWidget(back)
        column.addLayout(head)
        column.addWidget(field)
        back.setVisible(field.toPlainText() != made)
        field.textChanged.connect(lambda: self._save(part, field.toPlainText(), made))
        field.textChanged.connect(lambda: back.setVisible(field.toPlainText() != made))
        return holder

    def _save(self, part: LetterPart, text: str, made: str) -> None:
        reader = self._draft.context.workspace.reader
        words = "" if text == made else referenced(reader, text, referred_to(part.text))
        self._draft.save(f"summary.{part.id}", words)


class PartField(QPlainTextEdit):
    """As high as its words."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setFont(font("letter"))
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(2, round(self.document().size().height()))
        frame = 2 * self.frameWidth() + round(2 * self.document().documentMargin()) + 16
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)
