"""One of the owner's lists in a card: names that are edited in place, a menu to merge and retire, a line to add."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from bothhats.domain.own_lists import OwnList
from bothhats.queries.own_lists import OwnRow
from bothhats.ui.pages.playbook.drag_handle import DragHandle
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.widgets.buttons import IconButton, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.typing_line import TypingLine


class NameField(TypingLine):
    """A name where it stands; Enter or leaving it keeps what was typed, Esc gives back what was there."""

    renamed = Signal(str)

    def __init__(self, name: str, label: str, place: str) -> None:
        super().__init__(name)
        self._before = name
        self.setAccessibleName(label)
        self.setProperty("place", place)
        self.setProperty("quiet", "true")
        self.setCursorPosition(0)
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text().strip() != self._before:
            self.renamed.emit(self.text())


class ListCard(QFrame):
    """`row_beside` puts more into a row; `is_ordered` lists move by Alt with the arrows."""

    def __init__(
        self,
        part: Part,
        of: OwnList,
        rows: Sequence[OwnRow],
        row_beside: Callable[[OwnRow], QWidget] | None = None,
        *,
        counted: str,
        is_ordered: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._part, self._of = part, of
        self._present = [row for row in rows if not row.is_retired]
        self._row_beside, self._counted, self._is_ordered = row_beside, counted, is_ordered
        self.names: list[QLineEdit] = []
        self._upkeep = part.context.workspace.list_upkeep
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(6)
        for row in self._present:
            self.body.addWidget(self._row(row))
        self._add_retired([row for row in rows if row.is_retired])

    def add_line(self, example: str, label: str, add: Callable[[str], object]) -> QLineEdit:
        """A field at the end for another one, which it returns."""
        field = TypingLine()
        field.setPlaceholderText(example)
        field.setAccessibleName(label)
        field.returnPressed.connect(lambda: self._part.do(lambda: add(field.text()), field))
        self.body.insertWidget(len(self._present), field)
        self.names.append(field)
        return field

    def go(self, field: QWidget, by: int) -> None:
        """To the name above or below."""
        place = self.names.index(field) + by if field in self.names else -1
        if 0 <= place < len(self.names):
            self.names[place].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def first(self) -> QLineEdit:
        """Where one goes in."""
        return self.names[0]

    def _row(self, row: OwnRow) -> QWidget:
        name = NameField(row.name, self.tr("Name of {name}").format(name=row.name), f"{self._of}-{row.id}")
        name.renamed.connect(lambda text: self._part.do(lambda: self._upkeep.rename(self._of, row.id, text), name))
        more = IconButton("ellipsis", self.tr("More for {name}").format(name=row.name), "quiet", is_small=True)
        more.setProperty("place", f"{self._of}-{row.id}-more")
        more.setMenu(lazy_menu(more, lambda menu: self._fill_menu(menu, row)))
        used = plain_label(str(row.used) if row.used else "–", "small", "ink2" if row.used else "ink3")
        used.setToolTip(self._counted.format(n=row.used))
        used.setMinimumWidth(24)
        used.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.names.append(name)
        holder = _Row(self, row.id)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if self._is_ordered:
            handle = DragHandle(holder, self.body.spacing())
            handle.dropped.connect(lambda by: self.move_row(row.id, by))
            line.setSpacing(4)
            line.addWidget(handle)
        line.addWidget(name, 1)
        if self._row_beside:
            line.addWidget(self._row_beside(row))
        line.addWidget(used)
        line.addWidget(more)
        return holder

    def _fill_menu(self, menu: QMenu, row: OwnRow) -> None:
        if self._is_ordered:
            menu.addAction(self.tr("Move &up\tAlt+Up")).triggered.connect(lambda: self.move_row(row.id, -1))
            menu.addAction(self.tr("Move &down\tAlt+Down")).triggered.connect(lambda: self.move_row(row.id, 1))
        others = [other for other in self._present if other.id != row.id]
        into = menu.addMenu(self.tr("&Merge into"))
        into.setEnabled(bool(others))
        for other in others:
            action = into.addAction(other.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, kept=other.id: self._merge(kept, row.id))
        words = self.tr("&Take it off all leads") if self._of is OwnList.TAG else self.tr("&Retire")
        menu.addAction(words).triggered.connect(lambda: self._retire(row.id))

    def _merge(self, kept_id: int, other_id: int) -> None:
        self._part.do(lambda: self._upkeep.merge(self._of, kept_id, other_id))

    def _retire(self, row_id: int) -> None:
        self._part.do(lambda: self._upkeep.retire(self._of, row_id, self._part.context.today()))

    def move_row(self, row_id: int, by: int) -> None:
        """So many places down, as far as it goes, where the list has an order."""
        ids = [row.id for row in self._present]
        if self._is_ordered and moved(ids, row_id, by):
            self._part.do(lambda: self._upkeep.order_reasons(ids))

    def _add_retired(self, retired: Sequence[OwnRow]) -> None:
        if not retired:
            return
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(plain_label(self.tr("Retired:"), "small", "ink3"))
        for row in retired:
            back = SuggestionChip(row.name)
            back.setToolTip(self.tr("Bring it back"))
            back.clicked.connect(
                lambda _on=False, row_id=row.id: self._part.do(lambda: self._upkeep.bring_back(self._of, row_id))
            )
            flow.addWidget(back)
        self.body.addWidget(holder)


def moved(ids: list[int], row_id: int, by: int) -> bool:
    """Move one of them so many places down, as far as it goes; whether that was anywhere else."""
    place = ids.index(row_id)
    goal = min(max(place + by, 0), len(ids) - 1)
    ids.insert(goal, ids.pop(place))
    return goal != place


def lazy_menu(parent: QWidget, fill: Callable[[QMenu], None]) -> QMenu:
    """A menu that is filled when it is first opened: a list has dozens of them."""
    menu = QMenu(parent)
    menu.aboutToShow.connect(lambda: fill(menu) if menu.isEmpty() else None)
    return menu


class _Row(QWidget):
    def __init__(self, card: ListCard, row_id: int) -> None:
        super().__init__()
        self._card, self._row_id = card, row_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        focused = self.focusWidget()
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._card.move_row(self._row_id, by)
        elif by and focused is not None:
            self._card.go(focused, by)
        else:
            super().keyPressEvent(event)
