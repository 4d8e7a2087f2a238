"""Layers by themselves: dropout, starting values, and what descriptions they refuse."""

import numpy as np
import pytest

from ocrdesk.nn.activations import Sigmoid
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.initializers import INITIALIZERS, he, uniform, xavier, zeros
from ocrdesk.nn.layer import Description
from ocrdesk.nn.network import LAYERS, Network
from ocrdesk.nn.reshape import Reshape

CONVOLUTION: Description = {
    "kind": "conv2d",
    "channels": 3,
    "size": 3,
    "padding": "same",
    "is_rectified": True,
    "is_pooled": False,
    "initializer": "he",
}


def _bound_dropout(rate: float) -> Dropout:
    layer = Dropout(rate)
    layer.bind((500,), {}, {}, {}, np.float32)
    layer.resize(40)
    return layer


def test_dropout_drops_its_share_and_keeps_the_mean(rng: np.random.Generator) -> None:
    outputs = _bound_dropout(0.3).forward(np.ones((40, 500), np.float32), rng)
    assert (outputs == 0).mean() == pytest.approx(0.3, abs=0.02)
    np.testing.assert_allclose(outputs[outputs != 0], 1 / 0.7, rtol=1e-6)
    assert outputs.mean() == pytest.approx(1, abs=0.02)


def test_dropout_lets_the_gradient_through_where_it_let_the_input_through(
    rng: np.random.Generator,
) -> None:
    layer, ones = _bound_dropout(0.3), np.ones((40, 500), np.float32)
    outputs = layer.forward(ones, rng).copy()
    np.testing.assert_array_equal(layer.backward(ones, wants_input=True), outputs)


def test_dropout_does_nothing_when_reading(rng: np.random.Generator) -> None:
    inputs = rng.random((40, 500), dtype=np.float32)
    np.testing.assert_array_equal(_bound_dropout(0.9).apply(inputs), inputs)


def test_dropout_draws_from_the_generator_it_is_given() -> None:
    ones = np.ones((40, 500), np.float32)
    same = [_bound_dropout(0.5).forward(ones, np.random.default_rng(1)) for _ in range(2)]
    np.testing.assert_array_equal(same[0], same[1])
    other = _bound_dropout(0.5).forward(ones, np.random.default_rng(2))
    assert not np.array_equal(same[0], other)


@pytest.mark.parametrize("rate", [-0.1, 1.0, float("nan")])
def test_a_dropout_rate_outside_its_range_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="dropout rate"):
        Dropout(rate)


@pytest.mark.parametrize(
    ("initializer", "variance"),
    [(zeros, 0.0), (uniform, 1 / 300 / 3), (xavier, 2 / (300 + 200)), (he, 2 / 300)],
)
def test_starting_weights_have_the_variance_of_their_paper(
    initializer: object, variance: float, rng: np.random.Generator
) -> None:
    assert initializer in INITIALIZERS.values()
    layer = Dense(200, initializer=initializer)  # type: ignore[arg-type]
    Network([layer], (300,), rng=rng)
    weights = layer.parameters["weights"]
    assert weights.dtype == np.float32
    assert weights.var() == pytest.approx(variance, rel=0.03)
    assert abs(weights.mean()) < 0.001
    np.testing.assert_array_equal(layer.parameters["biases"], 0)


@pytest.mark.parametrize("initializer", [uniform, xavier])
def test_even_draws_stay_within_their_limits(initializer: object, rng: np.random.Generator) -> None:
    limit = {uniform: 300**-0.5, xavier: (6 / 500) ** 0.5}[initializer]  # type: ignore[index]
    drawn = initializer((300, 200), 300, 200, rng)  # type: ignore[operator]
    assert 0.99 * limit < np.abs(drawn).max() <= limit * (1 + 1e-6)


