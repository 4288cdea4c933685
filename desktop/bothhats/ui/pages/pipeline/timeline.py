"""What happened with a lead: kind icons on a line, newest first."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.queries.lead_history import Happening
from bothhats.ui.pages.pipeline.fact_editors import LongEditor
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import Chip, FlowLayout
from bothhats.ui.widgets.labels import plain_label, tooltip
from bothhats.ui.widgets.selected_words import SelectedWords, is_hear_key

_ICONS = {
    "call": "phone",
    "meeting": "users",
    "email": "mail",
    "message": "message-square",
    "note": "sticky-note",
    "heard": "messages-square",
    "arrived": "user-round-plus",
    "stage": "arrow-right",
    "outcome": "flag",
    "judgement": "target",
    "follow_up": "calendar",
    "parked": "circle-pause",
}
_CHIP_ICONS = {
    "objection": "shield-question-mark",
    "question": "message-circle-question-mark",
    "claim": "sparkles",
    "asset": "file-text",
}
_MOVES = ("arrived", "stage", "outcome", "judgement", "parked")
MOST = 60


class Timeline(QWidget):
    """Rebuilt for each lead; the newest sixty happenings are shown, all or one sort.

    `note_changed` tells a touch and its new words, `deleted` a touch that is to be taken away, `heard` a touch and
    words of its note that were an objection or a question.
    """

    note_changed = Signal(int, str)
    deleted = Signal(int)
    heard = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._happenings: Sequence[Happening] = ()
        self._today = date.min
        self._is_stale = False
        self._shows: Callable[[Happening], bool] = _everything
        self.choice = Button(self.tr("everything"), "quiet", "chevron-down", is_small=True)
        self.choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self.choice)
        for words, shows in (
            (self.tr("everything"), _everything),
            (self.tr("touches only"), lambda happening: bool(happening.touch_id)),
            (self.tr("conversations only"), lambda happening: happening.is_conversation),
            (self.tr("what was heard"), lambda happening: bool(happening.chips or happening.quotes)),
            (self.tr("how it moved"), lambda happening: happening.kind in _MOVES),
        ):
            menu.addAction(words, partial(self._choose, words, shows))
        self.choice.setMenu(menu)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("What happened"), "strong"), 1)
        head.addWidget(self.choice)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_history(self, happenings: Sequence[Happening], today: date) -> None:
        """Show them; while a note is typed, the rows stay as they are."""
        is_other = today != self._today or list(happenings) != list(self._happenings)
        self._happenings, self._today = happenings, today
        self._is_stale = self._is_stale or is_other
        self._show_what_is_new()

    def rows(self) -> list["TimelineRow"]:
        """What is shown, from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [widget for item in items if item and isinstance(widget := item.widget(), TimelineRow)]

    def _choose(self, words: str, shows: Callable[[Happening], bool]) -> None:
        self._shows = shows
        self.choice.setText(words)
        self._show()

    def _show_what_is_new(self) -> None:
        if self._is_stale and not any(row.is_editing for row in self.rows()):
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        here = next((row.happening.touch_id for row in self.rows() if row.hasFocus()), 0)
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        shown = [each for each in self._happenings if self._shows(each)]
        for place, happening in enumerate(shown[:MOST]):
            row = TimelineRow(happening, self._today, is_last=place == len(shown) - 1)
            row.note_changed.connect(self.note_changed)
            row.deleted.connect(self.deleted)
            row.heard.connect(self.heard)
            row.left.connect(self._show_what_is_new)
            self._rows.addWidget(row)
            if here and happening.touch_id == here:
                row.show()
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        if not shown:
            self._rows.addWidget(plain_label(self.tr("Nothing of that sort yet"), "body", "ink3"))
        if len(shown) > MOST:
            words = self.tr("and {n} earlier").format(n=len(shown) - MOST)
            self._rows.addWidget(plain_label(words, "small", "ink3"))


def _everything(_happening: Happening) -> bool:
    return True


