"""The flight recorder's cursor: weights, mistakes and the open page follow the epoch under it."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.page.edits import set_correction
from ocrdesk.services.laboratory.data import LabData, Mending, Place
from ocrdesk.services.laboratory.keeping import save_epoch
from ocrdesk.services.laboratory.looking import (
    EpochView,
    PageToRead,
    letters_of,
    look,
    page_to_read,
)
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.model_store import free_name
from ocrdesk.ui.controllers.lab_training import LabTraining
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.lab_data_page import writer_told
from ocrdesk.ui.views.lab_inside_page import right_at, suspect_told
from ocrdesk.ui.views.lab_window import INSIDE, LabWindow
from ocrdesk.ui.views.name_dialog import name_dialog

if TYPE_CHECKING:
    from ocrdesk.page.elements import Page
    from ocrdesk.ui.session import OpenDocument

LOOK_MS = 150
_SUSPECTS = (-1, -1)
_QUESTION = later(
    "It is saved with its card, and pages are read with it at once.\nName of the model:"
)


@dataclass(slots=True)
class Shown:
    """What is looked at: an epoch of a run, and the cell whose letters are shown."""

    run: LabRun
    view: EpochView
    cell: tuple[int, int] = _SUSPECTS
    rows: tuple[int, ...] = ()


class LabInside(QObject):
    """Looks into the epoch under the cursor, the newest wish first; follows a run that goes on."""

    data_changed = Signal(object)

    def __init__(
        self,
        place: Workplace,
        reading: ReadingController,
        window: LabWindow,
        training: LabTraining,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place, self._reading = place, reading
        self._window, self._page, self._training = window, window.inside, training
        self._epoch: int | None = None  # None follows the last epoch
        self._task: Task | None = None
        self._is_stale = False
        self._patches: tuple[Page, int, PageToRead] | None = None
        self._before_use = ""
        self._mending: Mending | None = None
        self.shown: Shown | None = None
        self._timer = pause_before(self._look, self, LOOK_MS)
        self._connect()

    def _connect(self) -> None:
        page, session = self._page, self._place.session
        self._training.run_changed.connect(self._follow)
        self._training.cursor_moved.connect(self.set_epoch)
        self._window.page_shown.connect(self._follow)
        session.current_changed.connect(self._follow)
        session.page_changed.connect(self._follow)
        page.epoch_chosen.connect(self.set_epoch)
        page.cell_chosen.connect(self.show_cell)
        page.place_requested.connect(self._show_place)
        page.relabel_requested.connect(self._relabel)
        page.leave_out_requested.connect(self._leave_out)
        page.use_requested.connect(self._ask_for_name)
        page.roll_back_requested.connect(self.roll_back)

    def set_epoch(self, epoch: int) -> None:
        """Look into an epoch; the last one is followed as the run goes on."""
        run = self._training.run
        if run is None:
            return
        last = len(run.history)
        self._epoch = None if epoch >= last else epoch
        self._follow()

    def _follow(self) -> None:
        """Move the cursor along, and look once there is a moment for it."""
        run = self._training.run
        last = 0 if run is None else len(run.history)
        epoch = None if run is None else min(last if self._epoch is None else self._epoch, last)
        # While the last epoch is followed no cursor moves through the plots: painting costs.
        self._window.training.plots.set_cursor(None if self._epoch is None else epoch)
        self._page.set_epochs(last, epoch)
        if run is None:
            self._page.told.setText(tr("No run yet: start one under Training."))
        elif self._window.page == INSIDE and self._window.isVisible():
            self._is_stale = True
            if not self._timer.isActive():
                self._timer.start()

    def _look(self) -> None:
        """Look into the epoch under the cursor unless a look is under way."""
        run = self._training.run
        if self._task is not None or not self._is_stale or run is None:
            return
        self._is_stale = False
        epoch = len(run.history) if self._epoch is None else self._epoch
        task = self._place.tasks.create(look(run, epoch, self._page_to_read(run)))
        task.succeeded.connect(partial(self._take, run))
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task = task
        task.start()

    def _page_to_read(self, run: LabRun) -> PageToRead | None:
        """Return the page that is shown in the main window; its patches are cut once."""
        opened = self._place.session.current
        if opened is None or opened.page is None or opened.layout is None:
            return None
        size = run.data.geometry.size
        if self._patches is None or self._patches[:2] != (opened.page, size):
            to_read = page_to_read(opened.page, opened.layout, run.data.geometry)
            self._patches = (opened.page, size, to_read)
        return self._patches[2]

    def _end(self, _task: Task) -> None:
        self._task = None
        if self._is_stale:
            self._timer.start()

    def _fail(self, error: Exception) -> None:
        self._place.notices.raise_error(error, doing=tr("Looking into the run"))

    def _take(self, run: LabRun, result: object) -> None:
        view = cast("EpochView", result)
        cell = self.shown.cell if self.shown is not None else _SUSPECTS
        self.shown = Shown(run, view)
        page, names = self._page, tuple(run.data.charset)
        told = right_at(view.epoch, view.accuracy)
        page.told.setText(told if view.is_exact else told + " (" + tr("weights in 16 bits") + ")")
        page.set_weights(view.before, view.then, tr("At epoch {epoch}").format(epoch=view.epoch))
        page.matrix.set_counts(view.counts, names)
        page.set_pairs(view.pairs, names)
        page.set_lines(view.lines)
        page.set_places(has_places=bool(run.data.places))
        self.show_cell(*(cell if max(cell) < len(names) else _SUSPECTS))

    def show_cell(self, truth: int, taken_for: int) -> None:
        """Show the letters of a cell of the matrix, or with (−1, −1) the suspects."""
        shown = self.shown
        if shown is None:
            return
        data, view, names = shown.run.data, shown.view, tuple(shown.run.data.charset)
        judges = data.judge_rows
        shown.cell = (truth, taken_for)
        if shown.cell == _SUSPECTS:
            suspects = view.suspects
            rows = [suspect.row for suspect in suspects]
            tips = [
                suspect_told(names[data.labels[judges[s.row]]], names[s.taken_for], s.probability)
                for s in suspects
            ]
            title = tr("Most wrong, or mislabelled: %n letters", None, len(rows))
        else:
            rows = letters_of(view, data.labels[judges], truth, taken_for)
            tips = [tr("by {writer}").format(writer=writer_told(data, judges[row])) for row in rows]
            title = tr("{truth} read as {read}: {count}").format(
                truth=names[truth], read=names[taken_for], count=len(rows)
            )
        labels = [
            f"{names[int(data.labels[judges[row]])]} → {names[int(view.read[row])]}" for row in rows
        ]
        shown.rows = tuple(int(judges[row]) for row in rows)
        self._page.letters_title.setText(title)
        self._page.letters.set_letters(data.patches[list(shown.rows)], labels, rows, tips)

    def _chosen(self) -> list[int]:
        """Return the rows, among all letters, of those that are selected."""
        if self.shown is None:
            return []
        judges = self.shown.run.data.judge_rows
        return [int(judges[row]) for row in self._page.letters.chosen_rows]

    def _show_place(self) -> None:
        """Select the first chosen letter on its page in the main window."""
        chosen = self._chosen()
        place = self._place_of(chosen[0]) if chosen else None
        if place is None:
            return
        opened = cast("OpenDocument", place.page)
        if opened in self._place.session.documents:
            self._place.session.show(opened)
            self._place.session.select(place.glyph_id)
            self._place.window.activateWindow()

    def _place_of(self, row: int) -> Place | None:
        assert self.shown is not None
        places = self.shown.run.data.places
        return places[row] if row < len(places) else None

    def _relabel(self) -> None:
        """Give the chosen letters the label that the network reads; on their pages too."""
        shown, chosen = self.shown, self._chosen()
        if shown is None or not chosen:
            return
        data = shown.run.data
        taken_for = dict(zip(data.judge_rows.tolist(), shown.view.read.tolist(), strict=True))
        for row in chosen:
            character = data.charset[taken_for[row]]
            self._mended(data).labels[row] = character
            place = self._place_of(row)
            opened = None if place is None else cast("OpenDocument", place.page)
            # Nothing is left to correct of a letter that was deleted since it was loaded.
            if place and opened and place.glyph_id in (opened.page or ()):
                edit = partial(set_correction, glyph_id=place.glyph_id, character=character)
                self._place.session.apply(edit, opened=opened)
        self._change(data, tr("%n relabelled", None, len(chosen)))

    def _leave_out(self) -> None:
        """Drop the chosen letters; runs that are there keep what they began with."""
        chosen = self._chosen()
        if self.shown is not None and chosen:
            data = self.shown.run.data
            self._mended(data).left_out.update(chosen)
            self._change(data, tr("%n left out", None, len(chosen)))

    def _mended(self, data: LabData) -> Mending:
        """Return what was mended of a run's letters; mending those of another run begins anew."""
        if self._mending is None or self._mending.data is not data:
            self._mending = Mending(data)
        return self._mending

    def _change(self, data: LabData, what: str) -> None:
        self.data_changed.emit(self._mended(data).result())
        told = tr("{what}: the next run learns from the letters as they are now.")
        self._window.tell(told.format(what=what))

    def _ask_for_name(self) -> None:
        name = free_name("laboratory")
        dialog = name_dialog(self._window, tr("Use This Epoch"), tr(_QUESTION), name)
        dialog.setOkButtonText(tr("Save and Use"))
        dialog.textValueSelected.connect(self.use)
        dialog.open()

    def use(self, name: str) -> None:
        """Save the epoch under the cursor as a model and read with it from then on."""
        run = self._training.run
        if run is None:
            return
        wanted = len(run.history) if self._epoch is None else self._epoch
        task = self._place.tasks.create(_saved(run, run.recorder.nearest(wanted), name))
        task.succeeded.connect(partial(self._take_saved, name))
        task.failed.connect(self._fail_saving)
        task.start()

    def _take_saved(self, name: str, path: object) -> None:
        before = self._reading.model
        self._reading.choose_model(name)
        self._before_use = before
        self._page.set_roll_back(before)
        told = tr("Saved {path}; pages are read with “{name}” now.")
        self._window.tell(told.format(path=path, name=name), tone="success")

    def _fail_saving(self, error: Exception) -> None:
        self._window.tell(notice_of(error, doing=tr("Saving the epoch")).words, tone="error")

    def roll_back(self) -> None:
        """Read with the model from before again; the saved one stays where it is."""
        self._reading.choose_model(self._before_use)
        self._window.tell(tr("Pages are read with “{model}” again.").format(model=self._before_use))
        self._page.set_roll_back("")


def _saved(run: LabRun, epoch: int, name: str) -> Generator[float, None, Path]:
    """Save an epoch as a model; to fit its probabilities takes a moment."""
    yield 0.0
    return save_epoch(run, epoch, name)
