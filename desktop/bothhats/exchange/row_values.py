"""What the cells of one row say, each by the kind of its field; what cannot be read is a problem."""

from dataclasses import dataclass, field
from datetime import date

from bothhats.domain.pipeline import Outcome, Stage
from bothhats.exchange.planned import Ending, Issue


@dataclass(slots=True)
class RowValues:
    """What a row says; blank cells are absent. `dates` by field, `written` as their cells have them."""

    row: int
    texts: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    source: str | None = None
    campaign: str | None = None
    value: int | None = None
    reason: str | None = None
    stage: Stage | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    ending: Ending | None = None
    problems: list[Issue] = field(default_factory=list)
    warnings: list[Issue] = field(default_factory=list)

    def warn(self, column: str | None, value: str, reason: str) -> None:
        """The row is used; the owner should know."""
        self.warnings.append(Issue(self.row, column, value, reason))

    def refuse(self, column: str | None, value: str, reason: str) -> None:
        """The row is skipped."""
        self.problems.append(Issue(self.row, column, value, reason))
