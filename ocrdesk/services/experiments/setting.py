"""What every experiment works with and gives back, and the setting of the course assignment."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TypeAlias

from ocrdesk.formats.charts import Chart, Level, LineChart, Series
from ocrdesk.nn.reports import EpochReport
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.run_plan import RunPlan
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.progress import Progress

ASSIGNMENT_ACCURACY = 0.76
"""What the course assignment's own report gives for 64 sigmoid units on 36 classes."""
ASSIGNMENT = RunPlan(epochs=30)
"""64 sigmoid units, Xavier, SGD at 0.1, batches of 32."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The letters, the seed that everything is drawn by, and a factor on the epochs."""

    data: LabData
    seed: int = 1
    epochs: int | None = None

    def plan(self, plan: RunPlan = ASSIGNMENT, *, epochs: int | None = None) -> RunPlan:
        """Return a plan with this seed and as many epochs as are wanted, or fewer if so set."""
        wanted = epochs or plan.epochs
        if self.epochs is not None:
            wanted = min(wanted, self.epochs)
        return replace(plan, seed=self.seed, epochs=wanted)


@dataclass(frozen=True, slots=True)
class Findings:
    """Figures by the name of their file, and what was measured in sentences."""

    charts: tuple[tuple[str, Chart], ...]
    sentences: tuple[str, ...]


Steps: TypeAlias = Generator[Progress, None, Findings]


@dataclass(frozen=True, slots=True)
class Experiment:
    """``explained`` says what is compared and what to look for, in two sentences."""

    name: str
    title: str
    explained: str
    run: Callable[[Setting], Steps]


def trained(
    variant: str, plan: RunPlan, data: LabData, *, start: float, share: float
) -> Generator[Progress, None, LabRun]:
    """Train to the end; that is ``share`` of the whole experiment, from ``start`` on."""
    run = LabRun(variant, plan, data)
    for report in run.steps():
        yield Progress(f"Training: {variant}", start + share * report.fraction)
    return run


def compared(
    plans: dict[str, RunPlan], data: LabData
) -> Generator[Progress, None, dict[str, LabRun]]:
    """Train each plan on the same letters."""
    runs = {}
    for place, (name, plan) in enumerate(plans.items()):
        runs[name] = yield from trained(
            name, plan, data, start=place / len(plans), share=1 / len(plans)
        )
    return runs


def final_accuracy(run: LabRun) -> float:
    """Return the share of held-out letters read right after the last epoch."""
    return run.history[-1].validation_accuracy or 0.0


def accuracy_chart(title: str, runs: dict[str, LabRun], *, with_level: bool = False) -> LineChart:
    """Return validation accuracy over the epochs, if wanted beside the assignment's."""
    return LineChart(
        title=title,
        x_label="epoch",
        y_label="read right, of letters held out",
        series=_by_epoch(runs, lambda report: report.validation_accuracy or 0.0),
        levels=assignment_levels() if with_level else (),
        is_share=True,
        bounds=(0.0, 1.0),
    )


def loss_chart(title: str, runs: dict[str, LabRun]) -> LineChart:
    """Return training loss over the epochs."""
    return LineChart(
        title=title,
        x_label="epoch",
        y_label="training loss, nats",
        series=_by_epoch(runs, lambda report: report.training_loss),
    )


def _by_epoch(
    runs: dict[str, LabRun], figure: Callable[[EpochReport], float]
) -> tuple[Series, ...]:
    return tuple(
        Series(
            name,
            tuple(float(report.epoch) for report in run.history),
            tuple(map(figure, run.history)),
        )
        for name, run in runs.items()
    )


def assignment_levels() -> tuple[Level, ...]:
    """Return the assignment's accuracy as a line across a chart."""
    return (Level("76 % in the assignment", ASSIGNMENT_ACCURACY),)


def beside_the_assignment(run: LabRun) -> str:
    """Return the sentence that shows a run on the assignment's setting beside its figure."""
    letters = run.data.name
    return (
        f"The assignment's own network (64 sigmoid units, {len(run.data.charset)} classes, Xavier, "
        f"batches of 32) reads {100 * final_accuracy(run):.1f} % of the letters held out here "
        f"({letters}); the assignment gives 76 % on its own letters."
    )
