"""What the worker does for a run, and how a run is told in words."""

from collections.abc import Generator
from dataclasses import dataclass

from ocrdesk.nn.reports import EpochReport
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.run_plan import RunPlan
from ocrdesk.services.laboratory.runs import LabRun, RunReport
from ocrdesk.ui.translation import number, said, tr
from ocrdesk.ui.views.lab_training_page import RunRow


@dataclass(frozen=True, slots=True, eq=False)
class RunNews:
    """A run and how it stands; the run comes with it because a worker made it."""

    run: LabRun
    report: RunReport


def begin(
    name: str, plan: RunPlan, data: LabData, *, epochs: int | None = None
) -> Generator[RunNews, None, LabRun]:
    """Make a run, which measures threads for a moment, and go through at most so many epochs."""
    run = LabRun(name, plan, data)
    yield RunNews(run, run.report)
    return (yield from go_on(run, epochs=epochs))


def go_on(run: LabRun, *, epochs: int | None = None) -> Generator[RunNews, None, LabRun]:
    """Go on with a run, at most so many epochs."""
    for report in run.steps(epochs=epochs):
        yield RunNews(run, report)
    return run


def run_row(place: int, run: LabRun) -> RunRow:
    """Return a run as the list shows it."""
    last = run.history[-1] if run.history else None
    told = tr("%n epochs", None, len(run.history))
    if last is not None and last.validation_accuracy is not None:
        told += ", " + tr("{percent} % right").format(percent=_percent(last))
    settings = ", ".join(map(said, run.plan.told().split(", ")))
    return RunRow(place, run.own_name or said(run.name), told, settings)


def run_told(run: LabRun, report: RunReport, *, is_running: bool) -> str:
    """Return how far the run is, in a sentence or two."""
    done = len(report.history)
    parts = [tr("Epoch {done} of {epochs}").format(done=done, epochs=run.plan.epochs)]
    if report.history:
        last = report.history[-1]
        parts.append(tr("{percent} % of the letters held out right").format(percent=_percent(last)))
    if report.is_over:
        parts.append(tr("stopped") if run.is_stopped else tr("done"))
    elif not is_running:
        parts.append(tr("paused"))
    elif report.seconds_left is not None:
        parts.append(tr("{time} left").format(time=_time_told(report.seconds_left)))
    return ", ".join(parts) + "."


def _percent(report: EpochReport) -> str:
    return number(100 * (report.validation_accuracy or 0), 1)


def _time_told(seconds: float) -> str:
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 90 else f"{round(whole / 60)} min"
