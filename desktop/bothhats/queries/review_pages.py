"""Where a draft was left, and when a review is due.

The page is a fact of the app, beside the review itself, so that turning a page is no undo step.
"""

from datetime import date

from bothhats.queries.months import first_day, last_day, shifted

PAGE = "coalesce((SELECT CAST(value AS INTEGER) FROM app_state WHERE name = 'review_page_' || month), page)"


def on_time_until(month: str, by_day: int) -> date:
    """The last day on which the review of a month is on time; in a month that is too short, its last day."""
    after = shifted(month, 1)
    return first_day(after).replace(day=max(1, min(by_day, last_day(after).day)))
