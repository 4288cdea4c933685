"""Cells as spreadsheets and people leave them: several addresses, serial dates, sums, marks; and the owner's mends."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_builders import TODAY, existing, only_lead, only_problem, plan, said

from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.existing import StoredLead
from bothhats.exchange.import_options import ImportOptions, Update, read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.likely_amount import offered_amount
from bothhats.exchange.planned import Ending, ImportPlan


def mended(text: str, **options: object) -> ImportPlan:
    return plan_import(read_csv(text.encode()), ImportOptions(**options), existing(), TODAY)


@pytest.mark.parametrize(
    ("cell", "first", "others"),
    [
        ("a@b.c; d@e.f", "a@b.c", "d@e.f"),
        ('"a@b.c, d@e.f"', "a@b.c", "d@e.f"),
        ("a@b.c ::: d@e.f ::: g@h.i", "a@b.c", "d@e.f, g@h.i"),
        ("a@b.c a@b.c", "a@b.c", None),
        ("Anna Berg <a@b.c>", "a@b.c", None),
        ("mailto:a@b.c", "a@b.c", None),
    ],
)
def test_of_several_addresses_in_a_cell_the_first_is_the_address(cell, first, others):
    lead = only_lead(plan(f"name,email\nAnna,{cell}\n"))
    assert lead.facts.texts["email"] == first
    assert lead.facts.extra.get("email (others)") == others


def test_an_address_without_an_at_is_kept_and_told():
    found = plan("name,email\nAnna,anna.berg\n")
    assert only_lead(found).facts.texts["email"] == "anna.berg"
    assert (1, "email") in said(found)


def test_further_phone_numbers_are_kept():
    lead = only_lead(plan("name,phone\nAnna,+49 731 1; +49 731 2\n"))
    assert (lead.facts.texts["phone"], lead.facts.extra["phone (others)"]) == ("+49 731 1", "+49 731 2")


@pytest.mark.parametrize(("cell", "day"), [("45363", date(2024, 3, 12)), ("45363.38", date(2024, 3, 12))])
def test_the_number_of_a_spreadsheet_is_a_date_and_told(cell, day):
    found = plan(f"name,arrived\nAnna,{cell}\n")
    assert (only_lead(found).arrived_on, said(found)) == (day, [(1, "arrived")])


def test_eight_digits_with_the_year_in_front_are_a_date():
    assert only_lead(plan("name,arrived\nAnna,20240312\n")).arrived_on == date(2024, 3, 12)
    assert "not a date" in only_problem(plan("name,arrived\nAnna,12032024\n")).reason


def test_two_digits_of_a_year_beside_a_month_in_words_are_read_only_in_a_stated_order():
    assert only_problem(plan("name,arrived\nAnna,12-Mar-24\n"))
    assert only_lead(plan("name,arrived\nAnna,12-Mar-24\n", date_format="dmy")).arrived_on == date(2024, 3, 12)


def test_an_amount_that_could_be_either_is_read_only_when_its_mark_is_stated():
    text = "name,value\nAnna,1.234\nBo,12.500\n"
    assert [issue.column for issue in plan(text).problems] == ["value", "value"]
    assert [lead.facts.value for lead in mended(text, decimal_mark=",").creates] == [123400, 1250000]
    assert [lead.facts.value for lead in plan('name;value\nAnna;"€ 1.234,50"\nBo;12,5 €\n').creates] == [123450, 1250]
    with pytest.raises(WrongUsage):
        read_options(decimal_mark="x")


@pytest.mark.parametrize(
    ("cell", "offer"),
    [
        ("12.5k", "12500.00"), ("12,5k €", "12500.00"), ("€3k", "3000.00"), ("2,4 Mio", "2400000.00"),
        ("(500)", "-500.00"), ("ca. 500", "500.00"), ("500 € netto", "500.00"), (".5", "0.50"), ("2.500", "2500.00"),
        ("500-1000", ""), ("tbd", ""), ("$500", ""),
    ],
)  # fmt: skip
def test_an_amount_that_may_be_meant_is_offered_and_never_taken(cell, offer):
    reason = only_problem(plan(f"name;value\nAnna;{cell}\n")).reason
    assert offered_amount(reason) == offer


@pytest.mark.parametrize(("cell", "value"), [("500,-", 50000), ("1.000,-- €", 100000), ("1'000.–", 100000)])
def test_a_dash_in_place_of_cents_is_read(cell, value):
    assert only_lead(plan(f"name;value\nAnna;{cell}\n")).facts.value == value


@pytest.mark.parametrize(("field", "cell"), [("value", "-"), ("arrived", "–"), ("arrived", "0000-00-00")])
def test_a_dash_is_a_blank_and_told(field, cell):
    found = plan(f"name,{field}\nAnna,{cell}\n")
    assert (only_lead(found).facts.value, only_lead(found).arrived_on) == (None, TODAY)
    assert (1, field) in said(found)


@pytest.mark.parametrize("cell", ["4.9171E+11", "1.7e8", '"4,9171E+11"'])
def test_a_number_that_a_spreadsheet_has_shortened_is_told(cell):
    found = plan(f"name,phone,key\nAnna,{cell},{cell}\n")
    assert only_lead(found).facts.texts["phone"] == cell.strip('"')
    assert {(1, "phone"), (1, "key")} <= set(said(found))


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("p:+4917112", "+4917112"), ("tel:0171 12", "0171 12"), ("'0171 12", "0171 12"),
        ("491711234567.0", "491711234567"),
        ("\u202a+49 171 12\u202c", "+49 171 12"), ('"=""0049 171"""', "0049 171"), ("12.0", "12.0"),
    ],
)  # fmt: skip
def test_what_programs_put_around_a_number_is_no_part_of_it(cell, phone):
    assert only_lead(plan(f"name,phone\nAnna,{cell}\n")).facts.texts["phone"] == phone


