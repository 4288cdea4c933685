"""Open the palette on the window and do what was chosen."""

from PySide6.QtCore import QCoreApplication

from bothhats.domain.problems import KnownProblem
from bothhats.queries.settings import remembered
from bothhats.ui.context import Context
from bothhats.ui.main_window import MainWindow
from bothhats.ui.palette.entries import Entries, Entry
from bothhats.ui.palette.palette import Palette

MOST_USED = 5
_USED = "palette_used"
_WITHOUT_A_LEAD = ("lead.add", "lead.bin_open", "lead.duplicates", "lead.log", "lead.paste")


def ask_palette(context: Context, window: MainWindow) -> None:
    """Show it, do what is chosen, and remember it among the five used last."""
    chosen_leads = window.selected_lead_ids()

    def why_off(command_id: str) -> str:
        if command_id.startswith("lead.") and command_id not in _WITHOUT_A_LEAD and not chosen_leads:
            return QCoreApplication.translate("Palette", "choose a lead first")
        is_on = window.menus.actions[command_id].isEnabled()
        return "" if is_on else QCoreApplication.translate("Palette", "nothing to do")

    used = remembered(context.workspace.reader, _USED).split("\n")
    palette = Palette(window, Entries(context, why_off), used)
    palette.exec()
    entry, with_control = palette.chosen, palette.with_control
    palette.deleteLater()
    if entry is not None:
        _remember(context, [entry.id, *(each for each in used if each != entry.id)])
        _do(context, window, entry, with_control=with_control)


def _remember(context: Context, used: list[str]) -> None:
    kept = [each for each in used if each and not each.startswith("add:")][:MOST_USED]
    try:
        context.workspace.settings.remember(_USED, "\n".join(kept))
    except KnownProblem:
        return


def _do(context: Context, window: MainWindow, entry: Entry, *, with_control: bool) -> None:
    navigation = context.navigation
    if entry.kind == "person" and with_control:
        window.run("lead.log", [int(entry.about)])
    elif entry.kind == "person":
        navigation.lead_requested.emit(int(entry.about))
    elif entry.kind == "command":
        window.run(entry.about)
    elif entry.kind == "part":
        navigation.part_requested.emit("playbook", entry.about)
    elif entry.kind == "chart":
        navigation.part_requested.emit("insights", entry.about)
    elif entry.kind == "view":
        navigation.part_requested.emit("pipeline", entry.about)
    elif entry.kind == "review":
        navigation.review_requested.emit(entry.about)
    else:
        window.run("lead.add", entry.about)
