"""The log: types and places of what went wrong, never names; rotated, for the owner's eyes only."""

import faulthandler
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bothhats.system.paths import log_file


def start_logging() -> Path | None:
    """Log into the owner's own folder; None where that cannot be written, which stops nobody."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=4, encoding="utf-8", delay=True)
        crash = path.with_name("crash.log")
        descriptor = os.open(crash, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    except OSError:
        return None
    faulthandler.enable(descriptor)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("bothhats").addHandler(handler)
    return path
