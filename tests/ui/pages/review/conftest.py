"""The review of September, open on a page of the tests' size."""

import pytest

from bothhats.ui.pages.review.page import ReviewPage


@pytest.fixture
def review(context, qtbot):
    """The review page, shown."""
    page = ReviewPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page
