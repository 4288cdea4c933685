"""How content is called: its kind, its state, whether it helped. Pure."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.queries.asset_ledger import AssetLine

KINDS = ("page", "case_study", "email_template", "comparison", "pricing", "faq", "deck", "post", "ad")
STATES = ("idea", "drafting", "live", "rework", "retired")


def kind_words(kind: str) -> str:
    """ "case study"."""
    words = {
        "page": _tr("page"), "case_study": _tr("case study"), "email_template": _tr("email template"),
        "comparison": _tr("comparison"), "pricing": _tr("pricing"), "faq": _tr("FAQ"), "deck": _tr("deck"),
        "post": _tr("post"), "ad": _tr("ad"),
    }  # fmt: skip
    return words[kind]


def state_name(state: str) -> str:
    """One of the five states."""
    words = {
        "idea": _tr("Idea"), "drafting": _tr("Drafting"), "live": _tr("Live"), "rework": _tr("Rework"),
        "retired": _tr("Retired"),
    }  # fmt: skip
    return words[state]


def state_words(line: AssetLine, today: date) -> tuple[str, bool]:
    """The state, and whether it asks for something: "live, not used", "to rework"."""
    if line.status == "rework":
        return _tr("to rework"), True
    if line.is_unused(today):
        return _tr("live, not used"), True
    return state_name(line.status).lower(), False


def helped_words(line: AssetLine) -> str:
    """ "4 of 5"; what was never sent, or never asked about, is said to be."""
    if line.marked:
        return _tr("{k} of {n}").format(k=line.helped, n=line.marked)
    return _tr("not asked") if line.people else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Asset", text)