class TimelineRow(QWidget):
    """The icon with the line to the next one, what happened and when, what was said of it, and its chips.

    A touch can be reached by Tab: F2 edits its note, Alt+J makes a hearing of it, or of the words that are selected in
    it; Del takes it away, and so does its menu. `left` when its note is no longer edited.
    """

    note_changed = Signal(int, str)
    deleted = Signal(int)
    heard = Signal(int, str)
    left = Signal()

    def __init__(self, happening: Happening, today: date, *, is_last: bool) -> None:
        super().__init__()
        self.happening = happening
        self._icon, self._is_last = _ICONS[happening.kind], is_last
        day = short_date(happening.on, today)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(happening.words, "strong" if happening.touch_id else "body", wraps=True), 1)
        head.addWidget(plain_label(day, "small", "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(28), 0, 6, 12)
        column.setSpacing(2)
        column.addLayout(head)
        self._note = plain_label(happening.note, "body", "ink2", wraps=True)
        self._note.setVisible(bool(happening.note))
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._note)
        self._column = column
        self.editor: LongEditor | None = None
        for text in happening.quotes:
            column.addWidget(plain_label(text, "body", "ink2", wraps=True))
        if happening.chips:
            holder = QWidget()
            flow = FlowLayout(holder, 5)
            for kind, text in happening.chips:
                flow.addWidget(_ShortChip(text, _CHIP_ICONS[kind]))
            column.addWidget(holder)
        said = (happening.words, day, happening.note, *happening.quotes, *(text for _, text in happening.chips))
        self.setAccessibleName(". ".join(text for text in said if text))
        if happening.touch_id:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_editing(self) -> bool:
        """Whether its note is being typed."""
        return self.editor is not None

    def edit(self) -> None:
        """Edit the note: Ctrl+Enter or leaving keeps it, Esc does not."""
        if self.editor is None and self.happening.touch_id:
            self.editor = LongEditor()
            self.editor.setAccessibleName(self.tr("Note"))
            self.editor.show_text(self.happening.note)
            self.editor.left.connect(lambda keeps: self._end(keeps=keeps))
            self.editor.abandoned.connect(lambda: self._end(keeps=True))
            SelectedWords(self.editor, takes_all=True).told.connect(self._hear)
            self._note.hide()
            self._column.insertWidget(1, self.editor)
            self.editor.show()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.happening.touch_id and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        elif self.happening.touch_id and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(self.happening.touch_id)
        elif self.happening.touch_id and is_hear_key(event):
            self._hear(self._note.selectedText() or self.happening.note)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.happening.touch_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit the note\tF2"), self.edit)
        if self.happening.note:
            words = self._note.selectedText() or self.happening.note
            menu.addAction(
                self.tr("They asked or objected\tAlt+J"), lambda: QTimer.singleShot(0, partial(self._hear, words))
            )
        take_away = partial(self.deleted.emit, self.happening.touch_id)
        menu.addAction(self.tr("Delete this touch\tDel"), lambda: QTimer.singleShot(0, take_away))
        menu.popup(event.globalPos())

    def _hear(self, words: str) -> None:
        self.heard.emit(self.happening.touch_id, " ".join(words.split()))

    def _end(self, *, keeps: bool) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        typed = editor.typed
        editor.hide()
        editor.deleteLater()
        self._note.setVisible(bool(self.happening.note))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if keeps and typed != self.happening.note:
            self.note_changed.emit(self.happening.touch_id, typed)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), scaled(16)
        paint_icon(painter, QRectF(0, 1, side, side), self._icon, tokens().ink2)
        if not self._is_last:
            painter.fillRect(QRectF(side / 2 - 0.5, side + 5, 1, self.height() - side - 9), QColor(tokens().line))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(side + 5, -1, -1, -7), 6, 6)


class _ShortChip(Chip):
    """An outline chip that is no wider than the pane; the whole text is in its tooltip."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text, "outline", icon_name)
        self._whole = text
        self.ensurePolished()
        self._hint = QLabel.sizeHint(self)

    def sizeHint(self) -> QSize:
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(48), self._hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - (self._hint.width() - self.fontMetrics().horizontalAdvance(self._whole))
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(tooltip(self._whole) if shown != self._whole else "")
