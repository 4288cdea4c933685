"""The one place where a committed change becomes a Qt signal."""

from PySide6.QtCore import QObject, Signal

from bothhats.workspace import Workspace


class ChangeFeed(QObject):
    """Emits each ChangeSet of the workspace, undo and redo included, in the call stack that committed it."""

    committed = Signal(object)  # a ChangeSet; Qt signals carry no type aliases

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        workspace.listen(self.committed.emit)
