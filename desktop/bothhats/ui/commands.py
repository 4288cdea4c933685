"""Every command once: its menu, its words, its key, what it is. Menus, palette and key sheet are fed from here."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """`text` is translated where it is shown; `key` as Qt writes it; `id` is what pages and tests ask for."""

    id: str
    menu: str
    text: str
    key: str = ""
    icon: str = ""
    is_group_end: bool = False


def _command(
    command_id: str, menu: str, text: object, key: str = "", icon: str = "", *, is_group_end: bool = False
) -> Command:
    return Command(command_id, menu, str(text), key, icon, is_group_end)


MENUS = (
    ("file", str(QT_TRANSLATE_NOOP("Commands", "&File"))),
    ("edit", str(QT_TRANSLATE_NOOP("Commands", "&Edit"))),
    ("view", str(QT_TRANSLATE_NOOP("Commands", "&View"))),
    ("lead", str(QT_TRANSLATE_NOOP("Commands", "&Lead"))),
    ("go", str(QT_TRANSLATE_NOOP("Commands", "&Go"))),
    ("help", str(QT_TRANSLATE_NOOP("Commands", "&Help"))),
)

COMMANDS = (
    _command("file.new", "file", QT_TRANSLATE_NOOP("Commands", "&New file…")),
    _command("file.open", "file", QT_TRANSLATE_NOOP("Commands", "&Open…"), "Ctrl+O", "folder-open", is_group_end=True),
    _command("import.open", "file", QT_TRANSLATE_NOOP("Commands", "&Import leads…"), "Ctrl+Shift+I", "upload"),
    _command("import.past", "file", QT_TRANSLATE_NOOP("Commands", "&Past imports…"), "", "history"),
    _command("file.bring_back", "file", QT_TRANSLATE_NOOP("Commands", "Open a &JSON export…"), "", "import"),
    _command("export.open", "file", QT_TRANSLATE_NOOP("Commands", "&Export…"), "Ctrl+Shift+E", "download"),
    _command("file.backup", "file", QT_TRANSLATE_NOOP("Commands", "&Back up now"), "", "database-backup"),
    _command("file.restore", "file", QT_TRANSLATE_NOOP("Commands", "&Restore from a backup…"), "", "archive-restore"),
    _command("file.saved", "file", QT_TRANSLATE_NOOP("Commands", "&Save"), "Ctrl+S", is_group_end=True),
    _command("go.settings", "file", QT_TRANSLATE_NOOP("Commands", "Se&ttings"), "Ctrl+,", "settings"),
    _command("file.quit", "file", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"),
    _command("edit.undo", "edit", QT_TRANSLATE_NOOP("Commands", "&Undo"), "Ctrl+Z", "undo-2"),
    _command(
        "edit.redo",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        "Ctrl+Shift+Z | Ctrl+Y",
        "redo-2",
        is_group_end=True,
    ),
    _command("search", "edit", QT_TRANSLATE_NOOP("Commands", "&Find a lead"), "Ctrl+F", "search"),
    _command(
        "view.clear_filter",
        "view",
        QT_TRANSLATE_NOOP("Commands", "&Clear filters"),
        "Ctrl+Shift+F",
        "list-filter",
        is_group_end=True,
    ),
    _command("view.light", "view", QT_TRANSLATE_NOOP("Commands", "&Light")),
    _command("view.dark", "view", QT_TRANSLATE_NOOP("Commands", "&Dark")),
    _command("view.system", "view", QT_TRANSLATE_NOOP("Commands", "As the &system"), is_group_end=True),
    _command("view.full_screen", "view", QT_TRANSLATE_NOOP("Commands", "&Full screen"), "F11"),
    _command("lead.add", "lead", QT_TRANSLATE_NOOP("Commands", "&Add a lead…"), "Ctrl+N", "plus"),
    _command("lead.paste", "lead", QT_TRANSLATE_NOOP("Commands", "Add from the clip&board"), "Ctrl+Shift+V", "copy"),
    _command("lead.log", "lead", QT_TRANSLATE_NOOP("Commands", "&Log a touch…"), "Ctrl+L", "message-square-plus"),
    _command("lead.follow_up", "lead", QT_TRANSLATE_NOOP("Commands", "Set the next &step…"), "", "calendar-clock"),
    _command("lead.judge", "lead", QT_TRANSLATE_NOOP("Commands", "&Judge…"), "", "target", is_group_end=True),
    _command("lead.park", "lead", QT_TRANSLATE_NOOP("Commands", "&Park…"), "Ctrl+Shift+K", "circle-pause"),
    _command("lead.wake", "lead", QT_TRANSLATE_NOOP("Commands", "&Wake now")),
    _command("lead.close", "lead", QT_TRANSLATE_NOOP("Commands", "&Close…"), "Ctrl+E", "archive"),
    _command("lead.reopen", "lead", QT_TRANSLATE_NOOP("Commands", "&Reopen"), "", "archive-restore", is_group_end=True),
    _command("lead.tag", "lead", QT_TRANSLATE_NOOP("Commands", "&Tags…"), "", "tag"),
    _command("lead.source", "lead", QT_TRANSLATE_NOOP("Commands", "So&urce…"), "", "signpost"),
    _command("lead.campaign", "lead", QT_TRANSLATE_NOOP("Commands", "Ca&mpaign…"), "", "megaphone", is_group_end=True),
    _command("lead.merge", "lead", QT_TRANSLATE_NOOP("Commands", "Mer&ge…"), "", "git-merge"),
    _command(
        "lead.duplicates",
        "lead",
        QT_TRANSLATE_NOOP("Commands", "Find &duplicates…"),
        "",
        "git-compare",
        is_group_end=True,
    ),
    _command("lead.call", "lead", QT_TRANSLATE_NOOP("Commands", "Ca&ll"), "", "phone"),
    _command("lead.email", "lead", QT_TRANSLATE_NOOP("Commands", "&Email"), "", "mail"),
    _command("lead.template", "lead", QT_TRANSLATE_NOOP("Commands", "C&opy a template…"), "", "copy"),
    _command("lead.site", "lead", QT_TRANSLATE_NOOP("Commands", "Open the &site"), "", "link", is_group_end=True),
    _command("lead.export", "lead", QT_TRANSLATE_NOOP("Commands", "E&xport…"), "", "download"),
    _command(
        "lead.export_person",
        "lead",
        QT_TRANSLATE_NOOP("Commands", "Ever&ything about this person…"),
        "",
        "file-down",
        is_group_end=True,
    ),
    _command("lead.bin", "lead", QT_TRANSLATE_NOOP("Commands", "Move to the &bin"), "", "trash-2"),
    _command("lead.erase", "lead", QT_TRANSLATE_NOOP("Commands", "E&rase…"), "", "eraser"),
    _command("lead.bin_open", "lead", QT_TRANSLATE_NOOP("Commands", "S&how the bin…")),
    _command("go.today", "go", QT_TRANSLATE_NOOP("Commands", "&Today"), "Ctrl+1", "sun"),
    _command("go.pipeline", "go", QT_TRANSLATE_NOOP("Commands", "&Pipeline"), "Ctrl+2", "square-kanban"),
    _command("go.review", "go", QT_TRANSLATE_NOOP("Commands", "&Review"), "Ctrl+3", "notebook-pen"),
    _command("go.insights", "go", QT_TRANSLATE_NOOP("Commands", "&Insights"), "Ctrl+4", "chart-column-big"),
    _command("go.playbook", "go", QT_TRANSLATE_NOOP("Commands", "Play&book"), "Ctrl+5", "book-open", is_group_end=True),
    _command("go.back", "go", QT_TRANSLATE_NOOP("Commands", "B&ack"), "Alt+Left", "", is_group_end=False),
    _command("go.forward", "go", QT_TRANSLATE_NOOP("Commands", "&Forward"), "Alt+Right", is_group_end=True),
    _command("go.palette", "go", QT_TRANSLATE_NOOP("Commands", "&Command palette…"), "Ctrl+K", "search"),
    _command("go.next_region", "go", QT_TRANSLATE_NOOP("Commands", "&Next region"), "F6"),
    _command("go.week_ahead", "go", QT_TRANSLATE_NOOP("Commands", "The &week ahead")),
    _command("help.keys", "help", QT_TRANSLATE_NOOP("Commands", "&Keys"), "F1 | ?", "keyboard"),
    _command("help.about", "help", QT_TRANSLATE_NOOP("Commands", "&About Both Hats"), "", "info"),
)
