"""The laboratory as a whole: its window, its letters, its runs, and who drives which page."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ocrdesk.errors import OcrdeskError
from ocrdesk.services.experiments.catalogue import EXPERIMENTS
from ocrdesk.services.laboratory.data import LabData, load_data
from ocrdesk.services.laboratory.page_letters import (
    LetterSource,
    confirmed_count,
    load_page_letters,
)
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.lab_experiments import LabExperiments
from ocrdesk.ui.controllers.lab_inside import LabInside
from ocrdesk.ui.controllers.lab_training import LabTraining
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.turns import in_next_turn
from ocrdesk.ui.views.file_dialog import file_dialog
from ocrdesk.ui.views.lab_data_page import PAGES, name_told
from ocrdesk.ui.views.lab_window import LabWindow, lab_pages

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task


def desk_in_steps(
    place: Workplace, reading: ReadingController, parent: QObject
) -> Generator[None, None, "LabDesk"]:
    """Make the laboratory; between two steps the event loop may go on."""
    pages = yield from lab_pages(tuple(EXPERIMENTS.values()))
    yield
    window = LabWindow(pages)
    yield from window.fill()
    return LabDesk(place, reading, window, parent)


class LabDesk(QObject):
    """Loads letters, and hands them to the controllers of the other pages."""

    def __init__(
        self, place: Workplace, reading: ReadingController, window: LabWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._task: Task | None = None
        self.data: LabData | None = None
        self.window = window
        self.training = LabTraining(place, self.window, self)
        self.inside = LabInside(place, reading, self.window, self.training, self)
        self.experiments = LabExperiments(place, self.window, self)
        self.window.data.load_requested.connect(self.load)
        self.window.data.files_requested.connect(self._ask_for_files)
        self.window.closing.connect(self._pause)
        self.window.page_shown.connect(self._show_confirmed)
        self.inside.data_changed.connect(self._take)
        place.session.page_changed.connect(self._show_confirmed)

    def open(self) -> None:
        """Show the window; the first time made-up letters are loaded, so that all can begin."""
        self._show_confirmed()
        self.window.show()
        self.window.activateWindow()
        # Once it is painted: a worker that draws letters meanwhile takes its turn at each call of
        # Qt's, and made 100 milliseconds of 40.
        in_next_turn(self._load_first, self)

    def end(self) -> None:
        """Let go of everything."""
        self.training.pause()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _load_first(self) -> None:
        if self.data is None and self._task is None:
            self.load()

    def load(self) -> None:
        """Load the letters that the data page asks for."""
        page = self.window.data
        if self._task is not None:
            self._task.cancel()
        plan = page.plan()
        if page.source == PAGES:
            task = self._place.tasks.create(load_page_letters(self._sources(), plan))
        else:
            task = self._place.tasks.create(load_data(plan))
        task.reported.connect(self._show_progress)
        task.succeeded.connect(self._take_loaded)
        task.failed.connect(self._fail)
        self._task = task
        page.set_busy(tr("Loading…"))
        self.training.set_loading(is_loading=True)
        task.start()

    def _sources(self) -> list[LetterSource]:
        return [
            LetterSource(opened, opened.title, opened.page, opened.layout)
            for opened in self._place.session.documents
            if opened.page is not None and opened.layout is not None
        ]

    def _show_confirmed(self) -> None:
        if self.window.isVisible():
            self.window.data.set_confirmed(confirmed_count(self._sources()))

    def _show_progress(self, report: Progress) -> None:
        share = report.fraction or None  # of what has but one step nobody knows how far it is
        self.window.data.set_busy(f"{said(report.stage)} …", share=share)

    def _take_loaded(self, result: object) -> None:
        self._rest()
        self._take(cast("LabData", result))

    def _rest(self) -> None:
        self._task = None
        self.window.data.set_busy("")
        self.training.set_loading(is_loading=False)

    def _take(self, data: LabData) -> None:
        """Work with these letters from now on; runs keep those they began with."""
        self.data = data
        self.window.data.set_data(data)
        self.window.network.set_letters((data.geometry.size, data.geometry.size), len(data.charset))
        self.training.set_data(data)
        self.experiments.set_data(data)
        name = name_told(data)
        if not data.is_from_files:  # whose names stay as they are
            name = f"{name[:1].upper()}{name[1:]}"
        self.window.tell(f"{name}: {said(data.split_told())}")

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.window.data.tell(notice_of(error, doing=tr("Loading letters")).words)
        if not isinstance(error, OcrdeskError):
            self._place.notices.raise_error(error, doing=tr("Loading letters"))

    def _ask_for_files(self, are_files: bool) -> None:  # noqa: FBT001 - as the signal has it
        dialog = file_dialog(self.window, tr("Labelled Letters"), "")
        dialog.setFileMode(
            QFileDialog.FileMode.ExistingFiles if are_files else QFileDialog.FileMode.Directory
        )
        if are_files:
            dialog.setNameFilters(
                [tr("Labelled letters (*.npz *.mat *.gz *idx*)"), tr("All files (*)")]
            )
        dialog.filesSelected.connect(self._take_files)
        dialog.open()

    def _take_files(self, names: list[str]) -> None:
        self.window.data.set_files([Path(name) for name in names])

    def _pause(self) -> None:
        self.training.pause()
        self.experiments.cancel()
