"""What the machine's locale says of money and dates."""

import locale


def local_currency() -> str:
    """The ISO code of the locale's currency, else EUR."""
    try:
        locale.setlocale(locale.LC_MONETARY, "")
    except locale.Error:
        return "EUR"
    code = str(locale.localeconv()["int_curr_symbol"]).strip()
    return code if len(code) == 3 else "EUR"


def is_day_first() -> bool:
    """Whether 3/4 is the third of April here; only American English writes the month first."""
    language = locale.setlocale(locale.LC_TIME)
    return not language.startswith(("en_US", "English_United States"))
