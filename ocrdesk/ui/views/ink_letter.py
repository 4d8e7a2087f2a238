"""The letter that is selected, as the network sees it with ink that is only tried."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ocrdesk.page.elements import Prediction
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import unbroken
from ocrdesk.ui.views.patch_view import PatchView

_BEST = 4


class InkLetter(QWidget):
    """Shows a patch and what its ink alone says; it is away while no letter is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.patch = PatchView()
        self.patch.set_small(is_small=True)
        self._best, self._others = QLabel(), QLabel()
        caption = QLabel(tr("The selected letter by this ink alone"))
        dress(caption, size="caption", tone="muted")
        dress(self._best, size="heading")
        dress(self._others, size="caption", tone="muted")
        facts = QVBoxLayout()
        facts.setSpacing(SPACE_XS)
        for label in (caption, self._best, self._others):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            facts.addWidget(label)
        facts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self.patch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(facts, 1)
        self.set_letter(None)

    @property
    def told(self) -> str:
        """What is said of the letter."""
        return f"{self._best.text()} {self._others.text()}".strip()

    def set_letter(
        self, patch: NDArray[np.float32] | None, predictions: Sequence[Prediction] = ()
    ) -> None:
        """Show another patch (s, s) with its predictions, most probable first; None is no letter.

        Without predictions there is no ink in the letter's box.
        """
        self.patch.set_patch(patch)
        told = [unbroken(one.character, one.probability) for one in predictions[:_BEST]]
        self._best.setText(told[0] if told else tr("No ink in its box"))
        self._others.setText("   ".join(told[1:]))
        self.setVisible(patch is not None)
