"""Where the owner was in a part and what was half typed there, so that building it anew takes nothing away."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

from bothhats.ui.widgets.segment import Segment
from bothhats.ui.widgets.segments import Segments

Key = tuple[str, str, int]


@dataclass(slots=True)
class KeptPlace:
    """The focused control and its number; the text and cursor of each field that was typed in and not kept yet."""

    focus: Key | None = None
    number: int = 0
    typed: dict[Key, tuple[str, int]] = field(default_factory=dict)


def leave(body: QWidget | None) -> KeptPlace:
    """Remember it and silence the fields, which would otherwise keep half a word as they lose the focus."""
    place = KeptPlace()
    if body is None:
        return place
    focused = QApplication.focusWidget()
    for number, (key, widget) in enumerate(_keyed(body).items()):
        if widget is focused or (focused and isinstance(widget, Segments) and widget.isAncestorOf(focused)):
            place.focus, place.number = key, number
        if isinstance(widget, QLineEdit) and widget.isModified():
            place.typed[key] = (widget.text(), widget.cursorPosition())
    for widget in (*body.findChildren(QLineEdit), *body.findChildren(QAbstractSpinBox)):
        widget.blockSignals(True)
    return place


def come_back(body: QWidget, place: KeptPlace) -> None:
    """Put it back, as far as the same controls are there; else the focus goes to what stands in its place."""
    found = _keyed(body)
    for key, (text, cursor) in place.typed.items():
        widget = found.get(key)
        if isinstance(widget, QLineEdit) and widget.text() != text:
            widget.setText(text)
            widget.setModified(True)
            widget.setCursorPosition(cursor)
    if place.focus is None or not found:
        return
    nearest = list(found.values())[min(place.number, len(found) - 1)]
    reason = Qt.FocusReason.OtherFocusReason if place.focus in place.typed else Qt.FocusReason.TabFocusReason
    found.get(place.focus, nearest).setFocus(reason)


def _keyed(body: QWidget) -> dict[Key, QWidget]:
    """Each control by its kind, what it is called (the property `place` where names change) and its number."""
    found: dict[Key, QWidget] = {}
    for widget in body.findChildren(QWidget):
        is_stop = isinstance(widget, Segments) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        name = "" if isinstance(widget, Segment) else _called(widget)  # of segments the chosen one has the focus
        if name and is_stop:
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
