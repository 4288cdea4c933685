"""The owner's stages, as an import asks for them: by name, by milestone, and the one that judges."""

from collections.abc import Iterable, Mapping
from datetime import date

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Milestone, Stage, Step

# The date that says when a milestone was reached, the furthest first; arriving has no stage of its own.
MILESTONE_DATES: tuple[tuple[Milestone, str], ...] = (
    (Milestone.OPPORTUNITY, "opportunity_on"),
    (Milestone.CONVERSATION, "conversation_on"),
)


class StageBook:
    """The stages in their order on the board; there is always one."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._stages = sorted(stages, key=lambda stage: stage.position)
        self._by_name = {folded(stage.name): stage for stage in reversed(self._stages)}
        self._by_id = {stage.id: stage for stage in self._stages}

    def named(self, name: str) -> Stage | None:
        """The stage with this name, case aside."""
        return self._by_name.get(folded(name))

    def with_id(self, stage_id: int) -> Stage | None:
        """None for a stage that was retired."""
        return self._by_id.get(stage_id)

    def first_of(self, milestone: Milestone) -> Stage | None:
        """The first stage of a milestone, if the owner has one."""
        return next((stage for stage in self._stages if stage.milestone is milestone), None)

    @property
    def first(self) -> Stage:
        """Where a new lead stands."""
        return self.first_of(Milestone.LEAD) or self._stages[0]

    @property
    def names(self) -> str:
        """All names, for a message."""
        return ", ".join(stage.name for stage in self._stages)

    def standing(self, dates: Mapping[str, date]) -> Stage:
        """The first stage of the furthest milestone that has a date; of a lead that was only judged, Qualified."""
        for milestone, field in MILESTONE_DATES:
            stage = self.first_of(milestone)
            if field in dates and stage is not None:
                return stage
        if "qualified_on" in dates or "sales_ready_on" in dates:
            return self._qualified or self.first
        return self.first

    @property
    def _qualified(self) -> Stage | None:
        judging = (stage for stage in self._stages if stage.judges is Step.MARKETING_QUALIFIED)
        return next((stage for stage in judging if stage.milestone is Milestone.LEAD), None)
