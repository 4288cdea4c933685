"""The letter of a month: its sentences, its figures, what it keeps, what has changed since."""

import json
from datetime import date, timedelta

import pytest

from bothhats.domain.lead import ClaimHeard
from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import Commitment
from bothhats.queries.report import build_report
from bothhats.queries.reviews import review_of, versions_of
from bothhats.reports.letter_figures import changed_since, figures_of
from bothhats.reports.letter_pages import letter_pdf
from bothhats.reports.letter_split import bodies, with_hints
from bothhats.reports.letter_text import plain, resolved_markdown
from bothhats.reports.review_letter import kept_figures, letter, review_json, review_markdown, review_text
from builders import TODAY, a_lead, closed, talked
from reports.pages_read import facts_of, needs_poppler, text_of, words_of

SEPTEMBER = "2026-09"


def in_september(day):
    return date(2026, 9, day)


def words(workspace):
    return plain(resolved_markdown(workspace.reader, letter(workspace.reader, SEPTEMBER, TODAY)))


def answered(workspace, **answers):
    review = workspace.reviews.start(SEPTEMBER, TODAY)
    for field, value in answers.items():
        workspace.reviews.save(review, field.replace("__", "."), value)
    return review


def finished(workspace, on=TODAY, commitments=()):
    review = workspace.reviews.start(SEPTEMBER, on)
    reader = workspace.reader
    figures = json.dumps(kept_figures(reader, SEPTEMBER, on))
    workspace.reviews.finish(review, letter(reader, SEPTEMBER, on), figures, list(commitments), on)
    return review_of(reader, SEPTEMBER)


@pytest.fixture
def month(workspace):
    """Three came: one won, one wasted our time, one is talking."""
    workspace.settings.change("owner_name", "Maren Holt")
    a_lead(workspace, "Old One", today=date(2026, 8, 3))
    anna = a_lead(workspace, "Anna Berg", source="Referral", value=120000, today=in_september(1))
    bo = a_lead(workspace, "Bo Lind", source="Ad", today=in_september(2))
    cy = a_lead(workspace, "Cy Farrow", today=in_september(3))
    for lead in (anna, cy):
        claims = (ClaimHeard(text="Done by the 5th.", verdict="landed"),)
        talked(workspace, lead, in_september(3), heard="Too dear?", words="Hm, two hundred.", claims=claims)
    closed(workspace, anna, on=in_september(20), value=120000)
    closed(workspace, bo, Outcome.NOT_A_FIT, on=in_september(9), waste=True)
    return workspace


def test_the_month_in_sentences(month):
    answered(month, numbers__surprise="They came by bus", leads__3__sign="No shop")
    told = words(month)
    assert "Three people came to us in September, two more than in August." in told
    assert "Two began to talk with me, and one said yes: Anna Berg, €1,200." in told
    assert "Two of the three new ones heard from me within two days." in told
    assert "“Done by the 5th.” landed with two." in told
    assert "Two people said “Too dear?” (new), and nothing we have answers it." in told
    assert "Cy Farrow put it this way: “Hm, two hundred.”" in told
    assert "Who was not for us. Bo Lind, through Ad. What one could have seen on day one: No shop." in told
    assert "What surprised me. They came by bus" in told
    assert told.endswith("Yours,\nthe sales hat\n\nMaren Holt, 6 October 2026\n")


def test_every_figure_is_that_of_the_report(month):
    report = build_report(month.reader, in_september(1), in_september(30), in_september(30), [])
    figures = figures_of(month.reader, SEPTEMBER)
    for name in ("leads", "conversations", "closes"):
        assert figures[name] == report["events"][name]
    assert figures["revenue"] == int(report["revenue"]["amount"].replace(".", ""))
    follow_up = report["rates"]["follow_up"]
    assert (figures["promise_kept"], figures["promise_of"]) == (follow_up["k"], follow_up["n"])


def test_the_file_names_nobody(month):
    finished(month)
    kept = review_of(month.reader, SEPTEMBER).letter
    assert "{lead:2}" in kept
    assert not any(name in kept for name in ("Anna", "Bo Lind", "Cy"))
    assert "one said yes: Anna Berg, €1,200." in plain(review_markdown(month.reader, SEPTEMBER, TODAY))
    month.erasing.erase(2)
    assert "one said yes: a lead, €1,200." in plain(review_markdown(month.reader, SEPTEMBER, TODAY))


def test_parts_are_left_out_and_reworded_and_by_source_is_asked_for(month):
    review = answered(month, summary__landed="Anna Berg liked *all* of it", summary__waste__out="yes")
    told = words(month)
    assert "What landed. Anna Berg liked *all* of it" in told
    assert "Who was not for us" not in told
    assert "By source" not in told
    month.reviews.save(review, "summary.sources.out", "no")
    assert "By source. Ad: 1 lead, 0 conversations, 0 closes; " in words(month)


def test_what_was_promised_comes_back_with_its_counts(month):
    august = month.reviews.start("2026-08", date(2026, 9, 2))
    promises = [
        Commitment("marketing", "Put the price up", date(2026, 9, 20), objection_id=1),
        Commitment("sales", "Call at once", date(2026, 9, 20)),
    ]
    month.reviews.finish(august, "Dear", "{}", promises, date(2026, 9, 2))
    month.commitments.settle(1, "kept", in_september(19))
    told = words(month)
    assert "What we committed to in August. We kept one of two commitments. Kept: “Put the price up”." in told
    assert "Still open: “Call at once”." in told
    counts = "“Too dear?”: nobody in August, 2 people in September. Two more people than in August; too few to tell."
    assert counts in told


