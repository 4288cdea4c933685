"""What the window remembers of its looks: an INI file of its own, never business."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class _Text:
    """One text of the INI file; what is no text, or none of its `choices`, reads as the default."""

    def __init__(self, name: str, default: str, *choices: str) -> None:
        self._name, self._default, self._choices = name, default, choices

    def __get__(self, settings: "WindowSettings", _owner: type) -> str:
        value = settings.file.value(self._name, self._default)
        is_known = isinstance(value, str) and (not self._choices or value in self._choices)
        return str(value) if is_known else self._default

    def __set__(self, settings: "WindowSettings", value: str) -> None:
        settings.file.setValue(self._name, value)


class WindowSettings:
    """Reads as text and falls back, so that a broken file costs only looks."""

    theme = _Text("theme", "system", "system", "light", "dark")
    last_file = _Text("last_file", "")
    lane_order = _Text("pipeline/lane_order", "due", "due", "value", "arrived", "hand")
    table_columns = _Text("pipeline/table_columns", "")
    reminders = _Text("reminders/state", "", "", "on")
    reminded_on = _Text("reminders/last_day", "")
    reminders_lack = _Text("reminders/lack", "", "", "tray", "notifications")
    calendar_file = _Text("calendar/file", "")
    calendar_alarm = _Text("calendar/alarm_hour", "", "", "8", "9")
    insights_part = _Text("insights/part", "")
    insights_choice = _Text("insights/choice", "")
    table_orders = _Text("pipeline/table_orders", "")

    export_folder = _Text("export/folder", "")
    backup_trouble = _Text("backup/trouble", "")

    def __init__(self, path: Path) -> None:
        self.file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty the first time."""
        value = self.file.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.file.setValue("geometry", value)
