"""The look in force: light, dark, or as the system says, and its change while running."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from bothhats.resource_files import resource
from bothhats.ui.theme.focus_ring import FocusWatch
from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.stylesheet import stylesheet
from bothhats.ui.theme.tokens import DARK, LIGHT, Tokens

_ROLES = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Accent: "ink",
}


class Theme(QObject):
    """One for the application: made before the first widget, found again by `current_theme`."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._tokens = LIGHT
        app.setProperty("theme", self)
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font("body"))
        self.focus = FocusWatch(app)
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether the dark set is in force."""
        return self._tokens is DARK

    @property
    def mode(self) -> str:
        """What was asked for: system, light or dark."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Change to system, light or dark, at once."""
        self._mode = mode
        self._apply()

    def _apply(self) -> None:
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._tokens = DARK if self._mode == "dark" or (self._mode == "system" and system_dark) else LIGHT
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, QColor(self._tokens.colour(token)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self._tokens.ink3))
        self._app.setPalette(palette)
        self.focus.colour = self._tokens.focus
        tick = resource("icons", "tick-dark.svg" if self.is_dark else "tick-light.svg")
        self._app.setStyleSheet(stylesheet(self._tokens, tick.as_posix()))
        self.changed.emit()


def current_theme() -> Theme:
    """The application's theme; widgets that paint ask for it when they paint."""
    app = QApplication.instance()
    assert app is not None
    theme = app.property("theme")
    assert isinstance(theme, Theme)
    return theme


def tokens() -> Tokens:
    """The colours in force now."""
    return current_theme().tokens
