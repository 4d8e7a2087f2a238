"""Probabilities that mean what they say: a temperature fitted on writers not trained on.

Dividing the logits by one number T changes no answer, only how sure it is (temperature scaling:
Guo, Pleiss, Sun and Weinberger 2017, On calibration of modern neural networks, section 4.2).
"""

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.network import Network

_COOLEST, _HOTTEST = 0.2, 5.0


def fitted_temperature(network: Network, samples: Dataset) -> float:
    """Return the T that makes the samples' own labels most probable, to three decimals.

    The mean negative log-likelihood is convex in 1/T, so that a golden-section search over it
    finds the least.
    """
    logits = network.logits(samples.inputs.reshape(-1, *network.input_shape)).astype(np.float64)
    low, high = 1 / _HOTTEST, 1 / _COOLEST
    ratio = (np.sqrt(5.0) - 1) / 2
    inner = [high - ratio * (high - low), low + ratio * (high - low)]
    values = [_surprise(logits * place, samples.labels) for place in inner]
    while high - low > 1e-4:
        if values[0] < values[1]:
            high, inner = inner[1], [inner[1] - ratio * (inner[1] - low), inner[0]]
            values = [_surprise(logits * inner[0], samples.labels), values[0]]
        else:
            low, inner = inner[0], [inner[1], inner[0] + ratio * (high - inner[0])]
            values = [values[1], _surprise(logits * inner[1], samples.labels)]
    return round(float(2 / (low + high)), 3)


def _surprise(logits: npt.NDArray[np.float64], labels: npt.NDArray[np.intp]) -> float:
    """Return the mean of -log P(label) for logits (n, classes)."""
    peaks = logits.max(axis=1)
    totals = np.log(np.exp(logits - peaks[:, None]).sum(axis=1)) + peaks
    return float(np.mean(totals - logits[np.arange(len(labels)), labels]))


def calibration_error(
    confidence: npt.NDArray[np.floating], is_right: npt.NDArray[np.bool_], bins: int = 15
) -> float:
    """Return the expected calibration error of n answers: 0 is perfect, 1 the worst.

    Answers are put into ``bins`` of equal width by their confidence; the error is the mean over
    answers of the distance between their bin's mean confidence and share right (Naeini, Cooper and
    Hauskrecht 2015, section 2). 0 without answers.
    """
    if not len(confidence):
        return 0.0
    places = np.minimum((np.asarray(confidence, np.float64) * bins).astype(np.intp), bins - 1)
    sure = np.bincount(places, weights=confidence, minlength=bins)
    right = np.bincount(places, weights=is_right.astype(np.float64), minlength=bins)
    return float(np.abs(sure - right).sum() / len(confidence))
