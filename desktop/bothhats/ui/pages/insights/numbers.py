"""A chart's numbers as text: as CSV, and this period's beside those of the one before; pure but for its words."""

import csv
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bothhats.exchange.spreadsheet_cell import safe_cell
from bothhats.ui.pages.insights.chart_asking import Answered
from bothhats.ui.pages.insights.scope_words import period_words

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable


def table_text(table: "ChartTable", separator: str = ",") -> str:
    """A chart's numbers as CSV, in which no name becomes a formula."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([safe_cell(text) for text in row] for row in table.rows)
    return written.getvalue()


def together(answered: Answered) -> "ChartTable":
    """The numbers; where two periods are compared, each row says last of which it is."""
    now, before, question = answered.told.table, answered.before, answered.question
    if before is None or question.before is None:
        return now
    rows = [(*row, period_words(question.scope.period)) for row in now.rows]
    rows += [(*row, period_words(question.before.period)) for row in before.table.rows]
    return type(now)((*now.heads, QCoreApplication.translate("ChartCard", "Period")), tuple(rows))
