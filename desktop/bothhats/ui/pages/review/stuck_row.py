"""An open lead that has gone silent, and the three ways on."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.queries.review_month import MonthLead
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.ended_row import lead_words
from bothhats.ui.widgets.buttons import Button


class StuckRow(QWidget):
    """Each button asks what the same command asks everywhere."""

    def __init__(self, draft: ReviewDraft, lead: MonthLead) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        silent = self.tr("silent for {days}").format(days=counted(lead.days_quiet, "day"))
        row.addWidget(lead_words(draft, lead, f"{lead.company}, {silent}" if lead.company else silent), 1)
        for command, words in (
            ("lead.follow_up", self.tr("Next step")), ("lead.park", self.tr("Park")), ("lead.close", self.tr("Close")),
        ):  # fmt: skip
            button = Button(words, is_small=True)
            button.setAccessibleName(f"{words}: {lead.name}")
            button.clicked.connect(
                lambda _checked, command=command: draft.context.navigation.command_requested.emit(command, [lead.id])
            )
            row.addWidget(button)
