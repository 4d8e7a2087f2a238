"""Measures one training epoch against PyTorch, scikit-learn and the bare matrix products.

Run with ``python tests/benchmarks/training_speed.py [--rounds 15]``; ``make bench`` installs what
it compares with. The assignment's network, 1024-64-36 with sigmoid, batches of 32, plain SGD, on
10,800 samples of float32. In every round each contender trains one epoch with one and with two
threads. A ratio is the median over the rounds of ours, with the threads it chose itself, by theirs
in the same round, so that a busy machine disturbs both sides; each is held against its target. Ends
with 1 and a profile of ours if a target is missed, and with 2 if there is nothing to compare with.

Ours is the whole `train`, figures and reports included; PyTorch the usual loop over shuffled
indices into a tensor in memory (a DataLoader is slower); scikit-learn `MLPClassifier.partial_fit`,
one pass over the data; the bare products are the five of each batch alone, forward and backward,
into arrays that exist, their operands in the cache.
"""

import argparse
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import TypeAlias

import numpy as np

from ocrdesk.nn.activations import Sigmoid
from ocrdesk.nn.arrays import Labels, aligned_zeros
from ocrdesk.nn.blas import blas_threads
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import SGD
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import Training, TrainingSettings
from tests.benchmarks.rounds import measured, say

SAMPLES, INPUTS, HIDDEN, CLASSES, BATCH, RATE = 10_800, 1024, 64, 36, 32, 0.1
OURS, PYTORCH, SKLEARN, BARE = "ocrdesk", "PyTorch", "scikit-learn", "bare products"
TARGETS = {PYTORCH: 1 / 3, SKLEARN: 1 / 3, BARE: 1.6}
THREADS = (1, 2)
CHOSEN = 0  # the number of threads that the trainer finds the fastest
NEVER_ENDING = 1_000_000  # epochs


Epoch: TypeAlias = Callable[[], object]
Contender: TypeAlias = tuple[str, int]


class Ours:
    """One epoch of ours at each call; ``threads`` None lets it choose them."""

    def __init__(self, samples: Dataset, threads: int | None) -> None:
        rng = np.random.default_rng(0)
        network = Network([Dense(HIDDEN), Sigmoid(), Dense(CLASSES)], (INPUTS,), rng=rng)
        settings = TrainingSettings(
            epochs=NEVER_ENDING, batch_size=BATCH, schedule=Constant(RATE), blas_threads=threads
        )
        self._run = Training(network, samples, None, settings, rng)

    def __call__(self) -> object:
        """Train the next epoch, its report included."""
        return list(self._run.epoch())

    @property
    def threads(self) -> int:
        """How many BLAS threads it takes."""
        return self._run.state().part("learner").whole("threads")


