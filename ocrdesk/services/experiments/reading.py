"""What is read wrong, and what a convolution sees that dense layers do not."""

from dataclasses import replace

import numpy as np

from ocrdesk.formats.charts import LineChart, MatrixChart, PictureChart, PictureRow, Series
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.network import Network
from ocrdesk.services.evaluation_shares import confusion
from ocrdesk.services.experiments.setting import (
    Findings,
    Setting,
    Steps,
    accuracy_chart,
    beside_the_assignment,
    compared,
    final_accuracy,
    trained,
)
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.insight import Pair, pair_told, worst_pairs
from ocrdesk.services.laboratory.network_plan import LayerPlan, NetworkPlan
from ocrdesk.services.laboratory.run_plan import RunPlan

_PAIRS, _LETTERS = 6, 12
_SHIFTS = range(6)  # pixels
_WAYS = ((0, 1), (0, -1), (1, 0), (-1, 0))


def confused(setting: Setting) -> Steps:
    """Train the assignment's network and show what it takes for what."""
    run = yield from trained(
        "the assignment's network", setting.plan(), setting.data, start=0.0, share=1.0
    )
    data = setting.data
    network = run.recorder.network(run.recorder.epochs[-1])
    validation = data.validation
    read = network.logits(validation.inputs).argmax(axis=1)
    names = tuple(data.charset)
    counts = confusion(validation.labels, read, len(names))
    pairs = worst_pairs(counts, _PAIRS)
    matrix = MatrixChart(
        title="What is taken for what",
        x_label="read as",
        y_label="is",
        names=names,
        counts=counts,
    )
    charts: list[tuple[str, MatrixChart | PictureChart | LineChart]] = [("confusion", matrix)]
    if pairs:
        charts.append(("pairs", _letters(data, read, pairs)))
    curve = accuracy_chart("Accuracy meanwhile", {"64 sigmoid units": run}, with_level=True)
    told = "; ".join(pair_told(pair, names) for pair in pairs)
    return Findings(
        (*charts, ("accuracy", curve)),
        (
            f"Most confused: {told}." if told else "No letter held out is read wrong.",
            beside_the_assignment(run),
        ),
    )


def dense_or_convolution(setting: Setting) -> Steps:
    """Compare a dense network and a convolution of about as many weights, also on moved letters."""
    dense = NetworkPlan((LayerPlan(units=32, activation="relu", initializer="he"),))
    layer = LayerPlan(kind="convolution", units=16, activation="relu", initializer="he")
    pool = LayerPlan(kind="pooling")
    plan = RunPlan(optimizer="adam", learning_rate=2e-3, epochs=10)
    pictures = NetworkPlan((layer, pool, replace(layer, units=24), pool))
    plans = {
        "dense": replace(setting.plan(plan), network=dense),
        "convolution": replace(setting.plan(plan), network=pictures),
    }
    runs = yield from compared(plans, setting.data)
    networks = {name: run.recorder.network(run.recorder.epochs[-1]) for name, run in runs.items()}
    sizes = {name: len(network.parameters) for name, network in networks.items()}
    moved = LineChart(
        title="Letters moved within the patch",
        x_label="pixels moved",
        y_label="read right, of letters held out",
        series=tuple(
            Series(
                name,
                tuple(map(float, _SHIFTS)),
                tuple(_right_when_moved(network, setting.data, by) for by in _SHIFTS),
            )
            for name, network in networks.items()
        ),
        is_share=True,
        bounds=(0.0, 1.0),
    )
    told = "; ".join(
        f"{kind} ({sizes[kind]:,} weights): {100 * final_accuracy(runs[kind]):.1f} %, "
        f"moved by 2 pixels {100 * _right_when_moved(networks[kind], setting.data, 2):.1f} %"
        for kind in runs
    )
    curves = accuracy_chart("Dense against convolution", runs)
    return Findings((("accuracy", curves), ("moved", moved)), (f"{told}.",))


def _letters(data: LabData, read: np.ndarray, pairs: list[Pair]) -> PictureChart:
    validation, names = data.validation, tuple(data.charset)
    groups = []
    for pair in pairs:
        rows = np.flatnonzero((validation.labels == pair.truth) & (read == pair.taken_for))
        groups.append(PictureRow(pair_told(pair, names), validation.inputs[rows[:_LETTERS]]))
    return PictureChart(title="The most confused pairs", groups=tuple(groups))


def _right_when_moved(network: Network, data: LabData, pixels: int) -> float:
    """Return the share read right of letters moved so far to each of the four sides."""
    validation = data.validation
    ways = _WAYS if pixels else _WAYS[:1]
    hits = [
        network.logits(_moved(validation.inputs, pixels * down, pixels * right)).argmax(axis=1)
        == validation.labels
        for down, right in ways
    ]
    return float(np.mean(hits))


def _moved(patches: Array, down: int, right: int) -> Array:
    """Return the patches moved by whole pixels; paper moves in."""
    height, width = patches.shape[1:]
    result = np.zeros_like(patches)
    rows, columns = (
        slice(max(down, 0), height + min(down, 0)),
        slice(max(right, 0), width + min(right, 0)),
    )
    from_rows = slice(max(-down, 0), height + min(-down, 0))
    from_columns = slice(max(-right, 0), width + min(-right, 0))
    result[:, rows, columns] = patches[:, from_rows, from_columns]
    return result
