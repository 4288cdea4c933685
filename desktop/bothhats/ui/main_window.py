"""The window: rail, sheet, menus, toast. It wires places together and decides nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import KnownProblem
from bothhats.queries.undo_labels import undo_labels
from bothhats.ui.context import Context
from bothhats.ui.dropped_text import is_welcome, list_in, text_of
from bothhats.ui.menus import Menus
from bothhats.ui.outside_world import OutsideWorld
from bothhats.ui.page import Page, Searches, SelectsLeads
from bothhats.ui.visited import Visited
from bothhats.ui.widgets.banner import Banner
from bothhats.ui.widgets.rail import Rail
from bothhats.ui.widgets.sheet import Sheet
from bothhats.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from bothhats.ui.lead_actions import LeadActions

PageMaker = Callable[[Context], QWidget]
_QUIET_TABLES = frozenset({"setting", "review", "review_answer"})


class MainWindow(QMainWindow):
    """`pages` makes each place when it is first shown; `make_actions` the lead dialogs when first needed."""

    command_wanted = Signal(str, object)  # a command that is neither a place nor about leads
    closing = Signal()

    def __init__(
        self,
        context: Context,
        pages: Mapping[str, PageMaker],
        make_actions: Callable[[Context, QWidget], "LeadActions"],
        title: str,
    ) -> None:
        super().__init__()
        self._context = context
        self._makers = pages
        self._make_actions = make_actions
        self._actions: LeadActions | None = None
        self.pages: dict[str, QWidget] = {}
        self._visited = Visited()
        self.setWindowTitle(title)
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.menus = Menus(self, self.run)
        self._stack = QStackedWidget()
        self.banner = Banner(self.tr("Close"))
        self._assemble()
        self.toast = Toast(self._sheet, self.tr("Undo"))
        self._connect()
        self._outside = OutsideWorld(context, self)
        self._outside.changed.connect(self.see_anew)
        self._name_undo()
        self.rail.saved.say(self.tr("All saved"))

    @property
    def place(self) -> str:
        """Where the window is."""
        return self._visited.here

    def show_place(self, place: str) -> QWidget:
        """Go to a place; the page there."""
        page = self._page(place)
        self._visited.go(place)
        self._show(place, page)
        return page

    def run(self, command_id: str, about: object = None) -> None:
        """Do a command by its id, on these leads, or on the selected ones where it needs some."""
        kind, _, name = command_id.partition(".")
        if command_id in ("edit.undo", "edit.redo"):
            self._turn(command_id)
        elif command_id == "search":
            self._search(about if isinstance(about, str) else "")
        elif command_id in ("go.back", "go.forward"):
            self._revisit(self._visited.back() if name == "back" else self._visited.forward())
        elif kind == "go" and name in self._makers:
            self.show_place(name)
        elif kind == "lead":
            self._lead_actions().run(command_id, about if about is not None else self.selected_lead_ids())
        else:
            self.command_wanted.emit(command_id, about)

    def show_problem(self, problem: KnownProblem) -> None:
        """A known problem as a banner with its way out."""
        self.banner.say(f"{problem.message} {problem.way_out}".strip(), is_wrong=True)

    def see_anew(self) -> None:
        """Everything may have changed: another program wrote to the file, or the day turned."""
        self._name_undo()
        for page in self.pages.values():
            if isinstance(page, Page):
                page.turn_day()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._outside.look_at_clock()

    def dispose(self) -> None:
        """Close and let go at once, so that nothing of it asks the file once that is closed."""
        self.close()
        shiboken6.delete(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()) or list_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """A list is imported; a vCard, an email or a text becomes a draft, whose dialog opens when the drag is over."""
        file = list_in(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            page = self.show_place("import")
            QTimer.singleShot(0, page, lambda: page.read_file(file))  # type: ignore[attr-defined]
            return
        try:
            text = text_of(event.mimeData())
        except KnownProblem as problem:
            self.show_problem(problem)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        QTimer.singleShot(0, self, lambda: self.run("lead.add", text))

    def _assemble(self) -> None:
        self.rail = Rail(
            [
                ("today", self.tr("Today"), "sun"),
                ("pipeline", self.tr("Pipeline"), "square-kanban"),
                ("review", self.tr("Review"), "notebook-pen"),
                ("insights", self.tr("Insights"), "chart-column-big"),
                ("playbook", self.tr("Playbook"), "book-open"),
                ("settings", self.tr("Settings"), "settings"),
            ]
        )
        self._sheet = Sheet()
        holder = QWidget()
        margin = QHBoxLayout(holder)
        margin.setContentsMargins(20, 10, 20, 0)
        margin.addWidget(self.banner)
        self._banner_holder = holder
        self._sheet.column.addWidget(holder)
        self._sheet.column.addWidget(self._stack, 1)
        body = QWidget()
        body.setObjectName("chrome")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._sheet, 1)
        self.setCentralWidget(body)
        holder.setVisible(False)

    def _connect(self) -> None:
        navigation = self._context.navigation
        self.rail.chosen.connect(self.show_place)
        self._stack.currentChanged.connect(self.toast.place)
        self.toast.undo_wanted.connect(lambda: self.run("edit.undo"))
        self._context.feed.committed.connect(self._on_committed)
        navigation.place_requested.connect(self.show_place)
        navigation.part_requested.connect(self._show_part)
        navigation.lead_requested.connect(self._show_lead)
        navigation.leads_requested.connect(self._show_leads)
        navigation.review_requested.connect(self._show_review)
        navigation.command_requested.connect(self.run)
        navigation.problem_raised.connect(self.show_problem)
        navigation.told.connect(self._on_told)
        self.banner.installEventFilter(self)

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.banner:
            self._banner_holder.setVisible(not self.banner.isHidden())
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _page(self, place: str) -> QWidget:
        if place not in self.pages:
            page = self._makers[place](self._context)
            self.pages[place] = page
            badge = getattr(page, "badge_changed", None)
            if badge is not None:
                badge.connect(self._on_badge)
            self._stack.addWidget(page)  # the first one is shown at once, and tells its badge
        return self.pages[place]

    def _show(self, place: str, page: QWidget) -> None:
        self.rail.show_place(place)
        self._stack.setCurrentWidget(page)
        if not page.isAncestorOf(self.focusWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _revisit(self, place: str) -> None:
        if place:
            self._show(place, self._page(place))

    def _show_part(self, place: str, part: str) -> None:
        page = self.show_place(place)
        page.show_part(part)  # type: ignore[attr-defined]

    def _show_lead(self, lead_id: int) -> None:
        page = self.show_place("pipeline")
        page.show_lead(lead_id)  # type: ignore[attr-defined]

    def _show_leads(self, ids: object, words: str) -> None:
        page = self.show_place("pipeline")
        page.show_leads(ids, words)  # type: ignore[attr-defined]

    def _show_review(self, month: str) -> None:
        page = self.show_place("review")
        page.open_review(month or None)  # type: ignore[attr-defined]

    def _search(self, text: str) -> None:
        page = self._stack.currentWidget()
        if text or not isinstance(page, Searches):
            page = self.show_place("pipeline")
        if isinstance(page, Searches):
            page.focus_search(text)

    def selected_lead_ids(self) -> list[int]:
        """The leads that a command of the menu would be about."""
        page = self._stack.currentWidget()
        return page.selected_lead_ids() if isinstance(page, SelectsLeads) else []

    def _lead_actions(self) -> "LeadActions":
        if self._actions is None:
            self._actions = self._make_actions(self._context, self)
        return self._actions

    def _turn(self, command_id: str) -> None:
        from bothhats.ui import turning  # late: not before the first paint

        (turning.undo if command_id == "edit.undo" else turning.redo)(self._context, self)

    def _on_committed(self, changes: ChangeSet) -> None:
        self._name_undo()
        if changes.kind == "undo":
            self.toast.say(self.tr("Undone: {step}").format(step=changes.label), with_undo=False)
        elif changes.kind == "redo":
            self.toast.say(self.tr("Done again: {step}").format(step=changes.label), with_undo=True)
        elif changes.kind == "lasting":
            self.toast.say(changes.label, with_undo=False)
        elif not changes.rows.keys() <= _QUIET_TABLES:
            self.toast.say(changes.label, with_undo=True)

    def _on_told(self, words: str) -> None:
        """A method, which Qt lets go of with its window; the navigation outlives it."""
        self.toast.say(words, with_undo=False)

    def _name_undo(self) -> None:
        self.menus.name_undo(*undo_labels(self._context.workspace.reader))

    def _on_badge(self, count: int) -> None:
        self.rail.set_badge("today", count, self.tr("{count} to do").format(count=count))

    def focus_next_region(self) -> None:
        """Go from the rail to the sheet and back (F6)."""
        in_rail = self.rail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        page = self._stack.currentWidget()
        target = page if in_rail and page is not None else self.rail
        for child in target.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(target) and child.isEnabled():
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return
