"""What an import in the window knows at each step; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bothhats.domain.lead_fields import IDENTITY_FIELDS
from bothhats.exchange.column_dates import AmbiguousDates
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.existing import Existing
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.presets import recognise
from bothhats.exchange.table import Table


@dataclass(frozen=True, slots=True)
class ImportState:
    """A file that was read, which column is which field, the key, how dates are written, and the plan so far.

    `ambiguous` is the date column that has to be asked about; then there is no plan.
    """

    name: str
    table: Table
    fields: Mapping[int, str] = field(default_factory=dict)
    key: str | None = None
    date_format: str | None = None
    plan: ImportPlan | None = None
    ambiguous: AmbiguousDates | None = None

    @property
    def options(self) -> ImportOptions:
        """What the plan is made with; a column that was left out stays an extra field."""
        maps = tuple((self.table.header[place], name) for place, name in self.fields.items())
        rest = tuple((head, "") for place, head in enumerate(self.table.header) if place not in self.fields and head)
        return ImportOptions(maps + rest, self.key, (), (), self.date_format)

    @property
    def says_who(self) -> bool:
        """Whether some column says who the leads are."""
        return bool(set(self.fields.values()) & set(IDENTITY_FIELDS))

    def sample(self, column: int) -> str:
        """The first cell of a column that is not blank."""
        return next((row[column].strip() for row in self.table.rows if column < len(row) and row[column].strip()), "")

    def with_field(self, column: int, name: str) -> "ImportState":
        """The column is this field now, and no other column is; '' leaves it an extra field."""
        kept = {place: each for place, each in self.fields.items() if place != column and each != name}
        return replace(self, fields={**kept, **({column: name} if name else {})}, plan=None)

    def planned(self, existing: Existing, today: date) -> "ImportState":
        """With the plan, or with the question about dates. Raises KnownProblem where the file cannot be used."""
        try:
            plan = plan_import(self.table, self.options, existing, today)
        except AmbiguousDates as question:
            return replace(self, ambiguous=question, plan=None)
        return replace(self, plan=plan, ambiguous=None)


def read_file(name: str, content: bytes) -> ImportState:
    """Read a file and recognise its columns. Raises KnownProblem for what is no list."""
    table = read_csv(content)
    return ImportState(name, table, recognised(table))


def recognised(table: Table) -> dict[int, str]:
    """The field of each column whose head is known."""
    return {places[0]: name for name, places in recognise(table.header).items() if places}
