"""How many errors a person accepts, and how many letters that leaves to check."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

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
        self._is_wide = True
        self._choice = ElidedBox(8)
        usual, other = tr("Check below {percent}"), tr("Accept {percent} wrong")
        usual_short, other_short = tr("Below {percent}"), tr("{percent} wrong")
        line = percent_of(DOUBTFUL_BELOW)
        self._choice.add_item(
            usual.format(percent=line), 0.0, short=usual_short.format(percent=line)
        )
        for target in TARGETS:
            share = percent_of(target)
            self._choice.add_item(
                other.format(percent=share), target, short=other_short.format(percent=share)
            )
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the choice where both have no room beside one another."""
        super().resizeEvent(event)
        beside = self.opener.sizeHint().width() + SPACE_XS
        is_wide = self._choice.least_width + beside <= event.size().width()
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def _lay_out(self) -> None:
        self._cells = QGridLayout(self)
        self._cells.setContentsMargins(0, SPACE_XS, 0, 0)
        self._cells.setSpacing(SPACE_XS)
        self._cells.setColumnStretch(0, 1)
        self._arrange()

    def _arrange(self) -> None:
        across = 1 if self._is_wide else 2
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._choice, self.opener, self._told):
            self._cells.removeWidget(part)
        self._cells.addWidget(self._choice, 0, 0, 1, across)
        self._cells.addWidget(self.opener, 0 if self._is_wide else 1, 1, top)
        self._cells.addWidget(self._told, 1, 0, 1, 3 - across)
