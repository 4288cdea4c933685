"""With whom: a field that finds a lead by name or company."""

import sqlite3

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bothhats.queries.known_people import KnownPerson, people_named
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.token_field import Suggestion, TokenField


class PersonField(TokenField):
    """`lead_id` is the lead that is meant, None while nobody is; `changed` when it is another one."""

    changed = Signal()

    def __init__(self, reader: sqlite3.Connection, lead_id: int | None) -> None:
        super().__init__("", "", self._people)
        self._reader = reader
        self.lead_id: int | None = None
        self.line.setAccessibleName(self.tr("With"))
        self.line.setPlaceholderText(self.tr("A name or a company"))
        self.line.addAction(icon("user-round", tokens().ink2), QLineEdit.ActionPosition.LeadingPosition)
        self.picked.connect(lambda picked: self.set_lead(int(str(picked))))
        self.line.textEdited.connect(self._on_typed)
        if lead_id is not None:
            self.set_lead(lead_id)

    def set_lead(self, lead_id: int) -> None:
        """This lead is meant."""
        row = lead_rows(self._reader, [lead_id]).get(lead_id)
        if row is None:
            return
        self.lead_id = lead_id
        self.line.setText(_named(row.name, row.company))
        self.changed.emit()

    def _people(self, typed: str) -> list[Suggestion]:
        return [self._suggestion(person) for person in people_named(self._reader, typed)]

    def _suggestion(self, person: KnownPerson) -> Suggestion:
        beside = self.tr("ended") if person.outcome else person.stage_name
        return Suggestion(person.id, _named(person.name, person.company), beside)

    def _on_typed(self) -> None:
        if self.lead_id is not None:
            self.lead_id = None
            self.changed.emit()


def _named(name: str, company: str) -> str:
    return f"{name}, {company}" if company and company != name else name
