"""The Playbook: navigation at left, one part at right."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout

from bothhats.domain.changes import ChangeSet
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.playbook.campaigns_part import CampaignsPart
from bothhats.ui.pages.playbook.definition_part import DefinitionPart
from bothhats.ui.pages.playbook.goals_part import GoalsPart
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.pages.playbook.said_parts import ClaimsPart, ContentPart, ObjectionsPart
from bothhats.ui.pages.playbook.sources_part import SourcesPart
from bothhats.ui.pages.playbook.stages_part import StagesPart
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.page_header import PageHeader

_TABLES = frozenset(
    {
        *("definition", "definition_look", "criterion", "stage", "reason", "claim", "claim_heard", "campaign"),
        *("campaign_claim", "spend", "objection", "hearing", "asset", "asset_answer", "asset_use", "source", "goal"),
    }
)


class PlaybookPage(Page):
    """A part is built when it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader("")
        self.nav = QListWidget()
        self._stack = QStackedWidget()
        self.parts: dict[str, Part] = {}
        self._titles: dict[str, str] = {}
        for name, title, icon_name, part in (
            ("definition", self.tr("Definition of a good lead"), "target", DefinitionPart(context)),
            ("stages", self.tr("Stages"), "square-kanban", StagesPart(context)),
            ("claims", self.tr("Claims"), "sparkles", ClaimsPart(context)),
            ("objections", self.tr("Objections, questions"), "message-circle-question-mark", ObjectionsPart(context)),
            ("content", self.tr("Content"), "file-text", ContentPart(context)),
            ("sources", self.tr("Sources"), "signpost", SourcesPart(context)),
            ("campaigns", self.tr("Campaigns, spend"), "megaphone", CampaignsPart(context)),
            ("goals", self.tr("Goals"), "flag", GoalsPart(context)),
        ):
            self.parts[name], self._titles[name] = part, title
            self._stack.addWidget(part)
            item = QListWidgetItem(icon(icon_name, tokens().ink2), title)
            item.setSizeHint(QSize(0, 36))
            self.nav.addItem(item)
        self._assemble()
        self.nav.currentRowChanged.connect(lambda _row: self.refresh())
        self.nav.setCurrentRow(0)

    def show_part(self, part: str) -> None:
        """Open a part by its name."""
        if part in self.parts:
            self.nav.setCurrentRow(list(self.parts).index(part))

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and not changes.touches(*_TABLES):
            return
        name = list(self.parts)[max(self.nav.currentRow(), 0)]
        part = self.parts[name]
        part.refresh()
        self._stack.setCurrentWidget(part)
        self.header.say(self._titles[name], part.sentence())

    def _assemble(self) -> None:
        self.nav.setObjectName("nav")
        self.nav.setAccessibleName(self.tr("Parts of the Playbook"))
        self.nav.setFixedWidth(212)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.nav)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 14)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
