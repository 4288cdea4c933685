"""What a piece of content is: title, kind, state, link or file, text, what it answers and which claims it makes."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.queries.asset_ledger import AssetLine
from bothhats.ui.asset_places import open_place
from bothhats.ui.context import Context
from bothhats.ui.dialogs.copy_template import TemplateCopier
from bothhats.ui.pages.playbook.asset_words import KINDS, STATES, kind_words, state_name
from bothhats.ui.pages.playbook.picked import Picked
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.kept_text import KeptLine, KeptText
from bothhats.ui.widgets.segments import Segments


class AssetFields(QWidget):
    """Knows how to show them and to open the place; whoever owns it keeps what is changed."""

    kind_changed = Signal(str)
    state_changed = Signal(str)

    def __init__(self, context: Context, do: Callable[..., bool]) -> None:
        super().__init__()
        self._context, self._do = context, do
        self.title = KeptLine(placeholder=self.tr("Switching checklist"))
        self.kind_combo = Combo("")
        for kind in KINDS:
            self.kind_combo.addItem(icon(ASSET_ICONS[kind], tokens().ink), kind_words(kind), kind)
        states: list[tuple[object, str]] = [(state, state_name(state)) for state in STATES]
        self.state_choice = Segments(self.tr("State"), states, "drafting")
        self.place = KeptLine(placeholder=self.tr("https://… or a file"))
        self.open_button = Button(self.tr("Open"), icon_name="link")
        self.file_button = IconButton("folder-open", self.tr("Choose a file"))
        self.text = KeptText(placeholder=self.tr("Hello {first name}, …"))
        self.text.setFixedHeight(scaled(128))
        self.copier = TemplateCopier(context, self.text.toPlainText)
        self.answers = Picked("", self.tr("Which objection or question?"))
        self.claims = Picked("", self.tr("Which claim does it make?"))
        self._assemble()
        self.kind_combo.activated.connect(lambda _place: self.kind_changed.emit(self.kind))
        self.state_choice.changed.connect(lambda state: self.state_changed.emit(str(state)))
        self.open_button.clicked.connect(
            lambda: self._do(lambda: open_place(self.place.text(), context.workspace.path))
        )
        self.file_button.clicked.connect(self._choose_file)
        self.text.textChanged.connect(self._offer_copy)

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return str(self.kind_combo.currentData())

    @property
    def state(self) -> str:
        """The chosen state."""
        return str(self.state_choice.value)

    @property
    def has_words(self) -> bool:
        """Whether anything is typed or picked that would be a pity to lose."""
        return bool(self.place.text().strip() or self.text.toPlainText().strip() or self.answers.ids)

    def show_asset(self, line: AssetLine, text: str) -> None:
        """What the file says; what is being typed stays."""
        self.title.show_text(line.title)
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(line.kind))
        self.state_choice.set_value(line.status)
        self.place.show_text(line.place)
        self.text.show_text(text)
        self._offer_copy()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(Field(self.tr("&Title"), self.title), 3)
        first.addWidget(Field(self.tr("&Kind"), self.kind_combo), 2)
        column.addLayout(first)
        column.addWidget(Field(self.tr("Answe&rs"), self.answers))
        column.addWidget(Field(self.tr("&State"), self.state_choice))
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self.file_button)
        place.addWidget(self.open_button)
        holder = QWidget()
        place.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(place)
        field = Field(self.tr("L&ink or file"), holder)
        field.label.setBuddy(self.place)
        self.place.setAccessibleName(self.tr("Link or file"))
        column.addWidget(field)
        hint = self.tr("{first name}, {name} and {company} become the lead’s own when you copy it.")
        column.addWidget(Field(self.tr("Te&xt"), self.text, hint))
        column.addWidget(self.copier)
        self.claims_row = Field(self.tr("&Claims it makes"), self.claims)
        column.addWidget(self.claims_row)
        self._offer_copy()

    def _offer_copy(self) -> None:
        self.copier.setVisible(bool(self.text.toPlainText().strip()))

    def _choose_file(self) -> None:
        folder = str(self._context.workspace.path.parent)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), folder)
        if name:
            self.place.setText(name)
            self.place.keep()
