"""What a filter says, choice by choice: the words of its chips, and the filter without each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.wording import short_date
from bothhats.ui.pages.pipeline.filter_choices import Choices
from bothhats.ui.pages.pipeline.lead_model import short_money


def chosen(
    lead_filter: LeadFilter, fields: Sequence[Choices], currency: str, today: date
) -> Iterator[tuple[str, LeadFilter]]:
    """Each choice in words with the filter that is left when it is taken away."""
    if lead_filter.ids is not None:
        yield lead_filter.ids_words, replace(lead_filter, ids=None, ids_words="", view=View.OPEN)
    for choices in fields:
        values = getattr(lead_filter, choices.field)
        for value in (each for each, _words in choices.values if each in values):
            yield choices.words(value), replace(lead_filter, **{choices.field: values - {value}})
    low, high = lead_filter.value_from, lead_filter.value_to
    if low is not None or high is not None:
        ends = [short_money(each, currency) if each is not None else "" for each in (low, high)]
        yield _tr("Value: {range}").format(range=_range(*ends)), replace(lead_filter, value_from=None, value_to=None)
    first, last = lead_filter.arrived_from, lead_filter.arrived_to
    if first is not None or last is not None:
        ends = [short_date(each, today) if each is not None else "" for each in (first, last)]
        rest = replace(lead_filter, arrived_from=None, arrived_to=None)
        yield _tr("Arrived: {range}").format(range=_range(*ends)), rest


def _range(first: str, last: str) -> str:
    if first and last:
        return first if first == last else _tr("{first} to {last}").format(first=first, last=last)
    return _tr("from {first}").format(first=first) if first else _tr("up to {last}").format(last=last)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Filter", text)
