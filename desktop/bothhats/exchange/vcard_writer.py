"""Leads as vCards 3.0, the version that every address book reads."""

from collections.abc import Mapping, Sequence

from bothhats.exchange.icalendar_writer import escaped, folded_line


def write_vcards(leads: Sequence[Mapping[str, str]]) -> str:
    """One card a lead; `leads` are its fields by name, as an export has them."""
    return "".join(f"{folded_line(line)}\r\n" for lead in leads for line in _card(lead))


def _card(lead: Mapping[str, str]) -> list[str]:
    first, last = lead.get("first_name", ""), lead.get("last_name", "")
    name = lead.get("name", "") or f"{first} {last}".strip()
    shown = name or next((lead[key] for key in ("company", "email", "phone", "key") if lead.get(key)), "")
    if not (first or last):
        first, _, last = name.rpartition(" ") if " " in name else (name, "", "")
    lines = [
        *("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Both Hats//EN"),
        f"N:{escaped(last)};{escaped(first)};;;",
        f"FN:{escaped(shown)}",
    ]
    for field, start in (
        *(("company", "ORG:"), ("role", "TITLE:"), ("email", "EMAIL;TYPE=INTERNET:"), ("phone", "TEL;TYPE=VOICE:")),
        *(("website", "URL:"), ("notes", "NOTE:"), ("tags", "CATEGORIES:")),
    ):
        text = lead.get(field, "")
        if text:
            lines.append(start + (_listed(text) if field == "tags" else escaped(text)))
    if lead.get("address"):
        lines.append(f"ADR;TYPE=WORK:;;{escaped(lead['address'])};;;;")
    return [*lines, "END:VCARD"]


def _listed(tags: str) -> str:
    return ",".join(escaped(tag) for tag in tags.split("; "))
