"""Log a touch: what happened at the left, what marketing should know at the right, the next step below."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.lead import TouchReport
from bothhats.queries.asset_ledger import template_text
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.context import Context
from bothhats.ui.dialogs.copy_template import copy_for
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, small_label
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.touch_assets import TouchAssets
from bothhats.ui.dialogs.touch_claims import ClaimRow, TouchClaims
from bothhats.ui.dialogs.touch_happened import TouchHappened
from bothhats.ui.dialogs.touch_moment import Moment
from bothhats.ui.dialogs.touch_next import TouchNext
from bothhats.ui.dialogs.touch_phrases import TouchPhrases
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import hairline
from bothhats.ui.widgets.selected_words import SelectedWords
from bothhats.ui.widgets.shelf import ShelfHead

_WIDTH = 888
_NOBODY = 0


def ask_touch(
    parent: QWidget, context: Context, lead_id: int | None, drafts: Drafts | None = None
) -> TouchReport | None:
    """What happened with a lead, found in the dialog when none is given; what was typed is kept in `drafts`."""
    kept = drafts if drafts is not None else Drafts()
    dialog = LogTouch(parent, context, lead_id, kept.touches.get(lead_id))
    if dialog.exec():
        kept.touches.pop(lead_id, None)
        return dialog.answer
    if dialog.has_words():
        kept.touches[lead_id] = dialog.report(Moment(context.today()))
        context.navigation.told.emit(dialog.tr("Your words are kept until you open this again."))
    else:
        kept.touches.pop(lead_id, None)
    return None


class LogTouch(DialogFrame):
    """Only "With" is required; Enter, or Ctrl+Enter from anywhere, logs."""

    def __init__(self, parent: QWidget, context: Context, lead_id: int | None, draft: TouchReport | None) -> None:
        super().__init__(parent, "", 640)
        self._context, self._reader = context, context.workspace.reader
        self.answer: TouchReport | None = None
        self.setWindowTitle(self.tr("Log a touch"))
        self.primary_button.setText(self.tr("Log it"))
        self.happened = TouchHappened(context, lead_id)
        self.phrases = TouchPhrases(self._reader, context.today())
        self.claims = TouchClaims(self._reader, lead_id)
        self.assets = TouchAssets(self._reader)
        self.next = TouchNext(self._reader, context.today())
        self.problem_label = error_label()
        self._assemble()
        self.happened.changed.connect(self._on_changed)
        self.happened.person_field.changed.connect(self._on_person)
        SelectedWords(self.happened.note_field).told.connect(self.phrases.hear)
        self.phrases.heard_from_note.connect(self.happened.note_field.setFocus)
        self.assets.copy_wanted.connect(self._copy)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._on_changed()
        self._put_back(draft)
        self._take_size()
        (self.happened.kind_choice if lead_id is not None else self.happened.person_field).setFocus()

    def has_words(self) -> bool:
        """Whether anything was typed or picked that would be a pity to lose."""
        words = (self.happened.note_field.toPlainText().strip(), self.next.what_field.text().strip())
        return any((*words, self.phrases.heard, self.claims.heard, self.assets.used))

    def report(self, moment: Moment) -> TouchReport:
        """Everything as it stands."""
        happened = self.happened
        return TouchReport(
            happened.person_field.lead_id or _NOBODY,
            happened.kind,
            moment.on,
            happened.direction,
            happened.is_two_way,
            moment.at,
            happened.note_field.toPlainText().strip(),
            self.phrases.heard,
            self.claims.heard,
            self.assets.used,
            self.next.next_step,
            self.next.stage_id,
        )

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(16)
        column.addLayout(self._halves(), 1)
        column.addWidget(hairline())
        column.addWidget(self.next)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.inside = inside
        self.scroll_area = scroll
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(scroll, 1)
        self.hint_label = small_label(self.tr("Undo with Ctrl+Z at any time."))
        self.hint_label.setWordWrap(False)
        self.foot_start.addWidget(self.hint_label)
        self.foot_start.addWidget(self.problem_label)

    def _halves(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(ShelfHead("marketing", self.tr("What marketing should know")))
        right.addSpacing(6)
        for part in (self.phrases, self.claims, self.assets):
            right.addWidget(part)
            right.addSpacing(8)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.happened, 6)
        row.addLayout(right, 7)
        return row

    def _copy(self, asset_id: int) -> None:
        """The text of what is sent, with the name of whom it is sent to."""
        text = template_text(self._reader, asset_id)
        self.hint_label.setText(copy_for(self._context, text, self.happened.person_field.lead_id or _NOBODY))

    def _take_size(self) -> None:
        """As wide as designed, as high as its parts, and no more than the window behind it."""
        parent: QWidget | None = self.parentWidget()
        most = parent.window().size() if parent else self.screen().availableSize()
        height = max(self.inside.sizeHint().height() + 78, 580)
        self.resize(min(scaled(_WIDTH), most.width() - 24), min(height, max(most.height() - 40, 400)))

    def _on_focus(self, _left: QWidget | None, reached: QWidget | None) -> None:
        """Bring what a key jumped to into view."""
        if reached is not None and self.inside.isAncestorOf(reached):
            self.scroll_area.ensureWidgetVisible(reached)

    def _on_person(self) -> None:
        self.problem_label.hide()
        self.claims.offer_for(self.happened.person_field.lead_id)

    def _on_changed(self) -> None:
        lead_id = self.happened.person_field.lead_id
        row = lead_rows(self._reader, [lead_id]).get(lead_id) if lead_id is not None else None
        self.next.stand(row, is_two_way=self.happened.is_two_way)

    def _put_back(self, draft: TouchReport | None) -> None:
        if draft is None:
            return
        if draft.lead_id != _NOBODY:
            self.happened.person_field.set_lead(draft.lead_id)
        self.happened.fill(draft.kind, draft.direction, is_two_way=draft.two_way, note=draft.note)
        for heard in draft.heard:
            self.phrases.add(heard)
        for claim in draft.claims:
            self.claims.add(ClaimRow(claim.claim_id, claim.text, claim.verdict))
        self.assets.fill(draft.assets)
        self.next.fill(draft.next_step)
        self.hint_label.setText(self.tr("Your words from last time are back."))

    def _try(self) -> None:
        moment = self.happened.moment()
        if self.happened.person_field.lead_id is None:
            self.hint_label.hide()
            self.explain(
                self.problem_label, self.tr("With whom? Find the lead first."), self.happened.person_field.line
            )
        elif moment is None:
            self.happened.when_field.setFocus()
        elif self.next.is_told():
            self.answer = self.report(moment)
            self.accept()
