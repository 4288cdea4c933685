"""What each outcome means, and how the close dialog says it."""

from PySide6.QtCore import QCoreApplication

from bothhats.domain.pipeline import Outcome


def outcome_words() -> list[tuple[object, str]]:
    """The four outcomes in their order, by their names."""
    return [
        (Outcome.WON, _tr("Won")),
        (Outcome.LOST, _tr("Lost")),
        (Outcome.NO_DECISION, _tr("No decision")),
        (Outcome.NOT_A_FIT, _tr("Not a fit")),
    ]


def meaning(outcome: Outcome | None) -> str:
    """One line under the switch."""
    if outcome is None:
        return _tr("Only this is needed; everything else can wait.")
    return {
        Outcome.WON: _tr("They bought. Counts as a close today."),
        Outcome.LOST: _tr("They said no or chose someone else. Counts in the win rate."),
        Outcome.NO_DECISION: _tr("It ebbed away: nobody said no. Counts in the win rate."),
        Outcome.NOT_A_FIT: _tr("Never going to buy, or turned down. Left out of the win rate."),
    }[outcome]


def close_words(outcome: Outcome | None) -> str:
    """The primary button."""
    if outcome is None:
        return _tr("Close")
    return {
        Outcome.WON: _tr("Close as won"),
        Outcome.LOST: _tr("Close as lost"),
        Outcome.NO_DECISION: _tr("Close as no decision"),
        Outcome.NOT_A_FIT: _tr("Close as not a fit"),
    }[outcome]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClosingWords", text)
