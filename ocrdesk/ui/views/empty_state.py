"""The first screen: how to get a page in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


class EmptyState(QWidget):
    """Invites to drop, open or paste an image, or to try the sample page."""

    open_requested = Signal()
    open_folder_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_recent(self, paths: Sequence[str]) -> None:
        """List files opened before, the latest first."""

    def set_sample_thumbnail(self, image: QImage | None) -> None:
        """Show the sample page beside its button."""