def test_an_address_behind_the_name_is_the_address_where_no_column_has_it():
    lead = only_lead(plan("name,company\nAnna Berg (anna@b.c);Bo Tal (bo@b.c),Berg\n"))
    assert (lead.facts.texts["name"], lead.facts.texts["email"]) == ("Anna Berg", "anna@b.c")
    assert lead.facts.extra == {"name (others)": "Bo Tal (bo@b.c)", "email (others)": "bo@b.c"}
    assert only_lead(plan("name,email\nAnna (a@b.c),d@e.f\n")).facts.texts["name"] == "Anna (a@b.c)"
    assert only_lead(plan("name\nAnna (Berg)\n")).facts.texts["name"] == "Anna (Berg)"


@pytest.mark.parametrize("cell", ['"[""web"",""form""]"', '"""web"",""form"""', '"web, form"', "#web;#form"])
def test_tags_are_parted_however_a_program_lists_them(cell):
    assert only_lead(plan(f"name,tags\nAnna,{cell}\n")).facts.tags == ("web", "form")


@pytest.mark.parametrize("word", ["Closed - Won", "closed_won", "Gewonnen", "CLOSED/WON"])
def test_usual_words_for_winning_are_known(word):
    ending = only_lead(plan(f"name,outcome,closed_on\nAnna,{word},2026-03-01\n")).facts.ending
    assert ending == Ending(Outcome.WON, date(2026, 3, 1))


def test_blanks_of_no_width_are_no_part_of_an_address():
    assert only_lead(plan("name,email\nAnna,\u200ba@b.c\u200b\n")).facts.texts["email"] == "a@b.c"


def test_a_sum_below_the_leads_is_no_lead_unless_wanted():
    text = "name,company,value\nAnna,Berg,100\nTotal,,100\n"
    found = plan(text)
    assert (len(found.creates), found.skipped, found.problems[0].row) == (1, 1, 2)
    assert len(mended(text, taken_anyway=frozenset({2})).creates) == 2


def test_a_cell_that_the_owner_mended_is_read_instead():
    text = "name,arrived\nAnna,31/02/2026\nBo,28/02/2026\n"
    assert len(plan(text).problems) == 1
    found = mended(text, cells={(1, 1): "27/02/2026"})
    assert [lead.arrived_on for lead in found.creates] == [date(2026, 2, 27), date(2026, 2, 28)]


