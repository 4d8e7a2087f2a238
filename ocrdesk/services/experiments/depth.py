"""What depth does: gradients on their way down, and why layers need a bend between them."""

from dataclasses import replace
from functools import reduce

import numpy as np

from ocrdesk.formats.charts import BarChart, LineChart, Series
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.services.experiments.setting import (
    Findings,
    Setting,
    Steps,
    accuracy_chart,
    compared,
    final_accuracy,
)
from ocrdesk.services.laboratory.network_plan import LayerPlan, NetworkPlan
from ocrdesk.services.laboratory.runs import LabRun

DEPTHS = range(2, 9)
"""Layers with weights, the outputs' among them."""
_UNITS, _EPOCHS = 48, 8
_BENDS = {"sigmoid": "xavier", "tanh": "xavier", "relu": "he"}
"""Each with the initialiser that was made for it; sigmoid has none of its own."""


def gradients(setting: Setting) -> Steps:
    """Train sigmoid, tanh and ReLU at depths 2 to 8 and compare gradients by layer."""
    plans = {
        f"{bend} {depth}": replace(
            setting.plan(epochs=_EPOCHS), network=_stack(depth - 1, bend, initializer)
        )
        for bend, initializer in _BENDS.items()
        for depth in DEPTHS
    }
    runs = yield from compared(plans, setting.data)
    deepest = DEPTHS[-1]
    ratios = {
        bend: [_first_to_last(runs[f"{bend} {depth}"]) for depth in DEPTHS] for bend in _BENDS
    }
    told = ", ".join(f"{_named(bend)} {ratios[bend][-1]:.1e}" for bend in _BENDS)
    best = ", ".join(
        f"{_named(bend)} {100 * final_accuracy(runs[f'{bend} {deepest}']):.1f} %" for bend in _BENDS
    )
    return Findings(
        (
            ("gradients", _by_layer(runs)),
            ("ratios", _over_depth("Gradient of the first layer by that of the last", ratios)),
            ("accuracy", _accuracies(runs)),
        ),
        (
            (
                f"At depth {deepest} the first layer's gradient is, as a share of the last one's: "
                f"{told}."
            ),
            (
                f"After {len(runs[f'sigmoid {deepest}'].history)} epochs at that depth, read right "
                f"of the letters held out: {best}."
            ),
        ),
    )


def linear_stack(setting: Setting) -> Steps:
    """Compare one layer, three without bends, and three with."""
    plan = setting.plan(epochs=20)
    linear = NetworkPlan(tuple(LayerPlan(units=64, activation="none") for _ in range(2)))
    plans = {
        "one layer": replace(plan, network=NetworkPlan(())),
        "three linear layers": replace(plan, network=linear),
        "one sigmoid layer between": plan,
    }
    runs = yield from compared(plans, setting.data)
    stack = runs["three linear layers"].recorder.network(len(runs["one layer"].history))
    off = _distance_from_one_layer(stack, setting.data.validation.inputs)
    names = tuple(runs)
    return Findings(
        (
            ("accuracy", accuracy_chart("A linear stack against one layer", runs)),
            (
                "final",
                BarChart(
                    title="After the last epoch",
                    y_label="read right, of letters held out",
                    names=names,
                    values=tuple(final_accuracy(runs[name]) for name in names),
                    is_share=True,
                ),
            ),
        ),
        (
            (
                "Multiplied out, the three linear layers are one matrix: its outputs differ from "
                f"the stack's by at most {off:.1e} of the largest, which is rounding."
            ),
            "; ".join(f"{name}: {100 * final_accuracy(runs[name]):.1f} %" for name in names) + ".",
        ),
    )


def _stack(hidden: int, bend: str, initializer: str) -> NetworkPlan:
    layer = LayerPlan(units=_UNITS, activation=bend, initializer=initializer)
    return NetworkPlan((layer,) * hidden)


def _by_layer(runs: dict[str, LabRun]) -> LineChart:
    deepest = DEPTHS[-1]
    series = []
    for bend in _BENDS:
        norms = [norm for _, norm in runs[f"{bend} {deepest}"].history[0].gradient_norms]
        places = tuple(float(place) for place in range(1, len(norms) + 1))
        series.append(Series(_named(bend), places, tuple(norms)))
    return LineChart(
        title=f"Gradient by layer in the first epoch, depth {deepest}",
        x_label="layer, from the patch to the outputs",
        y_label="norm of the gradient",
        series=tuple(series),
        has_log_y=True,
    )


def _over_depth(title: str, values: dict[str, list[float]]) -> LineChart:
    depths = tuple(map(float, DEPTHS))
    return LineChart(
        title=title,
        x_label="layers with weights",
        y_label="first layer / last layer",
        series=tuple(Series(_named(bend), depths, tuple(ys)) for bend, ys in values.items()),
        has_log_y=True,
    )


def _accuracies(runs: dict[str, LabRun]) -> LineChart:
    depths = tuple(map(float, DEPTHS))
    return LineChart(
        title="What was learnt in the same epochs",
        x_label="layers with weights",
        y_label="read right, of letters held out",
        series=tuple(
            Series(
                _named(bend),
                depths,
                tuple(final_accuracy(runs[f"{bend} {depth}"]) for depth in DEPTHS),
            )
            for bend in _BENDS
        ),
        is_share=True,
        bounds=(0.0, 1.0),
    )


def _first_to_last(run: LabRun) -> float:
    norms = [norm for _, norm in run.history[0].gradient_norms]
    return norms[0] / max(norms[-1], 1e-30)


def _distance_from_one_layer(network: Network, patches: Array) -> float:
    """Return how far the product of all matrices is from the stack, by the largest output."""
    layers = [layer for layer in network.layers if isinstance(layer, Dense)]
    matrices = [layer.parameters["weights"].astype(np.float64) for layer in layers]
    product = reduce(np.matmul, matrices)
    biases = np.zeros(len(matrices[0]))
    for layer, matrix in zip(layers, matrices, strict=True):
        biases = biases @ matrix + layer.parameters["biases"]
    outputs = patches.reshape(len(patches), -1) @ product + biases
    stacked = network.logits(patches)
    return float(np.abs(outputs - stacked).max() / np.abs(stacked).max())


def _named(bend: str) -> str:
    return "ReLU" if bend == "relu" else bend