def test_a_promise_of_no_days_and_a_lone_lead_are_told_in_words(workspace):
    workspace.settings.change("promise_days", 0)
    anna = a_lead(workspace, "Anna Berg", today=in_september(1))
    assert "The new one has not heard from me on the same day." in words(workspace)
    talked(workspace, anna, in_september(1))
    assert "One began to talk with me, and nobody said yes. The new one heard from me on the same day." in words(
        workspace
    )


def test_a_quiet_month_and_a_first_one_still_make_a_letter(workspace):
    workspace.reviews.start(SEPTEMBER, TODAY)
    told = words(workspace)
    assert "It was a quiet month: nobody came to us in September, and nobody said yes." in told
    assert "August" not in told


def test_what_has_changed_since_stands_under_its_part(month):
    today = date.today()
    review = finished(month, today)
    late = a_lead(month, "Late One", today=in_september(9))
    talked(month, late, in_september(10), heard="Too dear?")
    laters = changed_since(month.reader, SEPTEMBER, review.figures, today)
    hinted = plain(with_hints(review.letter, laters))
    assert "Now 4 leads: one lead was added later." in hinted
    assert "Now 3 of 4 new ones heard from me in time." in hinted
    assert "Now “Too dear?” heard from three people." in hinted
    assert "Three people came to us in September" in hinted
    document = review_json(month.reader, SEPTEMBER, TODAY)
    assert document["figures"]["leads"] == 3
    assert document["figures_now"]["leads"] == 4
    assert "Now 4 leads: one lead was added later." in document["changed_since"]
    assert "Changed since:\nNow 4 leads" in review_text(month.reader, SEPTEMBER, TODAY)


def test_reopening_keeps_the_earlier_version_with_its_day_and_its_figures(month):
    first = finished(month)
    month.reviews.reopen(first.id)
    a_lead(month, "Late One", today=in_september(9))
    second = finished(month, TODAY + timedelta(days=2))
    (earlier,) = versions_of(month.reader, first.id)
    assert (earlier.finished_on, earlier.letter, earlier.figures["leads"]) == (TODAY, first.letter, 3)
    assert second.figures["leads"] == 4


def test_a_letter_comes_apart_into_its_parts(month):
    surprise = "One.\n\nYours, you said.\n\nDear marketing hat,\n\nTwo."
    answered(month, numbers__surprise=surprise)
    found = bodies(letter(month.reader, SEPTEMBER, TODAY))
    assert list(found) == ["numbers", "landed", "objections", "waste", "surprise", "alignment"]
    assert found["surprise"] == surprise
    assert found["numbers"].startswith("Three people came")


def test_what_is_no_month_or_has_no_review_is_refused(month):
    with pytest.raises(KnownProblem, match="is not a month"):
        review_text(month.reader, "2026-13", TODAY)
    with pytest.raises(KnownProblem, match="There is no review of 2026-09"):
        review_text(month.reader, SEPTEMBER, TODAY)


def strange(workspace, qapp):
    """Much text with umlauts, from right to left, emoji, and marks."""
    workspace.settings.change("business_name", "Bø & Co 🎩")
    a_lead(workspace, "😀 Übermut Größe-Łódź 🎩👨‍👩‍👧", today=in_september(4))
    talked(workspace, 5, in_september(5), heard="Ist das *teuer* 🇩🇪 | <b>dear</b>?", words="ﬁne – “so” & so 👍🏽")
    talked(workspace, 5, in_september(5), heard="هل السعر غالي؟", words="יקר 1️⃣ ❤️ מאוד")
    a_lead(workspace, "محمد علي", source="מקור", today=in_september(6))
    for lead in (5, 6):
        closed(workspace, lead, Outcome.NOT_A_FIT, on=in_september(7), waste=True)
    answered(
        workspace,
        numbers__surprise="1. Nothing fits ☎ 👨‍👩‍👧. # really 🇩🇪🇫🇷\nThen אבי ❤️ מאיר said “👍🏽 1️⃣”\n"
        + "They asked and asked again. " * 26,
    )


def letters(text):
    """Without blanks."""
    return "".join(text.split())


def nothing(workspace, qapp):
    """An empty month."""
    workspace.reviews.start("2026-03", TODAY)


@needs_poppler
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(("fill", "of_month"), [(strange, SEPTEMBER), (nothing, "2026-03")])
def test_the_words_of_the_pdf_are_those_of_the_markdown(month, qapp, tmp_path, fill, of_month, paper):
    fill(month, qapp)
    month.settings.change("paper", paper)
    path = tmp_path / "letter.pdf"
    text = letter(month.reader, of_month, TODAY)
    path.write_bytes(letter_pdf(month.reader, of_month, text))
    on_paper = text_of(path)
    foot = on_paper.rfind(plain(text).splitlines()[0])
    markdown = words_of(plain(resolved_markdown(month.reader, text)))
    assert letters(on_paper[:foot]) == letters(markdown)
    facts = facts_of(path)
    assert facts["Page size"].lower().endswith(f"({paper.lower()})")
    assert facts["Pages"] == "1"
