"""Probabilities mean what they say once a temperature was fitted."""

import numpy as np
import pytest

from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.services.calibration import calibration_error, fitted_temperature
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry


def _identity(factor: float) -> Network:
    """Return a network whose logits are its three inputs times a factor."""
    network = Network([Dense(3)], (3,), rng=np.random.default_rng(0))
    network.load(
        {"0.weights": factor * np.eye(3, dtype=np.float32), "0.biases": np.zeros(3, np.float32)}
    )
    return network


def _honest(count: int = 20_000) -> Dataset:
    """Return inputs whose softmax is the true probability of their labels."""
    rng = np.random.default_rng(5)
    inputs = rng.normal(0, 2, (count, 3)).astype(np.float32)
    shares = np.exp(inputs) / np.exp(inputs).sum(axis=1, keepdims=True)
    labels = (shares.cumsum(axis=1) < rng.random((count, 1))).sum(axis=1)
    return Dataset(inputs, np.minimum(labels, 2))


@pytest.mark.parametrize("factor", [0.4, 1.0, 3.0])
def test_the_temperature_undoes_false_sureness(factor: float) -> None:
    assert fitted_temperature(_identity(factor), _honest()) == pytest.approx(factor, rel=0.05)


def test_the_calibration_error_sees_false_sureness() -> None:
    samples = _honest()
    errors = []
    for factor in (1.0, 3.0):
        shares = _identity(factor).probabilities(samples.inputs)
        is_right = shares.argmax(axis=1) == samples.labels
        errors.append(calibration_error(shares.max(axis=1), is_right))
    assert errors[0] < 0.02
    assert errors[1] > 0.1
    assert calibration_error(np.empty(0), np.empty(0, bool)) == 0


def _reader(classes: int, temperature: float) -> Recognizer:
    network = Network([Dense(classes)], (64,), rng=np.random.default_rng(1))
    return Recognizer(
        network,
        Charset("AB"),
        PatchGeometry(8, 1),
        temperature=temperature,
        can_reject=classes == 3,
    )


def test_a_recognizer_may_say_that_ink_is_no_character() -> None:
    patches = np.random.default_rng(2).random((9, 8, 8), np.float32)
    given, share = _reader(3, 1.0).judge(patches)
    assert given.shape == (9, 2)
    assert np.allclose(given.sum(axis=1), 1)
    assert ((share > 0) & (share < 1)).all()
    assert np.array_equal(_reader(3, 1.0).classify(patches), given)
    assert (_reader(2, 1.0).judge(patches)[1] == 1).all()


def test_a_temperature_changes_no_answer() -> None:
    patches = np.random.default_rng(3).random((50, 8, 8), np.float32)
    cold, warm = _reader(3, 0.5).classify(patches), _reader(3, 2.0).classify(patches)
    assert np.array_equal(cold.argmax(axis=1), warm.argmax(axis=1))
    assert (cold.max(axis=1) >= warm.max(axis=1)).all()


@pytest.mark.parametrize(("classes", "temperature"), [(4, 1.0), (1, 1.0), (3, 0.0), (3, 1e9)])
def test_parts_that_do_not_fit_are_refused(classes: int, temperature: float) -> None:
    with pytest.raises(ValueError, match=r"classes|temperature"):
        _reader(classes, temperature)
