"""The detail pane: who, how far, what next, facts, judgements, what happened."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.money import NotAnAmount, currency_of, format_plain, parse_amount
from bothhats.domain.pipeline import Hat, Step, Verdict
from bothhats.domain.problems import KnownProblem, Refused
from bothhats.domain.wording import counted, long_date, short_date
from bothhats.queries.lead_detail import LeadDetail, lead_detail
from bothhats.queries.lead_history import lead_history
from bothhats.queries.lists import stages
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.fact import Fact
from bothhats.ui.pages.pipeline.ladder import Ladder
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.pages.pipeline.pane_next_step import NextStepBand
from bothhats.ui.pages.pipeline.timeline import Timeline
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.shelf import HatMark

WIDTH = 338
EDITED = ("name", "company", "role", "email", "phone", "website", "value", "source", "campaign", "notes")


class DetailPane(QFrame):
    """`show_lead` shows one; everything done here goes through commands or saves by itself."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._context = context
        self.lead_id: int | None = None
        self._detail: LeadDetail | None = None
        self._name = plain_label("", "name", wraps=True)
        self._who = plain_label("", "body", "ink2", wraps=True)
        self._stage = plain_label("", "body")
        self._ladder = Ladder()
        self._move = Button(self.tr("Move to"), icon_name="chevron-down", is_small=True)
        self._move.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._band = NextStepBand()
        labels = {
            "name": self.tr("Name"), "company": self.tr("Company"), "role": self.tr("Role"), "email": self.tr("Email"),
            "phone": self.tr("Phone"), "website": self.tr("Website"), "value": self.tr("Value"),
            "source": self.tr("Source"), "campaign": self.tr("Campaign"), "notes": self.tr("Notes"),
        }  # fmt: skip
        self.facts = {name: Fact(labels[name]) for name in EDITED}
        self._claims = plain_label("", "body", wraps=True)
        self._arrived = plain_label("", "body", "ink2", wraps=True)
        self._extra = plain_label("", "small", "ink2", wraps=True)
        self._judgements = QVBoxLayout()
        self._timeline = Timeline()
        self._assemble()
        self._connect()

    def show_lead(self, lead_id: int) -> bool:
        """Show a lead; False where it is gone."""
        detail = lead_detail(self._context.workspace.reader, lead_id)
        self._detail = detail
        self.lead_id = lead_id if detail else None
        if detail is None:
            return False
        settings = read_settings(self._context.workspace.reader)
        today = self._context.today()
        row = detail.row
        self._name.setText(row.name)
        company = row.company if row.company != row.name else ""
        self._who.setText(", ".join(text for text in (row.role, company) if text))
        days = counted(max((today - row.stage_since).days, 0), "day")
        self._stage.setText(self.tr("{stage} for {days}").format(stage=row.stage_name, days=days))
        self._move.setVisible(row.is_open)
        self._show_ladder(detail)
        self._band.show_lead(detail, today, settings.promise_days)
        self._show_facts(detail, settings.currency)
        self._show_judgements(detail)
        self._timeline.show_history(lead_history(self._context.workspace.reader, lead_id), today)
        self.setAccessibleName(row.name)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(_spaced(hairline(), 12))
        column.addLayout(self._stage_block())
        column.addWidget(self._band)
        column.addLayout(self._facts_block())
        column.addWidget(_spaced(hairline(), 10))
        self._judgements.setContentsMargins(20, 0, 20, 0)
        self._judgements.setSpacing(6)
        column.addLayout(self._judgements)
        column.addWidget(_spaced(hairline(), 10))
        happened = QVBoxLayout()
        happened.setContentsMargins(20, 0, 20, 0)
        happened.setSpacing(10)
        happened.addWidget(plain_label(self.tr("What happened"), "strong"))
        happened.addWidget(self._timeline)
        column.addLayout(happened)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setMinimumWidth(WIDTH - 10)
        self.setMaximumWidth(460)

    def _head(self) -> QVBoxLayout:
        more = IconButton("ellipsis", self.tr("More"), "quiet")
        menu = QMenu(more)
        for command, words in (
            ("lead.judge", self.tr("Judge…")),
            ("lead.park", self.tr("Park…")),
            ("lead.close", self.tr("Close…")),
            ("lead.bin", self.tr("Move to the bin")),
        ):
            menu.addAction(words, partial(self._want, command))
        more.setMenu(menu)
        close = IconButton("x", self.tr("Close the pane"), "quiet")
        close.clicked.connect(self.closed)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._who)
        top = QHBoxLayout()
        top.addLayout(names, 1)
        top.addWidget(more)
        top.addWidget(close)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        log = Button(self.tr("Log a touch"), icon_name="message-square-plus")
        log.clicked.connect(lambda: self._want("lead.log"))
        acts.addWidget(log)
        for icon_name, name, command in (
            ("phone", self.tr("Call"), "lead.call"),
            ("mail", self.tr("Email"), "lead.email"),
            ("copy", self.tr("Copy name and contact"), "lead.copy"),
        ):
            button = IconButton(icon_name, name)
            button.clicked.connect(lambda _checked, command=command: self._want(command))
            acts.addWidget(button)
        acts.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(20, 0, 14, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(acts)
        return column

    def _stage_block(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self._stage, 1)
        line.addWidget(self._move)
        column = QVBoxLayout()
        column.setContentsMargins(20, 0, 20, 12)
        column.setSpacing(10)
        column.addWidget(self._ladder)
        column.addLayout(line)
        return column

    def _facts_block(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(20, 10, 20, 0)
        column.setSpacing(2)
        for fact in self.facts.values():
            column.addWidget(fact)
        column.addWidget(self._claims)
        column.addWidget(self._arrived)
        column.addWidget(self._extra)
        return column

    def _connect(self) -> None:
        for name, fact in self.facts.items():
            fact.changed.connect(lambda text, name=name: self._save(name, text))
        self._band.wanted.connect(self._want)
        self._band.snoozed.connect(self._snooze)
        self._move.clicked.connect(self._show_moves)

    def _show_ladder(self, detail: LeadDetail) -> None:
        row = detail.row
        ladder = stages(self._context.workspace.reader)
        here = next((place for place, stage in enumerate(ladder) if stage.id == row.stage_id), -1)
        is_won = str(row.outcome) == "won"
        steps = [(stage.hat, place <= here or is_won) for place, stage in enumerate(ladder)]
        self._ladder.show_steps([*steps, (Hat.SALES, is_won)], self._stage.text())

    def _show_facts(self, detail: LeadDetail, code: str) -> None:
        row = detail.row
        for name in ("name", "company", "role", "email", "phone", "website"):
            self.facts[name].show_text(getattr(row, name))
        value = "" if row.value is None else format_plain(row.value, currency_of(code))
        self.facts["value"].show_text(value, short_money(row.value, code) if value else "")
        self.facts["source"].show_text(row.source_name or "")
        self.facts["campaign"].show_text(row.campaign_name or "")
        self.facts["notes"].show_text(detail.notes)
        self._claims.setText("\n".join(f"“{claim}”" for claim in detail.claims))
        self._claims.setVisible(bool(detail.claims))
        self._arrived.setText(self._arrival_words(detail))
        self._extra.setText("\n".join(f"{name}: {value}" for name, value in detail.extra))
        self._extra.setVisible(bool(detail.extra))

    def _arrival_words(self, detail: LeadDetail) -> str:
        row, today = detail.row, self._context.today()
        words = self.tr("Arrived on {day}").format(day=long_date(row.arrived_on, today))
        if row.contacted_on is None:
            return self.tr("{arrived}, not contacted yet").format(arrived=words)
        days = (row.contacted_on - row.arrived_on).days
        when = {0: self.tr("the same day"), 1: self.tr("the next day")}.get(
            days, self.tr("after {days}").format(days=counted(days, "day"))
        )
        return self.tr("{arrived}, contacted {when}").format(arrived=words, when=when)

    def _show_judgements(self, detail: LeadDetail) -> None:
        while item := self._judgements.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        if not detail.judgements:
            self._judgements.addWidget(plain_label(self.tr("Not judged yet"), "body", "ink3"))
        verdicts = {
            Verdict.MET: self.tr("met"),
            Verdict.NOT_MET: self.tr("not met"),
            Verdict.WITHDRAWN: self.tr("taken back"),
        }
        for judged in detail.judgements:
            is_marketing = judged.step == Step.MARKETING_QUALIFIED
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(HatMark("marketing" if is_marketing else "sales", "", 16))
            words = self.tr("Marketing-qualified") if is_marketing else self.tr("Sales-ready")
            line.addWidget(plain_label(words), 1)
            line.addWidget(plain_label(verdicts[judged.verdict], "strong"))
            line.addWidget(plain_label(short_date(judged.on, self._context.today()), "body", "ink2"))
            if judged.version:
                row.setToolTip(self.tr("against version {n}").format(n=judged.version))
            self._judgements.addWidget(row)

    def _show_moves(self) -> None:
        menu = QMenu(self)
        for stage in stages(self._context.workspace.reader):
            action = menu.addAction(stage.name.replace("&", "&&"), partial(self._move_to, stage.id))
            action.setEnabled(self._detail is not None and stage.id != self._detail.row.stage_id)
        menu.addSeparator()
        menu.addAction(self.tr("Close…"), lambda: self._want("lead.close"))
        menu.addAction(self.tr("Park…"), lambda: self._want("lead.park"))
        menu.popup(self._move.mapToGlobal(self._move.rect().bottomLeft()))

    def _move_to(self, stage_id: int) -> None:
        self._context.navigation.command_requested.emit("lead.move", ([self.lead_id], stage_id))

    def _want(self, command: str) -> None:
        if self.lead_id is not None:
            self._context.navigation.command_requested.emit(command, [self.lead_id])

    def _snooze(self, to: Any) -> None:
        if self.lead_id is not None:
            self._context.workspace.follow_ups.snooze([self.lead_id], to, self._context.today())

    def _save(self, name: str, text: str) -> None:
        if self.lead_id is None:
            return
        value: Any = text
        try:
            if name == "value":
                value = self._amount(text)
            self._context.workspace.leads.edit(self.lead_id, {name: value})
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    def _amount(self, text: str) -> int | None:
        if not text:
            return None
        amount = parse_amount(text, currency_of(read_settings(self._context.workspace.reader).currency))
        if isinstance(amount, NotAnAmount):
            raise Refused(amount.reason, self.tr("The value stayed as it was."))
        return amount


def _spaced(widget: QWidget, space: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, space, 0, space)
    column.addWidget(widget)
    return holder
