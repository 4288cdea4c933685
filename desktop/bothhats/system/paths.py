"""Where the file, the settings, the logs and the caches belong on this machine."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

ENVIRONMENT_NAME = "BOTHHATS_DATA"
SUFFIX = ".bothhats"

_DIRS = PlatformDirs("bothhats", appauthor=False)


def default_data_file() -> Path:
    """The owner's own pipeline file, unless the environment names another."""
    named = os.environ.get(ENVIRONMENT_NAME)
    return Path(named).expanduser() if named else Path(_DIRS.user_data_dir) / f"pipeline{SUFFIX}"


def window_settings_file() -> Path:
    """Geometry, theme and the like; nothing of the business."""
    return Path(_DIRS.user_config_dir) / "window.ini"


def log_file() -> Path:
    """Types and places of what went wrong; no names."""
    return Path(_DIRS.user_log_dir) / "bothhats.log"


def chart_cache() -> Path:
    """Where matplotlib keeps its list of fonts."""
    return Path(_DIRS.user_cache_dir) / "matplotlib"


def set_chart_cache() -> None:
    """Tell matplotlib, before it is loaded."""
    os.environ.setdefault("MPLCONFIGDIR", str(chart_cache()))


def lock_folder() -> Path:
    """Locks lie in the owner's own folder, never beside the data."""
    return Path(_DIRS.user_data_dir) / "locks"
