"""Won leads as customers for GnuCash: no header, nineteen columns in its order.

After https://www.gnucash.org/docs/v5/C/gnucash-guide/busnss-imp-customer-vendor.html. The id stays blank: a filled one
would change a customer that is there already.
"""

from collections.abc import Mapping, Sequence

from bothhats.exchange.lead_csv import csv_text

_LINES = 4


def write_customers(leads: Sequence[Mapping[str, str]]) -> str:
    """Company, name, four lines of address, phone, fax, email, notes, then the same for the place of delivery."""
    return csv_text([_row(lead) for lead in leads])


def _row(lead: Mapping[str, str]) -> list[str]:
    person = lead.get("name", "") or f"{lead.get('first_name', '')} {lead.get('last_name', '')}".strip()
    company = lead.get("company", "") or person or lead.get("email", "")
    name = person or company
    address = _address(lead.get("address", ""))
    reach = [lead.get("phone", ""), "", lead.get("email", "")]
    notes = " ".join(lead.get("notes", "").split())
    return ["", company, name, *address, *reach, notes, name, *address, *reach]


def _address(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], ", ".join(lines[_LINES - 1 :])]
    return [*lines, *[""] * (_LINES - len(lines))]
