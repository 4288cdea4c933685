"""The left half of the log dialog: with whom, when, what kind, who began, whether we really talked, the note."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.ui.context import Context
from bothhats.ui.dialogs.dialog_frame import error_label, field_label, press_at_once, small_label
from bothhats.ui.dialogs.person_field import PersonField
from bothhats.ui.dialogs.touch_moment import Moment, read_moment
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.shelf import ShelfHead


class TouchHappened(QWidget):
    """Filled in as a call that the owner began just now; `changed` when what marketing or the stage depends on did."""

    changed = Signal()

    def __init__(self, context: Context, lead_id: int | None) -> None:
        super().__init__()
        self._today = context.today()
        self.person_field = PersonField(context.workspace.reader, lead_id)
        self.when_field = QLineEdit(self.tr("today {}").format(datetime.now().strftime("%H:%M")))
        self.kind_choice = Segments(self.tr("Kind"), self._kinds(), TouchKind.CALL)
        began: list[tuple[object, str]] = [(Direction.OUT, self.tr("I did")), (Direction.IN, self.tr("They did"))]
        self.began_choice = Segments(self.tr("Who began"), began, Direction.OUT)
        self.talked_box = QCheckBox(self.tr("We &really talked"))
        self.note_field = QPlainTextEdit()
        self.note_field.setTabChangesFocus(True)
        self.problem_label = error_label()
        self._assemble()
        self._connect()

    @property
    def kind(self) -> TouchKind:
        """What the touch was."""
        chosen = self.kind_choice.value
        return chosen if isinstance(chosen, TouchKind) else TouchKind.CALL

    @property
    def direction(self) -> Direction | None:
        """Who began; a note has no direction."""
        chosen = self.began_choice.value
        return chosen if isinstance(chosen, Direction) and self.kind != TouchKind.NOTE else None

    @property
    def is_two_way(self) -> bool:
        """Whether it counts as a conversation."""
        return self.talked_box.isChecked() and self.kind != TouchKind.NOTE

    def moment(self) -> Moment | None:
        """When it was; None after saying beneath what is wrong."""
        read = read_moment(self.when_field.text(), self._today)
        self.problem_label.setText("" if isinstance(read, Moment) else read)
        self.problem_label.setVisible(not isinstance(read, Moment))
        self.when_field.setAccessibleDescription(self.problem_label.text())
        return read if isinstance(read, Moment) else None

    def fill(self, kind: TouchKind, direction: Direction | None, *, is_two_way: bool, note: str) -> None:
        """Put a kept draft back."""
        self.kind_choice.set_value(kind)
        self.began_choice.set_value(direction or Direction.OUT)
        self.talked_box.setChecked(is_two_way)
        self.note_field.setPlainText(note)
        self._on_kind()

    def _kinds(self) -> list[tuple[object, str]]:
        return [
            (TouchKind.CALL, self.tr("Call")),
            (TouchKind.MEETING, self.tr("Meeting")),
            (TouchKind.EMAIL, self.tr("Email")),
            (TouchKind.MESSAGE, self.tr("Message")),
            (TouchKind.NOTE, self.tr("Note")),
        ]

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(ShelfHead("sales", self.tr("What happened")))
        column.addSpacing(6)
        column.addLayout(self._who_and_when())
        column.addWidget(self.problem_label)
        column.addSpacing(6)
        column.addWidget(field_label(self.tr("&Kind"), self.kind_choice))
        column.addWidget(self.kind_choice)
        column.addSpacing(6)
        column.addLayout(self._began_and_talked())
        column.addSpacing(6)
        column.addWidget(field_label(self.tr("Note"), self.note_field))
        column.addWidget(self.note_field, 1)
        self.note_field.setMinimumHeight(72)
        self.note_field.setPlaceholderText(self.tr("Alt+J on selected words: an objection or a question"))

    def _who_and_when(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, field, stretch in (
            (self.tr("&With"), self.person_field, 2),
            (self.tr("Whe&n"), self.when_field, 1),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(field_label(label, field))
            column.addWidget(field)
            column.addStretch(1)
            row.addLayout(column, stretch)
        return row

    def _began_and_talked(self) -> QHBoxLayout:
        self.began_label = field_label(self.tr("Who &began"), self.began_choice)
        began = QVBoxLayout()
        began.setSpacing(6)
        began.addWidget(self.began_label)
        began.addWidget(self.began_choice)
        talked = QVBoxLayout()
        talked.setSpacing(1)
        talked.addStretch(1)
        talked.addWidget(self.talked_box)
        hint = small_label(self.tr("Counts as a conversation."), "ink3")
        hint.setContentsMargins(25, 0, 0, 0)
        talked.addWidget(hint)
        self.talked_box.setAccessibleDescription(hint.text())
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(began)
        row.addLayout(talked, 1)
        return row

    def _connect(self) -> None:
        for number in range(len(TouchKind)):
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            key.activated.connect(self.kind_choice.button(number).click)
        press_at_once(self.talked_box, "Alt+R", self)
        self.kind_choice.changed.connect(self._on_kind)
        self.talked_box.toggled.connect(self.changed)
        self.person_field.changed.connect(self.changed)
        self.when_field.textEdited.connect(self._forget_problem)

    def _forget_problem(self) -> None:
        self.problem_label.hide()

    def _on_kind(self) -> None:
        """A note is the owner's own: nobody began it, and it is no conversation."""
        is_note = self.kind == TouchKind.NOTE
        for widget in (self.began_label, self.began_choice, self.talked_box):
            widget.setEnabled(not is_note)
        self.changed.emit()
