"""The dense layers on top of a network, fitted anew on what those below make of a few samples.

The convolutions stand still, so that they look at each sample once, whatever number of steps
follow: fitting to some hundred letters takes tenths of a second.
"""

from collections.abc import Generator, Sequence
from typing import NamedTuple

import numpy as np

from ocrdesk.nn.arrays import Array, Labels, checked_rows
from ocrdesk.nn.blas import blas_threads
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.lanes import lanes
from ocrdesk.nn.loss import softmax
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import Adam

STEPS = 32
_RATE = 0.0015  # the highest; the second half of the steps brings it down to nothing
_SAMPLES, _RECALLED = 32, 64  # of one step


class Lessons(NamedTuple):
    """Features (n, features) and what each ought to be: distributions (n, classes)."""

    features: Array
    targets: Array


def upper_layers(network: Network) -> Network:
    """Return a copy of all layers from the first dense one on, without dropout.

    Raises ``ValueError`` where the last layer is not dense.
    """
    if not isinstance(network.layers[-1], Dense):
        raise ValueError(  # noqa: TRY004
            f"the network ends in {network.layers[-1].kind}, not in a dense layer"
        )
    places = _places(network)
    descriptions, arrays = network.state()
    count = len(network.layers[places[0]].parameters["weights"])
    descriptions[0] = {**descriptions[0], "shape": [count]}
    return Network.from_state(
        [descriptions[0], *(descriptions[1 + place] for place in places)],
        {
            f"{number}.{name}": arrays[f"{place}.{name}"]
            for number, place in enumerate(places)
            for name in _names(network, place)
        },
    )


def with_upper_layers(network: Network, upper: Network) -> Network:
    """Return a copy of the network that has these `upper_layers`; nothing is shared."""
    descriptions, arrays = network.state()
    _, own = upper.state()
    for number, place in enumerate(_places(network)):
        descriptions[1 + place] = upper.layers[number].description()
        arrays |= {f"{place}.{name}": own[f"{number}.{name}"] for name in _names(upper, number)}
    return Network.from_state(descriptions, arrays)


def features(network: Network, inputs: Array) -> Array:
    """Return what the upper layers get to see of inputs (n, *input_shape): (n, features).

    Meant for a few dozen inputs at a time, which fit into a processor's cache.
    """
    values = checked_rows(inputs, network.input_shape, dtype=network.dtype)
    with lanes(None):
        for layer in network.layers[: _places(network)[0]]:
            values = layer.apply(values)
    return values.reshape(len(values), -1)


def grown(upper: Network, place: int, examples: Sequence[Array]) -> Network:
    """Return a copy with one more class for each of ``examples``, features (k, f), from ``place``.

    Its weights point to what the last layer sees of them on average, as long as others are
    (imprinting: Qi, Brown and Lowe 2018, section 3.2); its bias lets it tie on these with the best
    of the others. Fitting does the rest.
    """
    descriptions, arrays = upper.state()
    at = len(upper.layers) - 1
    weights, biases = arrays[f"{at}.weights"], arrays[f"{at}.biases"]
    long = np.linalg.norm(weights, axis=0).mean()
    new = np.empty((len(weights), len(examples)), weights.dtype)
    shifts = np.empty(len(examples), biases.dtype)
    for number, own in enumerate(examples):
        mean, rivals = upper.features(own).mean(axis=0), upper.logits(own).max(axis=1)
        new[:, number] = mean * (long / max(float(np.linalg.norm(mean)), 1e-6))
        shifts[number] = rivals.mean() - mean @ new[:, number]
    arrays[f"{at}.weights"] = np.insert(weights, [place] * len(examples), new, axis=1)
    arrays[f"{at}.biases"] = np.insert(biases, [place] * len(examples), shifts)
    descriptions[-1] = {**descriptions[-1], "units": upper.classes + len(examples)}
    return Network.from_state(descriptions, arrays)


def one_hot(labels: Labels, classes: int, *, smoothing: float) -> Array:
    """Return targets (n, classes): the label's class, with ``smoothing`` shared by all classes."""
    targets = np.full((len(labels), classes), smoothing / classes, np.float32)
    targets[np.arange(len(labels)), labels] += np.float32(1 - smoothing)
    return targets


def fit(
    start: Network,
    learnt: Lessons,
    recalled: Lessons,
    *,
    strength: float,
    rng: np.random.Generator,
    steps: int = STEPS,
) -> Generator[float, None, Network]:
    """Return layers that make what is ``learnt`` likeliest, and still answer as ``recalled``.

    Minimises the mean of KL(target ‖ softmax) over the former plus ``strength`` times that over
    the latter, by Adam on batches of both; ``start`` is not changed. Targets of what is recalled
    that a network gave itself keep it from forgetting (distillation: Hinton, Vinyals and Dean
    2015; so used by Li and Hoiem 2016, Learning without forgetting, section 3). Yields the share
    done at each step.
    """
    network, optimizer = start.copy(), Adam()
    order = np.zeros(0, np.intp)
    for step in range(steps):
        yield step / steps
        while len(order) < _SAMPLES:
            order = np.concatenate([order, rng.permutation(len(learnt.features))])
        own, order = order[:_SAMPLES], order[_SAMPLES:]
        others = rng.integers(len(recalled.features), size=_RECALLED)
        inputs = np.concatenate([learnt.features[own], recalled.features[others]])
        targets = np.concatenate([learnt.targets[own], recalled.targets[others]])
        with blas_threads(1):
            errors = softmax(network.forward(inputs, rng)) - targets
            errors[:_SAMPLES] /= _SAMPLES
            errors[_SAMPLES:] *= np.float32(strength / _RECALLED)
            network.backward(errors)
            rate = _RATE * min(1.0, 2 * (steps - step) / steps)
            optimizer.step(network.parameters, network.gradients, rate, decayed=0)
    return network


def _places(network: Network) -> list[int]:
    """Return where the layers stand that are fitted; the first is dense."""
    kinds = [isinstance(layer, Dense) for layer in network.layers]
    first = kinds.index(True)
    rest = range(first, len(network.layers))
    return [place for place in rest if not isinstance(network.layers[place], Dropout)]


def _names(network: Network, place: int) -> list[str]:
    layer = network.layers[place]
    return [*layer.parameters, *layer.statistics]
