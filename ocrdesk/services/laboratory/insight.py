"""What a network in training looks like inside, and what it gets wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.activations import Activation
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.network import Network

BINS = 40
PICTURES_SHOWN = 64
_LETTERS_LOOKED_AT = 96


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often a layer's activations fall into ``BINS`` equal parts of ``low`` … ``high``."""

    name: str
    low: float
    high: float
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A character that was taken for another, how often, and in how many letters of its class."""

    truth: int
    taken_for: int
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """A letter the network is sure is another: perhaps its label is wrong."""

    row: int
    taken_for: int
    probability: float
    of_label: float


def worst_pairs(counts: npt.NDArray[np.int64], most: int = 12) -> list[Pair]:
    """Return the most frequent mistakes, the worst first."""
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:most]
    sums = counts.sum(axis=1)
    places = [divmod(int(place), len(counts)) for place in order]
    return [Pair(t, r, int(wrong[t, r]), int(sums[t])) for t, r in places if wrong[t, r]]


def suspects(probabilities: Array, labels: npt.NDArray[np.intp], most: int = 48) -> list[Suspect]:
    """Return letters whose label the network finds least likely, the least likely first.

    ``probabilities`` (n, classes) of letters with these labels (n,).
    """
    of_label = probabilities[np.arange(len(labels)), labels]
    read = probabilities.argmax(axis=1)
    order = np.argsort(of_label, kind="stable")
    wrong = [int(row) for row in order if read[row] != labels[row]][:most]
    return [
        Suspect(row, int(read[row]), float(probabilities[row, read[row]]), float(of_label[row]))
        for row in wrong
    ]


def activation_histograms(network: Network, patches: Array) -> tuple[Histogram, ...]:
    """Return how the activations behind each bend are spread, for some of the patches (n, s, s)."""
    values: Array = patches[:_LETTERS_LOOKED_AT]
    found = []
    for number, layer in enumerate(network.layers):
        values = layer.apply(values)
        if isinstance(layer, Activation) and not isinstance(layer, Dropout):
            found.append(_histogram(f"{number}.{layer.kind}", layer.kind, values))
    return tuple(found)


def _histogram(name: str, kind: str, values: Array) -> Histogram:
    low, high = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}.get(kind, (0.0, 0.0))
    if low == high:
        high = max(float(values.max(initial=0.0)), 1e-6)
    counts, _ = np.histogram(values, BINS, (low, high))
    return Histogram(name, low, high, tuple((counts / max(values.size, 1)).tolist()))


def first_layer_pictures(network: Network, size: int) -> Array:
    """Return the first layer's weights as pictures (n, h, w), at most ``PICTURES_SHOWN`` of them.

    Of a dense layer one patch-sized picture for each unit: what it looks for; of a convolution its
    kernels. A network whose first layer is neither has none: (0, size, size).
    """
    for layer in network.layers:
        if isinstance(layer, Dense):
            weights = layer.parameters["weights"]
            if len(weights) != size * size:
                break
            return np.array(weights.T[:PICTURES_SHOWN].reshape(-1, size, size), np.float32)
        if isinstance(layer, Conv2d):
            kernels = layer.parameters["weights"][:, :, 0, :PICTURES_SHOWN]
            return np.array(kernels.transpose(2, 0, 1), np.float32)
    return np.empty((0, size, size), np.float32)


def distinct_share(pictures: Array) -> float:
    """Return how many of the pictures differ from all before them, as a share: 0 if all are equal.

    Equal is what nowhere differs by more than a thousandth of the largest weight: additions are
    rounded otherwise for units at the edge of a block.
    """
    if len(pictures) < 2:
        return 1.0
    rows = pictures.reshape(len(pictures), -1)
    least = float(np.abs(rows).max()) / 1000
    differ = [
        bool((np.abs(rows[:place] - rows[place]).max(axis=1) > least).all())
        for place in range(1, len(rows))
    ]
    return sum(differ) / len(differ)


def pair_told(pair: Pair, names: Sequence[str]) -> str:
    """Return a mistake in words: "O read as 0: 5 of 12"."""
    return f"{names[pair.truth]} read as {names[pair.taken_for]}: {pair.count} of {pair.of}"
