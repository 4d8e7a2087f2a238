"""Drives the laboratory's runs in a worker: start, pause, step, stop; and keeps them in a list."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from ocrdesk.errors import OutputError
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.keeping import export_runs
from ocrdesk.services.laboratory.run_plan import RunPlan, run_cautions, run_problems
from ocrdesk.services.laboratory.runs import LabRun, RunReport
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.views.file_dialog import file_dialog
from ocrdesk.ui.views.lab_plots import Curves
from ocrdesk.ui.views.lab_training_page import RunRow
from ocrdesk.ui.views.lab_window import LabWindow

PLOT_MS = 100  # ten times a second: what lies between is never painted


@dataclass(frozen=True, slots=True, eq=False)
class RunNews:
    """A run and how it stands; the run comes with it because a worker made it."""

    run: LabRun
    report: RunReport


def begin(name: str, plan: RunPlan, data: LabData) -> Generator[RunNews, None, LabRun]:
    """Make a run and go through it; making it measures threads, which takes a moment."""
    run = LabRun(name, plan, data)
    yield RunNews(run, run.report)
    return (yield from go_on(run))


def go_on(run: LabRun, *, epochs: int | None = None) -> Generator[RunNews, None, LabRun]:
    """Go on with a run, at most so many epochs."""
    for report in run.steps(epochs=epochs):
        yield RunNews(run, report)
    return run


def begin_with_one(name: str, plan: RunPlan, data: LabData) -> Generator[RunNews, None, LabRun]:
    """Make a run and learn its first epoch."""
    run = LabRun(name, plan, data)
    yield RunNews(run, run.report)
    return (yield from go_on(run, epochs=1))


class LabTraining(QObject):
    """``run_changed`` tells that another run is worked with or looked at, or that it went on."""

    run_changed = Signal()
    cursor_moved = Signal(int)

    def __init__(self, place: Workplace, window: LabWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._window, self._page = place, window, window.training
        self._data: LabData | None = None
        self._task: Task | None = None
        self._stops = False
        self._next_number = 0
        self.runs: dict[int, LabRun] = {}
        self.current: int | None = None
        self._is_shown = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PLOT_MS)
        self._timer.timeout.connect(self.show_now)
        page = self._page
        page.start_requested.connect(self.start)
        page.resume_requested.connect(self.resume)
        page.pause_requested.connect(self.pause)
        page.step_requested.connect(self.step)
        page.stop_requested.connect(self.stop)
        page.rename_requested.connect(self._rename)
        page.delete_requested.connect(self._delete)
        page.export_requested.connect(self._export)
        page.runs_chosen.connect(self._choose)
        page.changed.connect(self.check)
        page.plots.cursor_moved.connect(self.cursor_moved)
        window.network.changed.connect(self.check)

    @property
    def run(self) -> LabRun | None:
        """The run that is worked with and looked into."""
        return None if self.current is None else self.runs.get(self.current)

    @property
    def is_running(self) -> bool:
        """Whether a worker is learning, or about to leave off."""
        return self._task is not None

    def set_data(self, data: LabData) -> None:
        """Start runs on these letters from now on."""
        self._data = data
        self.check()

    def plan(self) -> RunPlan:
        """Return what the pages say."""
        return self._page.plan(self._window.network.plan())

    def check(self) -> None:
        """Explain what cannot work, and offer what can be done."""
        plan = self.plan()
        problems = ["Load letters first, under Data."]
        if self._data is not None:
            problems = run_problems(plan, self._data)
        self._page.set_problems(problems)
        self._window.network.set_cautions(run_cautions(plan))
        run = self.run
        self._page.set_state(
            is_running=self.is_running,
            may_start=not problems and not self.is_running,
            may_go_on=run is not None and not run.is_over,
        )

    def start(self) -> None:
        """Begin another run."""
        if self._data is not None and not self.is_running:
            name = f"Run {self._next_number + 1}"
            self._drive(begin(name, self.plan(), self._data))

    def step(self) -> None:
        """Learn one epoch: of the run that is paused, or of another."""
        run = self.run
        if self.is_running or self._data is None:
            return
        if run is not None and not run.is_over:
            self._drive(go_on(run, epochs=1))
        else:
            name = f"Run {self._next_number + 1}"
            self._drive(begin_with_one(name, self.plan(), self._data))

    def resume(self) -> None:
        """Go on with the run that is paused."""
        run = self.run
        if run is not None and not run.is_over and not self.is_running:
            self._drive(go_on(run))

    def pause(self) -> None:
        """Leave the run where it is; it can be gone on with."""
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """End the run after its whole epochs."""
        if self._task is not None:
            self._stops = True
            self._task.cancel()
        elif self.run is not None:
            self.run.stop()
            self.show_now()

    def _drive(self, steps: Generator[RunNews, None, LabRun]) -> None:
        task = self._place.tasks.create(steps)
        task.reported.connect(self._take)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task, self._stops = task, False
        self.check()
        task.start()

    def _take(self, news: RunNews) -> None:
        if news.run not in self.runs.values():
            self.runs[self._next_number] = news.run
            self.current = self._next_number
            self._next_number += 1
            self._list_runs([*self._page.chosen_runs, self.current])
        if not self._timer.isActive():
            self._timer.start()

    def _fail(self, error: Exception) -> None:
        notice = notice_of(error, doing="Training")
        self._window.tell(f"{notice.text} {notice.advice}", tone="error")

    def _end(self, _task: Task) -> None:
        """The worker is gone: now the run may be touched from here."""
        self._task = None
        run = self.run
        if self._stops and run is not None:
            run.stop()
        self._stops = False
        self._timer.stop()
        self.show_now()

    def show_now(self) -> None:
        """Show how the run stands; what is not seen is not drawn."""
        run, number = self.run, self.current
        self.check()
        if run is None or number is None:
            return
        report = run.report
        self._page.set_progress(report.fraction, _told(run, report, is_running=self.is_running))
        self._page.update_run(_row(number, run))
        if self._page.isVisible():
            plots = self._page.plots
            plots.set_run(Curves(number, report.history))
            plots.set_gradients(report.history)
            plots.set_activations(report.histograms)
        self.run_changed.emit()

    def show_all(self) -> None:
        """Draw the lines of every run that is selected."""
        shown = {number: self.runs[number] for number in self._shown_numbers()}
        self._page.plots.keep_runs(shown)
        for number, run in shown.items():
            self._page.plots.set_run(Curves(number, run.history))
        self.show_now()

    def _shown_numbers(self) -> list[int]:
        chosen = [number for number in self._page.chosen_runs if number in self.runs]
        return chosen or list(self.runs)

    def _list_runs(self, chosen: list[int]) -> None:
        self._page.set_runs([_row(n, run) for n, run in self.runs.items()], chosen)
        self.show_all()

    def _choose(self) -> None:
        """Overlay the runs that are selected; one alone is the one to look into."""
        chosen = self._page.chosen_runs
        if len(chosen) == 1 and not self.is_running:
            self.current = chosen[0]
        self.show_all()

    def _rename(self, number: int, name: str) -> None:
        if number in self.runs and name.strip():
            self.runs[number].name = name.strip()
        self._list_runs(self._page.chosen_runs)

    def _delete(self) -> None:
        for number in self._page.chosen_runs:
            if not (self.is_running and number == self.current):
                self.runs.pop(number, None)
        if self.current not in self.runs:
            self.current = next(reversed(self.runs), None)
            self._page.set_progress(0.0, "")
        self._list_runs([] if self.current is None else [self.current])

    def _export(self) -> None:
        dialog = file_dialog(self._window, "Folder for pictures and tables", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, folder: str) -> None:
        """Write the selected runs' curves (PNG) and figures (CSV) to a folder."""
        runs = [self.runs[number] for number in self._shown_numbers()]
        try:
            files = export_runs(Path(folder), runs)
        except OutputError as error:
            self._window.tell(f"{error.message} {error.advice}", tone="error")
        else:
            self._window.tell(f"Wrote {len(files)} files to {folder}.", tone="success")


def _row(number: int, run: LabRun) -> RunRow:
    last = run.history[-1] if run.history else None
    told = f"{len(run.history)} epochs"
    if last is not None and last.validation_accuracy is not None:
        told += f", {100 * last.validation_accuracy:.1f} % right"
    return RunRow(number, run.name, told, run.plan.told())


def _told(run: LabRun, report: RunReport, *, is_running: bool) -> str:
    """Return how far the run is, in a sentence or two."""
    done = len(report.history)
    parts = [f"Epoch {done} of {run.plan.epochs}"]
    if report.history:
        last = report.history[-1]
        parts.append(f"{100 * (last.validation_accuracy or 0):.1f} % of the letters held out right")
    if report.is_over:
        parts.append("stopped" if run.is_stopped else "done")
    elif not is_running:
        parts.append("paused")
    elif report.seconds_left is not None:
        parts.append(f"{_time_told(report.seconds_left)} left")
    return ", ".join(parts) + "."


def _time_told(seconds: float) -> str:
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 90 else f"{round(whole / 60)} min"
