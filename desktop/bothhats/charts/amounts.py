"""Money in charts."""

from bothhats.domain.money import currency_of, format_for_people


def money(amount: int, currency: str) -> str:
    """ "£2,400": minor units as people write them."""
    return format_for_people(amount, currency_of(currency))


def rounded(amount: int, currency: str) -> str:
    """The same without minor units, rounded: for sums and means that nobody paid to the penny."""
    units = 10 ** currency_of(currency).digits
    return money((2 * amount + units) // (2 * units) * units, currency)
