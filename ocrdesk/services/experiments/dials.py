"""What one number changes: the learning rate, the batch, the amount of letters."""

from dataclasses import replace

import numpy as np

from ocrdesk.formats.charts import BarChart, LineChart, Series
from ocrdesk.services.experiments.setting import (
    Findings,
    Setting,
    Steps,
    accuracy_chart,
    assignment_levels,
    beside_the_assignment,
    compared,
    final_accuracy,
    loss_chart,
    trained,
)
from ocrdesk.services.laboratory.runs import LabRun

_BATCHES = (4, 16, 32, 128, 512)
_SHARES = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)


def learning_rate(setting: Setting) -> Steps:
    """Train at a tenth, at once and at ten times the assignment's learning rate."""
    plan = setting.plan()
    rates = {"a tenth": 0.1, "as it is": 1.0, "ten times": 10.0}
    plans = {
        f"{name}: {factor * plan.learning_rate:g}": replace(
            plan, learning_rate=factor * plan.learning_rate
        )
        for name, factor in rates.items()
    }
    runs = yield from compared(plans, setting.data)
    names = tuple(runs)
    told = "; ".join(f"{name}: {100 * final_accuracy(runs[name]):.1f} %" for name in names)
    return Findings(
        (
            ("accuracy", accuracy_chart("Three learning rates", runs, with_level=True)),
            ("loss", loss_chart("Training loss", runs)),
            ("final", _final(runs)),
        ),
        (
            f"After {plan.epochs} epochs, read right of the letters held out: {told}.",
            beside_the_assignment(runs[names[1]]),
        ),
    )


def batch_size(setting: Setting) -> Steps:
    """Train with batches of several sizes for the same number of epochs."""
    plan = setting.plan(epochs=15)
    learners = len(setting.data.training)
    plans = {
        f"{size} letters": replace(plan, batch_size=size) for size in _BATCHES if size <= learners
    }
    runs = yield from compared(plans, setting.data)
    seconds = {name: sum(r.seconds for r in run.history) for name, run in runs.items()}
    timed = LineChart(
        title="The same by seconds of computing",
        x_label="seconds",
        y_label="read right, of letters held out",
        series=tuple(_by_seconds(name, run) for name, run in runs.items()),
        is_share=True,
        bounds=(0.0, 1.0),
    )
    told = "; ".join(
        f"{n}: {100 * final_accuracy(runs[n]):.1f} % in {seconds[n]:.1f} s" for n in runs
    )
    return Findings(
        (
            ("accuracy", accuracy_chart("Batches of several sizes", runs)),
            ("seconds", timed),
            ("final", _final(runs)),
        ),
        (f"After {plan.epochs} epochs: {told}.",),
    )


def data_size(setting: Setting) -> Steps:
    """Train on ever more letters, for as many steps each."""
    full = setting.plan(epochs=20)
    runs: dict[int, LabRun] = {}
    for place, share in enumerate(_SHARES):
        rng = np.random.default_rng([setting.seed, place])
        data = setting.data.fewer(share, rng)
        count = len(data.training)
        # As many batches whatever the amount, so that more letters do not also mean more steps.
        epochs = min(400, max(full.epochs, round(full.epochs / share)))
        plan = replace(full, epochs=epochs, batch_size=min(full.batch_size, count))
        runs[count] = yield from trained(
            f"{count} letters", plan, data, start=place / len(_SHARES), share=1 / len(_SHARES)
        )
    counts = tuple(map(float, runs))
    learnt = tuple(run.history[-1].training_accuracy for run in runs.values())
    judged = tuple(map(final_accuracy, runs.values()))
    chart = LineChart(
        title="The more letters, the closer the two come",
        x_label="letters to learn from",
        y_label="read right",
        series=(
            Series("letters learnt from", counts, learnt),
            Series("letters held out", counts, judged),
        ),
        levels=assignment_levels(),
        has_log_x=True,
        is_share=True,
        bounds=(0.0, 1.0),
    )
    return Findings(
        (("accuracy", chart),),
        (
            (
                f"With {int(counts[0])} letters {100 * judged[0]:.1f} % of those held out are read "
                f"right, with {int(counts[-1])} {100 * judged[-1]:.1f} %; of what was learnt from "
                f"{100 * learnt[0]:.1f} % and {100 * learnt[-1]:.1f} %."
            ),
        ),
    )


def _final(runs: dict[str, LabRun]) -> BarChart:
    return BarChart(
        title="Final accuracies",
        y_label="read right, of letters held out",
        names=tuple(runs),
        values=tuple(map(final_accuracy, runs.values())),
        levels=assignment_levels(),
        is_share=True,
    )


def _by_seconds(name: str, run: LabRun) -> Series:
    seconds = np.cumsum([report.seconds for report in run.history])
    accuracies = tuple(report.validation_accuracy or 0.0 for report in run.history)
    return Series(name, tuple(seconds.tolist()), accuracies)
