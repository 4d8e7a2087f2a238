"""How many errors a person accepts, and how many letters that leaves to check."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ocrdesk.services.review import DOUBTFUL_BELOW, TARGETS
from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import SPACE_XS
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.shares import line_percent, percent_of


class DoubtStrip(QWidget):
    """A choice of errors to accept, with what follows from it.

    ``accepted`` carries the share that was chosen, 0 for the line that is always there;
    ``reliability_requested`` asks how far the probabilities can be believed.
    """

    accepted = Signal(float)
    reliability_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = ElidedBox(8)
        usual, other = tr("Check below {percent}"), tr("Accept {percent} wrong")
        self._choice.addItem(usual.format(percent=percent_of(DOUBTFUL_BELOW)), 0.0)
        for target in TARGETS:
            self._choice.addItem(other.format(percent=percent_of(target)), target)
        self._choice.setAccessibleName(tr("Errors to accept"))
        self._choice.currentIndexChanged.connect(self._choose)
        self.opener = QToolButton()
        self.opener.setIcon(icon("reliability"))
        self.opener.setToolTip(tr("How far the probabilities can be believed"))
        self.opener.setAccessibleName(self.opener.toolTip())
        self.opener.clicked.connect(self.reliability_requested)
        self._told = QLabel()
        self._told.setWordWrap(True)
        dress(self._told, size="caption", tone="muted")
        self._lay_out()

    @property
    def target(self) -> float:
        """The share of errors that is accepted, 0 for the line that is always there."""
        return float(self._choice.currentData())

    def set_target(self, target: float) -> None:
        """Show which share is accepted; nothing is emitted."""
        was_blocked = self._choice.blockSignals(True)
        self._choice.setCurrentIndex(max(self._choice.findData(target), 0))
        self._choice.blockSignals(was_blocked)

    def tell(self, to_check: int, below: float, own_letters: int) -> None:
        """Say how many letters are to be checked, and why; ``own_letters`` correct the line."""
        if not to_check:
            text = ""  # the panel says that there is nothing to review
        elif below > 1:
            text = tr("%Ln letters to check: none is sure enough.", None, to_check)
        else:
            text = tr("%Ln letters to check, those below {percent}.", None, to_check)
            text = text.format(percent=line_percent(below))
        tip = tr("By the probabilities as the reader says them.")
        if own_letters:
            tip = tr("By probabilities corrected by {letters} letters that you confirmed.")
            tip = tip.format(letters=number(own_letters))
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._told.setToolTip(tip)
        meaning = tr(
            "Which letters you want to check: all that the reader is less sure of, or so many that "
            "of those you leave unchecked no more than a share is likely to be wrong. Letters that "
            "look alike are asked about together; how letters are cut is asked besides. Pages in "
            "letters that their reader does not know are not counted on."
        )
        self._choice.setToolTip(f"{meaning}\n{text} {tip}")
        self._choice.setAccessibleDescription(text)

    def _choose(self) -> None:
        self.accepted.emit(self.target)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        row.addWidget(self._choice, 1)
        row.addWidget(self.opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_XS, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addLayout(row)
        column.addWidget(self._told)
