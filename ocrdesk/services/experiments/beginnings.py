"""What the first weights decide: zeros against Xavier, and weights before and after."""

from dataclasses import replace

from ocrdesk.formats.charts import LineChart, PictureChart, PictureRow, Series
from ocrdesk.services.experiments.setting import (
    Findings,
    Setting,
    Steps,
    accuracy_chart,
    beside_the_assignment,
    compared,
    final_accuracy,
    loss_chart,
    trained,
)
from ocrdesk.services.laboratory.insight import distinct_share, first_layer_pictures
from ocrdesk.services.laboratory.network_plan import LayerPlan, NetworkPlan
from ocrdesk.services.laboratory.runs import LabRun

_SHOWN = 14


def zero_start(setting: Setting) -> Steps:
    """Train the assignment's network from zeros and from Xavier's weights."""
    zeros = NetworkPlan((LayerPlan(initializer="zeros"),), output_initializer="zeros")
    plan = setting.plan(epochs=20)
    plans = {"zeros": replace(plan, network=zeros), "Xavier": plan}
    runs = yield from compared(plans, setting.data)
    units = _units_apart(runs)
    pictures = PictureChart(
        title="What hidden units look for after training",
        groups=tuple(_after(name, run) for name, run in runs.items()),
        is_signed=True,
    )
    same = "identical" if units.series[0].ys[-1] == 0 else "not identical"
    return Findings(
        (
            ("accuracy", accuracy_chart("Zeros against Xavier", runs)),
            ("units", units),
            ("loss", loss_chart("Training loss", runs)),
            ("weights", pictures),
        ),
        (
            (
                f"From zeros {100 * final_accuracy(runs['zeros']):.1f} % of the letters held out "
                f"are read right, from Xavier's {100 * final_accuracy(runs['Xavier']):.1f} %."
            ),
            f"The hidden units that began with zeros are {same} after training.",
        ),
    )


def weights(setting: Setting) -> Steps:
    """Show the assignment's first-layer weights before and after training."""
    run = yield from trained(
        "the assignment's network", setting.plan(), setting.data, start=0.0, share=1.0
    )
    size = setting.data.geometry.size
    middle = run.recorder.nearest(max(1, len(run.history) // 6))
    groups = tuple(
        PictureRow(caption, first_layer_pictures(run.recorder.network(epoch), size))
        for caption, epoch in (
            ("before training", 0),
            (f"after epoch {middle}", middle),
            (f"after epoch {len(run.history)}", run.recorder.epochs[-1]),
        )
    )
    runs = {"64 sigmoid units": run}
    return Findings(
        (
            (
                "weights",
                PictureChart(
                    title="First-layer weights: blue wants ink, brown wants paper",
                    groups=groups,
                    is_signed=True,
                ),
            ),
            ("accuracy", accuracy_chart("Accuracy meanwhile", runs, with_level=True)),
        ),
        (beside_the_assignment(run),),
    )


def _units_apart(runs: dict[str, LabRun]) -> LineChart:
    series = []
    for name, run in runs.items():
        size, epochs = run.data.geometry.size, run.recorder.epochs
        shares = [
            distinct_share(first_layer_pictures(run.recorder.network(epoch), size))
            for epoch in epochs
        ]
        series.append(Series(name, tuple(map(float, epochs)), tuple(shares)))
    return LineChart(
        title="How many of the 64 hidden units differ from one another",
        x_label="epoch",
        y_label="share of units that differ",
        series=tuple(series),
        is_share=True,
        bounds=(0.0, 1.0),
    )


def _after(name: str, run: LabRun) -> PictureRow:
    network = run.recorder.network(run.recorder.epochs[-1])
    return PictureRow(name, first_layer_pictures(network, run.data.geometry.size)[:_SHOWN])
