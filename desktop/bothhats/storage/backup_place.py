"""Where the backups of a file lie: beside it, or in a folder that the owner has chosen, on another disk perhaps."""

from pathlib import Path

from bothhats.domain.problems import FileNotWritable, Refused
from bothhats.storage.disk_errors import sorted_os_errors
from bothhats.storage.safe_write import write_whole

_ANOTHER = "Choose another folder."


def folder_of(data_file: Path) -> Path:
    """Where the next one goes: the chosen folder as long as it is there, else the one beside the file."""
    chosen = chosen_folder(data_file)
    return chosen if chosen is not None and chosen.is_dir() else _beside(data_file)


def folders_of(data_file: Path) -> list[Path]:
    """Where backups may lie."""
    chosen = chosen_folder(data_file)
    return [_beside(data_file), *([chosen] if chosen is not None else [])]


def chosen_folder(data_file: Path) -> Path | None:
    """The folder of the owner's choice, whether it is there or not."""
    try:
        words = _note(data_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(words) if words else None


def folder_problem(data_file: Path) -> FileNotWritable | None:
    """That the chosen folder is not there: backups are then made beside the file."""
    chosen = chosen_folder(data_file)
    if chosen is None or chosen.is_dir():
        return None
    return FileNotWritable(
        f"The backup folder {chosen} is not there.", "Backups are kept beside the file until it is, or choose another."
    )


def choose_folder(data_file: Path, folder: Path | None) -> None:
    """From now on there; None is beside the file. Those that were made stay where they are.

    Raises Refused where the folder has backups of another file of that name, FileNotWritable, DiskFull.
    """
    note = _note(data_file)
    with sorted_os_errors(folder or note, _ANOTHER):
        if folder is None or folder == _beside(data_file):
            note.unlink(missing_ok=True)
            return
        _claim(data_file, folder)
        note.parent.mkdir(exist_ok=True)
        write_whole(note, str(folder), _ANOTHER)


def _claim(data_file: Path, folder: Path) -> None:
    """Two files of one name would thin out each other's backups."""
    sign = folder / f"{data_file.stem}.bothhats-backups"
    owner = sign.read_text(encoding="utf-8") if sign.exists() else ""
    if owner not in ("", str(data_file.absolute())):
        raise Refused(f"{folder} has the backups of another file called {data_file.stem}, {owner}.", _ANOTHER)
    write_whole(sign, str(data_file.absolute()), _ANOTHER)


def _beside(data_file: Path) -> Path:
    return data_file.parent / "backups"


def _note(data_file: Path) -> Path:
    return _beside(data_file) / f"{data_file.stem}.elsewhere"
