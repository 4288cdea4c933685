"""How this program is started."""

import sys


def this_program() -> list[str]:
    """The words that start it again; a packaged one is a program of its own."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "bothhats"]
