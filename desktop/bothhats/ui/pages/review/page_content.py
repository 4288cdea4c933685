"""Page 6: the assets and their use: would you send this to a prospect?"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted, month_name
from bothhats.queries.heard import UsedAsset, used_assets
from bothhats.queries.months import first_day, last_day
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.segments import Segments

_STATUS = {"yes": "live", "rework": "rework", "retire": "retired"}


class ContentPage(WizardPage):
    """The answer sets the asset's status at once."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        assets = used_assets(self.reader, first_day(draft.month), last_day(draft.month))
        sent = sum(asset.people > 0 for asset in assets)
        sentence = self.tr("{sent} of {all} were sent or shown in {month}. Would you send each to a prospect today?")
        words = sentence.format(sent=sent, all=counted(len(assets), "asset"), month=month_name(draft.month))
        self.say(
            self.tr("Content"),
            words if assets else self.tr("Nothing is written down yet. Content stands in the Playbook."),
        )
        if assets:
            self.column.addWidget(rows_card([self._row(asset) for asset in assets]))
        wish = self.tr("What did you wish you could have sent?")
        self.ask(
            wish, AnswerLine(draft, "content.wish", wish, self.tr("for example: a page on the tills we work with"))
        )
        self.end()

    def _row(self, asset: UsedAsset) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(ElidedLabel(asset.title, "strong"))
        left.addWidget(plain_label(f"{asset.kind.replace('_', ' ')}, {asset.status}", "small", "ink2"))
        row.addLayout(left, 2)
        use = (
            self.tr("sent to {n}").format(n=counted(asset.people, "person", "people"))
            if asset.people
            else self.tr("never sent")
        )
        if asset.marked:
            use += ", " + self.tr("helped {k} of {n}").format(k=asset.helped, n=asset.marked)
        row.addWidget(ElidedLabel(use, "body", "ink2"), 2)
        now = {"live": "yes", "rework": "rework"}.get(asset.status)
        choices = [("yes", self.tr("Yes")), ("rework", self.tr("Rework")), ("retire", self.tr("Retire"))]
        choice = Segments(self.tr("Would you send {title}?").format(title=asset.title), choices, now, is_small=True)
        choice.changed.connect(lambda value: self._set(asset, str(value)))
        row.addWidget(choice)
        return holder

    def _set(self, asset: UsedAsset, value: str) -> None:
        try:
            self.draft.context.workspace.assets.set_status(asset.id, _STATUS[value], self.draft.today)
        except KnownProblem as problem:
            self.draft.context.navigation.problem_raised.emit(problem)
