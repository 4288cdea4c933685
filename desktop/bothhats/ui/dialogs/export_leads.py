"""What shall go out, and as what: a workbook, a list, cards, a calendar, customers, or everything."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from bothhats.domain.export_form import Export, Form
from bothhats.ui.dialogs.dialog_frame import DialogFrame, small_label
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

_WIDTH = 560
_OF_ALL = (Form.JSON, Form.CALENDAR)
_LISTS = (Form.XLSX, Form.CSV)


@dataclass(frozen=True, slots=True)
class Choice:
    """Leads that may go out: what they are called, which they are (None: all), and the columns they are shown in."""

    words: str
    lead_ids: Sequence[int] | None
    columns: Sequence[str] = ()


def ask_export(parent: QWidget, choices: Sequence[Choice]) -> Export | None:
    """The first choice is the one that is offered; None where nothing shall go out."""
    dialog = ExportLeads(parent, choices)
    return dialog.answer if dialog.exec() else None


class ExportLeads(DialogFrame):
    """Whom, as what, and what of them."""

    def __init__(self, parent: QWidget, choices: Sequence[Choice]) -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Export"))
        self._choices = choices
        self._group = QButtonGroup(self)
        self.add_heading(self.tr("What shall go out?"))
        self.leads = Segments(self.tr("Leads"), [(number, each.words) for number, each in enumerate(choices)], 0)
        self.body.addWidget(self.leads)
        self.body.addSpacing(8)
        self.forms = {form: self._form(words, hint) for form, words, hint in self._offered()}
        self._columns_words = small_label(self.tr("Columns"))
        self.columns = Segments(
            self.tr("Columns"), [(False, self.tr("All fields")), (True, self.tr("As in the table"))], False
        )
        self.lossless = QCheckBox(self.tr("For &programs: nothing is marked, so spreadsheets may calculate it"))
        for widget in (self._columns_words, self.columns, self.lossless):
            self.body.addWidget(widget)
        self.primary_button.setText(self.tr("Choose a place…"))
        self.leads.changed.connect(self._offer)
        self.forms[Form.XLSX].setChecked(True)
        self._offer()
        self.forms[Form.XLSX].setFocus()

    @property
    def form(self) -> Form:
        """What it becomes."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    @property
    def answer(self) -> Export:
        """What was chosen."""
        choice = self._choice
        if self.form in _OF_ALL:
            return Export(self.form)
        is_list = self.form in _LISTS
        columns = choice.columns if is_list and self.columns.value else ()
        is_lossless = self.form in (Form.CSV, Form.TOUCHES) and self.lossless.isChecked()
        return Export(self.form, choice.lead_ids, is_lossless=is_lossless, columns=columns)

    @property
    def _choice(self) -> Choice:
        return self._choices[int(str(self.leads.value))]

    def _offered(self) -> tuple[tuple[Form, str, str], ...]:
        return (
            (Form.XLSX, self.tr("Workboo&k"), self.tr("XLSX for a spreadsheet: amounts are numbers, days are days.")),
            (Form.CSV, self.tr("&List"), self.tr("CSV, which every program reads and an import here fills again.")),
            (
                Form.TOUCHES,
                self.tr("&What happened"),
                self.tr("Touches as CSV, which an import here knows again."),
            ),
            (Form.VCARD, self.tr("&Cards"), self.tr("vCards for an address book.")),
            (Form.CUSTOMERS, self.tr("C&ustomers"), self.tr("The won ones among them, for GnuCash.")),
            (Form.CALENDAR, self.tr("C&alendar"), self.tr("All follow-ups and commitments, as they are today.")),
            (Form.JSON, self.tr("&Everything"), self.tr("The whole file as JSON, which can be opened here again.")),
        )

    def _form(self, words: str, hint: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setAccessibleDescription(hint)
        button.toggled.connect(self._offer)
        self._group.addButton(button)
        told = plain_label(hint, "small", "ink2")
        told.setContentsMargins(24, 0, 0, 4)
        self.body.addWidget(button)
        self.body.addWidget(told)
        return button

    def _offer(self) -> None:
        if not any(button.isChecked() for button in self.forms.values()):
            return
        has_columns = self.form in _LISTS and bool(self._choice.columns)
        self._columns_words.setVisible(has_columns)
        self.columns.setVisible(has_columns)
        self.lossless.setVisible(self.form in (Form.CSV, Form.TOUCHES))
        self.leads.setEnabled(self.form not in _OF_ALL)
        self.fit()
