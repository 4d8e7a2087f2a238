"""How far the reader's probabilities can be believed, by the letters that a person confirmed."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.own_reliability import (
    ENOUGH,
    ENOUGH_SURE,
    KnownLetters,
    OwnReliability,
    ReliabilityStep,
)
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.reliability_plot import ReliabilityPlot
from ocrdesk.ui.views.shares import percent_of

FEWEST = 20
"""So many letters have to be known before a curve is shown: fewer tell next to nothing."""

_SIZE = QSize(560, 620)


class ReliabilityDialog(QDialog):
    """Stays open beside the page; ``check_requested`` asks for letters drawn by chance."""

    check_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How Sure Is the Reader?"))
        self.plot = ReliabilityPlot()
        self._nothing = Placeholder("reliability", tr("Counting what you confirmed…"), "")
        self._meaning, self._sure, self._basis = QLabel(), QLabel(), QLabel()
        dress(self._meaning, size="strong")
        dress(self._basis, size="caption", tone="muted")
        for label in self._labels:
            label.setWordWrap(True)
        self._lay_out()
        room = parent.window().size() if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 40)))

    @property
    def words(self) -> str:
        """All that is said in words."""
        if self._stack.currentIndex() == 0:
            return self._nothing.accessibleName() + " " + self._nothing.accessibleDescription()
        return " ".join(label.text() for label in self._labels)

    @property
    def _labels(self) -> tuple[QLabel, QLabel, QLabel]:
        return self._meaning, self._sure, self._basis

    def show_reliability(self, known: KnownLetters, found: OwnReliability | None) -> None:
        """Show the curve of the letters that are known, or say that they are too few."""
        if found is None or known.count < FEWEST:
            self._nothing.say(
                tr("%n of {needed} letters known", None, known.count).format(needed=FEWEST),
                tr("Confirm or correct letters, or check some at random, to see this.")
                + _left_out(known),
            )
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1)
        self.plot.set_steps(found.steps)
        self._meaning.setText(_meaning(found.whole))
        self._sure.setText(_about_sure(found.sure))
        self._basis.setText(_basis(known, found))

    def _lay_out(self) -> None:
        holder, shown = QWidget(), QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(shown)
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_S)
        inner.addWidget(self._meaning)
        inner.addWidget(self._sure)
        inner.addWidget(self.plot, 1)
        inner.addWidget(self._basis)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        kind = QDialogButtonBox.ButtonRole.ActionRole
        self.checker = buttons.addButton(tr("Check &Random Letters"), kind)
        self.checker.setAutoDefault(False)
        self.checker.clicked.connect(self.check_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_M)
        column.addWidget(holder, 1)
        column.addWidget(buttons)


def _meaning(whole: ReliabilityStep) -> str:
    """Say in a sentence whether the reader is as right as it says."""
    if whole.said > whole.share.high:
        text = tr("The reader is surer than it should be: it said {said}, and {right} were right.")
    elif whole.said < whole.share.low:
        text = tr("The reader is better than it says: it said {said}, and {right} were right.")
    else:
        text = tr("The reader can be believed so far: it said {said}, and {right} were right.")
    return text.format(
        said=percent_of(whole.said), right=percent_of(whole.right / max(whole.count, 1))
    )


def _about_sure(sure: ReliabilityStep | None) -> str:
    """Say how right the letters were that nobody looks at if the reader is believed."""
    if sure is None:
        return tr("None of these letters was one that the reader was sure of.")
    text = tr(
        "Of %Ln letters at {sure} or more it said {said}; {right} were right ({least} to {most}).",
        None,
        sure.count,
    )
    return text.format(
        sure=percent_of(sure.low),
        said=percent_of(sure.said),
        right=percent_of(sure.right / sure.count),
        least=percent_of(sure.share.low),
        most=percent_of(sure.share.high),
    )


def _basis(known: KnownLetters, found: OwnReliability) -> str:
    """Say which letters count, and what they do."""
    told = tr(
        "%Ln letters count: those of pages that are confirmed as a whole, those drawn at random, "
        "and those below {sure}, which every review asks about.",
        None,
        known.count,
    ).format(sure=percent_of(DOUBTFUL_BELOW))
    error = tr("Calibration error: {error}.").format(error=percent_of(found.error))
    if known.is_enough:
        use = tr("Which letters are to be checked is reckoned with them.")
    else:
        use = tr(
            "Until {count} letters count, {some} of them at {sure} or more, the probabilities are "
            "taken as the reader says them."
        ).format(count=number(ENOUGH), some=number(ENOUGH_SURE), sure=percent_of(DOUBTFUL_BELOW))
    return f"{told}{_left_out(known)} {error} {use}"


def _left_out(known: KnownLetters) -> str:
    """Say which letters do not count, and why."""
    if not known.picked:
        return ""
    return " " + tr(
        "%Ln letters that the reader was sure of do not count, as you chose them yourself: "
        "mistakes catch the eye, so of letters that people choose more are wrong than of the rest.",
        None,
        known.picked,
    )
