"""How well a text fits what is typed into the palette; pure."""

from bothhats.domain.search_text import plain_text, search_words

BEGINS, WORDS, INITIALS, INSIDE = range(4)


def fit(text: str, typed: str) -> int | None:
    """0 for the best: the text begins so; its words begin so, in any order; its initials; somewhere inside. Or None."""
    words = search_words(typed)
    if not words:
        return BEGINS if not typed.strip() else None
    plain, own = plain_text(text), search_words(text)
    if plain.startswith(" ".join(words)):
        return BEGINS
    if all(any(each.startswith(word) for each in own) for word in words):
        return WORDS
    if len(words) == 1 and len(words[0]) > 1 and "".join(each[0] for each in own).startswith(words[0]):
        return INITIALS
    return INSIDE if all(len(word) > 2 and word in plain for word in words) else None
