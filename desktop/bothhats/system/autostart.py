"""Start at login: one entry of the kind that the system has, written by us and removed by us."""

import plistlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path

from bothhats.domain.problems import FileNotWritable

APP_ID = "io.github.bothhats.BothHats"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = re.compile(r"([\"`$\\])")


def is_on() -> bool:
    """Whether our entry is there."""
    if sys.platform == "win32":
        return _windows_entry() is not None
    return entry_file().exists()


def turn_on(command: Sequence[str]) -> None:
    """Start this program with these words at each login. Raises FileNotWritable."""
    try:
        if sys.platform == "win32":
            _write_windows_entry(command)
            return
        file = entry_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        content = launch_agent(command) if sys.platform == "darwin" else desktop_entry(command).encode()
        file.write_bytes(content)
    except OSError as error:
        raise FileNotWritable(
            "The start at login cannot be set up.", "Check the permissions of your settings."
        ) from error


def turn_off() -> None:
    """Take our entry away; nothing happens where there is none. Raises FileNotWritable."""
    try:
        if sys.platform == "win32":
            _delete_windows_entry()
        else:
            entry_file().unlink(missing_ok=True)
    except OSError as error:
        raise FileNotWritable(
            "The start at login cannot be taken away.", "Remove Both Hats from the programs that start at login."
        ) from error


def entry_file() -> Path:
    """Where the entry lies: a LaunchAgent on macOS, else what the XDG autostart specification says."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{APP_ID}.plist"
    return user_config_path() / "autostart" / f"{APP_ID}.desktop"


def desktop_entry(command: Sequence[str]) -> str:
    """https://specifications.freedesktop.org/desktop-entry-spec/ 1.4; the words quoted as Exec wants them."""
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.4\nName=Both Hats\n"
        "Comment=Says in the morning what the day holds\n"
        f"Exec={' '.join(map(_quoted, command))}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def launch_agent(command: Sequence[str]) -> bytes:
    """A property list for launchd."""
    return plistlib.dumps({"Label": APP_ID, "ProgramArguments": list(command), "RunAtLoad": True})


def _quoted(word: str) -> str:
    """A backslash is doubled once for the quoting and once for the string of the file."""
    inner = _RESERVED.sub(r"\\\1", word.replace("%", "%%"))
    return '"' + inner.replace("\\", "\\\\") + '"'


if sys.platform == "win32":
    import subprocess
    import winreg

    def _windows_entry() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, APP_ID)[0])
        except FileNotFoundError:
            return None

    def _write_windows_entry(command: Sequence[str]) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            winreg.SetValueEx(key, APP_ID, 0, winreg.REG_SZ, subprocess.list2cmdline(command))

    def _delete_windows_entry() -> None:
        if _windows_entry() is not None:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, APP_ID)
