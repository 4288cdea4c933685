"""Which content answers an objection or question: a menu of what there is, each can be ticked."""

from PySide6.QtWidgets import QMenu

from bothhats.queries.playbook import answering_assets, asset_rows
from bothhats.ui.pages.playbook.part import Part


def answer_menu(part: Part, objection_id: int) -> QMenu:
    """The menu; ticking saves at once."""
    menu = QMenu(part)
    chosen = answering_assets(part.reader, objection_id)
    for asset in asset_rows(part.reader):
        if asset.status == "retired":
            continue
        action = menu.addAction(f"{asset.title.replace('&', '&&')} ({asset.status})")
        action.setCheckable(True)
        action.setChecked(asset.id in chosen)
        action.toggled.connect(lambda _on, asset_id=asset.id: _toggle(part, objection_id, chosen, asset_id))
    menu.addSeparator()
    menu.addAction(
        part.tr("Make something new…"),
        lambda: part.context.navigation.part_requested.emit("playbook", "content"),
    )
    return menu


def _toggle(part: Part, objection_id: int, chosen: set[int], asset_id: int) -> None:
    answers = sorted(chosen ^ {asset_id})
    part.do(lambda: part.context.workspace.objections.answer_with(objection_id, answers))
