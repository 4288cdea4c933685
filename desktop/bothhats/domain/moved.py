"""Whether what a commitment was to move has moved: the counts before and after, and an honest sentence; pure."""

from dataclasses import dataclass

from bothhats.domain.proportion import Comparison, Proportion, differ
from bothhats.domain.wording import capitalised, counted, month_name, number

FEW = 10


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted in a month: `n`, of `of` where it is a share, and `words` for it."""

    month: str
    n: int
    of: int
    words: str


@dataclass(frozen=True, slots=True)
class Move:
    """`kind` is objection, question, claim, source or metric; `beside` says what stands against it now."""

    kind: str
    name: str
    before: Count
    after: Count
    beside: str = ""

    @property
    def sentence(self) -> str:
        """The change in counts, and whether they are enough to tell."""
        words = f"{self._change()}{self._telling()}"
        return f"{words}. {self.beside}".strip() if self.beside else f"{words}."

    def _change(self) -> str:
        more, then = self.after.n - self.before.n, month_name(self.before.month)
        if not more:
            return f"As many as in {then}" if self.after.n else f"None in either month, {then} included"
        if self.kind == "metric" and self.name.endswith("revenue"):
            return f"{'More' if more > 0 else 'Less'} than in {then}"
        what = {"objection": "person", "question": "person", "claim": "person", "source": "lead"}.get(self.kind, "")
        many = {"person": "people", "lead": "leads"}.get(what, "")
        side = "more" if more > 0 else "fewer"
        thing = f" {what if abs(more) == 1 else many}" if what else ""
        return capitalised(f"{number(abs(more))} {side}{thing} than in {then}")

    def _telling(self) -> str:
        if self.before.of and self.after.of:
            shares = [Proportion(min(each.n, each.of), each.of) for each in (self.before, self.after)]
            return {
                Comparison.DIFFER: ", and that is more than chance",
                Comparison.TOO_CLOSE: "; too close to call",
                Comparison.TOO_FEW: "; too few to tell",
            }[differ(*shares)]
        return "; too few to tell" if max(self.before.n, self.after.n) < FEW else ""


def people(n: int) -> str:
    """ "3 people", "nobody"."""
    return counted(n, "person", "people") if n else "nobody"


def leads(n: int) -> str:
    """ "3 leads", "no leads"."""
    return counted(n, "lead") if n else "no leads"
