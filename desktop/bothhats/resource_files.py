"""Where an icon or a text lies: in the installed package, or in the checkout beside it."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file under resources/."""
    installed = _PACKAGE / "resources"
    folder = installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"
    return folder.joinpath(*parts)
