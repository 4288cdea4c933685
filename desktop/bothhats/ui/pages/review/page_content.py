"""Page 6: the content and its use: would you send this to a prospect?"""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.wording import capitalised, counted, month_name, number, told
from bothhats.queries.heard import UsedAsset, used_assets
from bothhats.queries.months import first_day, last_day
from bothhats.queries.review_open import content_answer, decided_ids
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.segments import Segments

_STATUS = {"yes": "live", "rework": "rework", "retire": "retired"}


class ContentPage(WizardPage):
    """The answer sets the asset at once; what was retired here stays on the page of its month."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        decided = decided_ids(draft.answers, "content")
        found = used_assets(self.reader, first_day(draft.month), last_day(draft.month), decided)
        out = [asset for asset in found if asset.is_out]
        self.say(self.tr("Would you send this to a prospect?"), self._sentence(out))
        if out:
            self.column.addWidget(rows_card([self._row(asset) for asset in out]))
        making = [asset.title for asset in found if not asset.is_out]
        if making:
            words = self.tr("Still being made: {titles}").format(titles=", ".join(making))
            self.column.addWidget(plain_label(words, "body", "ink2", wraps=True))
        wish = self.tr("What did you wish you could have sent?")
        self.ask(
            wish, AnswerLine(draft, "content.wish", wish, self.tr("for example: a page on the tills we work with"))
        )
        self.end()

    def _sentence(self, assets: list[UsedAsset]) -> str:
        if not assets:
            return self.tr("Nothing is written down yet. Content stands in the Playbook.")
        month = month_name(self.draft.month)
        sent = sum(asset.people > 0 for asset in assets)
        pieces = told(len(assets), self.tr("piece of content"), self.tr("pieces of content"))
        if not sent:
            return self.tr("None of your {pieces} was sent or shown in {month}.").format(pieces=pieces, month=month)
        words = self.tr("{sent} of your {pieces} went out in {month}.")
        if sent == len(assets) == 1:
            return self.tr("Your one piece of content went out in {month}.").format(month=month)
        if sent == len(assets):
            words = self.tr("All of your {pieces} went out in {month}.")
        return words.format(sent=capitalised(number(sent)), pieces=pieces, month=month)

    def _row(self, asset: UsedAsset) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(12)
        icon = QLabel()
        icon.setPixmap(pixmap(ASSET_ICONS[asset.kind], scaled(18), tokens().ink2, self.devicePixelRatioF()))
        row.addWidget(icon)
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(ElidedLabel(asset.title, "strong"))
        left.addWidget(plain_label(f"{asset.kind.replace('_', ' ')}, {_status(asset.status)}", "small", "ink2"))
        row.addLayout(left, 3)
        row.addLayout(self._use(asset), 2)
        choices = [("yes", self.tr("Yes")), ("rework", self.tr("Rework")), ("retire", self.tr("Retire"))]
        question = self.tr("Would you send {title}?").format(title=asset.title)
        said = self.draft.answer(f"content.{asset.id}")
        choice = Segments(question, choices, content_answer(asset.status, said) or None, is_small=True)
        choice.changed.connect(lambda value: self._set(asset, str(value)))
        row.addWidget(choice)
        return holder

    def _use(self, asset: UsedAsset) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        if not asset.people:
            column.addWidget(plain_label(self.tr("nobody got it"), "body", "ink2"))
            return column
        sent = Button(self.tr("sent to {n}").format(n=counted(asset.people, "person", "people")), "link")
        what = self.tr("Got “{title}”").format(title=asset.title)
        sent.clicked.connect(lambda: self.draft.context.navigation.leads_requested.emit(asset.lead_ids, what))
        column.addWidget(sent)
        helped = self.tr("helped {k} of {n}").format(k=asset.helped, n=asset.marked)
        column.addWidget(plain_label(helped if asset.marked else self.tr("not marked"), "small", "ink2"))
        return column

    def _set(self, asset: UsedAsset, value: str) -> None:
        assets, today = self.draft.context.workspace.assets, self.draft.today
        self.draft.save(f"content.{asset.id}", value)
        if _STATUS[value] != asset.status:
            self.draft.attempt(lambda: assets.set_status(asset.id, _STATUS[value], today))


def _status(status: str) -> str:
    return "to be reworked" if status == "rework" else status
