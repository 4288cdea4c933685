"""Which paper letters and reports are printed on."""

from bothhats.queries.settings import read_settings
from bothhats.ui.pages.settings.page import SettingsPage
from bothhats.ui.widgets.segments import Segments


def test_the_paper_is_chosen_and_undone(context, window, workspace, qtbot):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    paper = next(each for each in page.findChildren(Segments) if each.accessibleName() == "Paper")
    assert paper.value == ""
    paper.choose(2)
    assert read_settings(workspace.reader).paper == "Letter"
    workspace.journal.undo()
    assert read_settings(workspace.reader).paper == ""
