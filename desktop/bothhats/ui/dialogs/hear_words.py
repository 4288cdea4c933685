"""Words of a note become a hearing: of which objection or question?"""

from PySide6.QtWidgets import QWidget

from bothhats.domain.lead import Heard
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import DialogFrame, small_label
from bothhats.ui.dialogs.touch_phrases import TouchPhrases

_WIDTH = 520


def ask_hearing(parent: QWidget, context: Context, words: str) -> Heard | None:
    """What these words mean, or None."""
    dialog = HearWords(parent, context, words)
    return dialog.answer if dialog.exec() else None


class HearWords(DialogFrame):
    """Those that sound like it are offered at once; Enter takes the first."""

    def __init__(self, parent: QWidget, context: Context, words: str) -> None:
        super().__init__(parent, self.tr("What did they say?"), _WIDTH)
        self.answer: Heard | None = None
        self.add_heading(self.tr("Which objection or question is that?"), f"“{words}”")
        self.phrases = TouchPhrases(context.workspace.reader, context.today())
        self.body.addWidget(self.phrases)
        self.body.addWidget(small_label(self.tr("Enter takes the first; type to find another, or to make a new one.")))
        self.body.addStretch(1)
        self.primary_button.setText(self.tr("Keep it"))
        self.phrases.heard_from_note.connect(self._try)
        self.phrases.hear(words)

    def _try(self) -> None:
        heard = self.phrases.heard
        if heard:
            self.answer = heard[0]
            self.accept()
        else:
            self.phrases.token_field.setFocus()
