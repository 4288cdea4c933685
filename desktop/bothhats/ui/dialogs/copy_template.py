"""Copy the text of a template with a lead's name put in: a strip for the Playbook, a dialog for anywhere else."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from bothhats.domain.template_text import filled
from bothhats.queries.asset_ledger import template_text
from bothhats.queries.asset_list import AssetOffer, templates
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import DialogFrame, field_label, small_label
from bothhats.ui.dialogs.person_field import PersonField
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label

_WIDTH = 560


def text_for(context: Context, text: str, lead_id: int) -> tuple[str, str]:
    """The text with this lead's names in it, and one sentence that says so."""
    row = lead_rows(context.workspace.reader, [lead_id]).get(lead_id)
    if row is None:
        return text, _tr("Copied as it stands.")
    words, left = filled(text, row.name if row.name != row.company else "", row.company)
    if left:
        return words, _tr("Copied for {name}; nothing is known for {places}.").format(
            name=row.name, places=", ".join(left)
        )
    return words, _tr("Copied for {name}.").format(name=row.name)


def copy_for(context: Context, text: str, lead_id: int) -> str:
    """Put it on the clipboard, and say so; the sentence."""
    words, told = text_for(context, text, lead_id)
    QGuiApplication.clipboard().setText(words)
    context.navigation.told.emit(told)
    return told


def ask_template(parent: QWidget, context: Context, lead_id: int) -> str | None:
    """Which template, with this lead's names put in; None where there is no way on."""
    offered = templates(context.workspace.reader)
    dialog = CopyTemplate(parent, context, lead_id, offered)
    return dialog.answer if dialog.exec() else None


class TemplateCopier(QWidget):
    """For whom, and a button; without anybody it is copied as it stands."""

    def __init__(self, context: Context, text: Callable[[], str]) -> None:
        super().__init__()
        self._context, self._text = context, text
        self.person_field = PersonField(context.workspace.reader, None)
        self.person_field.line.setAccessibleName(self.tr("Copy it for"))
        self.copy_button = Button(self.tr("Copy"), icon_name="copy")
        self.copy_button.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = plain_label(self.tr("Copy it &for"), "small_strong", "ink2")
        label.setBuddy(self.person_field)
        row.addWidget(label)
        row.addWidget(self.person_field, 1)
        row.addWidget(self.copy_button)

    def _copy(self) -> None:
        copy_for(self._context, self._text(), self.person_field.lead_id or 0)


class CopyTemplate(DialogFrame):
    """The templates, and what will be copied; it can be changed for this one time."""

    def __init__(self, parent: QWidget, context: Context, lead_id: int, offered: Sequence[AssetOffer]) -> None:
        super().__init__(parent, self.tr("Copy a template"), _WIDTH)
        self._context, self._lead_id = context, lead_id
        self.answer: str | None = None
        row = lead_rows(context.workspace.reader, [lead_id]).get(lead_id)
        self.add_heading(self.tr("Copy a template"), row.name if row else "")
        self.template_combo = Combo("")
        for asset in offered:
            self.template_combo.addItem(asset.title, asset.id)
        self.text_field = QPlainTextEdit()
        self.text_field.setTabChangesFocus(True)
        self.text_field.setMinimumHeight(scaled(180))
        self.primary_button.setText(self.tr("Copy"))
        if offered:
            self.add_field(field_label(self.tr("&Template"), self.template_combo), self.template_combo)
            self.add_field(field_label(self.tr("Te&xt"), self.text_field), self.text_field)
        else:
            none = self.tr("No live content has a text. Write one in the Playbook, under Content.")
            self.body.addWidget(small_label(none))
            self.primary_button.hide()
        self.template_combo.currentIndexChanged.connect(lambda _place: self._show_text())
        self._show_text()

    def _show_text(self) -> None:
        asset_id = self.template_combo.currentData()
        if asset_id is not None:
            text = template_text(self._context.workspace.reader, int(asset_id))
            self.text_field.setPlainText(text_for(self._context, text, self._lead_id)[0])

    def _try(self) -> None:
        if self.template_combo.count():
            self.answer = self.text_field.toPlainText()
            self.accept()


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopyTemplate", text)
