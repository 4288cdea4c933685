"""The lists that belong to the owner and are kept tidy in the same way."""

from enum import StrEnum


class OwnList(StrEnum):
    """Sources, reasons, tags; the value is what one row of it is called."""

    SOURCE = "source"
    REASON = "reason"
    TAG = "tag"
