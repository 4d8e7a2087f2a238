"""How many letters are still wrong: what probabilities expect, and what a random check proves."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ocrdesk.services.error_intervals import letters_to_check
from ocrdesk.services.expected_errors import ExpectedErrors
from ocrdesk.services.random_check import CheckResult
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XS
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.check_story import CheckStory
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.shares import percent_of

ASKED = 60
"""How many letters a random check draws."""

_TARGETS = (0.005, 0.01, 0.02, 0.05, 0.1)
_USUAL = 0.02
_AROUND = 44  # pixels beside the words of a box: its frame and its arrow


class EstimateStrip(QWidget):
    """Tells both estimates, and whether the second is good enough to stop.

    ``check_requested`` asks for a random check of so many letters. ``story``, for the owner to
    place, is what the last one found.
    """

    check_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: CheckResult | None = None
        self._unconfirmed = 0
        self.story = CheckStory()
        self._expected = QLabel()
        self._expected.setWordWrap(True)
        dress(self._expected, size="caption", tone="muted")
        self._expected.setToolTip(
            tr(
                "What letters with such probabilities, on pages with as many doubtful ones, turned "
                "out to be in writing of others. The number lies in the interval in about 19 of 20 "
                "cases. Letters that were not found are not counted."
            )
        )
        self._check = QPushButton()
        self._check.clicked.connect(self._ask)
        self._target = ElidedBox(4)
        for target in _TARGETS:
            self._target.addItem(tr("{percent} wrong").format(percent=percent_of(target)), target)
        self._target.setCurrentIndex(_TARGETS.index(_USUAL))
        self._target.setAccessibleName(tr("Good enough"))
        self._target.setToolTip(tr("How many letters may be wrong for you to stop"))
        self._target.currentIndexChanged.connect(self._tell_all)
        self._lay_out()
        self._tell_all()

    @property
    def target(self) -> float:
        """The share of wrong letters that is good enough."""
        return float(self._target.currentData())

    def set_expected(self, found: ExpectedErrors) -> None:
        """Tell what the probabilities of the letters let expect, as far as they tell anything."""
        self._unconfirmed = found.unconfirmed
        if not found.letters:
            text = ""
        elif not found.unconfirmed:
            text = tr(
                "All %Ln letters are confirmed. How many are wrong rests on your answers alone.",
                None,
                found.letters,
            )
        elif found.unknowable == found.unconfirmed:
            text = _unknowable(found.unknowable)
        else:
            text = _wrong(found)
            if found.unknowable:
                text = f"{text} {_unknowable(found.unknowable)}"
        self._expected.setText(text)
        self._tell_all()

    def set_result(self, result: CheckResult | None, *, is_checking: bool) -> None:
        """Tell what the random check found, None where there was none."""
        self._result = result
        self._check.setVisible(not is_checking)
        self._tell()

    def _lay_out(self) -> None:
        self._enough = QLabel(tr("Good enough:"))
        self._enough.setBuddy(self._target)
        dress(self._enough, size="caption", tone="muted")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._enough)
        self._row.addWidget(self._target, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_XS, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._expected)
        column.addWidget(self._check)
        column.addLayout(self._row)

    def _ask(self) -> None:
        self.check_requested.emit(min(ASKED, self._unconfirmed))

    def _tell_all(self) -> None:
        self._tell_needed()
        self._tell()

    def _tell_needed(self) -> None:
        """Say how many letters would prove enough; to find that takes some milliseconds."""
        needed = letters_to_check(self.target, self._unconfirmed)
        self._check.setToolTip(
            tr(
                "Of letters that nobody chose, {needed} without an error would prove that no more "
                "than {percent} are wrong."
            ).format(needed=number(needed), percent=percent_of(self.target))
        )

    def _tell(self) -> None:
        """Say what is known in words."""
        result = self._result
        self._offer(result)
        self.story.tell(result, self.target)
        is_done = result is not None and result.is_done
        self._expected.setVisible(bool(self._expected.text()) and not is_done)

    def _offer(self, result: CheckResult | None) -> None:
        """Offer to draw letters, or to go on with those that wait, in words that have room."""
        count = min(ASKED, self._unconfirmed)
        waits = result is not None and not result.is_done
        words: tuple[str, ...] = (tr("Go On with the Check"), tr("Go On"))
        if not waits:
            words = (
                tr("Check %n More at Random", None, count)
                if result is not None
                else tr("Check %n Random Letters", None, count),
                tr("Check %n at Random", None, count),
                tr("Check %n", None, count),
            )
        for told in words:
            self._check.setText(told)
            if self._check.sizeHint().width() <= self.width():
                break
        self._check.setEnabled(waits or count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on the button what it has room for, and put the choice below its name in a column."""
        super().resizeEvent(event)
        self._offer(self._result)
        words = self._target.fontMetrics().horizontalAdvance(self._target.currentText()) + _AROUND
        needed = self._enough.sizeHint().width() + SPACE_S + words
        is_wide = needed <= event.size().width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._row.setSpacing(SPACE_S if is_wide else SPACE_XS)


def _wrong(found: ExpectedErrors) -> str:
    """Return what is expected; it counts on letters that were confirmed, looked at or not."""
    confirmed = found.letters - found.unconfirmed
    told = (
        tr(
            "As sure as the reader is, about {about} of {letters} letters are wrong ({low} to "
            "{high}), if the %Ln that you confirmed are right.",
            None,
            confirmed,
        )
        if confirmed
        else tr(
            "As sure as the reader is, about {about} of {letters} letters are wrong ({low} to "
            "{high})."
        )
    )
    return told.format(
        about=_about(found.mean),
        letters=number(found.letters - found.unknowable),
        low=found.bounds.low,
        high=found.bounds.high,
    )


def _unknowable(count: int) -> str:
    return tr(
        "How many of the %Ln letters on pages in small letters are wrong, only a check can tell: "
        "their reader takes them for capitals, and is sure.",
        None,
        count,
    )


def _about(mean: float) -> str:
    return number(mean, 1 if mean < 10 else 0)
