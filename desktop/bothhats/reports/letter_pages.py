"""The letter on paper: one page where it fits, with the funnel of the month's leads below it."""

import sqlite3
from datetime import date

from bothhats.domain.wording import long_date, month_name
from bothhats.queries.figures import cohort_of
from bothhats.queries.funnel import funnel_of
from bothhats.queries.progress import read_progress
from bothhats.queries.review_month import period_of_month
from bothhats.queries.settings import read_settings
from bothhats.reports.letter_text import resolved_markdown
from bothhats.reports.page_type import SERIF
from bothhats.reports.pdf import Pages, pdf_of
from bothhats.reports.review_letter import known_review, letter_of, title_of

_WIDTH = 860  # pixels across the chart: its words come out a little smaller than the letter's
_POINTS, _LEAST_POINTS = 10.5, 8.5


def letter_pages(connection: sqlite3.Connection, month: str, letter: str) -> Pages:
    """The letter, Markdown with references, as pages; without leads there is no funnel."""
    markdown, footer, pictures = resolved_markdown(connection, letter), [title_of(month)], {}
    business = read_settings(connection).business_name.strip()
    period = period_of_month(month)
    funnel = funnel_of(cohort_of(read_progress(connection, period.as_of), period))
    if business:
        footer.append(business)
    if funnel.leads:
        from bothhats.charts.funnel import draw_funnel
        from bothhats.charts.on_paper import PAPER_COLOURS, PAPER_FAMILIES, png_of

        drawing = draw_funnel(funnel, _WIDTH, PAPER_COLOURS, PAPER_FAMILIES)
        pictures["funnel"] = png_of(drawing.figure)
        markdown += "\n![The funnel](funnel)\n"
        footer.append(f"The funnel: who arrived in {month_name(month)}, as of {long_date(period.as_of, period.as_of)}")
    return Pages(markdown, title_of(month), " · ".join(footer), pictures, SERIF, _POINTS, _LEAST_POINTS)


def letter_pdf(connection: sqlite3.Connection, month: str, letter: str) -> bytes:
    """The letter as a PDF on the paper of the settings."""
    return pdf_of(letter_pages(connection, month, letter), read_settings(connection).paper)


def review_pdf(connection: sqlite3.Connection, month: str, today: date) -> bytes:
    """The letter of a month's review, finished or not. Raises KnownProblem for no review."""
    return letter_pdf(connection, month, letter_of(connection, known_review(connection, month), today))
