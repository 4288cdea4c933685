#!/usr/bin/env python3
"""Run the tests of Both Hats, with a virtual display of their own where there is none. Standard library only."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bootstrap
import virtual_display


def main(arguments):
    python = bootstrap.environment("requirements-test.txt")
    bootstrap.system_libraries(python, with_window=True)
    os.chdir(bootstrap.ROOT)
    everything = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    pytest = [python, "-m", "pytest"]
    status = subprocess.call(pytest + (arguments or ["-n", "auto", "-m", "not display"]), env=everything)
    if status or arguments:
        return status
    print("Now the few tests that want a real window.", flush=True)
    with virtual_display.display() as environment:
        return subprocess.call(pytest + ["-q", "-m", "display"], env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
