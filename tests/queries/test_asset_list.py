"""Which assets the log dialog offers."""

from bothhats.domain.lead import AssetUsed, TouchReport
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.queries.asset_list import assets_to_send
from builders import TODAY, a_lead


def add_asset(workspace, kind, title, status):
    """An asset in a state; its id."""
    with workspace.journal.step(f"{title} added"):
        row = {"kind": kind, "title": title, "status": status}
        return workspace._db.table("asset").insert(row).last_pk


def test_live_and_reworked_assets_are_offered_the_most_used_first(workspace):
    faq, pricing = (add_asset(workspace, "faq", "Answers", "live"), add_asset(workspace, "pricing", "Prices", "rework"))
    add_asset(workspace, "deck", "A thought", "idea")
    add_asset(workspace, "ad", "Long gone", "retired")
    assert [asset.title for asset in assets_to_send(workspace.reader)] == ["Answers", "Prices"]
    report = TouchReport(a_lead(workspace), TouchKind.EMAIL, TODAY, Direction.OUT, assets=(AssetUsed(pricing),))
    workspace.touches.log(report, TODAY)
    assert [(asset.id, asset.kind) for asset in assets_to_send(workspace.reader)] == [
        (pricing, "pricing"),
        (faq, "faq"),
    ]
