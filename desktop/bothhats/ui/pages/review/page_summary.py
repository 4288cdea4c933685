"""Page 10: the letter; parts can be left out or reworded, then it is finished for good."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from bothhats.reports.review_letter import LetterPart, letter, letter_parts, resolved
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label


class SummaryPage(WizardPage):
    """Finishing is in the foot of the wizard."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self.say(
            self.tr("The letter"),
            self.tr("From the sales hat to the marketing hat. Finishing keeps it for good, under Past reviews."),
        )
        sheet = QFrame()
        sheet.setObjectName("letter")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(34, 26, 34, 26)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("Dear marketing hat,"), "letter"))
        for part in letter_parts(self.reader, draft.month):
            self._add_part(column, part)
        column.addWidget(plain_label(self.tr("Yours, the sales hat"), "letter"))
        self.column.addWidget(sheet)
        row = QHBoxLayout()
        for words, icon_name, act in (
            (self.tr("Copy"), "copy", self._copy),
            (self.tr("Save as Markdown"), "file-down", self._save),
        ):
            button = Button(words, icon_name=icon_name)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        self.end()

    def _add_part(self, column: QVBoxLayout, part: LetterPart) -> None:
        field = f"summary.{part.id}"
        head = QCheckBox(part.heading)
        head.setFont(font("heading"))
        head.setChecked(self.draft.answer(f"{field}.out") != "yes")
        head.setToolTip(self.tr("In the letter"))
        text = QPlainTextEdit(resolved(self.reader, self.draft.answer(field) or part.text))
        text.setFont(font("letter"))
        text.setAccessibleName(part.heading)
        text.setTabChangesFocus(True)
        text.setFixedHeight(max(70, 26 * (1 + len(text.toPlainText()) // 85 + text.toPlainText().count("\n"))))
        text.setHidden(not head.isChecked())
        head.toggled.connect(text.setVisible)
        head.toggled.connect(lambda on: self.draft.save(f"{field}.out", "" if on else "yes"))
        text.textChanged.connect(lambda: self.draft.save(field, text.toPlainText()))
        column.addWidget(head)
        column.addWidget(text)

    def _letter(self) -> str:
        return resolved(self.reader, letter(self.reader, self.draft.month))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._letter())

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), f"review-{self.draft.month}.md", "*.md")
        if name:
            Path(name).write_text(self._letter(), encoding="utf-8")
