"""Notes that a program kept as a web page, as plain words."""

import re
from html.parser import HTMLParser

_IS_MARKED = re.compile(r"</(?:p|div|b|i|u|strong|em|ul|ol|li|span|a|h[1-6])>|<br\s*/?>", re.IGNORECASE)
_LINES = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES and self.text and not self.text.endswith("\n"):
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self.text += data


def without_tags(text: str) -> str:
    """The words of a text with tags such as <p> and <br>, a line each; any other text as it is."""
    if not _IS_MARKED.search(text):
        return text
    words = _Words()
    words.feed(text)
    words.close()
    return words.text.strip()
