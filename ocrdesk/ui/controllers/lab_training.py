"""Drives the laboratory's runs in a worker: start, pause, step, stop; and keeps them in a list."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from time import thread_time

from PySide6.QtCore import QObject, Signal

from ocrdesk.errors import OutputError
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.keeping import export_runs
from ocrdesk.services.laboratory.network_plan import row_numbers
from ocrdesk.services.laboratory.run_plan import RunPlan, run_cautions, run_problems
from ocrdesk.services.laboratory.runs import LabRun, RunReport, first_name
from ocrdesk.ui.controllers.lab_run_work import RunNews, begin, go_on, run_row, run_told
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.file_dialog import ask_for_folder
from ocrdesk.ui.views.lab_plots import Curves
from ocrdesk.ui.views.lab_window import LabWindow

PLOT_MS = 100  # ten times a second: what lies between is never painted
_SHARE = 0.06
_LONGEST_MS = 600


class LabTraining(QObject):
    """``run_changed`` tells that another run is worked with or looked at, or that it went on."""

    run_changed = Signal()
    cursor_moved = Signal(int)

    def __init__(self, place: Workplace, window: LabWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._window, self._page = place, window, window.training
        self._data: LabData | None = None
        self._task: Task | None = None
        self._stops = self._is_loading = False
        self._next_number = 0
        self.runs: dict[int, LabRun] = {}
        self.current: int | None = None
        self._turn = 0
        self._spent = thread_time()
        self._timer = pause_before(self._show_live, self, PLOT_MS)
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
        self.check()

    @property
    def run(self) -> LabRun | None:
        """The run that is worked with and looked into."""
        return None if self.current is None else self.runs.get(self.current)

    @property
    def _next_name(self) -> str:
        return first_name(self._next_number + 1)  # as files have it; the list translates it

    @property
    def is_running(self) -> bool:
        """Whether a worker is learning, or about to leave off."""
        return self._task is not None

    def set_data(self, data: LabData) -> None:
        """Start runs on these letters from now on."""
        self._data = data
        self.check()

    def set_loading(self, *, is_loading: bool) -> None:
        """Let runs wait for the letters that are being loaded."""
        self._is_loading = is_loading
        self.check()

    def plan(self) -> RunPlan:
        """Return what the pages say."""
        return self._page.plan(self._window.network.plan())

    def check(self) -> None:
        """Explain what cannot work, and offer what can be done."""
        plan = self.plan()
        problems = [tr("Load letters first, under Data.")]
        if self._data is None and self._is_loading:
            problems = [tr("A run can be started once the letters are loaded.")]
        elif self._data is not None:
            problems = run_problems(plan, self._data)
        self._page.set_problems(problems, is_waiting=self._data is None)
        self._window.network.set_cautions(run_cautions(plan))
        run = self.run
        self._page.set_state(
            is_running=self.is_running,
            may_start=not problems and not self.is_running,
            may_go_on=run is not None and run.may_go_on,
            is_stopped=run is not None and run.is_stopped,
        )

    def start(self) -> None:
        """Begin another run."""
        if self._data is not None and not self.is_running:
            self.drive(begin(self._next_name, self.plan(), self._data))

    def step(self) -> None:
        """Learn one epoch: of the run that is paused, or of another."""
        run = self.run
        if self.is_running or self._data is None:
            return
        if run is not None and not run.is_over:
            self.drive(go_on(run, epochs=1))
        else:
            self.drive(begin(self._next_name, self.plan(), self._data, epochs=1))

    def resume(self) -> None:
        """Go on with the run that is paused, or was stopped."""
        run = self.run
        if run is not None and run.may_go_on and not self.is_running:
            run.resume()
            self.drive(go_on(run))

    def pause(self) -> None:
        """Leave the run where it is; it can be gone on with."""
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """End the run as it stands; it can be resumed."""
        if self._task is not None:
            self._stops = True
            self._task.cancel()
        elif self.run is not None:
            self.run.stop()
            self.show_now()

    def drive(self, steps: Generator[RunNews, None, LabRun]) -> None:
        """Let a worker take the steps of a run."""
        task = self._place.tasks.create(steps)
        task.reported.connect(self._take)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task, self._stops = task, False
        self.check()
        task.start()

    def add(self, run: LabRun) -> None:
        """Put a run on the list and work with it."""
        self.runs[self._next_number] = run
        self.current = self._next_number
        self._next_number += 1
        self._list_runs([*self._page.chosen_runs, self.current])

    def _take(self, news: RunNews) -> None:
        if news.run not in self.runs.values():
            self.add(news.run)
        if not self._timer.isActive():
            self._timer.start(self._pause_ms())

    def _pause_ms(self) -> int:
        """Return how long to wait before painting again: a tenth of a second, or longer.

        What the window's thread did since the last time, painting above all, is to be no more than
        the share ``_SHARE`` of the time: training waits for it.
        """
        now = thread_time()
        spent, self._spent = now - self._spent, now
        return round(min(max(PLOT_MS, 1000 * spent / _SHARE), _LONGEST_MS))

    def _fail(self, error: Exception) -> None:
        self._window.tell(notice_of(error, doing=tr("Training")).words, tone="error")

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
        """Show how the run stands, in all plots."""
        self.check()
        if self.run is not None and self.current is not None:
            report = self._tell_progress(self.current, self.run)
            curves = _curves(self.current, self.run, report)
            for draw in self._drawings(curves, report):
                draw()
        self.run_changed.emit()

    def _show_live(self) -> None:
        """Show how the run stands: accuracy and loss each time, of the other plots one in turn.

        Painting holds the interpreter, which training waits for: all five at ten times a second
        would cost it more than a tenth. What is not seen is not drawn.
        """
        run, number = self.run, self.current
        if run is None or number is None:
            return
        report = self._tell_progress(number, run)
        if self._page.isVisible():
            curves = _curves(number, run, report)
            first, gradients, activations, rate = self._drawings(curves, report)
            first()
            turns = (gradients, activations, gradients, activations, rate)
            self._turn = (self._turn + 1) % len(turns)
            turns[self._turn]()
        self.run_changed.emit()

    def _tell_progress(self, number: int, run: LabRun) -> RunReport:
        report = run.report
        self._page.set_progress(report.fraction, run_told(run, report, is_running=self.is_running))
        if not self.is_running or self._turn == 0:  # a row of the list takes as long as a plot
            self._page.update_run(run_row(number, run))
        return report

    def _drawings(self, curves: Curves, report: RunReport) -> list[Callable[[], None]]:
        plots = self._page.plots
        return [
            partial(plots.set_run, curves),
            partial(plots.set_gradients, curves),
            partial(plots.set_activations, report.histograms, curves),
            partial(plots.set_rate, curves),
        ]

    def show_all(self) -> None:
        """Draw the lines of every run that is selected."""
        shown = {number: self.runs[number] for number in self._shown_numbers()}
        plots = self._page.plots
        plots.keep_runs(shown)
        plots.set_last_epoch(max((run.plan.epochs for run in shown.values()), default=1))
        for number, run in shown.items():
            plots.set_run(Curves(number, run.history))
            plots.set_rate(Curves(number, run.history))
        self.show_now()

    def _shown_numbers(self) -> list[int]:
        chosen = [number for number in self._page.chosen_runs if number in self.runs]
        return chosen or list(self.runs)

    def _list_runs(self, chosen: list[int]) -> None:
        self._page.set_runs([run_row(n, run) for n, run in self.runs.items()], chosen)
        self.show_all()

    def _choose(self) -> None:
        """Overlay the runs that are selected; one alone is the one to look into."""
        chosen = self._page.chosen_runs
        if len(chosen) == 1 and not self.is_running:
            self.current = chosen[0]
        self.show_all()

    def _rename(self, number: int, name: str) -> None:
        if number in self.runs and name.strip():
            self.runs[number].rename(name.strip())
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
        ask_for_folder(self._window, tr("Folder for Pictures and Tables"), self.export_to)

    def export_to(self, folder: str) -> None:
        """Write the selected runs' curves (PNG) and figures (CSV) to a folder."""
        runs = [self.runs[number] for number in self._shown_numbers()]
        try:
            files = export_runs(Path(folder), runs)
        except OutputError as error:
            self._window.tell(notice_of(error).words, tone="error")
        else:
            self._window.tell(
                tr("Wrote %n files to {folder}.", None, len(files)).format(folder=folder),
                tone="success",
            )


def _curves(number: int, run: LabRun, report: RunReport) -> Curves:
    return Curves(number, report.history, report.trail, row_numbers(run.plan.network))
