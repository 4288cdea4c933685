"""A calendar file (RFC 5545) of days on which something is to be done; unchanged entries keep number and stamp."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75
_EVENT = re.compile(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A day with what is to be done; `uid` stays the same whatever changes."""

    uid: str
    on: date
    summary: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a calendar file said of an entry when it was last written: its number, its stamp, its words."""

    sequence: int
    stamp: str
    content: str


def write_calendar(
    name: str, entries: Sequence[Entry], now: datetime, before: Mapping[str, Kept], alarm_hour: int | None = None
) -> str:
    """The whole file. An entry that is not as in `before` gets the next sequence number and the stamp of `now`.

    `alarm_hour` (0 to 23, of the entry's own day) adds a reminder to each.
    """
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Both Hats//Calendar//EN", "CALSCALE:GREGORIAN"),
        *("METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"),
    ]
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for entry in entries:
        lines += _event(entry, stamp, before.get(entry.uid), alarm_hour)
    return "".join(f"{folded_line(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def kept_entries(text: str) -> dict[str, Kept]:
    """The entries of a calendar file that `write_calendar` made, by uid; what is none is passed over."""
    found = {}
    for match in _EVENT.finditer(re.sub(r"\r?\n[ \t]", "", text)):
        fields = dict(line.split(":", 1) for line in match[1].splitlines() if ":" in line)
        sequence = fields.get("SEQUENCE", "")
        if "UID" in fields and sequence.isdecimal():
            content = [line for line in match[1].splitlines() if not line.startswith(("SEQUENCE:", "DTSTAMP:"))]
            found[fields["UID"]] = Kept(int(sequence), fields.get("DTSTAMP", ""), "\n".join(content))
    return found


def _event(entry: Entry, stamp: str, kept: Kept | None, alarm_hour: int | None) -> list[str]:
    content = [
        f"UID:{entry.uid}",
        f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{_day_after(entry.on):%Y%m%d}",
        f"SUMMARY:{escaped(entry.summary)}",
        *([f"DESCRIPTION:{escaped(entry.description)}"] if entry.description else []),
        *("TRANSP:TRANSPARENT", "CATEGORIES:Both Hats"),
    ]
    if alarm_hour is not None:
        content += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(entry.summary)}"]
        content += [f"TRIGGER;RELATED=START:PT{alarm_hour}H", "END:VALARM"]
    is_same = kept is not None and kept.content == "\n".join(content)
    sequence = 0 if kept is None else kept.sequence + (not is_same)
    stamp = kept.stamp if kept is not None and is_same else stamp
    return ["BEGIN:VEVENT", *content[:1], f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}", *content[1:], "END:VEVENT"]


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def escaped(text: str) -> str:
    """A text as calendars and vCards want it; control characters are left out."""
    plain = "".join(char for char in text if char in "\n\t" or char.isprintable())
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\t", " ").replace("\n", "\\n")


def folded_line(line: str) -> str:
    """At most 75 octets a line, cut between letters; a line that goes on begins with a blank."""
    rows: list[str] = []
    row, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > MOST_OCTETS - bool(rows):
            rows.append(row)
            row, size = "", 0
        row += char
        size += octets
    return "\r\n ".join([*rows, row])
