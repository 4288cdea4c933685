"""A period with its charts: Markdown with pictures beside it, or pages for a PDF and a printer."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bothhats.domain.wording import long_date
from bothhats.queries.report import build_report
from bothhats.queries.scope import Scope
from bothhats.queries.settings import read_settings
from bothhats.reports.period_charts import PrintedChart, Told, printed_charts
from bothhats.reports.period_text import escaped, report_markdown
from bothhats.storage.safe_write import write_whole, written_aside

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable
    from bothhats.reports.pdf import Pages


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """What a report says, as Markdown without its charts, and the charts; the footer names file and period."""

    title: str
    text: str
    charts: Sequence[PrintedChart]
    footer: str
    paper: str = ""


def period_report(
    connection: sqlite3.Connection,
    scope: Scope,
    by: Sequence[str] = (),
    told: Told = lambda _done, _of: None,
) -> PeriodReport:
    """The figures of a period and every chart; of some sources or campaigns only the charts, which say so.

    A file without leads has no charts.
    """
    period = scope.period
    is_whole = scope.source_ids is None and scope.campaign_ids is None
    document = build_report(connection, period.start, period.end, period.as_of, by)
    days = _days(scope)
    of = "" if is_whole else _of(connection, scope)
    text = report_markdown(document) if is_whole else f"# Insights\n\n{escaped(days)}{of}\n"
    has_leads = connection.execute("SELECT 1 FROM lead WHERE binned_at IS NULL LIMIT 1").fetchone()
    charts = tuple(printed_charts(connection, scope, told)) if has_leads else ()
    settings = read_settings(connection)
    footer = " · ".join(part for part in (settings.business_name.strip(), days) if part)
    return PeriodReport("Leads, conversations, closes", text, charts, footer, settings.paper)


def write_markdown(report: PeriodReport, target: Path) -> None:
    """The Markdown, with its pictures in a folder beside it. Raises FileNotWritable, DiskFull."""
    folder = target.with_name(f"{target.stem}-charts")
    drawn = [chart for chart in report.charts if chart.picture]
    with written_aside(target) as aside:
        if drawn:
            folder.mkdir(exist_ok=True)
        for chart in drawn:
            write_whole(folder / f"{chart.id}.png", chart.picture)
        aside.write_text(report.text + "".join(_in_markdown(report.charts, quote(folder.name))), encoding="utf-8")


def pages_of(report: PeriodReport) -> "Pages":
    """The same as pages: each chart with its sentence."""
    from bothhats.reports.pdf import Pages

    parts = [f"\n## {escaped(chart.title)}\n{_drawn(chart)}" for chart in report.charts]
    pictures = {chart.id: chart.picture for chart in report.charts if chart.picture}
    return Pages(report.text + "".join(parts), report.title, report.footer, pictures)


def pages_of_chart(chart: PrintedChart, scope: Scope) -> "Pages":
    """One chart with its numbers, and how they are counted."""
    from bothhats.reports.pdf import Pages

    markdown = f"# {escaped(chart.title)}\n{_drawn(chart)}\n{_numbers(chart.table)}\n{escaped(chart.note)}\n"
    return Pages(markdown, chart.title, _days(scope), {chart.id: chart.picture} if chart.picture else {})


def period_pdf(report: PeriodReport) -> bytes:
    """The pages as a PDF on the paper of the settings; Qt is loaded here."""
    from bothhats.reports.pdf import pdf_of

    return pdf_of(pages_of(report), report.paper)


def _days(scope: Scope) -> str:
    period = scope.period
    return f"{long_date(period.start)} to {long_date(period.end)}, as of {long_date(period.as_of)}"


def _drawn(chart: PrintedChart) -> str:
    """The sentence, and the picture under its id."""
    picture = f"\n![{escaped(chart.title)}]({chart.id})\n" if chart.picture else ""
    return f"\n{escaped(chart.sentence)}\n{picture}"


def _numbers(table: "ChartTable") -> str:
    if not table.rows:
        return ""
    rows = [table.heads, ["---", *["---:"] * (len(table.heads) - 1)]]
    cells = [[escaped(cell) for cell in row] for row in table.rows]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in (*rows, *cells))


def _of(connection: sqlite3.Connection, scope: Scope) -> str:
    """Whose leads they are."""
    words = []
    for table, ids in (("source", scope.source_ids), ("campaign", scope.campaign_ids)):
        if ids is not None:
            names = dict(connection.execute(f"SELECT id, name FROM {table}").fetchall())
            told = ", ".join(escaped(names[each]) if each in names else "not recorded" for each in ids)
            words.append(f"; {table}: {told}")
    return "".join(words)


def _in_markdown(charts: Iterable[PrintedChart], folder: str) -> Iterable[str]:
    for chart in charts:
        yield f"\n## {escaped(chart.title)}\n\n{escaped(chart.sentence)}\n"
        if chart.picture:
            yield f"\n![{escaped(chart.title)}]({folder}/{chart.id}.png)\n"
        yield _numbers(chart.table)
        yield f"\n{escaped(chart.note)}\n"