def test_a_row_that_the_owner_leaves_out_counts_as_skipped():
    found = mended("name\nAnna\nBo\n", left_out=frozenset({1}))
    assert (found.rows, len(found.creates), found.skipped, found.problems) == (2, 1, 1, ())


def test_a_column_that_the_owner_drops_is_not_kept():
    assert only_lead(mended("name,score,hair\nAnna,41,red\n", dropped=frozenset({1}))).facts.extra == {"hair": "red"}


STORED = StoredLead(
    7, date(2026, 1, 5), 3, texts={"key": "7", "name": "Anna", "phone": ""}, extra={"size": "5"},
    source="Referral", value=None, imported={"conversation_on": date(2026, 2, 1)},
)  # fmt: skip
AGAIN = (
    "key,name,phone,source,value,arrived,conversation_on,opportunity_on,won_on,size,hair\n"
    "7,Hannah,123,Website,50,2026-01-09,2026-02-09,2026-03-01,2026-04-01,9,red\n"
)


def test_gaps_are_filled_and_nothing_that_is_there_is_replaced():
    table = read_csv(AGAIN.encode())
    options = ImportOptions(key="key", update=Update.FILL_GAPS)
    (update,) = plan_import(table, options, existing(STORED), TODAY).updates
    facts = update.facts
    assert (update.arrived_on, update.stage_id, facts.source) == (None, None, None)
    assert (facts.texts, facts.extra, facts.value) == ({"phone": "123"}, {"hair": "red"}, 5000)
    assert [entry.milestone.value for entry in facts.entries] == ["opportunity"]
    assert facts.ending is not None
    assert facts.ending.outcome is Outcome.WON
    ended = replace(STORED, outcome=Outcome.LOST)
    (update,) = plan_import(table, options, existing(ended), TODAY).updates
    assert update.facts.ending is None


def test_leads_that_are_here_are_left_alone_where_asked():
    found = plan_import(
        read_csv(AGAIN.encode()), ImportOptions(key="key", update=Update.LEAVE), existing(STORED), TODAY
    )
    assert (found.updates, found.unchanged, found.rows) == ((), 1, 1)


def test_the_progress_is_told_and_may_end_the_work():
    heard: list[tuple[int, int]] = []
    table = read_csv(("name\n" + "Anna\n" * 600).encode())
    plan_import(table, ImportOptions(), existing(), TODAY, lambda done, of: heard.append((done, of)))
    assert heard == [(250, 600), (500, 600)]

    def stop(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        plan_import(table, ImportOptions(), existing(), TODAY, stop)


def test_a_long_file_gives_the_same_plan_as_a_short_one(monkeypatch: pytest.MonkeyPatch):
    text = "key,name,email\n" + "".join(f"{n % 700},Lead {n},x{n}@y.z\n" for n in range(900))
    options = ImportOptions(key="key")
    short = plan_import(read_csv(text.encode()), options, existing(), TODAY)
    monkeypatch.setattr("bothhats.exchange.csv_reader.LONG_FILE", 100)
    long = plan_import(read_csv(text.encode()), options, existing(), TODAY)
    assert (tuple(long.creates), tuple(long.updates), long.unchanged) == (
        short.creates, short.updates, short.unchanged,
    )  # fmt: skip


words = st.sampled_from(
    [
        "Anna",
        "a@b.c",
        "03/04/2026",
        "13.02.2026",
        "won",
        "New",
        "1.234",
        "€5",
        "Total",
        "",
        "45363",
        "x" * 60,
        "<b>",
        '"',
    ]
)
heads = st.permutations(["name", "email", "arrived", "stage", "value", "won_on", "Extra", "Extra", ""])


@settings(max_examples=60, deadline=None)
@given(heads, st.lists(st.lists(words, min_size=1, max_size=9), min_size=1, max_size=6))
def test_every_row_is_counted_once_whatever_the_cells_say(header: list[str], rows: list[list[str]]):
    text = "\n".join(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in [header, *rows])
    table = None
    try:
        table = read_csv(text.encode())
        found = plan_import(table, ImportOptions(), existing(), TODAY)
    except KnownProblem:
        return
    assert found.rows == len(table.rows)
    assert found.skipped == len({issue.row for issue in found.problems})
