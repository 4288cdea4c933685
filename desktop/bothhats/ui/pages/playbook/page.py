"""The Playbook: navigation at left, one part at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout

from bothhats.domain.changes import ChangeSet
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.playbook.campaigns_part import CampaignsPart
from bothhats.ui.pages.playbook.claims_part import ClaimsPart
from bothhats.ui.pages.playbook.content_part import ContentPart
from bothhats.ui.pages.playbook.customer_part import CustomerPart
from bothhats.ui.pages.playbook.definition_part import DefinitionPart
from bothhats.ui.pages.playbook.goals_part import GoalsPart
from bothhats.ui.pages.playbook.objections_part import ObjectionsPart
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.pages.playbook.sources_part import SourcesPart
from bothhats.ui.pages.playbook.stages_part import StagesPart
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.nav_list import NavItem, NavList
from bothhats.ui.widgets.page_header import PageHeader

NARROW = 992  # the page in a window of 1080
_TABLES = frozenset(
    {
        *("definition", "definition_look", "criterion", "stage", "reason", "claim", "claim_heard", "campaign"),
        *("campaign_claim", "asset_claim", "spend", "objection", "hearing", "asset", "asset_answer", "asset_use"),
        *("source", "goal", "goal_end", "setting"),
        *("lead", "touch", "stage_change", "outcome_change", "judgement", "tag", "lead_tag", "parking"),
    }
)


class PlaybookPage(Page):
    """A part is built when it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader("")
        self._stack = QStackedWidget()
        definition, customer = DefinitionPart(context), CustomerPart(context)
        customer.write_wanted.connect(lambda: self._write_customer(definition))
        self.parts: dict[str, Part] = {
            "customer": customer,
            "definition": definition,
            "stages": StagesPart(context),
            "claims": ClaimsPart(context),
            "objections": ObjectionsPart(context),
            "content": ContentPart(context),
            "sources": SourcesPart(context),
            "campaigns": CampaignsPart(context),
            "goals": GoalsPart(context),
        }
        items = self._items()
        self._titles = {item.id: item.words for item in items if item.id}
        self.nav = NavList(self.tr("Parts of the Playbook"), items)
        self.nav_combo = Combo(self.tr("Parts of the Playbook"))
        for name, title in self._titles.items():
            self.nav_combo.addItem(title, name)
        self._assemble()
        self.nav.chosen.connect(self._on_part)
        self.nav.itemActivated.connect(lambda _item: self.parts[self.nav.here].begin())
        self.nav_combo.activated.connect(lambda _place: self.nav.show_item(self.nav_combo.currentData()))
        self.nav.show_item("definition")

    def show_part(self, part: str) -> None:
        """Open a part by its name; behind a colon may stand what of it to show."""
        name, _, item = part.partition(":")
        self.nav.show_item(name)
        if item:
            self.parts[name].show_item(item)
        else:
            self.parts[name].begin()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and not changes.touches(*_TABLES):
            return
        part = self.parts[self.nav.here]
        part.refresh()
        self._stack.setCurrentWidget(part)
        for each in self.parts.values():
            each.controls.setVisible(each is part)
        self._say()

    def _say(self) -> None:
        self.header.say(self._titles[self.nav.here], self.parts[self.nav.here].sentence())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        self.nav.setVisible(not is_narrow)
        self.nav_combo.setVisible(is_narrow)
        self.setFocusProxy(self.nav_combo if is_narrow else self.nav)

    def _items(self) -> tuple[NavItem, ...]:
        return (
            NavItem("customer", self.tr("Ideal customer"), "user-round"),
            NavItem("definition", self.tr("Definition of a good lead"), "target"),
            NavItem("stages", self.tr("Stages"), "square-kanban"),
            NavItem("", self.tr("What we say")),
            NavItem("claims", self.tr("Claims"), "sparkles"),
            NavItem("objections", self.tr("Objections, questions"), "message-circle-question-mark"),
            NavItem("content", self.tr("Content"), "file-text"),
            NavItem("", self.tr("Where leads come from")),
            NavItem("sources", self.tr("Sources, tags"), "signpost"),
            NavItem("campaigns", self.tr("Campaigns, spend"), "megaphone"),
            NavItem("", ""),
            NavItem("goals", self.tr("Goals"), "flag"),
        )

    def _write_customer(self, definition: DefinitionPart) -> None:
        self.nav.show_item("definition")
        definition.write_customer()

    def _on_part(self, name: str) -> None:
        self.nav_combo.setCurrentIndex(self.nav_combo.findData(name))
        self.refresh()

    def _assemble(self) -> None:
        for nav in (self.nav_combo, self.nav):
            nav.setParent(self)  # first, so that Tab begins there
        for part in self.parts.values():
            self._stack.addWidget(part)
            self.header.add(part.controls)
            part.says_anew.connect(self._say)
        self.nav_combo.setMinimumWidth(scaled(212))
        self.nav_combo.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.nav_combo, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.nav, 1, 0)
        grid.addWidget(self._stack, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 14)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(grid, 1)
