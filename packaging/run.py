#!/usr/bin/env python3
"""Run Both Hats: makes what it needs the first time, starts at once from then on. Standard library only."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bootstrap

NO_DISPLAY = """There is no display here, so this is the sample business in the terminal: its agenda, then its funnel.

For the window, start it in a desktop session, or on a virtual display:
    apt-get install -y xvfb && xvfb-run -a python3 packaging/run.py
"""


def main(arguments):
    if "--no-system" in arguments:
        arguments.remove("--no-system")
        may_install = False
    else:
        may_install = True
    python = bootstrap.environment("requirements.txt")
    if arguments and not arguments[0].startswith("--"):
        return run(python, arguments)
    if bootstrap.has_display():
        if may_install:
            bootstrap.system_libraries(python, with_window=True)
        return run(python, arguments)
    print(NO_DISPLAY)
    for words in (["--demo", "agenda"], ["--demo", "report", "--by", "source"]):
        status = run(python, words)
        if status:
            return status
        print()
    return 0


def run(python, words):
    return subprocess.call([python, "-m", "bothhats"] + words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
