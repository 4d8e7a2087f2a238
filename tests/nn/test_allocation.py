"""A training step in its steady state allocates no arrays."""

import tracemalloc

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.learner import Learner
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.trainer import TrainingSettings

BATCH, INPUTS = 32, 256
SMALLEST_ARRAY = BATCH * 36 * 4  # bytes of the logits: any array of a batch is at least so large


@pytest.mark.parametrize(
    "optimizer", [SGD(), SGD(momentum=0.9, weight_decay=1e-4), Adam(weight_decay=1e-4)]
)
def test_no_step_allocates_an_array(optimizer: Optimizer, rng: np.random.Generator) -> None:
    layers = [Dense(64), Sigmoid(), Dropout(0.2), Dense(48), ReLU(), Dense(40), Tanh(), Dense(36)]
    network = Network(layers, (INPUTS,), rng=rng)
    inputs = rng.random((40 * BATCH + 5, INPUTS), dtype=np.float32)
    samples = Dataset(inputs, rng.integers(0, 36, len(inputs)))
    # Without a second to spare, `learn` comes back after every batch.
    learner = Learner(network, TrainingSettings(epochs=3, optimizer=optimizer, blas_threads=1), rng)
    learner.begin(samples, 1)
    while not learner.learn(0):
        pass
    learner.begin(samples, 2)
    learner.learn(0)
    tracemalloc.start()
    try:
        for _ in range(35):
            before = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
            learner.learn(0)
            assert tracemalloc.get_traced_memory()[1] - before < SMALLEST_ARRAY
    finally:
        tracemalloc.stop()
