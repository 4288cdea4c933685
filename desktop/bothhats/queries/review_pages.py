"""Where a draft was left: a fact of the app, beside the review itself, so that turning a page is no undo step."""

PAGE = "coalesce((SELECT CAST(value AS INTEGER) FROM app_state WHERE name = 'review_page_' || month), page)"
