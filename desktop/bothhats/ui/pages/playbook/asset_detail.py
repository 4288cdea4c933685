"""One piece of content: what it is and answers at left, its use at right, the leads it went to below."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from bothhats.queries.asset_ledger import AssetLine, Use, asset_history, asset_lines
from bothhats.queries.claim_ledger import claim_lines
from bothhats.queries.phrase_ledger import phrase_lines
from bothhats.ui.pages.playbook.asset_fields import AssetFields
from bothhats.ui.pages.playbook.asset_use import AssetUse, UseRow
from bothhats.ui.pages.playbook.ledger import Detail
from bothhats.ui.pages.playbook.people_rows import OfPerson, PeopleRows, PersonRow
from bothhats.ui.pages.playbook.picked import Thing
from bothhats.ui.pages.playbook.said_words import KIND_ICONS
from bothhats.ui.pages.playbook.spans import first_shown
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from bothhats.ui.pages.playbook.ledger import Ledger


class AssetDetail(Detail):
    """A new one is kept from the moment it has a title, or when it is left with anything typed."""

    def __init__(self, part: "Ledger", row_id: int | None) -> None:
        super().__init__(part, row_id, part.tr("All content"))
        self._assets = self.context.workspace.assets
        self.line: AssetLine | None = None
        self.fields = AssetFields(self.context, part.do)
        self.use = AssetUse()
        self.people = PeopleRows(self._use_row, self._renew_use)
        self.retire_button = Button(self.tr("Retire it"), icon_name="archive", is_small=True)
        self._first_answers: tuple[int, ...] = ()
        self._assemble()
        self._connect()

    def refresh(self) -> bool:
        today = self.context.today()
        self.line = next((each for each in asset_lines(self.reader, today) if each.id == self.row_id), None)
        if self.row_id is not None and self.line is None:
            return False
        self._show_choices()
        self.use.setVisible(self.line is not None)
        self.retire_button.setVisible(self.line is not None and self.line.status != "retired")
        if self.line is not None:
            history = asset_history(self.reader, self.line, first_shown(today), today)
            self.fields.show_asset(self.line, history.text)
            self.use.show_use(self.line, history, today)
            self.people.show_people(self.tr("Sent or sho&wn to"), history.uses)
        self.people.setVisible(bool(self.people.rows))
        return True

    def begin(self) -> None:
        self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer_first(self, objection_id: int) -> None:
        """A new one is to answer this."""
        self._first_answers = (objection_id,)
        self._show_choices()

    def keep_what_is_typed(self) -> None:
        """Before it is left: what has no title yet gets one."""
        if self.row_id is None and self.fields.has_words and not self.fields.title.text().strip():
            self.fields.title.setText(self.tr("Untitled"))
        super().keep_what_is_typed()

    def _assemble(self) -> None:
        self.head.addWidget(self.retire_button)
        beside = Beside(3, 2)
        beside.first.addWidget(self.fields)
        beside.first.addStretch(1)
        beside.second.addWidget(self.use)
        beside.second.addStretch(1)
        self.column.addWidget(beside)
        self.column.addWidget(self.people)
        self.column.addStretch(1)

    def _connect(self) -> None:
        fields = self.fields
        fields.title.kept.connect(self._keep_title)
        fields.place.kept.connect(lambda text: self._keep({"place": text.strip()}))
        fields.text.kept.connect(lambda text: self._keep({"text": text}))
        fields.kind_changed.connect(lambda kind: self._keep({"kind": kind}))
        fields.state_changed.connect(self._set_state)
        fields.answers.changed.connect(self._set_answers)
        fields.claims.changed.connect(self._set_claims)
        self.use.retire_button.clicked.connect(lambda: self._set_state("retired"))
        self.retire_button.clicked.connect(lambda: self._set_state("retired"))

    def _keep_title(self, title: str) -> None:
        if self.row_id is not None:
            if not self._keep({"title": title.strip()}) and self.line is not None:
                self.fields.title.setText(self.line.title)
                self.fields.title.keep()
        elif title.strip():
            self._add(title)

    def _add(self, title: str) -> None:
        fields, today = self.fields, self.context.today()

        def add() -> None:
            self.row_id = self._assets.add(
                fields.kind, title, today, fields.state, fields.place.text().strip(), self._first_answers,
                fields.text.toPlainText(),
            )  # fmt: skip

        self.part.do(add)
        self.refresh()
        self.part.says_anew.emit()

    def _keep(self, values: dict[str, str]) -> bool:
        row_id = self.row_id
        return row_id is None or self.part.do(lambda: self._assets.edit(row_id, values))

    def _set_state(self, state: str) -> None:
        row_id, today = self.row_id, self.context.today()
        if row_id is not None:
            self.part.do(lambda: self._assets.set_status(row_id, state, today))

    def _set_answers(self, ids: object) -> None:
        row_id, chosen = self.row_id, cast("tuple[int, ...]", ids)
        if row_id is None:
            self._first_answers = chosen
            self._show_choices()
        else:
            self.part.do(lambda: self._assets.answers(row_id, chosen))

    def _set_claims(self, ids: object) -> None:
        row_id, chosen = self.row_id, cast("tuple[int, ...]", ids)
        if row_id is not None:
            self.part.do(lambda: self._assets.claims(row_id, chosen))

    def _show_choices(self) -> None:
        today = self.context.today()
        phrases = [
            Thing(each.id, each.text, "", KIND_ICONS[each.kind]) for each in phrase_lines(self.reader, today, today)
        ]
        answers = [each.id for each in self.line.answers] if self.line else self._first_answers
        self.fields.answers.show_things(phrases, answers)
        claims = claim_lines(self.reader, today, today)
        said = [claim.id for claim in claims if any(each.id == self.row_id for each in claim.assets)]
        self.fields.claims.show_things([Thing(each.id, each.text, "", "sparkles") for each in claims], said)
        self.fields.claims_row.setVisible(self.row_id is not None)

    def _use_row(self, item: OfPerson) -> PersonRow:
        row = UseRow(self.context, cast("Use", item))
        row.verdict.changed.connect(
            lambda value: self.part.do(lambda: self._assets.mark_use(row.item_id, UseRow.helped(value)))
        )
        return row

    def _renew_use(self, row: PersonRow, item: OfPerson) -> None:
        cast("UseRow", row).show_verdict(cast("Use", item).helped)
