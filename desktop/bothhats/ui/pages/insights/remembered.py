"""What was chosen stays from day to day; a source or a campaign only as long as the same file is open."""

import json
from dataclasses import replace

from bothhats.ui.context import Context
from bothhats.ui.pages.insights.choice import Choice, choice_of


def read_choice(context: Context) -> Choice:
    """What was last chosen."""
    kept = context.kept.insights_choice
    choice = choice_of(kept)
    try:
        is_same_file = json.loads(kept).get("file") == str(context.workspace.path)
    except (ValueError, AttributeError):
        is_same_file = False
    return choice if is_same_file else replace(choice, source_id=None, campaign_id=None)


def write_choice(context: Context, choice: Choice) -> None:
    """Keep it."""
    kept = json.loads(choice.as_text())
    context.kept.insights_choice = json.dumps({**kept, "file": str(context.workspace.path)})
