"""What the pages before suggest to commit to: the owner's own plans first, then what nobody has decided yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from bothhats.domain.review import HEARD_PEOPLE
from bothhats.domain.wording import capitalised, counted, number
from bothhats.queries.alignment import read_alignment
from bothhats.queries.heard import heard_claims, heard_phrases, used_assets
from bothhats.queries.months import first_day, last_day
from bothhats.queries.review_month import read_promised, read_stuck
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.landed_words import bare

PROMISE_CHECK, LOOK_CHECK = 2, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for a commitment, the hat that would make it, and what it hangs on, as the draft keeps it."""

    text: str
    hat: str
    tie: dict[str, object] = field(default_factory=dict)


def suggestions(draft: ReviewDraft) -> list[Suggestion]:
    """In the order of the pages, each text once."""
    found: dict[str, Suggestion] = {}
    for source in (_promised, _stuck, _landed, _heard, _content, _checks):
        for each in source(draft):
            found.setdefault(each.text.strip(), each)
    return [each for text, each in found.items() if text]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommitmentsPage", text)


def _promised(draft: ReviewDraft) -> Iterator[Suggestion]:
    for each in read_promised(draft.context.workspace.reader, draft.month):
        if each.state == "open":
            tie: dict[str, object] = {"carried_from": each.id}
            if each.tie:
                tie |= {"objection_id": each.tie.objection_id, "claim_id": each.tie.claim_id}
                tie |= {"source_id": each.tie.source_id, "metric": each.tie.metric}
            yield Suggestion(each.text, each.hat, tie)


def _stuck(draft: ReviewDraft) -> Iterator[Suggestion]:
    reader = draft.context.workspace.reader
    stuck = read_stuck(reader, draft.today, read_settings(reader).promise_days)
    if stuck:
        yield Suggestion(_tr("Write to the {n} who went silent").format(n=number(len(stuck))), "sales")


def _landed(draft: ReviewDraft) -> Iterator[Suggestion]:
    default = {
        "back_up": _tr("Back up “{claim}”"), "reword": _tr("Say “{claim}” differently"),
        "stop": _tr("Stop saying “{claim}”"),
    }  # fmt: skip
    for claim in heard_claims(draft.context.workspace.reader, first_day(draft.month), last_day(draft.month), 0):
        decided, plan = draft.answer(f"landed.{claim.id}"), draft.answer(f"landed.{claim.id}.plan").strip()
        if decided not in default:
            continue
        words = default[decided].format(claim=bare(claim.text))
        yield Suggestion(f"{words}: {plan}" if plan else words, "marketing", {"claim_id": claim.id})
    unsaid = draft.answer("landed.unsaid").strip()
    if unsaid:
        yield Suggestion(_tr("Say it in public: {words}").format(words=unsaid), "marketing")


def _heard(draft: ReviewDraft) -> Iterator[Suggestion]:
    end = last_day(draft.month)
    days = (end - timedelta(days=89), end)
    for phrase in heard_phrases(draft.context.workspace.reader, *days, *days):
        name = f"objections.{phrase.id}"
        decided, plan = draft.answer(name), capitalised(draft.answer(f"{name}.plan").strip())
        tie: dict[str, object] = {"objection_id": phrase.id}
        if decided in ("make", "change"):
            if draft.answer(f"{name}.out") != "yes":
                yield Suggestion(plan or _tr("Answer “{phrase}”").format(phrase=phrase.text), "marketing", tie)
        elif not decided and not phrase.answers and phrase.people >= HEARD_PEOPLE:
            yield Suggestion(_tr("Answer “{phrase}”").format(phrase=phrase.text), "marketing", tie)


def _content(draft: ReviewDraft) -> Iterator[Suggestion]:
    for asset in used_assets(draft.context.workspace.reader, first_day(draft.month), last_day(draft.month)):
        if asset.status == "rework":
            yield Suggestion(_tr("Rework the {title}").format(title=asset.title), "marketing")
    wish = draft.answer("content.wish").strip()
    if wish:
        yield Suggestion(_tr("Make {wish}").format(wish=wish), "marketing")


def _checks(draft: ReviewDraft) -> Iterator[Suggestion]:
    reader = draft.context.workspace.reader
    found = read_alignment(reader, draft.month, draft.today)
    if found.checks[LOOK_CHECK].holds is False:
        yield Suggestion(_tr("Look at the definition of a good lead"), "marketing")
    if found.checks[PROMISE_CHECK].holds is False:
        days = counted(read_settings(reader).promise_days, "day")
        words = _tr("Contact every new lead within {days}").format(days=days)
        yield Suggestion(words, "sales", {"metric": "promise"})
    closer = draft.answer("alignment.closer").strip()
    if closer:
        yield Suggestion(capitalised(closer), "marketing")
