"""The report for people."""

from datetime import date

from bothhats.domain.pipeline import Outcome
from bothhats.queries.report import build_report
from bothhats.reports.period_text import report_markdown, report_text
from builders import a_lead, closed, talked


def march(day):
    return date(2026, 3, day)


def document(workspace, *by, first=1):
    return build_report(workspace.reader, march(first), march(31), march(31), by)


def lines(workspace, *by):
    return report_text(document(workspace, *by)).splitlines()


def three_leads(workspace):
    """One talked, one was won, one is parked, all from an ad that cost 90."""
    people = [a_lead(workspace, str(number), source="Ad", value=100050, today=march(2)) for number in range(3)]
    talked(workspace, people[0], on=march(3))
    closed(workspace, people[1], on=march(12))
    workspace.leads.park([people[2]], date(2026, 6, 1), march(4))
    workspace.campaigns.spend(9000, march(1), source_id=6)
    return people


def test_small_numbers_have_no_percentage(workspace):
    three_leads(workspace)
    told = lines(workspace)
    assert told[0] == "Leads, conversations, closes: 2026-03-01 to 2026-03-31, as of 2026-03-31"
    assert "3 leads arrived; of these 0 qualified, 2 conversations, 1 opportunity, 1 close so far." in told
    assert "Leads that talked: 2 of 3, too few to tell." in told
    assert "From arrival to close: half within 10 days (of 1 close only)." in told
    assert "%" not in "".join(told)


def test_what_is_still_open_is_always_said(workspace):
    people = three_leads(workspace)
    assert "Two leads still open, one of them parked, so this will grow." in lines(workspace)
    closed(workspace, people[0], Outcome.LOST, on=march(20))
    closed(workspace, people[2], Outcome.NOT_A_FIT, on=march(20))
    assert "No leads still open. Ended otherwise: 1 lost, 1 not a fit." in lines(workspace)


def test_from_five_on_a_rate_has_its_percentage_and_range(workspace):
    for number in range(5):
        lead = a_lead(workspace, str(number), today=march(2))
        closed(workspace, lead, on=march(5 + number))
    told = lines(workspace)
    assert "Leads that closed: 5 of 5 (100 %, between 57 % and 100 %)." in told
    assert "From arrival to close: half within 5 days, the middle half between 4 and 6 (n = 5)." in told


def test_money_is_told_with_what_has_no_value(workspace):
    three_leads(workspace)
    closed(workspace, a_lead(workspace, "No value", today=march(2)), on=march(3))
    assert "Revenue of its closes: €1,000.50; 1 close without a value. Spend: €90." in lines(workspace)


def test_without_arrivals_what_happened_is_still_told(workspace):
    three_leads(workspace)
    told = report_text(document(workspace, first=5)).splitlines()
    assert told[2] == "No leads arrived in this period."
    assert "Won of what ended in it, not a fit left out: 1 of 1, too few to tell." in told
    assert "Contacted within the promise" not in "".join(told)


def test_an_empty_file_has_nothing_to_measure(workspace):
    assert "Won of what ended in it, not a fit left out: nothing to measure." in lines(workspace)


def test_the_groups_stand_in_columns(workspace):
    three_leads(workspace)
    a_lead(workspace, "No source", today=march(2))
    told = lines(workspace, "source")
    at = told.index("By source")
    assert [row.split("  ")[0] for row in told[at + 2 :]] == ["Ad", "not recorded"]
    assert told[at + 2].split()[-1] == "90.00"
    assert told[at + 3].split()[-2:] == ["0.00", "–"]
    assert len({len(row) for row in told[at + 1 :]}) == 1


def test_spend_without_a_close_says_so(workspace):
    a_lead(workspace, source="Ad", today=march(2))
    workspace.campaigns.spend(9000, march(1), source_id=6)
    assert lines(workspace, "source")[-1].endswith("no close yet")


def test_markdown_has_a_table_that_no_name_breaks(workspace):
    a_lead(workspace, source="Fair | *Bonn*\n2026\x1b[2J", today=march(2))
    text = report_markdown(document(workspace, "source", "month"))
    assert text.startswith("# Leads, conversations, closes")
    assert "- 1 lead arrived" in text
    assert r"| Fair \| \*Bonn\* 2026\[2J | 1 | 0 |" in text
    assert "| 2026-03 | 1 | 0 | 0 | 1 | 0 of 1 | 0 of 1 | 0.00 |" in text
    heads = next(line for line in text.splitlines() if line.startswith("| source"))
    assert heads.endswith("| spend | per close |")
