"""Spend by day."""

from datetime import date

import pytest

from bothhats.queries.figures import Period
from bothhats.queries.groups import by_campaign, by_source, in_all, read_material
from bothhats.queries.spending import Spend


def march(day):
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("amount", "by_day"),
    [(10000, [3333, 3333, 3334]), (500, [167, 167, 166]), (5, [2, 2, 1]), (1, [0, 0, 1]), (0, [0, 0, 0])],
)
def test_each_day_is_rounded_half_up_and_the_last_has_the_rest(amount, by_day):
    entry = Spend(1, None, amount, march(1), march(3))
    assert [entry.within(march(day), march(day)) for day in (1, 2, 3)] == by_day
    assert entry.within(march(1), march(3)) == amount


def test_a_half_is_rounded_up():
    assert Spend(1, None, 5, march(1), march(2)).within(march(1), march(1)) == 3


def test_what_lies_outside_is_out():
    entry = Spend(1, None, 300, march(5), march(7))
    assert entry.within(march(1), march(4)) == 0
    assert entry.within(march(8), march(9)) == 0
    assert entry.within(march(9), march(1)) == 0
    assert entry.within(march(6), march(20)) == 200


def test_a_source_has_its_campaigns_spend_and_a_campaign_without_source_counts_under_none(workspace):
    website, search = 1, 2
    spring = workspace.campaigns.add("Spring", website, None, None)
    flyer = workspace.campaigns.add("Flyer", None, None, None)
    workspace.campaigns.spend(1000, march(2), campaign_id=spring)
    workspace.campaigns.spend(200, march(3), campaign_id=flyer)
    workspace.campaigns.spend(30, march(4), source_id=website)
    workspace.campaigns.spend(4, march(5), source_id=search)
    period = Period(march(1), march(31), march(31))
    material = read_material(workspace.reader, period.as_of)
    assert in_all(material, period).spent == 1234
    assert {group.name: group.spent for group in by_source(material, period)} == {"Search": 4, "Website": 1030}
    assert {group.name: group.spent for group in by_campaign(material, period)} == {"Flyer": 200, "Spring": 1000}


def test_spend_after_the_as_of_date_is_out(workspace):
    workspace.campaigns.spend(1000, march(1), march(10), source_id=1)
    period = Period(march(1), march(31), march(4))
    assert in_all(read_material(workspace.reader, period.as_of), period).spent == 400
