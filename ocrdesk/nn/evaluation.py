"""Loss and accuracy of a network on samples it does not learn from."""

from collections.abc import Iterator

import numpy as np

from ocrdesk.nn.dataset import Samples
from ocrdesk.nn.loss import Loss, SoftmaxCrossEntropy, Tally
from ocrdesk.nn.network import ROWS_AT_ONCE, Network


def tallies(network: Network, samples: Samples, loss: Loss) -> Iterator[Tally]:
    """Yield a tally for every few hundred samples, so that the caller may stop in between."""
    count = len(samples.labels)
    inputs = np.empty((min(count, ROWS_AT_ONCE), *samples.input_shape), np.float32)
    for start in range(0, count, ROWS_AT_ONCE):
        rows = np.arange(start, min(start + ROWS_AT_ONCE, count))
        piece = inputs[: len(rows)]
        samples.fetch(rows, piece)
        yield loss.tally(network.logits(piece), samples.labels[rows])


def evaluate(network: Network, samples: Samples, *, label_smoothing: float = 0.0) -> Tally:
    """Return the tally of all samples; nothing is changed."""
    loss = SoftmaxCrossEntropy(network.classes, label_smoothing=label_smoothing)
    return sum(tallies(network, samples, loss), Tally())
