"""Two readers side by side on the page that is shown: rows of text, what differs marked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.comparison import LetterPair, ReaderComparison
from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.appearance.typography import fixed_font
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.reader_names import made_for

_SIZE = QSize(760, 520)
_FIELD = 30  # pixels high: as the buttons below them
_SIDES = (later("Reader on the left"), later("Reader on the right"))


class CompareDialog(QDialog):
    """Stays open beside the page.

    ``readers_chosen`` asks for another pair to be compared, ``letter_chosen`` for a letter to be
    shown on the page, ``read_requested`` to read with one.
    """

    readers_chosen = Signal(str, str)
    letter_chosen = Signal(int)
    read_requested = Signal(str)

    def __init__(
        self, names: Sequence[str], chosen: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare Two Readers"))
        self._comparison: ReaderComparison | None = None
        self.boxes = [ElidedBox(8) for _ in _SIDES]
        self.buttons = [QPushButton(tr("Read with This")) for _ in _SIDES]
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(SPACE_S)
        self.text.setFont(fixed_font(self.font()))
        self.text.setAccessibleName(tr("The page as both readers have it"))
        self.offer(names, chosen)
        for box, side in zip(self.boxes, _SIDES, strict=True):
            box.setAccessibleName(tr(side))
            box.setMinimumHeight(_FIELD)
            box.currentTextChanged.connect(self._choose)
        for place, button in enumerate(self.buttons):
            button.setAutoDefault(False)
            button.clicked.connect([self._read_left, self._read_right][place])
        self.text.anchorClicked.connect(self._go)
        self._lay_out()
        room = parent.window().size() if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 40)))

    def offer(self, names: Sequence[str], chosen: tuple[str, str]) -> None:
        """Offer readers, and choose two of them for a person."""
        for box, name in zip(self.boxes, chosen, strict=True):
            with QSignalBlocker(box):
                box.clear()
                for one in names:
                    words = made_for(one, is_brief=True)
                    box.addItem(f"{one} ({words})" if words else one, one)
                box.setCurrentIndex(box.findData(name))

    @property
    def names(self) -> tuple[str, str]:
        """The readers that are chosen, left and right."""
        left, right = (str(box.currentData()) for box in self.boxes)
        return left, right

    def set_busy(self, told: str) -> None:
        """Say what is being done; what was compared before is gone."""
        self._comparison = None
        self.told.setText(told)
        self.text.clear()

    def show_comparison(self, comparison: ReaderComparison) -> None:
        """Show the rows side by side, and how many letters differ."""
        self._comparison = comparison
        self.told.setText(_told(comparison))
        self._fill()

    def set_reader(self, name: str) -> None:
        """Say which of the two reads the pages now: there is nothing to choose about it."""
        for box, button in zip(self.boxes, self.buttons, strict=True):
            is_reading = box.currentData() == name
            button.setEnabled(not is_reading)
            button.setText(tr("Reads Now") if is_reading else tr("Read with This"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._comparison is not None:
            self._fill()

    def _fill(self) -> None:
        assert self._comparison is not None
        rows = []
        for row in self._comparison.rows:
            sides = [f"<td width='50%'>{_row(row, side, self)}</td>" for side in range(2)]
            rows.append(f"<tr>{''.join(sides)}</tr>")
        self.text.setHtml(f"<table width='100%' cellpadding='3'>{''.join(rows)}</table>")

    def _choose(self) -> None:
        self.readers_chosen.emit(*self.names)

    def _go(self, address: QUrl) -> None:
        self.letter_chosen.emit(int(address.fragment()))

    def _read_left(self) -> None:
        self.read_requested.emit(self.names[0])

    def _read_right(self) -> None:
        self.read_requested.emit(self.names[1])

    def _lay_out(self) -> None:
        dress(self.told, tone="muted")
        top = QGridLayout()
        top.setHorizontalSpacing(SPACE_L)
        top.setVerticalSpacing(SPACE_S)
        for place, (box, button) in enumerate(zip(self.boxes, self.buttons, strict=True)):
            # Below one another, over the reader's half: beside its button a name was cut.
            top.addWidget(box, 0, place)
            top.addWidget(button, 1, place, Qt.AlignmentFlag.AlignLeft)
            top.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.text, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column.addWidget(close)


def _row(row: Sequence[Sequence[LetterPair]], side: int, widget: QWidget) -> str:
    return " ".join("".join(_letter(pair, side, widget) for pair in word) for word in row)


def _letter(pair: LetterPair, side: int, widget: QWidget) -> str:
    """Return a letter as HTML; where the readers differ it leads to its place and is marked."""
    shown = escape((pair.left, pair.right)[side])
    if not pair.differs:
        return shown
    theme = theme_of(widget.palette())
    is_wrong = pair.truth and (pair.left, pair.right)[side] != pair.truth
    color = theme.error if is_wrong else theme.accent
    line = "line-through" if is_wrong else "underline"
    style = f"color:{color};background-color:{theme.tint};text-decoration:{line};font-weight:bold"
    return f"<a href='#{pair.glyph_id}' style='{style}'>{shown}</a>"


def _told(comparison: ReaderComparison) -> str:
    """Return how many letters differ, and who reads more of the confirmed ones right."""
    count, all_of_them = comparison.different, len(comparison.letters)
    if comparison.names[0] == comparison.names[1]:
        return tr("The same reader twice: choose another one.")
    told = tr("They read every letter alike.")
    if count:
        told = tr("{count} of {all} letters differ: click one to see it on the page.")
        told = told.format(count=count, all=all_of_them)
    left, right, known = comparison.right
    if known:
        one, other = comparison.names
        own = tr(
            "Of %n letters that you confirmed {one} by itself reads {left} right, {other} {right}.",
            None,
            known,
        )
        told += " " + own.format(one=one, left=left, other=other, right=right)
    return told
