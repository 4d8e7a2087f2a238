"""A way around some layers: what they give is added to what they were given."""

import numpy as np
import pytest

from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.residual import Residual


def test_it_adds_what_the_layers_give_to_what_came_in(rng: np.random.Generator) -> None:
    network = Network([Residual([Dense(3), Dense(3)])], (3,), rng=rng)
    alone = Network([Dense(3), Dense(3)], (3,))
    alone.load({name.removeprefix("0."): array for name, array in network.state()[1].items()})
    inputs = rng.standard_normal((5, 3), dtype=np.float32)
    np.testing.assert_array_equal(network.logits(inputs), inputs + alone.logits(inputs))
    np.testing.assert_array_equal(network.forward(inputs, rng), network.logits(inputs))


def test_layers_that_give_nothing_leave_what_came_in(rng: np.random.Generator) -> None:
    network = Network([Residual([Dense(3)])], (3,))
    inputs = rng.standard_normal((5, 3), dtype=np.float32)
    np.testing.assert_array_equal(network.logits(inputs), inputs)


def test_a_copy_of_it_is_the_same(rng: np.random.Generator) -> None:
    layers = [Conv2d(4), Residual([Conv2d(4), BatchNorm()]), Dense(3)]
    network = Network(layers, (6, 6), rng=rng)
    network.forward(rng.random((9, 6, 6), dtype=np.float32), rng)  # moves the statistics
    descriptions, arrays = network.state()
    assert {"1.0.weights", "1.1.mean"} <= arrays.keys()
    twin = Network.from_state(descriptions, arrays)
    inputs = rng.random((4, 6, 6), dtype=np.float32)
    np.testing.assert_array_equal(twin.logits(inputs), network.logits(inputs))


def test_weight_decay_pulls_what_it_pulls_in_the_layers_inside() -> None:
    network = Network([Residual([Dense(3)])], (3,))
    assert network.decayed_count == 9  # weights; three biases are left alone
    assert network.is_shared == Network([Dense(3)], (3,)).is_shared
    assert Network([Residual([Conv2d(2)]), Dense(3)], (4, 4, 2)).is_shared


def test_what_changes_its_input_in_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be added"):
        Network([Residual([Conv2d(3)]), Dense(3)], (4, 4, 2))


@pytest.mark.parametrize("layer", [Columns(), MaxPool2d(), Residual([Dense(3)])])
def test_layers_that_have_no_place_inside_are_refused(layer: Layer) -> None:
    with pytest.raises(ValueError, match="no way leads around"):
        Residual([layer])
