"""The window waits: one piece of writing is so long that the file is not to be read meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from bothhats.ui.background import Job
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import plain_label


class LongWait(QProgressDialog):
    """Says how far a job is and can stop it; gone when the job is over. Nothing else can be opened meanwhile."""

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(scaled(440), scaled(120))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.setBar(self._bar)
        self.setCancelButtonText(self.tr("Stop"))
        self.setLabel(plain_label("", "body", wraps=True))
        self.far(0, 0, title)

    def wait_for(self, job: Job) -> None:
        """Stay until `end`, unless the job is over already."""
        if not job.is_over:
            self.canceled.connect(job.cancel)
            self.show()

    def far(self, done: int, of: int, words: str) -> None:
        """So many of so many; at the end, when the rest cannot be counted, the bar only moves."""
        self._bar.setRange(0, of if done < of else 0)
        self._bar.setValue(done)
        self.setLabelText(words if done < of or not of else self.tr("Putting the last of it in order…"))

    def end(self) -> None:
        """The job is over."""
        self.reset()
        self.deleteLater()
