"""Where something is saved: whatever is typed, the file has the ending of its kind."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from bothhats.ui.dialogs.save_place import FileKind, ask_place


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("list", "list.xlsx"), ("list.xlsx", "list.xlsx"), ("all.json", "all.json.xlsx"), ("to 28.11", "to 28.11.xlsx")],
)
def test_what_is_typed_keeps_the_ending_of_its_kind(window, tmp_path, typed, kept):
    def type_it():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit).setText(str(tmp_path / typed))
        dialog.accept()

    QTimer.singleShot(0, type_it)
    assert ask_place(window, tmp_path, "leads", [FileKind("Workbook", ".xlsx")], "Export") == tmp_path / kept


def test_a_file_that_would_be_overwritten_is_asked_about_under_its_whole_name(window, tmp_path):
    (tmp_path / "all.json.xlsx").write_bytes(b"older")
    shown = []

    def look():
        dialog = QApplication.activeModalWidget()
        shown.append(dialog.findChild(QLineEdit).text())
        dialog.reject()

    def type_it():
        QTimer.singleShot(0, look)
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit).setText(str(tmp_path / "all.json"))
        dialog.accept()

    QTimer.singleShot(0, type_it)
    assert ask_place(window, tmp_path, "leads", [FileKind("Workbook", ".xlsx")], "Export") is None
    assert shown == ["all.json.xlsx"]
