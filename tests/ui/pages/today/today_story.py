"""Today on the screen, and the small pieces of a story that its sections need."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bothhats.domain.lead import NextStep, TouchReport
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.ui.context import Context
from bothhats.ui.pages.today.page import TodayPage
from bothhats.workspace import Workspace
from builders import TODAY, a_lead


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def contacted(workspace: Workspace, name: str, touched: int = -10, arrived: int = -30, **what: object) -> int:
    """A lead that the owner has written to, so many days from today."""
    lead_id = a_lead(workspace, name, arrived_on=day(arrived), **what)
    workspace.touches.log(TouchReport(lead_id, TouchKind.EMAIL, day(touched), Direction.OUT), day(touched))
    return lead_id


def planned(workspace: Workspace, name: str, due: int, what: str = "Call", **facts: object) -> int:
    """A contacted lead with a follow-up so many days from today."""
    lead_id = contacted(workspace, name, **facts)
    workspace.follow_ups.set([lead_id], NextStep(day(due), what), day(-10))
    return lead_id


def row_of(workspace: Workspace, table: str, **values: object) -> int:
    """A row as it stands in the file, for what has no operation here."""
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    with workspace.journal.step("Set up"):
        found = workspace.journal.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values())
        )
    return int(found.lastrowid or 0)


class Shown:
    """The page on the screen, with what it asks of the window."""

    def __init__(self, context: Context, qtbot) -> None:
        self.context = context
        self.commands: list[tuple[str, object]] = []
        self.leads: list[int] = []
        self.parts: list[tuple[str, str]] = []
        self.reviews: list[str] = []
        self.badges: list[int] = []
        navigation = context.navigation
        navigation.command_requested.connect(lambda command, about: self.commands.append((command, about)))
        navigation.lead_requested.connect(self.leads.append)
        navigation.part_requested.connect(lambda place, part: self.parts.append((place, part)))
        navigation.review_requested.connect(self.reviews.append)
        self.page = TodayPage(context)
        self.page.badge_changed.connect(self.badges.append)
        qtbot.addWidget(self.page)
        self.page.resize(1192, 740)
        self.page.show()

    @property
    def sales(self):
        """The list of the sales column."""
        return self.page.day_view.sales.list

    @property
    def marketing(self):
        """The list of the marketing column."""
        return self.page.day_view.marketing.list

    @property
    def lead_names(self) -> list[str]:
        """The leads of the sales column, in order."""
        return [row.title for row in self.sales.rows.rows if row.kind == "lead"]

    def choose(self, kind: str, row_id: int = 0, listed=None) -> None:
        """Go to a row by the keyboard."""
        target = listed or self.sales
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.select_key((kind, row_id))

    def press(self, *keys: Qt.Key) -> None:
        """Keys for the popover that is open, else for the list with the focus."""
        for key in keys:
            QTest.keyClick(self.target(), key)

    def type(self, text: str) -> None:
        """Letters into the popover."""
        for letter in text:
            QTest.keyClicks(self.target(), letter)

    def target(self) -> QWidget:
        """Where keys go."""
        popup = QApplication.activePopupWidget()
        found = (popup.focusWidget() or popup) if popup else self.page.focusWidget()
        assert found is not None
        return found