def bare_products(samples: Dataset) -> Epoch:
    """Return a function that multiplies what an epoch multiplies, and does nothing else."""
    rng = np.random.default_rng(0)
    shapes = [
        (BATCH, INPUTS),
        (INPUTS, HIDDEN),
        (BATCH, HIDDEN),
        (HIDDEN, CLASSES),
        (BATCH, CLASSES),
    ]
    x, w1, h, w2, z = (rng.random(shape, dtype=np.float32) for shape in shapes)
    by_w1, by_h, by_w2 = np.empty_like(w1), np.empty_like(h), np.empty_like(w2)
    forward_h, forward_z = np.empty_like(h), np.empty_like(z)

    def epoch() -> None:
        for _ in range(-(-len(samples) // BATCH)):
            np.dot(x, w1, forward_h)
            np.dot(h, w2, forward_z)
            np.dot(h.T, z, by_w2)
            np.dot(z, w2.T, by_h)
            np.dot(x.T, h, by_w1)

    return epoch


def pytorch(samples: Dataset) -> Epoch:
    """Return a function that trains one epoch the usual way."""
    import torch

    inputs, labels = torch.from_numpy(samples.inputs), torch.from_numpy(samples.labels)
    model = torch.nn.Sequential(
        torch.nn.Linear(INPUTS, HIDDEN), torch.nn.Sigmoid(), torch.nn.Linear(HIDDEN, CLASSES)
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    criterion = torch.nn.CrossEntropyLoss()

    def epoch() -> float:
        total = torch.zeros(())
        for rows in torch.randperm(len(labels)).split(BATCH):
            optimizer.zero_grad()
            loss = criterion(model(inputs[rows]), labels[rows])
            loss.backward()
            optimizer.step()
            total += loss.detach()
        return float(total)

    return epoch


def scikit_learn(samples: Dataset) -> Epoch:
    """Return a function that makes one pass of `MLPClassifier` over the data."""
    from sklearn.neural_network import MLPClassifier

    classifier = MLPClassifier(
        (HIDDEN,),
        activation="logistic",
        solver="sgd",
        batch_size=BATCH,
        learning_rate_init=RATE,
        momentum=0,
        alpha=0,
        random_state=0,
    )
    return lambda: classifier.partial_fit(
        samples.inputs, samples.labels, classes=np.arange(CLASSES)
    )


def contenders(samples: Dataset) -> dict[Contender, Epoch]:
    """Return every epoch to be measured; ``ImportError`` if PyTorch or scikit-learn is missing."""
    import torch

    def with_torch_threads(epoch: Epoch, threads: int) -> Epoch:
        def limited() -> object:
            torch.set_num_threads(threads)
            return epoch()

        return limited

    def with_blas_threads(epoch: Epoch, threads: int) -> Epoch:
        def limited() -> object:
            with blas_threads(threads):
                return epoch()

        return limited

    epochs: dict[Contender, Epoch] = {(OURS, CHOSEN): Ours(samples, None)}
    for threads in THREADS:
        epochs[OURS, threads] = Ours(samples, threads)
        epochs[PYTORCH, threads] = with_torch_threads(pytorch(samples), threads)
        epochs[SKLEARN, threads] = with_blas_threads(scikit_learn(samples), threads)
        epochs[BARE, threads] = with_blas_threads(bare_products(samples), threads)
    return epochs


def told(milliseconds: dict[Contender, list[float]], chosen: int) -> list[str]:
    """Print the table; return the targets that were missed, as phrases.

    Others are held against with all threads, bare products with as many as ours has ``chosen``.
    """
    reference, missed = milliseconds[OURS, CHOSEN], []
    held = {(PYTORCH, THREADS[-1]), (SKLEARN, THREADS[-1]), (BARE, chosen)}
    say(f"{'one epoch':14} {'threads':>7} {'median ms':>10} {'best ms':>8} {'ours : theirs':>14}")
    for (name, threads), row in sorted(milliseconds.items()):
        ratio = median(mine / theirs for mine, theirs in zip(reference, row, strict=True))
        number = str(threads) if threads else f"({chosen})"
        line = f"{name:14} {number:>7} {median(row):10.1f} {min(row):8.1f} {ratio:14.2f}"
        if target := TARGETS.get(name):
            verdict = "reached" if ratio <= target else "MISSED"
            is_held = (name, threads) in held
            line += f"  target {target:.2f} {verdict if is_held else f'({verdict.lower()})'}"
            if is_held and ratio > target:
                missed.append(f"{name} with {threads}: {ratio:.2f}, not {target:.2f}")
        say(line)
    return missed


class Step:
    """One training step of ours, part by part, as `Learner` takes it."""

    def __init__(self, samples: Dataset) -> None:
        self.samples, self.rng = samples, np.random.default_rng(0)
        self.below, self.bend, self.above = Dense(HIDDEN), Sigmoid(), Dense(CLASSES)
        layers = (self.below, self.bend, self.above)
        self.network = Network(layers, (INPUTS,), rng=self.rng)
        self.loss, self.optimizer = SoftmaxCrossEntropy(CLASSES), SGD()
        self.batch = aligned_zeros((BATCH, INPUTS), np.float32)
        self.network.forward(samples.inputs[:BATCH], self.rng)

    def parts(self, rows: Labels) -> dict[str, Epoch]:
        """Return the parts in their order, for the samples of these rows."""
        return {
            "fetch the samples": lambda: self.samples.fetch(rows, self.batch),
            "first layer up": self._first_up,
            "sigmoid and second layer up": self._rest_up,
            "loss and its gradient": lambda: self._compare(self.samples.labels[rows]),
            "second layer and sigmoid down": self._rest_down,
            "first layer down": lambda: self.below.backward(self.by_sum, wants_input=False),
            "step": lambda: self.optimizer.step(
                self.network.parameters, self.network.gradients, RATE, decayed=0
            ),
        }

    def _first_up(self) -> None:
        self.hidden = self.below.forward(self.batch, self.rng)

    def _rest_up(self) -> None:
        self.logits = self.above.forward(self.bend.forward(self.hidden, self.rng), self.rng)

    def _compare(self, labels: Labels) -> None:
        self.delta = self.loss.gradient(self.logits, labels, RATE)

    def _rest_down(self) -> None:
        by_hidden = self.above.backward(self.delta, wants_input=True)
        assert by_hidden is not None
        by_sum = self.bend.backward(by_hidden, wants_input=True)
        assert by_sum is not None
        self.by_sum = by_sum


def profile(samples: Dataset, *, repeats: int = 7) -> dict[str, float]:
    """Return microseconds of each part of a step: its mean over an epoch, the best of some."""
    step, steps = Step(samples), len(samples) // BATCH
    best: dict[str, float] = {}
    for _ in range(repeats):
        order = step.rng.permutation(len(samples))
        spent: dict[str, float] = {}
        for start in range(0, steps * BATCH, BATCH):
            for name, part in step.parts(order[start : start + BATCH]).items():
                begun = perf_counter()
                part()
                spent[name] = spent.get(name, 0.0) + perf_counter() - begun
        best = {name: min(best.get(name, np.inf), 1e6 * t / steps) for name, t in spent.items()}
    return best


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    rng = np.random.default_rng(0)
    samples = Dataset(
        rng.random((SAMPLES, INPUTS), dtype=np.float32), rng.integers(0, CLASSES, SAMPLES)
    )
    try:
        epochs = contenders(samples)
    except ImportError as error:
        sys.stderr.write(
            f"{error.name} is missing: pip install -e '.[bench]', or make bench" + "\n"
        )
        return 2
    chosen = epochs[OURS, CHOSEN]
    assert isinstance(chosen, Ours)
    missed = told(measured(epochs, rounds), chosen.threads)
    if not missed:
        return 0
    say("\none step of ours, one thread:")
    with blas_threads(1):
        parts = profile(samples)
    for name, microseconds in parts.items():
        say(f"{name:32} {microseconds:6.1f} µs")
    say(f"{'together':32} {sum(parts.values()):6.1f} µs")
    sys.stderr.write(f"\nTargets missed: {'; '.join(missed)}." + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
