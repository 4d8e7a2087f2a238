"""The convolution against its definition, by itself and in a network that learns and reads."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.evaluation import evaluate
from ocrdesk.nn.lanes import lanes
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import Adam
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reports import EpochReport
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import TrainingSettings, train


def _bound(layer: Conv2d, shape: Shape, rng: np.random.Generator) -> Conv2d:
    shapes = layer.parameter_shapes(shape)
    parameters = {name: rng.standard_normal(s, dtype=np.float32) for name, s in shapes.items()}
    gradients = {name: np.zeros(s, np.float32) for name, s in shapes.items()}
    layer.bind(shape, parameters, gradients, {}, np.float32)
    return layer


def _by_definition(inputs: Array, layer: Conv2d) -> Array:
    """Sum as the docstring of `Conv2d` says, in double precision."""
    weights = layer.parameters["weights"].astype(np.float64)
    high, wide, _, channels = weights.shape
    above, left = (high // 2, wide // 2) if layer.padding == "same" else (0, 0)
    padded = np.pad(inputs.astype(np.float64), ((0, 0), (above,) * 2, (left,) * 2, (0, 0)))
    count, height, width, _ = padded.shape
    result = np.zeros((count, height - high + 1, width - wide + 1, channels))
    for i in range(high):
        for j in range(wide):
            part = padded[:, i : i + result.shape[1], j : j + result.shape[2]]
            result += part @ weights[i, j]
    summed: Array = result + layer.parameters["biases"]
    return summed


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
@pytest.mark.parametrize("shape", [(7, 9, 1), (32, 32, 3), (13, 8, 20)])
def test_it_is_what_its_definition_says(
    padding: str, size: int, shape: tuple[int, int, int], rng: np.random.Generator
) -> None:
    if padding == "same" and size % 2 == 0:
        with pytest.raises(ValueError, match="a centre"):
            Conv2d(5, size=size, padding=padding)
        return
    _hold_to_definition(Conv2d(5, size=size, padding=padding), shape, rng)


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("size", [(1, 5), (3, 1), (5, 3), (1, 1)])
@pytest.mark.parametrize("shape", [(1, 40, 6), (5, 9, 1), (13, 8, 20)])
def test_kernels_need_not_be_square(
    padding: str, size: tuple[int, int], shape: tuple[int, int, int], rng: np.random.Generator
) -> None:
    layer = Conv2d(5, size=size, padding=padding)
    if padding == "valid" and size[0] > shape[0]:
        with pytest.raises(ValueError, match="too small"):
            layer.output_shape(shape)
        return
    assert layer.parameter_shapes(shape)["weights"] == (*size, shape[2], 5)
    _hold_to_definition(layer, shape, rng)


def test_a_kernel_as_high_as_the_picture_leaves_one_row(rng: np.random.Generator) -> None:
    layer = Conv2d(7, size=(6, 3), padding="valid")
    assert layer.output_shape((6, 20, 4)) == (1, 18, 7)
    _hold_to_definition(layer, (6, 20, 4), rng)


def _hold_to_definition(layer: Conv2d, shape: Shape, rng: np.random.Generator) -> None:
    _bound(layer, shape, rng)
    inputs = rng.standard_normal((19, *shape), dtype=np.float32)
    expected = _by_definition(inputs, layer)
    assert expected.shape[1:] == layer.output_shape(shape)
    tolerance = 5e-6 * float(np.abs(expected).max())
    for rows in (19, 3, 19):  # smaller and larger batches in turn
        np.testing.assert_allclose(layer.apply(inputs[:rows]), expected[:rows], atol=tolerance)
        layer.resize(rows)
        np.testing.assert_allclose(
            layer.forward(inputs[:rows], rng), expected[:rows], atol=tolerance
        )


def _networks(rng: np.random.Generator) -> tuple[Network, Network]:
    """Return a network whose convolutions bend and pool, and one with layers for that."""
    fused = [
        Conv2d(4, is_rectified=True),
        Conv2d(6, is_rectified=True, is_pooled=True),
        BatchNorm(),
        Conv2d(5, padding="valid", is_pooled=True),
        Dense(3),
    ]
    parted = [
        *(Conv2d(4), ReLU()),
        *(Conv2d(6), MaxPool2d(), ReLU()),
        BatchNorm(),
        *(Conv2d(5, padding="valid"), MaxPool2d()),
        Dense(3),
    ]
    one, other = Network(fused, (13, 12), rng=rng), Network(parted, (13, 12), rng=rng)
    other.parameters[...] = one.parameters
    return one, other


def _step(network: Network, inputs: Array, rng: np.random.Generator) -> Array:
    """Set the gradients from one batch; return the logits."""
    logits = network.forward(inputs, rng).copy()
    labels = np.arange(len(inputs)) % network.classes
    network.backward(SoftmaxCrossEntropy(network.classes).gradient(logits, labels))
    return logits


def test_bending_and_pooling_inside_is_the_same_as_outside(rng: np.random.Generator) -> None:
    one, other = _networks(rng)
    inputs = rng.random((21, 13, 12), dtype=np.float32)
    np.testing.assert_allclose(_step(one, inputs, rng), _step(other, inputs, rng), atol=1e-5)
    np.testing.assert_allclose(one.gradients, other.gradients, atol=1e-6)
    np.testing.assert_allclose(one.logits(inputs), other.logits(inputs), atol=1e-5)


def test_any_number_of_threads_gives_the_same_numbers(rng: np.random.Generator) -> None:
    network, _ = _networks(rng)
    inputs = rng.random((700, 13, 12), dtype=np.float32)
    found = []
    for count in (1, 2, 3, 1):
        copy = network.copy()  # a step moves the running statistics
        with lanes(count):
            logits = _step(copy, inputs, rng)
            found.append((logits, copy.gradients, copy.logits(inputs)))
    for others in found[1:]:
        for one, other in zip(found[0], others, strict=True):
            np.testing.assert_array_equal(one, other)


def test_many_threads_may_read_at_once(rng: np.random.Generator) -> None:
    network, _ = _networks(rng)
    batches = [rng.random((rows, 13, 12), dtype=np.float32) for rows in (40, 3, 70, 1) * 6]
    expected = [network.probabilities(batch) for batch in batches]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(network.probabilities, batches))
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one, other)


def test_reading_does_not_disturb_a_step_in_training(rng: np.random.Generator) -> None:
    network, _ = _networks(rng)
    inputs = rng.random((9, 13, 12), dtype=np.float32)
    _step(network, inputs, rng)
    expected = network.gradients.copy()
    logits = network.forward(inputs, rng)
    network.logits(rng.random((50, 13, 12), dtype=np.float32))
    network.backward(SoftmaxCrossEntropy(3).gradient(logits, np.arange(9) % 3))
    np.testing.assert_array_equal(network.gradients, expected)


def _bars(rng: np.random.Generator, count: int) -> Dataset:
    """Return pictures (n, 12, 12) of a short bar, somewhere: lying, standing or slanting."""
    labels = rng.integers(0, 3, count)
    pictures: Array = rng.random((count, 12, 12), dtype=np.float32) / np.float32(4)
    steps = np.array([(0, 1), (1, 0), (1, 1)])[labels]
    start = rng.integers(1, 7, (count, 2))
    for length in range(4):
        rows, columns = (start + length * steps).T
        pictures[np.arange(count), rows, columns] = 1
    return Dataset(pictures, labels)


def test_it_learns_what_may_stand_anywhere(rng: np.random.Generator) -> None:
    layers = [Conv2d(6, is_rectified=True, is_pooled=True), Conv2d(8, is_rectified=True), Dense(3)]
    network = Network(layers, (12, 12), rng=rng)
    settings = TrainingSettings(epochs=4, optimizer=Adam(), schedule=Constant(0.005))
    training, unseen = _bars(rng, 1500), _bars(rng, 300)
    for report in train(network, training, unseen, settings, rng):
        assert isinstance(report, EpochReport)
        assert dict(report.gradient_norms).keys() == {"0.conv2d", "1.conv2d", "2.dense"}
    assert evaluate(network, unseen).accuracy > 0.97


@pytest.mark.parametrize("shape", [(8,), (8, 8, 1, 1), (2, 8, 1)])
def test_pictures_that_do_not_fit_are_refused(shape: Shape) -> None:
    with pytest.raises(ValueError, match=r"convolution takes|too small"):
        Conv2d(3, padding="valid").output_shape(shape)


@pytest.mark.parametrize(
    "settings",
    [
        *({"channels": 0}, {"size": 0}, {"padding": "full"}),
        *({"size": (3, 0)}, {"size": (3,)}, {"size": (1, 3, 3)}, {"size": (1, 4)}),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"channels|padding"):
        Conv2d(**({"channels": 3} | settings))  # type: ignore[arg-type]


def test_starting_weights_suit_rectified_neurons(rng: np.random.Generator) -> None:
    network = Network([Conv2d(64), Dense(2)], (8, 8, 32), rng=rng)
    weights = network.layers[0].parameters["weights"]
    assert weights.shape == (3, 3, 32, 64)
    assert weights.var() == pytest.approx(2 / (9 * 32), rel=0.05)
    np.testing.assert_array_equal(network.layers[0].parameters["biases"], 0)


def test_a_square_is_described_by_its_side_and_other_kernels_by_both() -> None:
    assert Conv2d(4).description()["size"] == 3
    assert Conv2d(4, size=(5, 5)).description()["size"] == 5
    layer = Conv2d(4, size=(1, 5), is_rectified=True)
    assert layer.description()["size"] == [1, 5]
    again = Conv2d.from_description(layer.description())
    assert again.size == (1, 5)
    assert again.description() == layer.description()
