"""Add a lead by one line, with what was understood of it beneath."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bothhats.domain.lead import NewLead
from bothhats.domain.wording import short_date
from bothhats.queries.known_people import KnownPerson, looks_like
from bothhats.ui.context import Context
from bothhats.ui.dialogs.days_ahead import weekday_date
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, press_at_once, small_label
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.quick_add_draft import Choices, QuickAddReader
from bothhats.ui.dialogs.quick_add_facts import facts_of
from bothhats.ui.dialogs.quick_add_fields import QuickAddFields
from bothhats.ui.dialogs.quick_add_line import QuickAddLine
from bothhats.ui.dialogs.quick_add_notes import KnownNote, PromiseNote
from bothhats.ui.dialogs.quick_add_preview import QuickAddPreview
from bothhats.ui.widgets.buttons import Button

_WIDTH = 740


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """A lead to add, and whether it is opened afterwards or another one follows.

    `into_lead_id` names a known lead that it is added to.
    """

    lead: NewLead
    open_after: bool = False
    into_lead_id: int | None = None
    another_after: bool = False


def ask_quick_add(parent: QWidget, context: Context, text: str = "", drafts: Drafts | None = None) -> QuickAdd | None:
    """A new lead out of one line; what was typed is kept in `drafts` when the dialog is closed."""
    kept = drafts if drafts is not None else Drafts()
    dialog = QuickAddDialog(parent, context, text or kept.quick_add, is_back=not text and bool(kept.quick_add))
    if dialog.exec():
        kept.quick_add = ""
        return dialog.answer
    kept.quick_add = dialog.line.toPlainText().strip()
    if kept.quick_add:
        context.navigation.told.emit(dialog.tr("Your line is kept until you add the next lead."))
    return None


class QuickAddDialog(DialogFrame):
    """Enter adds, Ctrl+Enter adds and opens, Shift+Enter adds and asks for another, Ctrl+D opens the known lead."""

    def __init__(self, parent: QWidget, context: Context, text: str, *, is_back: bool = False) -> None:
        super().__init__(parent, "", _WIDTH)
        self._context = context
        self._reader = QuickAddReader(context.workspace.reader, context.today())
        self._choices = Choices()
        self._known: KnownPerson | None = None
        self.answer: QuickAdd | None = None
        self.setWindowTitle(self.tr("Add a lead"))
        self.line = QuickAddLine(self.tr("The lead in one line"))
        self.preview = QuickAddPreview()
        self.fields = QuickAddFields(self._reader.stages, context.today())
        self.known_note = KnownNote()
        self.promise_note = PromiseNote()
        self._build(is_back=is_back)
        self._connect()
        self.line.setPlainText(text)
        self._read()
        self.line.selectAll()
        self.line.setFocus()

    def _build(self, *, is_back: bool) -> None:
        hint = self.tr("Any order, commas between. Paste an email signature if that is quicker.")
        self.problem_label = error_label()
        self.body.addWidget(self.line)
        self.body.addWidget(small_label(self.tr("Your line from last time is back.") if is_back else hint))
        self.body.addWidget(self.problem_label)
        self.body.addSpacing(4)
        for part in (self.preview, self.fields, self.known_note, self.promise_note):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.fields.hide()
        self.more_button = Button(self.tr("&More fields"), "quiet")
        self.foot_start.addWidget(self.more_button)
        self.another_button = Button(self.tr("Add and a&nother"))
        self.another_button.setToolTip(self.tr("Add and another, Shift+Enter"))
        self.buttons.addButton(self.another_button, self.buttons.ButtonRole.ActionRole)
        self.open_button = Button(self.tr("Add and open"))
        self.open_button.setToolTip(self.tr("Add and open, Ctrl+Enter"))
        self.primary_button.setToolTip(self.tr("Add, Enter"))
        self.buttons.addButton(self.open_button, self.buttons.ButtonRole.ActionRole)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._read)
        self.line.entered.connect(self._try)
        self.preview.chosen.connect(self._on_chosen)
        self.fields.changed.connect(self._on_fields)
        self.more_button.clicked.connect(self._show_fields)
        press_at_once(self.more_button, "Alt+M", self)
        self.open_button.clicked.connect(self._on_ctrl_enter)
        self.another_button.clicked.connect(lambda: self._answer(another_after=True))
        self.line.entered_again.connect(lambda: self._answer(another_after=True))
        press_at_once(self.another_button, "Alt+N", self)
        self.known_note.open_wanted.connect(self._open_known)
        self.known_note.add_wanted.connect(self._add_to_known)
        self.promise_note.taken.connect(self._take_promise)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self._open_known)

    @property
    def lead(self) -> NewLead:
        """The lead as it is understood now."""
        return self._reader.new_lead(self._reader.read(self.line.toPlainText()), self._choices)

    def _read(self) -> None:
        """At each key: underline, preview, notes, the words of the button."""
        draft = self._reader.read(self.line.toPlainText())
        lead = self._reader.new_lead(draft, self._choices)
        self.line.show_understood(draft.understood)
        self.preview.show_facts(*facts_of(self._reader, draft, self._choices), lead.notes)
        self._known = looks_like(self._context.workspace.reader, lead.name, lead.email, lead.phone)
        self.known_note.say(self._known_words(self._known) if self._known else "")
        self._tell_promise(lead)
        name = lead.name or lead.company or lead.email or lead.phone
        self.primary_button.setText(self.tr("Add {}").format(name.replace("&", "&&")) if name else self.tr("Add"))
        self.problem_label.hide()
        self.fit()

    def _known_words(self, person: KnownPerson) -> str:
        today = self._context.today()
        if person.outcome is None:
            return self.tr("{}, in {}.").format(person.name, person.stage_name)
        ended = {
            "won": self.tr("won"),
            "lost": self.tr("lost"),
            "no_decision": self.tr("no decision"),
            "not_a_fit": self.tr("not a fit"),
        }[person.outcome.value]
        when = short_date(person.closed_on, today) if person.closed_on else ""
        words = self.tr("{}, {} on {}").format(person.name, ended, when)
        return f"{words}: {person.reason}." if person.reason else f"{words}."

    def _tell_promise(self, lead: NewLead) -> None:
        until = self._reader.promise_until(self._choices)
        today = self._context.today()
        words = self.tr("The promise: contact by {}.").format(weekday_date(until, today))
        is_later = lead.follow_up_on is not None and lead.follow_up_on > until
        if is_later and lead.follow_up_on:
            words += " " + self.tr("{} is later than that.").format(weekday_date(lead.follow_up_on, today))
        self.promise_note.say(words, self.tr("Use {}").format(short_date(until, today)) if is_later else "")
        self.promise_note.setVisible(until >= today)

    def _take_promise(self) -> None:
        self._choices.follow_up_on = self._reader.promise_until(self._choices)
        self._read()
        self.line.setFocus()

    def _on_chosen(self, _name: str, words: str) -> None:
        self._choices.campaign = "" if words == self.tr("none") else words
        self._read()

    def _on_fields(self) -> None:
        self._choices.stage_id = self.fields.stage_id
        self._choices.arrived_on = self.fields.arrived_on
        self._choices.role = self.fields.role
        self._read()

    def _show_fields(self) -> None:
        self.fields.show()
        self.more_button.hide()
        self.fields.setFocus()
        self.fit()

    def _try(self) -> None:
        self._answer(open_after=False)

    def _on_ctrl_enter(self) -> None:
        self._answer(open_after=True)

    def _answer(
        self, *, open_after: bool = False, another_after: bool = False, into_lead_id: int | None = None
    ) -> None:
        lead = self.lead
        if not any((lead.name, lead.company, lead.email, lead.phone)):
            self.explain(self.problem_label, self.tr("Type a name, a company, an email address or a phone number."))
            self.line.setFocus()
        elif self.fields.is_wrong:
            self._show_fields()
        else:
            self.answer = QuickAdd(lead, open_after, into_lead_id, another_after)
            self.accept()

    def _open_known(self) -> None:
        if self._known:
            self._context.navigation.lead_requested.emit(self._known.id)
            self.reject()

    def _add_to_known(self) -> None:
        if self._known:
            self._answer(open_after=True, into_lead_id=self._known.id)
