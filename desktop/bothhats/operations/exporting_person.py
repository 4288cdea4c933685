"""Export everything about one person, for them or for another program."""

import json
from pathlib import Path

from bothhats.domain.problems import Refused
from bothhats.queries import whole_file
from bothhats.queries.person import everything_about
from bothhats.storage.read_only import open_read_only
from bothhats.storage.safe_write import write_whole


def export_person(data_file: Path, target: Path, lead_id: int) -> None:
    """All rows about one lead as JSON. Raises Refused for one that is gone, and what `export` raises."""
    reader = open_read_only(data_file)
    try:
        with whole_file.one_moment(reader):
            tables = everything_about(reader, lead_id)
    finally:
        reader.close()
    if not tables:
        raise Refused("This lead is gone.", "It may have been erased in another window.")
    document = {"format": "Both Hats, one person", "tables": tables}
    write_whole(target, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
