"""Dates of a lead that contradict each other: kept and counted as given, and said."""

from collections.abc import Mapping
from datetime import date

from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.outcome_words import OUTCOME_DATES
from bothhats.exchange.row_values import RowValues

_AFTER_ARRIVAL = ("qualified_on", "sales_ready_on", "contacted_on", "conversation_on", "opportunity_on")
_BEFORE_THE_END = ("conversation_on", "opportunity_on")


def warn_of_contradictions(
    values: RowValues, columns: ColumnMap, arrived_on: date, earlier: Mapping[str, date]
) -> None:
    """One warning for each date of the row that lies before what must come first; `earlier`: dates it has."""
    dates = {**earlier, **values.dates}
    for field in _AFTER_ARRIVAL:
        if field in values.dates and dates[field] < arrived_on:
            _warn(values, columns, field, f"This lies before the lead arrived, on {arrived_on.isoformat()}.")
    talked, offered = dates.get("conversation_on"), dates.get("opportunity_on")
    if talked and offered and arrived_on <= offered < talked and "opportunity_on" in values.dates:
        _warn(values, columns, "opportunity_on", f"This lies before the conversation, on {talked.isoformat()}.")
    _warn_of_an_early_end(values, columns, arrived_on, dates)


def _warn_of_an_early_end(values: RowValues, columns: ColumnMap, arrived_on: date, dates: Mapping[str, date]) -> None:
    if values.ending is None:
        return
    field = next(name for name, outcome in OUTCOME_DATES if outcome is values.ending.outcome)
    field = field if field in values.written else "closed_on"
    latest = max((dates[name] for name in _BEFORE_THE_END if name in dates), default=arrived_on)
    if values.ending.on < arrived_on:
        _warn(values, columns, field, f"It ended before it arrived, on {arrived_on.isoformat()}.")
    elif values.ending.on < latest:
        _warn(values, columns, field, f"It ended before what came last, on {latest.isoformat()}.")


def _warn(values: RowValues, columns: ColumnMap, field: str, reason: str) -> None:
    values.warn(columns.column_of(field), values.written[field], reason)
