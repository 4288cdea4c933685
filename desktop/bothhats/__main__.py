"""`python -m bothhats`: a sub-command on the command line, or the window."""

import io
import os
import sys

from bothhats.cli_arguments import build_parser
from bothhats.system.paths import default_data_file


def main() -> int:
    """Run what the words ask for; the exit status. A reader that goes away early (`… | head`) is no failure."""
    try:
        try:
            return _carry_out()
        finally:
            if sys.stdout is not None:  # a window without a console has none
                sys.stdout.flush()
    except BrokenPipeError:
        # What was asked is done by now. Python flushes once more at its end, into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _carry_out() -> int:
    """The window loads nothing of the command line, and the other way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of one country, or a pipe on Windows, has not all letters
    arguments = build_parser().parse_args()
    data_file = (arguments.data or default_data_file()).expanduser()
    if arguments.command:
        from bothhats.cli import carry_out

        return carry_out(data_file, arguments)
    from bothhats.app import run

    return run(data_file, is_demo=arguments.demo, in_tray=arguments.tray, look_at=arguments.look_at)


if __name__ == "__main__":
    sys.exit(main())
