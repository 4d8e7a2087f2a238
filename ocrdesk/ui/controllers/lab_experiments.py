"""Runs the laboratory's experiments in a worker, and keeps what each found."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ocrdesk.errors import OutputError
from ocrdesk.services.experiments.catalogue import EXPERIMENTS
from ocrdesk.services.experiments.report import save_report
from ocrdesk.services.experiments.setting import Findings, Setting
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.views.file_dialog import file_dialog
from ocrdesk.ui.views.lab_window import LabWindow


class LabExperiments(QObject):
    """One experiment at a time, on the letters that are loaded."""

    def __init__(self, place: Workplace, window: LabWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._window, self._page = place, window, window.experiments
        self._data: LabData | None = None
        self._task: Task | None = None
        self._running = ""
        self.findings: dict[str, Findings] = {}
        self._page.run_requested.connect(self.run)
        self._page.cancel_requested.connect(self.cancel)
        self._page.export_requested.connect(self._export)
        self._page.chosen.connect(self._show)
        self._show(self._page.name)

    def set_data(self, data: LabData) -> None:
        """Experiment with these letters from now on."""
        self._data = data
        self._show(self._page.name)

    def run(self) -> None:
        """Run the experiment that is shown."""
        if self._data is None or self._task is not None:
            return
        self._running = self._page.name
        seed = self._window.training.seed.value()
        steps = EXPERIMENTS[self._running].run(Setting(self._data, seed))
        task = self._place.tasks.create(steps)
        task.reported.connect(self._show_progress)
        task.succeeded.connect(self._take)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task = task
        self._show(self._page.name)
        task.start()

    def cancel(self) -> None:
        """Leave the experiment that runs."""
        if self._task is not None:
            self._task.cancel()

    def _show(self, name: str) -> None:
        found = self.findings.get(name)
        is_this = self._task is not None and name == self._running
        self._page.set_state(
            is_running=is_this, may_run=self._data is not None and self._task is None
        )
        charts = tuple(chart for _, chart in found.charts) if found else ()
        self._page.set_findings(found.sentences if found else (), charts)

    def _show_progress(self, report: Progress) -> None:
        self._page.set_progress(report.fraction, report.stage)

    def _take(self, result: object) -> None:
        self.findings[self._running] = cast("Findings", result)

    def _fail(self, error: Exception) -> None:
        notice = notice_of(error, doing="The experiment")
        self._window.tell(f"{notice.text} {notice.advice}", tone="error")

    def _end(self, _task: Task) -> None:
        self._task = None
        self._show(self._page.name)

    def _export(self) -> None:
        dialog = file_dialog(self._window, "Folder for figures and report", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, folder: str) -> None:
        """Write the report of the experiment that is shown."""
        name = self._page.name
        if name not in self.findings or self._data is None:
            return
        origin = f"{self._data.name}: {self._data.split_told()}"
        target = Path(folder) / f"experiment-{name}"
        try:
            page = save_report(target, EXPERIMENTS[name], self.findings[name], origin)
        except OutputError as error:
            self._window.tell(f"{error.message} {error.advice}", tone="error")
        else:
            self._window.tell(f"Wrote {page}.", tone="success")
