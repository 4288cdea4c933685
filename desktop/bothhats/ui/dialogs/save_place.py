"""Where a file shall go: the system's own dialog, with the ending that belongs to the kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a kind of file is called, and its ending with the dot."""

    words: str
    ending: str

    @property
    def name_filter(self) -> str:
        """As Qt writes it."""
        return f"{self.words} (*{self.ending})"


def ask_place(parent: QWidget, folder: Path, name: str, kinds: Sequence[FileKind], title: str) -> Path | None:
    """A path with the ending of the chosen kind; None for nowhere. It asks before something is overwritten."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([kind.name_filter for kind in kinds])

    def follow(chosen: str) -> None:
        ending = next(kind.ending for kind in kinds if kind.name_filter == chosen)
        dialog.setDefaultSuffix(ending.lstrip("."))

    dialog.filterSelected.connect(follow)
    follow(kinds[0].name_filter)
    dialog.selectFile(f"{name}{kinds[0].ending}" if len(kinds) == 1 else name)
    found = _asked(dialog)
    while found is not None and found.suffix.lower() != f".{dialog.defaultSuffix()}":
        found = found.with_name(f"{found.name}.{dialog.defaultSuffix()}")
        if found.exists():  # only the dialog may say that it is overwritten
            dialog.selectFile(str(found))
            found = _asked(dialog)
    dialog.deleteLater()
    return found


def _asked(dialog: QFileDialog) -> Path | None:
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
