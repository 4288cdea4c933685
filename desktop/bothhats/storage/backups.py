"""The backups of a file: numbered, each with a manifest beside it; made when something changed, checked when listed."""

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bothhats.domain.problems import FileDamaged, FileNotWritable, KnownProblem
from bothhats.storage.backup import PART, back_up, check_copy, checked_copy, counts_of, put_in_place
from bothhats.storage.backup_manifest import Manifest, look_of, manifest_of, read_manifest, sha256_of, write_manifest
from bothhats.storage.backup_place import folder_of, folders_of
from bothhats.storage.backup_rotation import Kept, superfluous
from bothhats.storage.disk_errors import sorted_os_errors
from bothhats.storage.read_only import open_read_only

DAILY, BY_HAND = "daily", "by-hand"
BEFORE_IMPORT, BEFORE_UPGRADE, BEFORE_RESTORE, BEFORE_ERASE = (
    *("before-import", "before-upgrade", "before-restore", "before-erase"),
)
_AN_HOUR = 3600
_TIME = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"(?:(?P<number>\d{6})-)?(?:(?P<why>[a-z-]+?)-(?:\d+-)?)?(?P<time>\d{4}-\d\d-\d\d-\d{6})")


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


def listed(data_file: Path, folder: Path | None = None) -> list[Backup]:
    """All backups of this file, the newest first: by number, not by what the clock said."""
    places = [folder] if folder else dict.fromkeys([*folders_of(data_file), data_file.parent])
    found = [each for place in places for path in _inside(place) if (each := _backup(data_file, path))]
    return sorted(found, key=lambda each: (each.number, each.made_at, each.path.name), reverse=True)


def make_backup(data_file: Path, why: str, now: datetime, *, only_if_changed: bool = False) -> Backup | None:
    """A checked copy with its manifest; None where nothing has changed since the last. Older ones are thinned.

    Raises what `back_up` raises; then all older ones stay.
    """
    before = listed(data_file)
    seen = look_of(data_file)
    if only_if_changed and before and _is_of(before[0], seen):
        return None
    number = max((each.number for each in before), default=0) + 1
    folder = folder_of(data_file)
    target = folder / f"{data_file.stem}-{number:06d}-{why}-{now.strftime(_TIME)}{data_file.suffix}"
    with checked_copy(data_file, target) as (making, counts):
        manifest = Manifest(sha256_of(making), making.stat().st_size, counts, seen)
        if only_if_changed and before and _is_same(before[0], manifest):
            return None
        write_manifest(target, manifest)
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
    write_manifest(target, Manifest(sha256_of(target), target.stat().st_size, counts))
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
    return Backup(path, 0, "", datetime.fromtimestamp(path.stat().st_mtime), read_manifest(path))


def forget_all_but(data_file: Path, kept: Backup) -> int:
    """Delete the other backups of this file; how many they were."""
    others = [each for each in listed(data_file) if each.path != kept.path]
    for each in others:
        with sorted_os_errors(each.path, "Delete it yourself.", "The old backup {} cannot be deleted."):
            _delete(each)
    return len(others)


def _thin(data_file: Path, now: datetime) -> None:
    backups = [each for each in listed(data_file, folder_of(data_file)) if each.number]
    kept = [Kept(each.number, each.made_at, sum(each.counts.values())) for each in backups]
    gone = superfluous(kept, now)
    with suppress(OSError):  # what cannot be deleted now goes another time
        for each in backups:
            if each.number in gone:
                _delete(each)
        _sweep(data_file)


def _sweep(data_file: Path) -> None:
    """What backups that were killed have left behind; not what another program is making now."""
    for path in _inside(folder_of(data_file)):
        is_ours = path.name.startswith(f"{data_file.stem}-") and path.stat().st_mtime < time.time() - _AN_HOUR
        if is_ours and f"{data_file.suffix}{PART}" in path.name:
            path.unlink(missing_ok=True)


def _inside(folder: Path) -> list[Path]:
    """Nothing where there is no folder, or none that may be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _delete(backup: Backup) -> None:
    backup.path.unlink(missing_ok=True)
    manifest_of(backup.path).unlink(missing_ok=True)


def _is_of(last: Backup, seen: str) -> bool:
    return last.manifest is not None and last.manifest.seen == seen and is_sound(last)


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
    return Backup(path, int(match["number"] or 0), match["why"] or BY_HAND, made_at, read_manifest(path))
