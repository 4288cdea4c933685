"""Rows and what exists become a plan: which leads to add, which to change, which rows cannot be used. Pure."""

from datetime import date

from bothhats.exchange.csv_reader import Table
from bothhats.exchange.existing import Existing
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.planned import ImportPlan


def plan_import(table: Table, options: ImportOptions, existing: Existing, today: date) -> ImportPlan:
    """Every row of the table is in the plan once: added, updated, unchanged or skipped."""
    raise NotImplementedError
