"""What the window remembers of its looks: an INI file of its own, never business."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowSettings:
    """Reads as text and falls back, so that a broken file costs only looks."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """system, light or dark."""
        value = str(self._settings.value("theme", "system"))
        return value if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("theme", value)

    @property
    def last_file(self) -> str:
        """The file that was open last, or ''."""
        return str(self._settings.value("last_file", ""))

    @last_file.setter
    def last_file(self, value: str) -> None:
        self._settings.setValue("last_file", value)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty the first time."""
        value = self._settings.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)
