"""The sentence in the head of the pipeline."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.wording import counted, number
from bothhats.queries.lead_list import Totals
from bothhats.ui.pages.pipeline.lead_model import short_money


class Room(Enum):
    """How much of the sentence there is room for."""

    LITTLE = 1
    SOME = 2
    MUCH = 3


def sentence(lead_filter: LeadFilter, found: Totals, currency: str, room: Room) -> str:
    """ "20 open leads worth £39,120, three of them parked, two without a value"; at the least "20 open, £39,120"."""
    money = short_money(found.value, currency)
    view = (
        View.ALL if lead_filter.ids is not None or lead_filter.outcomes or lead_filter.reason_ids else lead_filter.view
    )
    if room == Room.LITTLE:
        kinds = {View.OPEN: _tr("open"), View.ENDED: _tr("ended"), View.ALL: _tr("in all")}
        words = _tr("{n} {kind}, {money}").format(n=f"{found.count:,}", kind=kinds[view], money=money)
    else:
        kinds = {View.OPEN: _tr("open lead"), View.ENDED: _tr("ended lead"), View.ALL: _tr("lead")}
        leads = counted(found.count, kinds[view])
        words = _tr("{leads} worth {money}").format(leads=leads, money=money) if found.value else leads
        if found.parked:
            words = _tr("{leads}, {n} of them parked").format(leads=words, n=number(found.parked))
        if room == Room.MUCH and found.value and found.without_value:
            words = _tr("{leads}, {n} without a value").format(leads=words, n=number(found.without_value))
    return f"{lead_filter.ids_words}: {words}" if lead_filter.ids_words else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("PipelineWords", text)
