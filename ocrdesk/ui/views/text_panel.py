"""The text of the page, in step with its letters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocrdesk.page.elements import Page


class TextPanel(QWidget):
    """Shows the rows as lines of text; the caret selects the letter it stands before."""

    glyph_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_page(self, page: Page | None) -> None:
        """Show the text of a page."""

    def update_page(self, page: Page, changed_ids: frozenset[int]) -> None:
        """Show an edited page, keeping the caret and the scroll position."""

    def select(self, glyph_id: int | None) -> None:
        """Highlight a letter and bring it into sight; emits nothing."""
