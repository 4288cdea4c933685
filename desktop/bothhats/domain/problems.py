"""What can go wrong that is nobody's bug: one sentence for the owner, and a way out."""


class KnownProblem(Exception):
    """A situation of the world, not of the code; `message` and `way_out` are for the owner's eyes."""

    def __init__(self, message: str, way_out: str = "") -> None:
        super().__init__(f"{message} {way_out}".strip())
        self.message = message
        self.way_out = way_out


class FileTooNew(KnownProblem):
    """A newer version of Both Hats made this file; it is not touched."""


class NotALeadFile(KnownProblem):
    """The file is not a Both Hats pipeline."""


class FileMissing(KnownProblem):
    """There is no file where one was expected; none is made in its place."""


class FileLocked(KnownProblem):
    """Somebody else holds the file: another window, another program."""


class FileNotWritable(KnownProblem):
    """The file or its folder cannot be written; reading may still work."""


class DiskFull(KnownProblem):
    """No room for the change; nothing of it was kept."""


class FileDamaged(KnownProblem):
    """The file's content is not what SQLite wrote."""


class Refused(KnownProblem):
    """The owner asked for something that the rules of the pipeline do not allow."""


class WrongUsage(KnownProblem):
    """The command line was called with words that do not fit (exit status 2)."""
