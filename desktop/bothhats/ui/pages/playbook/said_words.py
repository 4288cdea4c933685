"""How the ledgers say what they count: pure."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.wording import capitalised, counted, short_date, told
from bothhats.queries.claim_ledger import ClaimLine
from bothhats.queries.phrase_ledger import OPEN, Outcomes, PhraseLine

KIND_ICONS = {"objection": "shield-question-mark", "question": "message-circle-question-mark"}


def outcome_words(outcomes: Outcomes) -> str:
    """ "2 won, 1 open"."""
    names = {
        "won": _tr("won"), "lost": _tr("lost"), "no_decision": _tr("no decision"),
        "not_a_fit": _tr("not a fit"), OPEN: _tr("open"),
    }  # fmt: skip
    return ", ".join(f"{count} {names[each]}" for each, count in outcomes)


def standing_words(standing: str) -> str:
    """How a lead stands, in a word or two."""
    return outcome_words(((standing, 1),)).partition(" ")[2]


def kind_words(kind: str) -> str:
    """Objection or question."""
    return _tr("question") if kind == "question" else _tr("objection")


def people_words(people: int) -> str:
    """ "3 people"; nobody is said as such."""
    return counted(people, _tr("person"), _tr("people")) if people else _tr("nobody")


def answer_words(line: PhraseLine) -> str:
    """The live answers; what is in the making is said to be; else that there is none."""
    live = [answer.title for answer in line.answers if answer.status == "live"]
    if live:
        return ", ".join(live)
    if line.answers:
        return _tr("{title}, not live yet").format(title=line.answers[0].title)
    return _tr("no answer yet")


def waiting_words(waiting: int) -> str:
    """What two or more people said in 90 days and nothing answers; blank for none."""
    if not waiting:
        return ""
    words = _tr("{n} that people keep saying has no answer.")
    if waiting > 1:
        words = _tr("{n} that people keep saying have no answer.")
    return words.format(n=capitalised(told(waiting, _tr("phrase"), _tr("phrases"))))


def said_in_words(line: ClaimLine) -> str:
    """The campaigns and the content that make a claim."""
    names = [each.name for each in (*line.campaigns, *line.assets)]
    return ", ".join(names) or _tr("said nowhere yet")


def verdict_words(verdict: str) -> str:
    """How a claim was heard."""
    return {"landed": _tr("landed"), "doubted": _tr("doubted"), "not_wanted": _tr("not wanted")}[verdict]


def day_words(day: date | None, today: date) -> str:
    """ "3 Sep", or a dash for never."""
    return short_date(day, today) if day else "–"


def quoted(texts: Sequence[str], most: int = 3) -> str:
    """ "“A”, “B” and 2 more"."""
    shown = ", ".join(f"“{text}”" for text in texts[:most])
    rest = len(texts) - most
    return _tr("{shown} and {n} more").format(shown=shown, n=rest) if rest > 0 else shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("Said", text)
