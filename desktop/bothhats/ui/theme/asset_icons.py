"""The icon of each kind of content."""

ASSET_ICONS = {
    "page": "file-text",
    "case_study": "book-open-text",
    "email_template": "mail",
    "comparison": "scale",
    "pricing": "coins",
    "faq": "message-circle-question-mark",
    "deck": "presentation",
    "post": "message-square",
    "ad": "megaphone",
}
