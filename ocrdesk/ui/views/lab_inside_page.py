"""Inside one epoch: weights before and then, mistakes, doubtful labels, and the open page."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.nn.arrays import Array
from ocrdesk.services.laboratory.insight import Pair, pair_told
from ocrdesk.services.laboratory.looking import LineRead
from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, number, said, tr
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.hinted_list import HintedList
from ocrdesk.ui.views.lab_form import heading, prose
from ocrdesk.ui.views.lab_matrix import ConfusionMatrix
from ocrdesk.ui.views.lab_pictures import LetterList, WeightMosaic

_CELL = Qt.ItemDataRole.UserRole
_PAIRS = later("Once a run has begun, the pairs that it mixes up most are listed here.")
_LETTERS = later("Once a run has begun, the letters that it reads wrong are shown here.")
_FIRST = '<td style="padding-right:20px">'


class InsidePage(QWidget):
    """Follows the cursor of the flight recorder.

    ``epoch_chosen`` tells where the slider stands, ``cell_chosen`` the cell whose letters are
    wanted (−1, −1: the suspects). Intents about the letters that are selected: ``place_requested``
    shows the first on its page, ``relabel_requested`` takes the network's word, and
    ``leave_out_requested`` drops them from the data.
    """

    epoch_chosen = Signal(int)
    cell_chosen = Signal(int, int)
    place_requested = Signal()
    relabel_requested = Signal()
    leave_out_requested = Signal()
    use_requested = Signal()
    roll_back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Epoch to look into"))
        self.told = QLabel(tr("No run yet: start one under Training."))
        self.use_button = QPushButton(tr("Use This Epoch…"))
        self.use_button.setProperty("primary", True)
        self.back_button = QPushButton(tr("Roll Back"))
        self.before = WeightMosaic(tr("Weights before training"))
        self.then = WeightMosaic(tr("Weights at this epoch"))
        self.then_title = QLabel(tr("At this epoch"))
        self.matrix = ConfusionMatrix()
        self.pairs = HintedList(tr(_PAIRS))
        self.pairs.setAccessibleName(tr("Most confused pairs"))
        dress(self.pairs, room="rows")
        self.pairs.setMinimumWidth(104)
        self.pairs.setWordWrap(True)
        self.pairs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.letters = LetterList(tr("Letters of the cell, or suspects"), tr(_LETTERS))
        self.letters_title = ElidedLabel()
        dress(self.letters_title, size="heading")
        self.suspects_button = QPushButton(tr("Show Suspects"))
        self.place_button = QPushButton(tr("Show on Its Page"))
        self.relabel_button = QPushButton(tr("Relabel as Read"))
        self.leave_out_button = QPushButton(tr("Leave Out"))
        self.page = QTextBrowser()
        self.page.document().setDocumentMargin(SPACE_S)
        self.page.setAccessibleName(tr("The open page as this epoch reads it"))
        self._lines: Sequence[LineRead] = ()
        self._has_run = False
        self.letters.setMinimumHeight(76)
        self._lay_out()
        self._connect()
        self.back_button.hide()
        self.set_epochs(0, None)
        self.set_lines(())
        self._offer()

    def set_epochs(self, last: int, epoch: int | None) -> None:
        """Let the slider reach to the last epoch, and stand at one."""
        self.slider.blockSignals(True)
        self.slider.setEnabled(last > 0)
        self.slider.setMaximum(last)
        self.slider.setValue(epoch or 0)
        self.slider.blockSignals(False)
        self.use_button.setEnabled(epoch is not None)
        self.suspects_button.setEnabled(epoch is not None)
        if self._has_run != (epoch is not None):
            self._has_run = epoch is not None
            self._write_page()

    def set_weights(self, before: Array, then: Array, title: str) -> None:
        """Show the first layer's weights before training and at an epoch."""
        self.before.set_pictures(before)
        self.then.set_pictures(then)
        self.then_title.setText(title)

    def set_pairs(self, pairs: Sequence[Pair], names: Sequence[str]) -> None:
        """List the most frequent mistakes."""
        self.pairs.clear()
        self.pairs.set_hint(tr("No pair is mixed up."))
        for pair in pairs:
            item = QListWidgetItem(said(pair_told(pair, names)))
            item.setData(_CELL, (pair.truth, pair.taken_for))
            self.pairs.addItem(item)

    def set_lines(self, lines: Sequence[LineRead]) -> None:
        """Show the open page's reading now and by this epoch, side by side."""
        self._lines = lines
        self._write_page()

    def set_roll_back(self, model: str) -> None:
        """Offer to read with the model from before again; an empty name takes the offer away."""
        self.back_button.setText(tr("Roll Back to {model}").format(model=model))
        self.back_button.setVisible(bool(model))

    def set_places(self, *, has_places: bool) -> None:
        """Offer to show letters on their page, where they have one."""
        self.place_button.setVisible(has_places)

    def changeEvent(self, event: QEvent) -> None:
        """Write the page in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._write_page()

    def _write_page(self) -> None:
        theme = theme_of(self.palette())
        if not self._lines:
            told = tr(
                "Open a page in the main window: its letters are read here by the epoch under the "
                "cursor, beside what stands there now."
            )
            if not self._has_run:
                told = tr(
                    "Once a run has begun, the page that is open in the main window is read here "
                    "by the epoch under the cursor, beside what stands there now."
                )
            self.page.setHtml(f'<p style="color:{theme.muted}">{html.escape(told)}</p>')
            return
        rows = "".join(
            f"<tr>{_FIRST}{html.escape(line.now)}</td><td>{_marked(line, theme.error)}</td></tr>"
            for line in self._lines
        )
        changed = sum(
            now != then
            for line in self._lines
            for now, then in zip(line.now, line.then, strict=False)
        )
        count = sum(len(line.now.replace(" ", "")) for line in self._lines)
        now = tr("on the page now")
        then = tr("by this epoch alone: {changed} of {count} otherwise")
        then = then.format(changed=changed, count=count)
        self.page.setHtml(
            f'<table cellspacing="6"><tr style="color:{theme.muted}">{_FIRST}{html.escape(now)}'
            f"</td><td>{html.escape(then)}</td></tr>{rows}</table>"
        )

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self.epoch_chosen)
        self.matrix.cell_clicked.connect(self.cell_chosen)
        self.pairs.currentItemChanged.connect(self._choose_pair)
        self.suspects_button.clicked.connect(self._choose_suspects)
        self.place_button.clicked.connect(self.place_requested)
        self.relabel_button.clicked.connect(self.relabel_requested)
        self.leave_out_button.clicked.connect(self.leave_out_requested)
        self.use_button.clicked.connect(self.use_requested)
        self.back_button.clicked.connect(self.roll_back_requested)
        self.letters.itemSelectionChanged.connect(self._offer)
        self.letters.itemDoubleClicked.connect(self._ask_for_place)

    def _choose_pair(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            truth, read = item.data(_CELL)
            self.matrix.choose(truth, read)
            self.cell_chosen.emit(truth, read)

    def _choose_suspects(self) -> None:
        self.cell_chosen.emit(-1, -1)

    def _ask_for_place(self) -> None:
        self.place_requested.emit()

    def _offer(self) -> None:
        has_chosen = bool(self.letters.chosen_rows)
        for button in (self.place_button, self.relabel_button, self.leave_out_button):
            button.setEnabled(has_chosen)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.addWidget(self.slider, 1)
        top.addWidget(self.told)
        top.addWidget(self.back_button)
        top.addWidget(self.use_button)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._mistakes())
        split.addWidget(self._looks())
        split.setSizes([560, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_M)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _mistakes(self) -> QWidget:
        side = QWidget()
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, SPACE_S, 0)
        grid.setSpacing(SPACE_S)
        grid.addWidget(heading(tr("What is taken for what")), 0, 0)
        grid.addWidget(heading(tr("Worst pairs")), 0, 1)
        grid.addWidget(self.matrix, 1, 0)
        grid.addWidget(self.pairs, 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 3)
        titles = QHBoxLayout()
        titles.addWidget(self.letters_title, 1)
        titles.addWidget(self.suspects_button)
        grid.addLayout(titles, 2, 0, 1, 2)
        grid.addWidget(self.letters, 3, 0, 1, 2)
        grid.setRowStretch(3, 2)
        buttons = QHBoxLayout()
        for button in (self.place_button, self.relabel_button, self.leave_out_button):
            buttons.addWidget(button)
        buttons.addStretch()
        grid.addLayout(buttons, 4, 0, 1, 2)
        return side

    def _looks(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE_S, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(heading(tr("First-layer weights")))
        mosaics = QGridLayout()
        mosaics.setSpacing(SPACE_S)
        caption = QLabel(tr("Before training"))
        dress(caption, tone="muted")
        dress(self.then_title, tone="muted")
        mosaics.addWidget(caption, 0, 0)
        mosaics.addWidget(self.then_title, 0, 1)
        mosaics.addWidget(self.before, 1, 0)
        mosaics.addWidget(self.then, 1, 1)
        mosaics.setColumnStretch(0, 1)
        mosaics.setColumnStretch(1, 1)
        column.addLayout(mosaics, 3)
        column.addWidget(prose(tr("Blue wants ink, brown wants paper.")))
        column.addWidget(heading(tr("The open page")))
        column.addWidget(self.page, 2)
        return side


def _marked(line: LineRead, color: str) -> str:
    """Return what the epoch reads, what differs from the page underlined in a colour."""
    parts = []
    for now, then in zip(line.now, line.then, strict=False):
        letter = html.escape(then)
        same = now == then
        parts.append(letter if same else f'<u style="color:{color}">{letter}</u>')
    return "".join(parts)


def suspect_told(label: str, read: str, probability: float) -> str:
    """Return why a letter may be mislabelled."""
    told = tr("labelled {label}, read as {read} with {percent} %")
    return told.format(label=label, read=read, percent=number(100 * probability))


def right_at(epoch: int, accuracy: float) -> str:
    """Return how well an epoch reads."""
    told = tr("Epoch {epoch}: {percent} % right")
    return told.format(epoch=epoch, percent=number(100 * accuracy, 1))
