"""The open pages, with a thumbnail and how far each one is."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


class PageState(enum.Enum):
    """How far a page is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One row of the panel; counts are letters, ``fraction`` is how much has been read."""

    title: str
    state: PageState = PageState.WAITING
    thumbnail: QImage | None = None
    fraction: float = 0.0
    letters: int = 0
    to_review: int = 0
    confirmed: int = 0
    detail: str = ""


class PagesPanel(QWidget):
    """Lists the open pages; indices are positions in the list last given."""

    page_selected = Signal(int)
    close_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show these pages, keeping the current one where it is still there."""

    def set_current(self, index: int) -> None:
        """Mark the page that is shown; -1 marks none. Emits nothing."""
