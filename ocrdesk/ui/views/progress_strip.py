"""How far a task is, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ProgressStrip(QWidget):
    """A thin row with a title, a stage, a bar and a button to cancel; hidden while idle."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def start(self, title: str) -> None:
        """Show the strip with a bar that has no length yet."""

    def set_progress(self, stage: str, fraction: float) -> None:
        """Show the stage and how much of the whole is done, 0 to 1."""

    def finish(self) -> None:
        """Hide the strip."""
