"""Insights in a window, upon four leads of the last quarter and one of this month."""

import pytest

from bothhats.ui.pages.insights.page import InsightsPage
from builders import TODAY, a_lead, closed, talked

LAST_QUARTER = TODAY.replace(month=8)


@pytest.fixture
def insights(context, window):
    """The page in its window, once the test has put its leads into the file."""

    def make() -> InsightsPage:
        page = InsightsPage(context)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        return page

    return make


@pytest.fixture
def leads(workspace):
    """Four of the last quarter from two sources; two talked, one was won; one more of this month."""
    anna, bo, cy, dana = (
        a_lead(workspace, name, today=LAST_QUARTER, source=source)
        for name, source in (("Anna", "Ad"), ("Bo", "Ad"), ("Cy", "Referral"), ("Dana", "$_=Fair"))
    )
    talked(workspace, anna, LAST_QUARTER)
    talked(workspace, cy, LAST_QUARTER)
    closed(workspace, cy, on=LAST_QUARTER)
    a_lead(workspace, "Eli", source="Referral")
    return {"Anna": anna, "Bo": bo, "Cy": cy, "Dana": dana}
