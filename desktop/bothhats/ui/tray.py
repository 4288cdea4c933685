"""In the tray: the way back to the window, and in the morning one notification that says what the day holds."""

import sys
from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from bothhats.domain.wording import capitalised, told
from bothhats.queries.pressing import Pressing, pressing
from bothhats.ui.context import Context

MORNING = time(8)
LONGEST_WAIT = timedelta(hours=1)
AGAIN = timedelta(hours=1)
SHOWN_MS = 20_000
TRAY_ON_THE_BUS = "org.kde.StatusNotifierWatcher"  # any other tray of Linux lets Qt draw the notification itself
NOTIFICATIONS = "org.freedesktop.Notifications"


class Tray(QObject):
    """`opened` asks for Today, `adding` for a new lead, `quitting` for the end; `now` tells the local time."""

    opened = Signal()
    adding = Signal()
    quitting = Signal()
    reminded = Signal(str)

    def __init__(
        self, context: Context, icon: QIcon, parent: QObject, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self._context, self._now = context, now
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip("Both Hats")
        self._menu = QMenu()
        self._menu.addAction(self.tr("&Today"), self.opened.emit)
        self._menu.addAction(self.tr("&Add a lead…"), self.adding.emit)
        self.again_action = self._menu.addAction(self.tr("&Remind me in an hour"), self._snooze)
        self.again_action.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("&Quit"), self.quitting.emit)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.opened)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.look)
        self._not_before: datetime | None = None

    @staticmethod
    def is_possible() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @staticmethod
    def can_notify() -> bool:
        """Whether somebody shows notifications: a tray on the session bus leaves them to a server, if there is one."""
        if not sys.platform.startswith("linux"):
            return QSystemTrayIcon.supportsMessages()
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected() or not bus.interface().isServiceRegistered(TRAY_ON_THE_BUS).value():
            return True
        may_start = bus.interface().activatableServiceNames().value()
        return NOTIFICATIONS in may_start or bool(bus.interface().isServiceRegistered(NOTIFICATIONS).value())

    def begin(self) -> None:
        """Show the icon, and wait for the morning."""
        self.icon.show()
        self.look()

    def end(self) -> None:
        """Take the icon away."""
        self._next.stop()
        self.icon.hide()

    def look(self) -> None:
        """Remind where it is time to, once a day, and wait on; asleep or not, never longer than an hour."""
        now = self._now()
        if self._is_time(now):
            self._remind(now)
        morning = datetime.combine(now.date(), MORNING)
        waits = [LONGEST_WAIT, *(moment - now for moment in (morning, self._not_before) if moment and moment > now)]
        self._next.start(max(1000, int(min(waits).total_seconds() * 1000)))

    def _is_time(self, now: datetime) -> bool:
        if self._not_before is not None:
            return now >= self._not_before
        return now.time() >= MORNING and self._context.kept.reminded_on != now.date().isoformat()

    def _remind(self, now: datetime) -> None:
        """A day on which nobody waits says nothing."""
        self._not_before = None
        self._context.kept.reminded_on = now.date().isoformat()
        found = pressing(self._context.workspace.reader, self._context.today())
        if not found.names:
            return
        words = self._sentence(found)
        self.again_action.setEnabled(True)
        self.icon.showMessage(self.tr("Today"), words, self.icon.icon(), SHOWN_MS)
        self.reminded.emit(words)

    def _snooze(self) -> None:
        self._not_before = self._now() + AGAIN
        self.again_action.setEnabled(False)
        self.look()

    def _sentence(self, found: Pressing) -> str:
        """ "Two have slipped, one is for today: Leo Marchetti, Priya Nair, Sam Okoro." """
        slipped = self.tr("{n} slipped").format(n=told(found.slipped, "follow-up")) if found.slipped else ""
        today = self.tr("{n} for today").format(n=told(found.today, "follow-up")) if found.today else ""
        count = capitalised(", ".join(text for text in (slipped, today) if text))
        more = "…" if found.slipped + found.today > len(found.names) else "."
        return f"{count}: {', '.join(found.names)}{more}"

    def _on_activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()
