"""How a row says that its lead ended: an outcome word, a dated outcome, or both, and only one of them."""

from bothhats.domain.pipeline import Outcome
from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.outcome_words import OUTCOME_DATES, OUTCOME_LABELS
from bothhats.exchange.planned import Ending
from bothhats.exchange.row_values import RowValues


def find_ending(values: RowValues, columns: ColumnMap) -> None:
    """Sets the row's ending, or refuses the row; a `closed_on` that dates nothing is kept as an extra field."""
    different = list(dict.fromkeys(values.outcomes.values()))
    if len(different) > 1:
        field = list(values.outcomes)[-1]
        written = " and ".join(OUTCOME_LABELS[outcome] for outcome in different)
        values.refuse(columns.column_of(field), _written(values, field), f"The row has two outcomes: {written}.")
    elif different:
        _date_ending(values, columns, different[0])
    else:
        _keep_closing_day(values, columns, "There is no outcome for this closing day; it is kept as an extra field.")


def _date_ending(values: RowValues, columns: ColumnMap, outcome: Outcome) -> None:
    own_field = next(field for field, dated in OUTCOME_DATES if dated is outcome)
    day = values.dates.pop(own_field, None)
    if day is None:
        day = values.dates.pop("closed_on", None)
    if day is None:
        field = next(iter(values.outcomes))
        reason = f"“{OUTCOME_LABELS[outcome]}” needs its day, in {own_field} or closed_on."
        values.refuse(columns.column_of(field), _written(values, field), reason)
        return
    values.ending = Ending(outcome, day, values.reason)
    if values.dates.get("closed_on") == day:
        del values.dates["closed_on"]
    _keep_closing_day(
        values, columns, f"The lead ended on {day.isoformat()}; this other day is kept as an extra field."
    )


def _keep_closing_day(values: RowValues, columns: ColumnMap, reason: str) -> None:
    day = values.dates.pop("closed_on", None)
    if day is not None:
        column = columns.column_of("closed_on")
        values.extra[column] = values.written["closed_on"]
        values.warn(column, values.written["closed_on"], reason)


def _written(values: RowValues, field: str) -> str:
    return values.written.get(field, OUTCOME_LABELS[values.outcomes[field]])
