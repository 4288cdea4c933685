"""`python -m bothhats`: a sub-command on the command line, or the window."""

import sys


def main() -> int:
    """Run what the words ask for; the exit status."""
    from bothhats.cli import command_line

    request = command_line(sys.argv[1:])
    if request.status is not None:
        return request.status
    from bothhats.app import run

    return run(request.data_file, is_demo=request.is_demo)


if __name__ == "__main__":
    sys.exit(main())
