"""How many letters are still wrong: what probabilities expect, and what a random check proves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ocrdesk.services.error_intervals import Counts, letters_to_check
from ocrdesk.services.random_check import CheckResult
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_S, SPACE_XS
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.shares import percent_of

ASKED = 60
"""How many letters a random check draws."""

_TARGETS = (0.005, 0.01, 0.02, 0.05, 0.1)
_USUAL = 0.02


class EstimateStrip(QWidget):
    """Tells both estimates, and whether the second is good enough to stop.

    ``check_requested`` asks for a random check of so many letters.
    """

    check_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: CheckResult | None = None
        self._unconfirmed = 0
        self._expected, self._proven, self._verdict = QLabel(), QLabel(), QLabel()
        for label in (self._expected, self._proven):
            dress(label, size="caption", tone="muted")
        for label in (self._expected, self._proven, self._verdict):
            label.setWordWrap(True)
        self._expected.setToolTip(
            tr(
                "What the letters' probabilities add up to, with the interval that holds the "
                "number in 19 of 20 cases if they can be trusted. On hard pages they are too sure."
            )
        )
        self._proven.setToolTip(
            tr(
                "Only letters that chance drew count, and only once all are checked. The interval "
                "holds the truth in 19 of 20 checks at least, whatever the probabilities say."
            )
        )
        self._mark = IconLabel("success", ICON_S, "success")
        self._check = QPushButton()
        self._check.clicked.connect(self._ask)
        self._target = QComboBox()
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

    def set_expected(self, mean: float, bounds: Counts, unconfirmed: int, letters: int) -> None:
        """Tell what the probabilities of the letters add up to."""
        self._unconfirmed = unconfirmed
        if not letters:
            text = ""
        elif not unconfirmed:
            text = tr("All %Ln letters are confirmed.", None, letters)
        else:
            text = tr(
                "As sure as the reader is, about {about} of {letters} letters are wrong ({low} to "
                "{high})."
            ).format(about=_about(mean), letters=number(letters), low=bounds.low, high=bounds.high)
        self._expected.setText(text)
        self._tell_all()

    def set_result(self, result: CheckResult | None, *, is_checking: bool) -> None:
        """Tell what the random check found, None where there was none."""
        self._result = result
        self._check.setVisible(not is_checking)
        self._tell()

    def _lay_out(self) -> None:
        enough = QLabel(tr("Good enough:"))
        enough.setWordWrap(True)
        enough.setBuddy(self._target)
        dress(enough, size="caption", tone="muted")
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(enough, 1)
        row.addWidget(self._target)
        verdict = QHBoxLayout()
        verdict.setSpacing(SPACE_XS)
        verdict.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self._verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_XS, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._expected)
        column.addWidget(self._proven)
        column.addLayout(verdict)
        column.addWidget(self._check)
        column.addLayout(row)

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
        self._proven.setText("" if result is None else _story(result))
        self._proven.setVisible(result is not None)
        self._expected.setVisible(result is None or not result.is_done)
        is_told = result is not None and result.is_done and bool(result.letters)
        self._verdict.setVisible(is_told)
        self._mark.setVisible(is_told)
        if is_told and result is not None:
            self._judge(result)
        self._fit()

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
        """Give texts the height that they take in this width."""
        super().resizeEvent(event)
        self._tell()

    def _fit(self) -> None:
        """Keep texts whole: a layout that lacks room would cut their last lines."""
        for label in (self._expected, self._proven, self._verdict):
            room = self.width() - (ICON_S + SPACE_XS if label is self._verdict else 0)
            label.setMinimumHeight(label.heightForWidth(max(room, 1)) if label.text() else 0)

    def _judge(self, result: CheckResult) -> None:
        """Say whether a person may stop, with a mark and in words."""
        is_enough = result.is_good_enough(self.target)
        worst, target = percent_of(result.worst_rate), percent_of(self.target)
        if is_enough:
            text = tr("Good enough, stop here: at most {worst} wrong.").format(worst=worst)
        else:
            text = tr("Up to {worst} wrong: {target} not proven.").format(
                worst=worst, target=target
            )
        self._verdict.setText(text)
        tone = "success" if is_enough else "warning"
        dress(self._verdict, size="strong", tone=tone)
        self._mark.show_icon(tone, tone)


def _story(result: CheckResult) -> str:
    """Return what was found, and what follows for the letters as they are now."""
    if not result.checked:
        return tr("Random check: none of {asked} letters checked yet.").format(asked=result.asked)
    if not result.is_done:
        return tr("Random check: {checked} of {asked} checked, {wrong} wrong.").format(
            checked=result.checked, asked=result.asked, wrong=result.wrong
        )
    low, high = result.share
    found = tr("Random check: {wrong} of {checked} wrong, {share} ({low} to {high}).").format(
        wrong=result.wrong,
        checked=result.checked,
        share=percent_of(result.wrong / result.checked),
        low=percent_of(low),
        high=percent_of(high),
    )
    left = result.left
    rest = tr("Still wrong: {low} to {high} of {letters}.").format(
        low=left.low, high=left.high, letters=number(result.letters)
    )
    other = tr("%n were read anew since.", None, result.unknown) if result.unknown else ""
    return f"{found} {rest} {other}".rstrip()


def _about(mean: float) -> str:
    return number(mean, 1 if mean < 10 else 0)
