"""Runs the laboratory's experiments in a worker, and keeps what each found."""

from collections.abc import Generator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from ocrdesk.errors import OutputError
from ocrdesk.formats.chart_canvas import ChartColors
from ocrdesk.formats.chart_drawing import draw_chart
from ocrdesk.formats.charts import Chart
from ocrdesk.services.experiments.catalogue import EXPERIMENTS
from ocrdesk.services.experiments.report import save_report
from ocrdesk.services.experiments.setting import Findings, Setting
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.translation import said, tr, with_numbers
from ocrdesk.ui.views.file_dialog import ask_for_folder
from ocrdesk.ui.views.lab_pictures import chart_colors
from ocrdesk.ui.views.lab_window import LabWindow
from ocrdesk.ui.views.patch_picture import image_of


def drawn(
    charts: Sequence[Chart], colors: ChartColors, ratio: float
) -> Generator[float, None, list[tuple[QImage, str]]]:
    """Draw figures for a screen of that pixel ratio; yields the share that is done."""
    figures = []
    colors = replace(colors, told=with_numbers)
    for place, chart in enumerate(charts):
        yield place / len(charts)
        spoken = _spoken(chart)
        picture = np.asarray(draw_chart(spoken, colors, scale=ratio))
        figures.append((image_of(picture), spoken.title))
    return figures


def _spoken(value: Any) -> Any:
    """Return a chart with all its words in the window's language."""
    if isinstance(value, str):
        return with_numbers(said(value))
    if isinstance(value, tuple):
        return tuple(map(_spoken, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _spoken(getattr(value, f.name)) for f in fields(value)})
    return value


class LabExperiments(QObject):
    """One experiment at a time, on the letters that are loaded."""

    def __init__(self, place: Workplace, window: LabWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._window, self._page = place, window, window.experiments
        self._data: LabData | None = None
        self._task: Task | None = None
        self._drawing: Task | None = None
        self._running = ""
        self.findings: dict[str, Findings] = {}
        self._page.run_requested.connect(self.run)
        self._page.cancel_requested.connect(self.cancel)
        self._page.export_requested.connect(self._export)
        self._page.chosen.connect(self._show)
        self._page.colors_changed.connect(self._draw)
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
        self._page.set_findings(found.sentences if found else ())
        self._draw()

    def _draw(self) -> None:
        """Let a worker draw the figures of the experiment that is shown; the newest wish wins."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        found = self.findings.get(self._page.name)
        if found is None:
            return
        charts = [chart for _, chart in found.charts]
        ratio = self._page.devicePixelRatioF()
        task = self._place.tasks.create(drawn(charts, chart_colors(self._page), ratio))
        task.succeeded.connect(self._take_figures)
        task.failed.connect(self._fail)
        self._drawing = task
        task.start()

    def _take_figures(self, result: object) -> None:
        self._drawing = None
        self._page.set_figures(cast("list[tuple[QImage, str]]", result))

    def _show_progress(self, report: Progress) -> None:
        self._page.set_progress(report.fraction, report.stage)

    def _take(self, result: object) -> None:
        self.findings[self._running] = cast("Findings", result)

    def _fail(self, error: Exception) -> None:
        self._window.tell(notice_of(error, doing=tr("The experiment")).words, tone="error")

    def _end(self, _task: Task) -> None:
        self._task = None
        self._show(self._page.name)

    def _export(self) -> None:
        ask_for_folder(self._window, tr("Folder for Figures and Report"), self.export_to)

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
            self._window.tell(notice_of(error).words, tone="error")
        else:
            self._window.tell(tr("Wrote {page}.").format(page=page), tone="success")
