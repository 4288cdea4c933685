"""What may be said about the evidence, in words."""

from PySide6.QtCore import QCoreApplication

from bothhats.domain.proportion import Comparison, Proportion, differ
from bothhats.domain.wording import told


def closed_words(closed: Proportion) -> str:
    """ "4 closed, 17 % (7 to 37 %)", "1 closed", "none closed"."""
    if not closed.k:
        return _tr("none closed")
    counted = _tr("{k} closed").format(k=closed.k)
    if not closed.has_percent or closed.low is None or closed.high is None:
        return counted
    low, high = round(closed.low * 100), round(closed.high * 100)
    return _tr("{counted}, {rate} ({low} to {high} %)").format(counted=counted, rate=closed.percent, low=low, high=high)


def difference_words(met: Proportion, not_met: Proportion) -> str:
    """Those that met it, of whom so many talked, against those that did not."""
    said = differ(met, not_met)
    if said == Comparison.TOO_FEW:
        return _too_few(met, not_met)
    if said == Comparison.TOO_CLOSE:
        return _tr("Too close to call: the ranges overlap.")
    if (met.rate or 0) > (not_met.rate or 0):
        return _tr("Those that met it talked more often; the ranges do not overlap.")
    return _tr("Those that met it talked less often; the ranges do not overlap.")


def _too_few(met: Proportion, not_met: Proportion) -> str:
    if not met.n and not not_met.n:
        return _tr("Too few to tell: no lead was judged yet.")
    if not not_met.n:
        return _tr("Too few to tell: every judged lead met it.")
    if met.n < not_met.n:
        return _tr("Too few to tell: only {leads} met it.").format(leads=told(met.n, "lead"))
    return _tr("Too few to tell: only {leads} did not meet it.").format(leads=told(not_met.n, "lead"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("EvidenceWords", text)
