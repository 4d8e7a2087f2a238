"""What a random check found, and whether that is good enough to stop, in two sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ocrdesk.services.random_check import CheckResult
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_XS
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.shares import percent_of


class CheckStory(QWidget):
    """One bound for what is still wrong, and the verdict; hidden where nothing was checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._verdict = QLabel(), QLabel()
        dress(self._found, size="caption", tone="muted")
        for label in (self._found, self._verdict):
            label.setWordWrap(True)
        # The bound is the upper end of an interval that leaves 2.5 % on either side.
        self._found.setToolTip(
            tr(
                "Only letters that chance drew count, and only once all are checked. In at least "
                "39 of 40 such checks no more letters are wrong, whatever the probabilities say."
            )
        )
        self._mark = IconLabel("success", ICON_S, "success")
        self._judged = QWidget()
        row = QHBoxLayout(self._judged)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._found)
        column.addWidget(self._judged)
        self.hide()

    def tell(self, result: CheckResult | None, target: float) -> None:
        """Tell what was found, None where there was no check, and judge it by a share of errors."""
        self.setVisible(result is not None)
        is_judged = result is not None and result.is_done and bool(result.letters)
        self._judged.setVisible(is_judged)
        self._found.setText("" if result is None else _found(result))
        if result is not None and is_judged:
            self._judge(result, target)

    def _judge(self, result: CheckResult, target: float) -> None:
        """Say whether a person may stop, with a mark and in words."""
        is_enough = result.is_good_enough(target)
        if is_enough:
            text = tr("Good enough, stop here.")
        else:
            text = tr("Not good enough yet: it may be more than {target}.")
        self._verdict.setText(text.format(target=percent_of(target)))
        tone = "success" if is_enough else "warning"
        dress(self._verdict, size="strong", tone=tone)
        self._mark.show_icon(tone, tone)


def _found(result: CheckResult) -> str:
    """Return what was found, and what follows for the letters as they are now."""
    if not result.checked:
        return tr("Random check: none of {asked} letters checked yet.").format(asked=result.asked)
    if not result.is_done:
        return tr("Random check: {checked} of {asked} checked, {wrong} wrong.").format(
            checked=result.checked, asked=result.asked, wrong=result.wrong
        )
    if result.left.high:
        told = tr(
            "Random check: {wrong} of {checked} were wrong. So at most {high} of all {letters} "
            "letters are wrong still ({share}), if what you confirmed is right."
        )
    else:
        told = tr(
            "Random check: {wrong} of {checked} were wrong. So none of all {letters} letters is "
            "wrong any more, if what you confirmed is right."
        )
    found = told.format(
        wrong=result.wrong,
        checked=result.checked,
        high=number(result.left.high),
        letters=number(result.letters),
        share=percent_of(result.worst_rate),
    )
    anew = tr("%n letters read anew since count as wrong.", None, result.unknown)
    return f"{found} {anew}" if result.unknown else found
