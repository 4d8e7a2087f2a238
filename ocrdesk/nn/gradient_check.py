"""Is the derivative right? Compare what `backward` says with what small changes do to the loss."""

from collections.abc import Callable, Iterator
from typing import cast

import numpy as np

from ocrdesk.nn.arrays import Array, Labels
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import LAYERS, Network


def gradient_errors(
    network: Network,
    inputs: Array,
    labels: Labels,
    *,
    label_smoothing: float = 0.0,
    seed: int = 0,
    step: float = 1e-6,
) -> dict[str, float]:
    """Return ‖a − b‖/(‖a‖ + ‖b‖) of analytic a and numeric b, by name of array and for "inputs".

    b_i = (J(w + h·e_i) − J(w − h·e_i))/2h, whose error is of order h²; about 1e-7 is a right
    derivative, 1e-2 and more a wrong one. It runs on a copy in float64, where h may be small:
    float32 would leave three digits. Each evaluation draws from ``seed`` anew, so that dropout
    drops the same. Takes two passes for every single number: for small networks only.
    """
    copy = in_double_precision(network)
    loss = SoftmaxCrossEntropy(copy.classes, label_smoothing=label_smoothing, dtype=np.float64)
    varied = cast("Array", inputs.astype(np.float64))

    def loss_gradient() -> Array:
        return loss.gradient(copy.forward(varied, np.random.default_rng(seed)), labels)

    def value() -> float:
        loss.take_tally()
        loss_gradient()
        return loss.take_tally().loss

    gradient = loss_gradient()
    for layer in reversed(copy.layers):
        result = layer.backward(gradient, wants_input=True)
        assert result is not None
        gradient = result
    analytic = {"inputs": (varied, gradient.copy())}
    for index, layer in enumerate(copy.layers):
        for name, array in layer.parameters.items():
            analytic[f"{index}.{name}"] = (array, layer.gradients[name].copy())
    numeric = {name: _numeric(value, array, step) for name, (array, _) in analytic.items()}
    return {name: _difference(found, numeric[name]) for name, (_, found) in analytic.items()}


def in_double_precision(network: Network) -> Network:
    """Return a copy that computes in float64; only for checking."""
    descriptions, _ = network.state()
    layers = [LAYERS[str(d["kind"])].from_description(d) for d in descriptions[1:]]
    copy = Network(layers, network.input_shape, dtype=np.float64)
    copy.parameters[...] = network.parameters
    for mine, theirs in zip(copy.layers, network.layers, strict=True):
        for name, array in theirs.statistics.items():
            mine.statistics[name][...] = array
    return copy


def _numeric(value: Callable[[], float], array: Array, step: float) -> Array:
    slopes = np.empty_like(array)
    for place in _places(array):
        kept = array[place]
        array[place] = kept + step
        above = value()
        array[place] = kept - step
        slopes[place] = (above - value()) / (2 * step)
        array[place] = kept
    return slopes


def _places(array: Array) -> Iterator[tuple[int, ...]]:
    return iter(np.ndindex(array.shape))


def _difference(one: Array, other: Array) -> float:
    size = float(np.linalg.norm(one) + np.linalg.norm(other))
    return float(np.linalg.norm(one - other)) / size if size else 0.0