@pytest.mark.parametrize(
    ("description", "complaint"),
    [
        ({"kind": "dense", "units": 3}, "lacks initializer"),
        ({"kind": "dense", "units": 3, "initializer": "xavier", "bias": True}, "knows no bias"),
        ({"kind": "dense", "units": 0, "initializer": "xavier"}, "positive whole"),
        ({"kind": "dense", "units": 3.5, "initializer": "xavier"}, "positive whole"),
        ({"kind": "dense", "units": True, "initializer": "xavier"}, "positive whole"),
        ({"kind": "dense", "units": 3, "initializer": "magic"}, "'magic'"),
        ({"kind": "dense", "units": 3, "initializer": ["xavier"]}, "initializer"),
        ({"kind": "dropout", "rate": "high"}, "must be a number"),
        ({"kind": "dropout", "rate": 2}, "dropout rate"),
        ({"kind": "sigmoid", "slope": 2}, "knows no slope"),
        ({"kind": "conv2d", "channels": 3}, "lacks initializer, is_pooled"),
        (CONVOLUTION | {"channels": 0}, "positive whole"),
        (CONVOLUTION | {"size": True}, "positive whole"),
        (CONVOLUTION | {"size": [1, 2.5]}, "positive whole"),
        (CONVOLUTION | {"size": [0, 3]}, "positive whole"),
        (CONVOLUTION | {"size": [3]}, "a side or"),
        (CONVOLUTION | {"size": [1, 4]}, "a centre"),
        (CONVOLUTION | {"is_pooled": 1}, "true or false"),
        (CONVOLUTION | {"padding": ["same"]}, "padding is one of"),
        (CONVOLUTION | {"initializer": "magic"}, "conv2d: .*'magic'"),
        (CONVOLUTION | {"stride": 2}, "knows no stride"),
        ({"kind": "batch_norm"}, "lacks pace"),
        ({"kind": "batch_norm", "pace": 0}, "the pace"),
        ({"kind": "batch_norm", "pace": "high"}, "must be a number"),
        ({"kind": "columns", "height": 3}, "knows no height"),
        ({"kind": "residual"}, "lacks layers"),
        ({"kind": "residual", "layers": []}, "needs layers"),
        ({"kind": "residual", "layers": 3}, "must be a list"),
        ({"kind": "residual", "layers": ["tanh"]}, "no way leads around None"),
        ({"kind": "residual", "layers": [{"kind": ["tanh"]}]}, r"around \['tanh'\]"),
        ({"kind": "residual", "layers": [{"kind": "columns"}]}, "around 'columns'"),
        ({"kind": "residual", "layers": [{"kind": "residual", "layers": []}]}, "no way leads"),
        ({"kind": "residual", "layers": [{"kind": "tanh", "slope": 1}]}, "knows no slope"),
        ({"kind": "reshape", "shape": "8"}, "row of whole numbers"),
        ({"kind": "reshape", "shape": [8, 1.5]}, "row of whole numbers"),
        ({"kind": "reshape", "shape": [8, 0]}, "row of positive whole numbers"),
    ],
)
def test_a_malformed_description_is_refused_by_what_is_wrong(
    description: Description, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        LAYERS[str(description["kind"])].from_description(description)


def test_a_reshaped_row_holds_the_same_numbers(rng: np.random.Generator) -> None:
    network = Network([Reshape((3, 4)), Dense(2)], (12,), rng=rng)
    rows = rng.random((5, 12), dtype=np.float32)
    np.testing.assert_array_equal(network.layers[0].apply(rows), rows.reshape(5, 3, 4))
    with pytest.raises(ValueError, match="cannot be arranged"):
        Network([Reshape((3, 5)), Dense(2)], (12,))


def test_a_layer_lives_in_one_network() -> None:
    layer = Dense(3)
    Network([layer], (2,))
    with pytest.raises(ValueError, match="already belongs"):
        Network([layer], (2,))


def test_an_initializer_of_ones_own_can_be_used_but_not_described() -> None:
    layer = Dense(3, initializer=lambda shape, *_: np.ones(shape, np.float32))
    Network([layer, Sigmoid()], (2,), rng=np.random.default_rng(0))
    np.testing.assert_array_equal(layer.parameters["weights"], 1)
    with pytest.raises(ValueError, match="cannot be described"):
        layer.description()


def test_a_layer_without_units_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one unit"):
        Dense(0)
