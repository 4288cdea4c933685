"""The reason of a row belongs to how the lead ended, else to why it is parked, else it is an extra field."""

from dataclasses import replace

from bothhats.domain.pipeline import Outcome
from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.name_book import NameBooks
from bothhats.exchange.planned import Ending
from bothhats.exchange.row_values import RowValues


def place_reason(
    values: RowValues, columns: ColumnMap, books: NameBooks, ending: Ending | None
) -> tuple[Ending | None, str | None]:
    """(the ending with its reason, the reason for parking), in the spellings in use."""
    if not values.reason:
        return ending, None
    if ending is not None:
        kind = "won" if ending.outcome is Outcome.WON else "lost"
        return replace(ending, reason=books.reasons[kind].spelled(values.reason)), None
    if "parked_until" in values.dates:
        return None, books.reasons["parked"].spelled(values.reason)
    column = columns.column_of("reason")
    values.extra[column] = values.reason
    values.warn(column, values.reason, "There is no outcome for this reason; it is kept as an extra field.")
    return None, None
