"""Words typed into a dialog that was closed again, kept in memory while the window is open."""

from dataclasses import dataclass, field

from bothhats.domain.lead import TouchReport


@dataclass(slots=True)
class Drafts:
    """The line of the quick add, and what was told of a touch, by lead (None: no lead was named)."""

    quick_add: str = ""
    touches: dict[int | None, TouchReport] = field(default_factory=dict)
