"""What the two hats agreed on, in sentences: what was promised, what is promised now, how far they agree."""

from datetime import date

from bothhats.domain.moved import Move
from bothhats.domain.wording import capitalised, listed, long_date, month_name, number, sentence, told
from bothhats.queries.alignment import MonthScore, month_scores
from bothhats.queries.review_month import read_promised
from bothhats.queries.review_open import commitments_in
from bothhats.reports.letter_month import Month

_STATES = (("kept", "Kept"), ("dropped", "Dropped"), ("carried_over", "Carried over"), ("open", "Still open"))


def promised_words(month: Month) -> str:
    """What became of the last commitments, with the counts before and after of what they were to move."""
    promised = read_promised(month.connection, month.name)
    if not promised:
        return ""
    kept = sum(each.state == "kept" for each in promised)
    of = told(len(promised), "commitment")
    sentences = [f"We kept {number(kept) if kept else 'none'} of {of}." if len(promised) > 1 else ""]
    for state, words in _STATES:
        texts = [f"“{each.text.strip().rstrip('.')}”" for each in promised if each.state == state]
        if texts:
            sentences.append(f"{words}: {listed(texts)}.")
    sentences += [_moved(each.move) for each in promised if each.move]
    in_the_way = month.answer("promised.in_the_way")
    if in_the_way:
        sentences.append(f"What got in the way: {sentence(in_the_way)}")
    return " ".join(each for each in sentences if each)


def promised_in(month: Month) -> str:
    """The month whose review made the commitments that are looked back on."""
    promised = read_promised(month.connection, month.name)
    return promised[0].made_in if promised else month.before


def changes_words(month: Month) -> str:
    """The commitments that have words and a day."""
    made = [each for each in commitments_in(month.answer("commitments")) if each.get("text") and each.get("due_on")]
    return " ".join(_commitment(str(each["text"]), str(each["due_on"]), str(each.get("hat", ""))) for each in made)


def alignment_words(month: Month) -> str:
    """On how many points the hats agree, against the month before; and what would bring them closer."""
    before, now = month_scores(month.connection, month.name, month.today, most=2)
    closer = month.answer("alignment.closer")
    sentences = []
    if now.of:
        sentences.append(f"On {_points(now)}{_against(now, before) if before.of else ''}.")
    if closer:
        sentences.append(f"What would bring us closer: {sentence(closer)}")
    return " ".join(sentences)


def _points(score: MonthScore) -> str:
    return f"{number(score.holds) if score.holds else 'none'} of {told(score.of, 'point')}"


def _against(now: MonthScore, before: MonthScore) -> str:
    name, more = month_name(before.month), now.holds - before.holds
    if now.of != before.of:
        return f"; in {name} it was {number(before.holds) if before.holds else 'none'} of {number(before.of)}"
    if not more:
        return f", as in {name}"
    return f", {number(abs(more))} {'more' if more > 0 else 'fewer'} than in {name}"


def _moved(move: Move) -> str:
    """The counts before and after, and an honest word when they are too small to tell."""
    name = move.name if move.kind in {"source", "metric"} else f"“{move.name}”"
    then, now = month_name(move.before.month), month_name(move.after.month)
    return f"{capitalised(name)}: {move.before.words} in {then}, {move.after.words} in {now}. {move.sentence}"


def _commitment(text: str, due_on: str, hat: str) -> str:
    day = long_date(date.fromisoformat(due_on)).rsplit(" ", 1)[0]
    return f"{capitalised(text.strip().rstrip('.'))}, by {day} ({hat} hat)."
