"""Everything about one person: each table that refers to a lead is in it, and nothing of anybody else."""

import json
from datetime import date

from bothhats.domain.lead import Closing, Judging, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.person import everything_about
from bothhats.reports.person_text import person_text
from bothhats.resource_files import resource
from builders import TODAY, a_lead, talked


def a_full_life(workspace) -> int:
    """A lead with a word of its own in every text that can be typed."""
    lead_id = a_lead(
        workspace, "Anna Berg", notes="first line\nnote-of-lead", source="source-name", tags=("tag-name",),
        company="company-name", role="role-name", email="anna@berg.example", phone="+49 30 1", website="https://b.example",
        address="address-line", value=12345,
    )  # fmt: skip
    talked(workspace, lead_id, date(2026, 8, 9), heard="objection-text", words="hearing-words", note="touch-note")
    workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET, note="judgement-note"), TODAY)
    workspace.follow_ups.set([lead_id], NextStep(date(2026, 10, 9), "first-step"), TODAY)
    workspace.follow_ups.set([lead_id], NextStep(date(2026, 10, 12), "second-step"), TODAY)
    workspace.leads.park([lead_id], date(2026, 12, 1), TODAY, reason="parking-reason", note="parking-note")
    workspace.leads.wake([lead_id], TODAY)
    closing = Closing(Outcome.LOST, reason="lost-reason", words="outcome-words", waste=True)
    workspace.leads.close([lead_id], closing, TODAY)
    review = workspace.reviews.start("2026-09", TODAY)
    workspace.reviews.save(review, f"leads.{lead_id}.sign", "review-sign")
    workspace.reviews.save(review, f"leads.{lead_id}0.sign", "sign-of-another")
    return lead_id


def test_every_row_that_refers_to_the_lead_is_there_counted_by_hand(workspace):
    workspace.load_sample(json.loads(resource("sample", "story.json").read_text()), TODAY)
    reader = workspace.reader
    columns = [
        (table, row[0])
        for (table,) in reader.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for row in reader.execute(
            "SELECT name FROM pragma_table_info(?) WHERE name IN ('lead_id', 'other_id')", (table,)
        )
    ]
    assert len(columns) > 10
    for (lead_id,) in reader.execute("SELECT id FROM lead ORDER BY id LIMIT 40").fetchall():
        found = everything_about(reader, lead_id)
        for table in {table for table, _ in columns}:
            where = " OR ".join(f"{column} = {lead_id}" for each, column in columns if each == table)
            expected = [row[0] for row in reader.execute(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]
            assert [row["id"] for row in found.get(table, [])] == expected, table
        judgements = [row["id"] for row in found.get("judgement", [])]
        marks = ", ".join(map(str, judgements)) or "0"
        answers = reader.execute(f"SELECT count(*) FROM judgement_answer WHERE judgement_id IN ({marks})").fetchone()[0]
        assert len(found.get("judgement_answer", [])) == answers
        assert [row["id"] for row in found["lead"]] == [lead_id]


def test_names_stand_beside_what_a_row_refers_to(workspace):
    found = everything_about(workspace.reader, a_full_life(workspace))
    assert found["lead"][0]["source"] == "source-name"
    assert found["hearing"][0]["objection"] == "objection-text"
    assert found["outcome_change"][0]["reason"] == "lost-reason"
    assert found["lead_tag"][0]["tag"] == "tag-name"


def test_of_somebody_who_is_gone_there_is_nothing(workspace):
    assert everything_about(workspace.reader, 99) == {}


def test_every_word_that_was_typed_stands_in_the_text_and_none_of_anybody_else(workspace):
    other = a_lead(workspace, "Somebody Else", notes="other-note")
    lead_id = a_full_life(workspace)
    workspace.merging.keep_apart(lead_id, other)
    text = person_text(workspace.reader, lead_id, TODAY)
    typed = {
        value
        for rows in everything_about(workspace.reader, lead_id).values()
        for row in rows
        for name, value in row.items()
        if isinstance(value, str) and ("-" in value or "@" in value) and not name.endswith(("_at", "until"))
    }
    assert len(typed) > 15
    assert {value for value in typed for line in value.splitlines() if line not in text} == set()
    assert "review-sign" in text
    assert "Else" not in text
    assert "sign-of-another" not in text
    assert "other-note" not in json.dumps(everything_about(workspace.reader, lead_id))
