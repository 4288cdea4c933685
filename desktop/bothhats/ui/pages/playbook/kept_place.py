"""Where the owner was in a part and what was half typed there, so that building it anew takes nothing away."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

Key = tuple[str, str, int]


@dataclass(slots=True)
class KeptPlace:
    """The focused control, and the text and cursor of each field that was typed in and not kept yet."""

    focus: Key | None = None
    typed: dict[Key, tuple[str, int]] = field(default_factory=dict)


def leave(body: QWidget | None) -> KeptPlace:
    """Remember it and silence the fields, which would otherwise keep half a word as they lose the focus."""
    place = KeptPlace()
    if body is None:
        return place
    focused = QApplication.focusWidget()
    for key, widget in _keyed(body).items():
        if widget is focused:
            place.focus = key
        if isinstance(widget, QLineEdit) and widget.isModified():
            place.typed[key] = (widget.text(), widget.cursorPosition())
    for widget in (*body.findChildren(QLineEdit), *body.findChildren(QAbstractSpinBox)):
        widget.blockSignals(True)
    return place


def come_back(body: QWidget, place: KeptPlace) -> None:
    """Put it back, as far as the same controls are there."""
    found = _keyed(body)
    for key, (text, cursor) in place.typed.items():
        widget = found.get(key)
        if isinstance(widget, QLineEdit) and widget.text() != text:
            widget.setText(text)
            widget.setModified(True)
            widget.setCursorPosition(cursor)
    if place.focus in found:
        found[place.focus].setFocus()


def _keyed(body: QWidget) -> dict[Key, QWidget]:
    """Each control by its kind, what it is called (the property `place` where names change) and its number."""
    found: dict[Key, QWidget] = {}
    for widget in body.findChildren(QWidget):
        name = _called(widget)
        if name:
            number = 0
            while (key := (type(widget).__name__, name, number)) in found:
                number += 1
            found[key] = widget
    return found


def _called(widget: QWidget) -> str:
    text = widget.property("text") if widget.property("checkable") is not None else ""
    own = widget.property("place") or widget.accessibleName() or text
    above = widget.parentWidget()
    return f"{(above.property('place') or above.accessibleName()) if above else ''}/{own}" if own else ""
