"""Steps of the optimisers against the formulas of their papers, written out in float64."""

import numpy as np
import pytest

from ocrdesk.nn.arrays import Array
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer

STEPS, RATE = 20, 0.05


def _gradients(rng: np.random.Generator) -> Array:
    return rng.standard_normal((STEPS, 6), dtype=np.float32)


def _run(optimizer: Optimizer, start: Array, gradients: Array, decayed: int = 4) -> Array:
    parameters = start.copy()
    for gradient in gradients:
        scaled = gradient * np.float32(optimizer.scale(RATE))
        optimizer.step(parameters, scaled, RATE, decayed=decayed)
    return parameters


def test_plain_sgd_subtracts_rate_times_gradient(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    np.testing.assert_allclose(
        _run(SGD(), start, gradients), 1 - RATE * gradients.sum(axis=0), rtol=1e-4, atol=1e-6
    )


def test_momentum_follows_polyak(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    w, v = np.ones(6), np.zeros(6)
    for g in gradients.astype(float):
        v = 0.9 * v + RATE * g
        w = w - v
    np.testing.assert_allclose(_run(SGD(momentum=0.9), start, gradients), w, rtol=1e-4, atol=1e-5)


def test_adam_follows_algorithm_1_with_its_bias_correction(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    w, m, v = np.ones(6), np.zeros(6), np.zeros(6)
    for t, g in enumerate(gradients.astype(float), start=1):
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w = w - RATE * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    np.testing.assert_allclose(_run(Adam(), start, gradients), w, rtol=1e-4, atol=1e-5)


def test_adam_keeps_epsilon_where_the_paper_has_it() -> None:
    # With ε = 1 and one step: m̂ = g, v̂ = g², so the step is η·g/(|g| + 1).
    found = _run(Adam(epsilon=1.0), np.zeros(1, np.float32), np.array([[3.0]], np.float32))
    assert found[0] == pytest.approx(-RATE * 3 / 4, rel=1e-5)


def test_adam_keeps_epsilon_there_in_every_step(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    w, m, v = np.ones(6), np.zeros(6), np.zeros(6)
    for t, g in enumerate(gradients.astype(float), start=1):
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w = w - RATE * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1.0)
    assert len(gradients) > 2
    np.testing.assert_allclose(_run(Adam(epsilon=1.0), start, gradients), w, rtol=1e-5)


def test_the_first_step_of_adam_is_the_rate_whatever_the_gradient() -> None:
    gradient = np.array([[1e-3, -1, 1e3]], np.float32)
    found = _run(Adam(), np.zeros(3, np.float32), gradient)
    np.testing.assert_allclose(found, [-RATE, RATE, -RATE], rtol=1e-3)


@pytest.mark.parametrize("optimizer", [SGD(weight_decay=0.1), Adam(weight_decay=0.1)])
def test_decay_shrinks_weights_not_biases(optimizer: Optimizer) -> None:
    found = _run(optimizer, np.ones(6, np.float32), np.zeros((STEPS, 6), np.float32))
    np.testing.assert_allclose(found, [(1 - RATE * 0.1) ** STEPS] * 4 + [1] * 2, rtol=1e-5)


def test_for_plain_sgd_decay_equals_a_penalty_on_squares(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    w = np.ones(6)
    for g in gradients.astype(float):
        w = w - RATE * (g + 0.1 * w)
    np.testing.assert_allclose(
        _run(SGD(weight_decay=0.1), start, gradients, decayed=6), w, rtol=1e-4, atol=1e-5
    )


def test_decay_is_decoupled_from_the_averages_of_adam(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    w, m, v = np.ones(6), np.zeros(6), np.zeros(6)
    for t, g in enumerate(gradients.astype(float), start=1):
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w * (1 - RATE * 0.1)
        w = w - RATE * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    found = _run(Adam(weight_decay=0.1), start, gradients, decayed=6)
    np.testing.assert_allclose(found, w, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("optimizer", [SGD(momentum=0.9), Adam()])
def test_a_fresh_one_remembers_nothing(optimizer: Optimizer, rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    first = _run(optimizer, start, gradients)
    assert not np.array_equal(_run(optimizer, start, gradients), first)
    np.testing.assert_array_equal(_run(optimizer.fresh(), start, gradients), first)


def test_it_serves_one_network_at_a_time() -> None:
    optimizer = SGD(momentum=0.9)
    optimizer.step(np.ones(3, np.float32), np.ones(3, np.float32), RATE, decayed=0)
    with pytest.raises(ValueError, match="3 parameters got 4"):
        optimizer.step(np.ones(4, np.float32), np.ones(4, np.float32), RATE, decayed=0)


@pytest.mark.parametrize("momentum", [-0.1, 1.0, float("nan")])
def test_momentum_outside_its_range_is_refused(momentum: float) -> None:
    with pytest.raises(ValueError, match="momentum"):
        SGD(momentum=momentum)


def test_other_settings_outside_their_range_are_refused() -> None:
    with pytest.raises(ValueError, match="weight decay"):
        Adam(weight_decay=-1)
    with pytest.raises(ValueError, match="betas"):
        Adam(beta1=1.0)
    with pytest.raises(ValueError, match="betas"):
        Adam(epsilon=0)


@pytest.mark.parametrize(
    "optimizer", [SGD(), SGD(momentum=0.9), Adam(weight_decay=0.1)], ids=["sgd", "momentum", "adam"]
)
def test_its_memory_moves_to_another_one_exactly(
    optimizer: Optimizer, rng: np.random.Generator
) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    whole = _run(optimizer.fresh(), start, gradients)
    first, second = optimizer.fresh(), optimizer.fresh()
    half = _run(first, start, gradients[:7])
    second.load(first.state(), half)
    np.testing.assert_array_equal(_run(second, half, gradients[7:]), whole)
    second.load(optimizer.fresh().state(), start)
    np.testing.assert_array_equal(_run(second, start, gradients), whole)


def test_memory_of_another_kind_or_size_is_refused(rng: np.random.Generator) -> None:
    start, gradients = np.ones(6, np.float32), _gradients(rng)
    momentum, adam = SGD(momentum=0.9), Adam()
    _run(momentum, start, gradients)
    _run(adam, start, gradients)
    for taker, giver in ((Adam(), momentum), (momentum.fresh(), adam), (SGD(), adam)):
        with pytest.raises(ValueError, match="expected"):
            taker.load(giver.state(), start)
    with pytest.raises(ValueError, match="expected"):
        Adam().load(adam.state(), np.ones(7, np.float32))


def test_it_describes_itself() -> None:
    assert Adam(epsilon=1e-6).description() == {
        "kind": "adam",
        "weight_decay": 0.0,
        "beta1": 0.9,
        "beta2": 0.999,
        "epsilon": 1e-6,
    }
    assert SGD(momentum=0.9).description() == {"kind": "sgd", "weight_decay": 0, "momentum": 0.9}
