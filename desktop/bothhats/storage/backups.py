"""The backups of a file: numbered, each with a manifest beside it; made when something changed, checked when listed."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from bothhats.domain.problems import FileDamaged, FileNotWritable, KnownProblem
from bothhats.storage.backup import back_up, check_copy, checked_copy, counts_of, put_in_place
from bothhats.storage.backup_rotation import Kept, superfluous
from bothhats.storage.read_only import open_read_only

DAILY, BY_HAND = "daily", "by-hand"
BEFORE_IMPORT, BEFORE_UPGRADE, BEFORE_RESTORE, BEFORE_ERASE = (
    *("before-import", "before-upgrade", "before-restore", "before-erase"),
)
_TIME = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"(?:(?P<number>\d{6})-)?(?:(?P<why>[a-z-]+?)-(?:\d+-)?)?(?P<time>\d{4}-\d\d-\d\d-\d{6})")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was true of a backup when it was made; `counts` by table."""

    sha256: str
    size: int
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `manifest` is None for a copy that another version or a copy by hand has put there."""

    path: Path
    number: int
    why: str
    made_at: datetime
    manifest: Manifest | None

    @property
    def counts(self) -> dict[str, int]:
        """How many leads, touches and reviews; empty where nobody has counted."""
        return self.manifest.counts if self.manifest else {}


def folder_of(data_file: Path) -> Path:
    """Backups lie beside the file that they are of."""
    return data_file.parent / "backups"


def listed(data_file: Path, folder: Path | None = None) -> list[Backup]:
    """All backups of this file, the newest first: by number, not by what the clock said."""
    places = [folder] if folder else [folder_of(data_file), data_file.parent]
    found = [
        each for place in places if place.is_dir() for path in place.iterdir() if (each := _backup(data_file, path))
    ]
    return sorted(found, key=lambda each: (each.number, each.made_at, each.path.name), reverse=True)


def make_backup(data_file: Path, why: str, now: datetime, *, only_if_changed: bool = False) -> Backup | None:
    """A checked copy with its manifest; None where nothing has changed since the last. Older ones are thinned.

    Raises what `back_up` raises; then all older ones stay.
    """
    before = listed(data_file)
    number = max((each.number for each in before), default=0) + 1
    folder = folder_of(data_file)
    target = folder / f"{data_file.stem}-{number:06d}-{why}-{now.strftime(_TIME)}{data_file.suffix}"
    with checked_copy(data_file, target) as (making, counts):
        manifest = Manifest(sha256_of(making), making.stat().st_size, counts)
        if only_if_changed and before and _is_same(before[0], manifest):
            return None
        _write(_manifest_of(target), json.dumps(asdict(manifest)))
        put_in_place(making, target)
    fresh = Backup(target, number, why, now.replace(microsecond=0), manifest)
    _thin(data_file, now)
    return fresh


def back_up_as(data_file: Path, target: Path) -> Path:
    """A checked copy under a name of the owner's, with its manifest beside it. Raises what `back_up` raises."""
    back_up(data_file, target)
    connection = open_read_only(target)
    counts = counts_of(connection)
    connection.close()
    _write(_manifest_of(target), json.dumps(asdict(Manifest(sha256_of(target), target.stat().st_size, counts))))
    return target


def check_backup(backup: Backup) -> None:
    """Raises FileDamaged where a single byte is not as it was, or, without a manifest, where the copy is not whole."""
    way_out = "Choose another backup; this one is kept as it is."
    if backup.manifest is None:
        check_copy(backup.path)
        return
    try:
        is_same = sha256_of(backup.path) == backup.manifest.sha256
    except OSError as error:
        raise FileNotWritable(f"{backup.path.name} cannot be read.", way_out) from error
    if not is_same:
        raise FileDamaged(f"{backup.path.name} is not as it was when it was made: it is damaged.", way_out)


def is_sound(backup: Backup) -> bool:
    """Whether it can be put back."""
    try:
        check_backup(backup)
    except KnownProblem:
        return False
    return True


def backup_at(path: Path) -> Backup:
    """The backup in this file, wherever it lies."""
    return Backup(path, 0, "", datetime.fromtimestamp(path.stat().st_mtime), _read_manifest(path))


def forget_all_but(data_file: Path, kept: Backup) -> int:
    """Delete the other backups of this file; how many they were."""
    others = [each for each in listed(data_file) if each.path != kept.path]
    for each in others:
        _delete(each)
    return len(others)


def sha256_of(path: Path) -> str:
    """Never of a file that is in use: closing it would drop SQLite's locks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _thin(data_file: Path, now: datetime) -> None:
    backups = [each for each in listed(data_file, folder_of(data_file)) if each.number]
    kept = [Kept(each.number, each.made_at, sum(each.counts.values())) for each in backups]
    gone = superfluous(kept, now)
    for each in backups:
        if each.number in gone:
            _delete(each)


def _delete(backup: Backup) -> None:
    backup.path.unlink(missing_ok=True)
    _manifest_of(backup.path).unlink(missing_ok=True)


def _is_same(last: Backup, manifest: Manifest) -> bool:
    return last.manifest is not None and last.manifest.sha256 == manifest.sha256 and is_sound(last)


def _backup(data_file: Path, path: Path) -> Backup | None:
    if path.suffix != data_file.suffix or not path.stem.startswith(f"{data_file.stem}-"):
        return None
    match = _NAME.fullmatch(path.stem.removeprefix(f"{data_file.stem}-"))
    if match is None:
        return None
    try:
        made_at = datetime.strptime(match["time"], _TIME)
    except ValueError:
        return None
    return Backup(path, int(match["number"] or 0), match["why"] or BY_HAND, made_at, _read_manifest(path))


def _manifest_of(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _read_manifest(path: Path) -> Manifest | None:
    try:
        told = json.loads(_manifest_of(path).read_text(encoding="utf-8"))
        return Manifest(str(told["sha256"]), int(told["size"]), {str(k): int(v) for k, v in told["counts"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _write(path: Path, text: str) -> None:
    making = path.with_name(path.name + ".part")
    making.write_text(text, encoding="utf-8")
    put_in_place(making, path)
