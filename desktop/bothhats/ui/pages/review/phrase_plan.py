"""What follows from the decision on an objection or question: the asset that answers it, or what is to be made."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.queries.asset_list import asset_titles
from bothhats.queries.heard import HeardPhrase
from bothhats.queries.today_marketing import answers_of, live_assets
from bothhats.ui.pages.review.decision import Decision
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.plan_field import PlanField
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label

KINDS = ("page", "case_study", "email_template", "comparison", "pricing", "faq", "deck", "post", "ad")
_PLANNED = ("make", "change")


class PhrasePlan(QWidget):
    """An answer is set at once; what is to be made can join the content, and is suggested on page 9."""

    def __init__(self, draft: ReviewDraft, phrase: HeardPhrase, decision: Decision) -> None:
        super().__init__()
        self._draft, self._phrase, self._decision = draft, phrase, decision
        self._field = f"objections.{phrase.id}"
        asks = {
            "make": (self.tr("What will you make?"), self.tr("for example: a page on the tills we work with")),
            "change": (self.tr("What will you change?"), self.tr("for example: put the price on the home page")),
        }
        self.plan = PlanField(draft, f"{self._field}.plan", decision, asks)
        why = PlanField(draft, f"{self._field}.why", decision, {"leave": (self.tr("Why?"), self.tr("if you like"))})
        self.kind = self._kinds()
        self.add = Button(self.tr("Add it to the content"), icon_name="plus", is_small=True)
        self.add.clicked.connect(self._add)
        self.suggest = QCheckBox(self.tr("Suggest it as a commitment on page 9"))
        self.suggest.setChecked(draft.answer(f"{self._field}.out") != "yes")
        self.suggest.toggled.connect(lambda on: draft.save(f"{self._field}.out", "" if on else "yes"))
        self.answer = self._answers()
        self.plan.beside.addWidget(self.kind)
        foot = QHBoxLayout()
        foot.addWidget(self.suggest, 1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for part in (self.answer, self.plan, why):
            column.addWidget(part)
        column.addLayout(foot)
        self.plan.line.textEdited.connect(lambda _text: self._show(decision.value))
        decision.changed.connect(self._show)
        self._show(decision.value)

    def _kinds(self) -> Combo:
        kind = Combo(self.tr("Kind"))
        for each in KINDS:
            kind.addItem(each.replace("_", " "), each)
        kind.setCurrentIndex(max(0, kind.findData(self._draft.answer(f"{self._field}.kind"))))
        kind.activated.connect(lambda _place: self._draft.save(f"{self._field}.kind", str(kind.currentData())))
        kind.setFixedWidth(scaled(118))
        return kind

    def _answers(self) -> QWidget:
        live = live_assets(self._draft.context.workspace.reader)
        present = set(answers_of(self._draft.context.workspace.reader, self._phrase.id))
        if not live:
            return plain_label(self.tr("Nothing is live that could. Make a new one."), "body", "ink2", wraps=True)
        combo = Combo(self.tr("What answers it"))
        combo.addItem(self.tr("Choose what answers it"), None)
        for asset in live:
            combo.addItem(asset.title, asset.id)
        answering = next((asset.id for asset in live if asset.id in present), None)
        combo.setCurrentIndex(max(0, combo.findData(answering)))
        combo.activated.connect(lambda _place: self._answer_with(combo.currentData(), present))
        return combo

    def _answer_with(self, asset_id: int | None, present: set[int]) -> None:
        """Beside what was to answer it before."""
        if asset_id is not None and asset_id not in present:
            objections = self._draft.context.workspace.objections
            self._draft.attempt(lambda: objections.answer_with(self._phrase.id, sorted(present | {asset_id})))

    def _add(self) -> None:
        assets, title = self._draft.context.workspace.assets, self.plan.line.text()
        kind, today = str(self.kind.currentData()), self._draft.today
        self._draft.attempt(lambda: assets.add(kind, title, today, "idea", answers=[self._phrase.id]))

    def _show(self, decided: str) -> None:
        self.answer.setVisible(decided == "answer")
        self.kind.setVisible(decided == "make")
        self.suggest.setVisible(decided in _PLANNED)
        self.add.setVisible(decided == "make" and bool(self.plan.line.text().strip()) and not self._is_content())

    def _is_content(self) -> bool:
        """Whether something of that name is written down already."""
        return self.plan.line.text().strip() in asset_titles(self._draft.context.workspace.reader)
