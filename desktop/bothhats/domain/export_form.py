"""What an export can be, and of which leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bothhats.domain.problems import WrongUsage


class Form(StrEnum):
    """What an export can be; the value is the ending of its file."""

    CSV = ".csv"
    XLSX = ".xlsx"
    JSON = ".json"
    VCARD = ".vcf"
    CALENDAR = ".ics"
    CUSTOMERS = "gnucash.csv"
    TOUCHES = "touches.csv"

    @property
    def ending(self) -> str:
        """Of its file, with the dot."""
        return self.value if self.value.startswith(".") else Path(self.value).suffix


@dataclass(frozen=True, slots=True)
class Export:
    """`lead_ids` None is everything; JSON and the calendar are always everything. Lossless concerns CSV.

    `columns` are names of fields, for CSV and workbooks; without them come all, so that an import can fill them again.
    """

    form: Form
    lead_ids: Sequence[int] | None = None
    is_lossless: bool = False
    columns: Sequence[str] = ()


def form_of(target: Path) -> Form:
    """By the ending of its name. Raises WrongUsage."""
    try:
        return Form(target.suffix.lower())
    except ValueError:
        endings = ", ".join(form for form in Form if form.value.startswith("."))
        raise WrongUsage(f"{target.name} has none of the endings {endings}.", "Choose one of them.") from None
