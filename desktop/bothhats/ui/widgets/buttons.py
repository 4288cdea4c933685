"""Buttons in their four kinds and chips that can be pressed, with icons that follow the theme."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QPushButton

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens

_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON_TOKENS = {"primary": "on_ink", "destructive": "late"}


class Button(QPushButton):
    """`kind` is primary, secondary, quiet or destructive; only the keyboard gives it the focus."""

    def __init__(self, text: str = "", kind: str = "secondary", icon_name: str = "", *, is_small: bool = False) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._icon_pixels = 15 if is_small else 17
        self._kind = kind
        self._why_off = ""
        self.setProperty("kind", kind)
        self.setProperty("small", "true" if is_small else "false")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tint()

    def set_icon(self, icon_name: str, pixels: int = 0) -> None:
        """Show another icon, perhaps at another size of the design."""
        self._icon_name = icon_name
        self._icon_pixels = pixels or self._icon_pixels
        self._tint()

    @property
    def why_off(self) -> str:
        """Why it does nothing now; blank when it works."""
        return self._why_off

    def set_off(self, why: str) -> None:
        """Take its effect away but not its focus, so that everybody can learn why; blank gives it back."""
        self._why_off = why
        self.setProperty("off", "true" if why else "false")
        self.setToolTip(why or (self.accessibleName() if not self.text() else ""))
        self.setAccessibleDescription(why)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()

    def hitButton(self, pos: QPoint) -> bool:
        return not self._why_off and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._why_off and event.key() in _PRESSES:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.window(), QDialog):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if self._why_off and event.type() == QEvent.Type.Shortcut:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if not self._icon_name:
            return
        size, room = scaled(self._icon_pixels), scaled(4) if self.text() else 0
        is_before = self.layoutDirection() != Qt.LayoutDirection.RightToLeft
        token = "ink3" if self._why_off else _ICON_TOKENS.get(self._kind, "ink")
        self.setIconSize(QSize(size + room, size))
        self.setIcon(icon(self._icon_name, tokens().colour(token), tokens().ink3, size, room if is_before else -room))


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
    """One of many: a chip that can be chosen; the chosen one is ticked and bold."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.value = text
        self.setProperty("chip", "reason")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._tick)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.isChecked():
            return hint
        plain, strong = (QFontMetrics(font(role)).horizontalAdvance(self.value) for role in ("body", "strong"))
        return QSize(hint.width() + strong - plain + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tick(self, is_chosen: bool) -> None:
        size = scaled(14)
        self.setIconSize(QSize(size + 4, size))
        self.setIcon(icon("check", tokens().ink, "", size, 4) if is_chosen else QIcon())
        self.updateGeometry()


class SuggestionChip(Button):
    """A dashed chip with a plus: something that can be taken."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"), "secondary", "plus")
        self.setProperty("chip", "suggestion")
        self.setAccessibleName(text)
        self.set_icon("plus", 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens().edge if self.isEnabled() else tokens().line2), 1)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        radius = (self.height() - 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class FilterChip(Button):
    """A chip that says one part of a filter; clicking takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"), "secondary", "x")
        self.setProperty("chip", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_icon("x", 12)
