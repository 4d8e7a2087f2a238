"""The selected letter: what the network saw, and how sure it was of every character."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocrdesk.page.elements import Glyph


class LetterPanel(QWidget):
    """Shows one glyph; a click or Enter on a bar asks for that character."""

    character_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_glyph(self, glyph: Glyph | None, patch: NDArray[np.float32] | None = None) -> None:
        """Show a glyph with its (s, s) patch, values 0 to 1; None shows what to do first."""
