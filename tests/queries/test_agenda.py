"""The agenda, and how it is written for people and for programs."""

from datetime import date, timedelta

from bothhats.domain.lead import NextStep
from bothhats.queries.agenda import agenda
from bothhats.reports.agenda_text import agenda_json, agenda_text
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked


def planned(workspace: Workspace, name: str, due: int) -> int:
    """A lead that was talked with, and is to be called so many days from today."""
    lead_id = a_lead(workspace, name, company=f"{name} & Co", arrived_on=date(2026, 8, 1))
    talked(workspace, lead_id, date(2026, 8, 2))
    workspace.follow_ups.set([lead_id], NextStep(TODAY + timedelta(days=due), "Call"), date(2026, 8, 2))
    return lead_id


def test_the_document_lists_each_lead_once_in_the_shape_that_was_promised(workspace: Workspace) -> None:
    late, now, soon = planned(workspace, "Late", -4), planned(workspace, "Now", 0), planned(workspace, "Soon", 7)
    planned(workspace, "Far", 8)
    new = a_lead(workspace, "New", arrived_on=date(2026, 10, 5))
    workspace.follow_ups.set([new], NextStep(date(2026, 10, 9), "Call"), TODAY)

    def row(lead_id: int, name: str, due: str) -> dict[str, object]:
        return {
            "lead": name,
            "id": lead_id,
            "company": f"{name} & Co",
            "due": due,
            "next_step": "Call",
            "stage": "In conversation",
        }

    assert agenda_json(agenda(workspace.reader, TODAY, 7)) == {
        "on": "2026-10-06",
        "days": 7,
        "overdue": [row(late, "Late", "2026-10-02") | {"days_late": 4}],
        "today": [row(now, "Now", "2026-10-06")],
        "coming": [row(soon, "Soon", "2026-10-13")],
        "new": [
            {
                "lead": "New",
                "id": new,
                "company": "",
                "arrived": "2026-10-05",
                "promise_until": "2026-10-07",
                "days_left": 1,
            }
        ],
        "review": {"month": "2026-09", "state": "open", "due": "2026-10-07"},
    }


def test_a_promise_that_ran_out_says_so_with_days_below_zero(workspace: Workspace) -> None:
    a_lead(workspace, "Jo", arrived_on=date(2026, 10, 1))
    found = agenda(workspace.reader, TODAY, 7)
    assert [each.days_left for each in found.new] == [-3]
    assert found.overdue == ()
    assert "promise ran out 3 days ago  Jo, arrived 1 Oct" in agenda_text(found)


def test_a_draft_of_the_review_is_told(workspace: Workspace) -> None:
    planned(workspace, "Far", 30)
    with workspace.journal.step("Review"):
        workspace.journal.connection.execute(
            "INSERT INTO review (month, page, started_on) VALUES ('2026-09', 5, '2026-10-01')"
        )
    found = agenda(workspace.reader, TODAY, 7)
    assert agenda_json(found)["review"] == {"month": "2026-09", "state": "draft", "due": "2026-10-07"}
    assert "September review, draft, page 5 of 10, on time until tomorrow" in agenda_text(found)
    assert "was on time until 7 October" in agenda_text(agenda(workspace.reader, date(2026, 10, 9), 7))


def test_an_empty_agenda_says_so_and_is_a_whole_document(workspace: Workspace) -> None:
    found = agenda(workspace.reader, TODAY, 0)
    assert agenda_text(found) == "6 October 2026\nNothing is waiting."
    assert agenda_json(found) == {
        "on": "2026-10-06", "days": 0, "overdue": [], "today": [], "coming": [], "new": [], "review": None,
    }  # fmt: skip


def test_the_text_has_one_line_for_each_lead(workspace: Workspace) -> None:
    planned(workspace, "Late", -1)
    planned(workspace, "Soon", 1)
    lines = agenda_text(agenda(workspace.reader, TODAY, 1)).splitlines()
    assert lines[:6] == [
        "6 October 2026",
        "",
        "Overdue",
        "  1 day late  Late, Late & Co (In conversation): Call",
        "",
        "Next 1 day",
    ]


def test_an_enormous_number_of_days_is_the_end_of_the_calendar(workspace: Workspace) -> None:
    planned(workspace, "Soon", 1)
    assert len(agenda(workspace.reader, TODAY, 10**9).coming) == 1
