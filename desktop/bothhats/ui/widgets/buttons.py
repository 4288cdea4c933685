"""Buttons in their four kinds, with icons that follow the theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens

_ICON_TOKENS = {"primary": "on_ink", "destructive": "late"}


class Button(QPushButton):
    """`kind` is primary, secondary, quiet or destructive; only the keyboard gives it the focus."""

    def __init__(self, text: str = "", kind: str = "secondary", icon_name: str = "", *, is_small: bool = False) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("small", "true" if is_small else "false")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(15, 15) if is_small else QSize(17, 17))
        self._tint()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            token = _ICON_TOKENS.get(self._kind, "ink")
            self.setIcon(icon(self._icon_name, tokens().colour(token), tokens().ink3))


class IconButton(Button):
    """A square button that shows an icon alone; `name` says what it does, with its object."""

    def __init__(self, icon_name: str, name: str, kind: str = "secondary", *, is_small: bool = False) -> None:
        super().__init__("", kind, icon_name, is_small=is_small)
        self.setProperty("square", "true")
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, for the tooltip and for screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)


class ReasonChip(QPushButton):
    """One of many: a chip that can be chosen."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.value = text
        self.setProperty("chip", "reason")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class SuggestionChip(Button):
    """A dashed chip with a plus: something that can be taken."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"), "secondary", "plus")
        self.setProperty("chip", "suggestion")
        self.setIconSize(QSize(13, 13))


class FilterChip(Button):
    """A chip that says one part of a filter; clicking takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"), "secondary", "x")
        self.setProperty("chip", "filter")
        self.setIconSize(QSize(12, 12))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
