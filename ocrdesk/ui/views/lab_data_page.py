"""The laboratory's letters: where they come from, what they look like, who judges."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ocrdesk.services.laboratory.data import CHARSETS, DataPlan, LabData, data_problems
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, said, tr
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.field_form import add_field
from ocrdesk.ui.views.lab_form import SideColumn, choice, heading, prose, whole_number
from ocrdesk.ui.views.lab_matrix import CountBars
from ocrdesk.ui.views.lab_pictures import LetterList
from ocrdesk.ui.views.progress_bar import ProgressBar

SYNTHETIC, FILES, FOLDER, PAGES = range(4)
_SOURCES = (
    later("Made-up hand print"),
    later("Files…"),
    later("A folder of pictures…"),
    later("Your confirmed letters"),
)
_NOTHING = later("Letters are shown here once they are loaded.")
OF_EACH = 60
_SHOWN = 144


class DataPage(QWidget):
    """Settings at the left, samples and their numbers at the right.

    ``load_requested`` asks for the letters that `plan` and `source` tell; ``files_requested`` for
    files (True) or a folder (False) to be chosen.
    """

    load_requested = Signal()
    files_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[Path, ...] = ()
        self._data: LabData | None = None
        self.source_box = choice(tr("Where letters come from"), _SOURCES)
        self.characters = choice(tr("Characters"), tuple(CHARSETS), is_editable=True)
        self.per_class = whole_number(tr("Letters of each character"), 5, 5000, OF_EACH)
        self.held_out = whole_number(tr("Held out"), 5, 50, 20, " %")
        self.seed = whole_number(tr("Seed"), 0, 999_999, 1)
        self.files_button = QPushButton(tr("Choose…"))
        self._files_told = prose()
        self._problems = prose(tone="error")
        self._split = prose()
        self.load_button = QPushButton(tr("Load Letters"))
        self.load_button.setProperty("primary", True)
        self.bar = ProgressBar(tr("Progress of loading letters"))
        self.bar.hide()
        self.letters = LetterList(tr("Samples"), tr(_NOTHING))
        self.only = choice(tr("Character to show"), (later("all"),))
        self._counts = CountBars()
        self._title = ElidedLabel()
        dress(self._title, size="heading")
        self.setFocusProxy(self.source_box)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def source(self) -> int:
        """Which source is chosen."""
        return self.source_box.currentIndex()

    def plan(self) -> DataPlan:
        """Return what the fields say."""
        box = self.characters
        is_listed = box.currentText() == box.itemText(box.currentIndex())
        text = str(box.currentData()) if is_listed else box.currentText()
        return DataPlan(
            source="files" if self.source in (FILES, FOLDER) else "synthetic",
            files=self._files,
            characters=CHARSETS.get(text, text.replace(" ", "")),
            per_class=self.per_class.value(),
            held_out=self.held_out.value() / 100,
            seed=self.seed.value(),
        )

    def set_files(self, files: Sequence[Path]) -> None:
        """Take over the files or the folder that a person chose."""
        self._files = tuple(files)
        self._files_told.setText(", ".join(path.name for path in files))
        self.refresh()

    def set_confirmed(self, count: int) -> None:
        """Say how many letters are confirmed on the open pages."""
        self.source_box.setItemText(PAGES, tr(_SOURCES[PAGES]) + f" ({count})")

    def set_data(self, data: LabData) -> None:
        """Show letters that were loaded."""
        is_other = self._data is None or self._data.charset != data.charset
        self._data = data
        self._title.setText(tr("%Ln letters", None, len(data)) + ": " + name_told(data))
        self._split.setText(said(data.split_told()))
        self._counts.set_counts(data.counts(), tuple(data.charset))
        if is_other:
            self.only.blockSignals(True)
            self.only.clear()
            self.only.addItems([tr("all"), *data.charset])
            self.only.blockSignals(False)
        self._show_letters()

    def set_busy(self, stage: str, *, share: float | None = None) -> None:
        """Say what is being done, and how much of it; "" is nothing.

        While it is, nothing else can be loaded.
        """
        self.load_button.setEnabled(not stage and not self._problems.text())
        self.load_button.setText(stage or tr("Load Letters"))
        self.load_button.setToolTip(tr("Letters are being loaded.") if stage else "")
        self.letters.set_hint(stage or tr(_NOTHING))
        self.bar.setVisible(bool(stage))
        if share is None:
            self.bar.set_unknown()
        else:
            self.bar.set_share(share)

    def tell(self, problem: str) -> None:
        """Show why letters could not be loaded."""
        self._problems.setText(said(problem))
        self._problems.setVisible(bool(problem))

    def refresh(self) -> None:
        """Offer the fields that matter, and explain what cannot be loaded."""
        is_file = self.source in (FILES, FOLDER)
        self.files_button.setVisible(is_file)
        self._files_told.setVisible(is_file)
        self.characters.setEnabled(self.source != PAGES)
        self.per_class.setEnabled(self.source != PAGES)
        plan = self.plan()
        if self.source == PAGES:
            plan = replace(plan, characters="AB")  # those of the pages are not known yet
        problems = data_problems(plan)
        self.tell(problems[0] if problems else "")
        self.load_button.setEnabled(not problems)

    def _connect(self) -> None:
        self.source_box.currentIndexChanged.connect(self.refresh)
        self.characters.currentTextChanged.connect(self.refresh)
        for box in (self.per_class, self.held_out, self.seed):
            box.valueChanged.connect(self.refresh)
        self.files_button.clicked.connect(self._ask_for_files)
        self.load_button.clicked.connect(self.load_requested)
        self.only.currentIndexChanged.connect(self._show_letters)

    def _lay_out(self) -> None:
        side = SideColumn(tr("Where letters come from"))
        side.add(heading(tr("Where letters come from")))
        for chosen in (self.source_box, self.files_button, self._files_told):
            side.add(chosen)
        form = side.form()
        add_field(form, tr("Characters"), self.characters)
        add_field(form, tr("Of each"), self.per_class)
        add_field(form, tr("Held out"), self.held_out)
        add_field(form, tr("Seed"), self.seed)
        side.add(self._problems)
        side.add(self.load_button)
        side.add(self.bar)
        side.add(self._split)
        side.column.addStretch()
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(QLabel(tr("Show")))
        top.addWidget(self.only)
        right = QVBoxLayout()
        right.setSpacing(SPACE_S)
        right.addLayout(top)
        right.addWidget(self.letters, 1)
        legend = QLabel(tr("Letters of each character: to learn from, and on top those that judge"))
        dress(legend, tone="muted", size="caption")
        right.addWidget(legend)
        right.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_L)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _ask_for_files(self) -> None:
        self.files_requested.emit(self.source == FILES)

    def _show_letters(self) -> None:
        data = self._data
        if data is None:
            return
        rows = np.arange(len(data))
        if self.only.currentIndex() > 0:
            rows = np.flatnonzero(data.labels == self.only.currentIndex() - 1)
        if len(rows) > _SHOWN:  # evenly from all of them
            rows = rows[np.linspace(0, len(rows) - 1, _SHOWN).round().astype(np.intp)]
        names = [data.charset[int(data.labels[row])] for row in rows]
        tips = [
            tr("{character} by {writer}").format(character=name, writer=writer_told(data, row))
            + (", " + tr("judges") if data.judges[row] else "")
            for name, row in zip(names, rows.tolist(), strict=True)
        ]
        self.letters.set_letters(data.patches[rows], names, rows.tolist(), tips)


def name_told(data: LabData) -> str:
    """Return what letters are called: files by their own names, others in the window's language."""
    return data.name if data.is_from_files else said(data.name)


def writer_told(data: LabData, row: int) -> str:
    """Return who wrote a letter."""
    return str(data.writers[row]) or tr("an unnamed hand")
