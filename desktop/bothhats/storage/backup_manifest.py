"""What was true of a backup when it was made, in a file beside it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bothhats.storage.read_only import read_header
from bothhats.storage.safe_write import write_whole

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """`counts` by table; `seen` is how the file that it is a copy of looked, '' where nobody has written it down."""

    sha256: str
    size: int
    counts: dict[str, int] = field(default_factory=dict)
    seen: str = ""


def manifest_of(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(backup.name + ".json")


def read_manifest(backup: Path) -> Manifest | None:
    """None where there is none, or one that does not read."""
    try:
        told = json.loads(manifest_of(backup).read_text(encoding="utf-8"))
        counts = {str(k): int(v) for k, v in told["counts"].items()}
        return Manifest(str(told["sha256"]), int(told["size"]), counts, str(told.get("seen", "")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def write_manifest(backup: Path, manifest: Manifest) -> None:
    """Whole or not at all. Raises FileNotWritable, DiskFull."""
    write_whole(manifest_of(backup), json.dumps(asdict(manifest)))


def look_of(data_file: Path) -> str:
    """Differs after every write: SQLite counts its transactions, and the file has its size and its time."""
    transactions = read_header(data_file).transactions
    status = data_file.stat()
    return f"{transactions}-{status.st_size}-{status.st_mtime_ns}"


def sha256_of(path: Path) -> str:
    """Never of a file that is in use: closing it would drop SQLite's locks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
