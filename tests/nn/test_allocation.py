"""A training step in its steady state allocates no arrays."""

import tracemalloc

import numpy as np
import pytest

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.learner import Learner
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.residual import Residual
from ocrdesk.nn.trainer import TrainingSettings

BATCH, INPUTS = 32, 256


@pytest.mark.parametrize(
    "optimizer", [SGD(), SGD(momentum=0.9, weight_decay=1e-4), Adam(weight_decay=1e-4)]
)
def test_no_step_allocates_an_array(optimizer: Optimizer, rng: np.random.Generator) -> None:
    layers = [Dense(64), Sigmoid(), Dropout(0.2), Dense(48), ReLU(), Dense(40), Tanh(), Dense(36)]
    _refuse_allocation(Network(layers, (INPUTS,), rng=rng), optimizer, rng)


def test_no_step_of_a_convolution_allocates_an_array(rng: np.random.Generator) -> None:
    layers = [
        Reshape((16, 16)),
        Conv2d(6, is_rectified=True),
        Conv2d(8, is_rectified=True, is_pooled=True),
        Conv2d(12),
        MaxPool2d(),
        BatchNorm(),
        Columns(),
        Conv2d(16, size=(1, 3), is_rectified=True),
        Residual([Conv2d(16, size=(1, 5)), BatchNorm(), ReLU(), Dropout(0.2)]),
        Dense(96),
    ]
    _refuse_allocation(Network(layers, (INPUTS,), rng=rng), Adam(), rng)


def _refuse_allocation(network: Network, optimizer: Optimizer, rng: np.random.Generator) -> None:
    smallest_array = BATCH * network.classes * 4  # bytes: no array of a batch is below the logits
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
            assert tracemalloc.get_traced_memory()[1] - before < smallest_array
    finally:
        tracemalloc.stop()
