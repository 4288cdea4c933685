"""The pane's facts: those that matter at once, all others where they are filled or asked for; each saves by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.pipeline import SourceKind
from bothhats.domain.wording import counted, short_date
from bothhats.queries.lead_detail import LeadDetail
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.fact import LABEL_WIDTH, Fact
from bothhats.ui.pages.pipeline.lead_edits import LeadEdits
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

ALWAYS = ("value", "source", "campaign", "arrived_on", "email", "phone", "notes")
_HATS = {SourceKind.MARKETING: "marketing", SourceKind.OUTREACH: "sales", SourceKind.WORD_OF_MOUTH: "both"}
_ROW_TEXTS = ("name", "company", "role", "email", "phone", "website")


class PaneFacts(QWidget):
    """`show_lead` shows one lead's facts; a fact that is being typed is left alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lead_id: int | None = None
        self._shows_all = False
        self._edits = LeadEdits(context)
        self.facts = {
            "value": self._checked(self.tr("Value"), "value"),
            "source": Fact(self.tr("Source"), choices=lambda: self._edits.choices("source")),
            "campaign": Fact(self.tr("Campaign"), choices=lambda: self._edits.choices("campaign")),
            "arrived_on": self._checked(self.tr("Arrived"), "arrived_on"),
            "email": Fact(self.tr("Email")),
            "phone": Fact(self.tr("Phone")),
            "website": Fact(self.tr("Website")),
            "name": Fact(self.tr("Name")),
            "company": Fact(self.tr("Company")),
            "role": Fact(self.tr("Role")),
            "address": Fact(self.tr("Address"), is_long=True),
            "tags": Fact(self.tr("Tags")),
            "notes": Fact(self.tr("Notes"), is_long=True),
        }
        self._claim, self._claim_row = _said(self.tr("Claim"))
        self._extra = plain_label("", "small", "ink2", wraps=True)
        self.more = Button(self.tr("All facts"), "quiet", "chevron-down", is_small=True)
        self.more.clicked.connect(self._show_more)
        self._assemble()
        for name, fact in self.facts.items():
            fact.changed.connect(lambda text, name=name: self._save(name, text))

    def show_lead(self, detail: LeadDetail) -> None:
        """Show the facts of a lead; what was being typed for another one is kept for that one."""
        row = detail.row
        if row.id != self._lead_id:
            for fact in self.facts.values():
                fact.end(keeps=True)
                fact.end(keeps=False)
        self._lead_id = row.id
        currency = read_settings(self._context.workspace.reader).currency
        for name in _ROW_TEXTS:
            self.facts[name].show_text(getattr(row, name))
        value = self._edits.text(row, "value")
        self.facts["value"].show_text(value, short_money(row.value, currency) if value else "")
        self.facts["arrived_on"].show_text(row.arrived_on.isoformat(), self._arrival_words(detail))
        hat = _HATS[detail.source_kind] if detail.source_kind else ""
        self.facts["source"].show_text(row.source_name or "", hat=hat)
        self.facts["campaign"].show_text(row.campaign_name or "")
        self.facts["address"].show_text(detail.address)
        self.facts["tags"].show_text(", ".join(detail.tags))
        self.facts["notes"].show_text(detail.notes)
        self._claim.setText("\n".join(f"“{claim}”" for claim in detail.claims))
        self._claim_row.setVisible(bool(detail.claims))
        self._extra.setText("\n".join(f"{name}: {value}" for name, value in detail.extra))
        self._show_some()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(2)
        for name, fact in self.facts.items():
            column.addWidget(fact)
            if name == "campaign":
                column.addWidget(self._claim_row)
        column.addWidget(self._extra)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        self._shows_all = not self._shows_all
        self.more.setText(self.tr("Fewer facts") if self._shows_all else self.tr("All facts"))
        self._show_some()

    def _show_some(self) -> None:
        """Who it is stands in the head already; what is blank waits until it is asked for."""
        known = {"name", "company", "role"}
        for name, fact in self.facts.items():
            is_needed = name in ALWAYS or (bool(fact.text) and name not in known)
            fact.setVisible(self._shows_all or is_needed or fact.is_editing)
        self._extra.setVisible(self._shows_all and bool(self._extra.text()))

    def _arrival_words(self, detail: LeadDetail) -> str:
        row = detail.row
        day = short_date(row.arrived_on, self._context.today())
        if row.contacted_on is None:
            return self.tr("{day}, not contacted yet").format(day=day)
        days = (row.contacted_on - row.arrived_on).days
        when = {0: self.tr("the same day"), 1: self.tr("the next day")}.get(
            days, self.tr("after {days}").format(days=counted(days, "day"))
        )
        return self.tr("{day}, contacted {when}").format(day=day, when=when)

    def _checked(self, label: str, name: str) -> Fact:
        return Fact(label, check=lambda text: self._edits.wrong(self._lead_id or 0, name, text))

    def _save(self, name: str, text: str) -> None:
        if self._lead_id is not None:
            self._edits.save(self._lead_id, name, text)


def _said(name: str) -> tuple[QLabel, QWidget]:
    """A fact that is only told: its words, and the row that they stand in."""
    words = plain_label("", wraps=True)
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 3, 0, 3)
    line.setSpacing(8)
    label = plain_label(name, "body", "ink2")
    label.setFixedWidth(scaled(LABEL_WIDTH))
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return words, row
