"""Measures training and reading of a convolutional network against PyTorch.

Run with ``python tests/benchmarks/convolution_speed.py [--rounds 9]``; ``make bench`` installs what
it compares with. The network has four convolutions (16, 32, 64, 64 kernels of 3 by 3) with ReLU, a
2 by 2 maximum after every second, and 128 and 37 dense units: 0.59 million weights; patches are 32
by 32. In every round each contender trains on the same 1,024 patches in batches of 64 with Adam,
and reads 1,000 patches, with one and with two threads. A ratio is the median over the rounds of
ours by theirs in the same round, so that a busy machine disturbs both sides; the target is 1. Ends
with 1 and a profile of ours if a target is missed, and with 2 if there is nothing to compare with.

Ours is the whole `train`, figures and reports included, and `Network.logits`; PyTorch the usual
loop over shuffled indices into a tensor in memory, and the model in inference mode. It is measured
as it comes and with "channels last" and batches of 100 when reading, which is its fastest way here
(batches of 16, 32, 50, 100, 250 and 1,000 were tried), and held against the faster.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any, TypeAlias

import numpy as np

from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.initializers import he
from ocrdesk.nn.lanes import lanes
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import Adam
from ocrdesk.nn.schedules import Constant
from ocrdesk.nn.trainer import TrainingSettings, train
from tests.benchmarks.rounds import measured, say

SAMPLES, READ, SIZE, CLASSES, BATCH, RATE = 1024, 1000, 32, 37, 64, 0.001
TRAINS, READS = "train 1,024", "read 1,000"
OURS, PYTORCH, CHANNELS_LAST = "ocrdesk", "PyTorch", "PyTorch, channels last"
READ_AT_ONCE = {PYTORCH: READ, CHANNELS_LAST: 100}
TARGET = 1.0
THREADS = (1, 2)
NEVER_ENDING = 1_000_000  # epochs


Work: TypeAlias = Callable[[], object]
Contender: TypeAlias = tuple[str, int, str]
"""What is done, with how many threads, by whom."""


def network(rng: np.random.Generator) -> Network:
    """Return ours, with weights drawn."""
    bent = partial(Conv2d, is_rectified=True)
    layers = [
        *(bent(16), bent(32, is_pooled=True)),
        *(bent(64), bent(64, is_pooled=True)),
        *(Dense(128, initializer=he), ReLU(), Dense(CLASSES)),
    ]
    return Network(layers, (SIZE, SIZE), rng=rng)


def torch_model() -> Any:
    """Return the same network as PyTorch has it."""
    from torch import nn

    def convolution(inputs: int, outputs: int) -> tuple[Any, Any]:
        return nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU()

    return nn.Sequential(
        *(*convolution(1, 16), *convolution(16, 32), nn.MaxPool2d(2)),
        *(*convolution(32, 64), *convolution(64, 64), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(SIZE * SIZE // 16 * 64, 128), nn.ReLU()),
        nn.Linear(128, CLASSES),
    )


def our_training(samples: Dataset, threads: int) -> Work:
    """Return a function that trains one epoch."""
    rng = np.random.default_rng(0)
    settings = TrainingSettings(
        epochs=NEVER_ENDING,
        batch_size=BATCH,
        optimizer=Adam(),
        schedule=Constant(RATE),
        blas_threads=threads,
    )
    reports = train(network(rng), samples, None, settings, rng)
    return lambda: next(reports)


def our_reading(patches: Array, threads: int) -> Work:
    """Return a function that scores all patches."""
    reader = network(np.random.default_rng(0))

    def read() -> None:
        with lanes(threads):
            reader.logits(patches)

    return read


def their_training(samples: Dataset, threads: int, kind: str) -> Work:
    """Return a function that trains one epoch the usual way."""
    import torch

    layout = torch.channels_last if kind == CHANNELS_LAST else torch.contiguous_format
    inputs = torch.from_numpy(samples.inputs[:, None]).to(memory_format=layout)
    labels = torch.from_numpy(samples.labels)
    model = torch_model().to(memory_format=layout)
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    criterion = torch.nn.CrossEntropyLoss()

    def epoch() -> float:
        torch.set_num_threads(threads)
        total = torch.zeros(())
        for rows in torch.randperm(len(labels)).split(BATCH):
            optimizer.zero_grad()
            loss = criterion(model(inputs[rows]), labels[rows])
            loss.backward()
            optimizer.step()
            total += loss.detach()
        return float(total)

    return epoch


def their_reading(patches: Array, threads: int, kind: str) -> Work:
    """Return a function that scores all patches."""
    import torch

    layout = torch.channels_last if kind == CHANNELS_LAST else torch.contiguous_format
    inputs = torch.from_numpy(patches[:, None]).to(memory_format=layout)
    model = torch_model().to(memory_format=layout).eval()

    def read() -> None:
        torch.set_num_threads(threads)
        with torch.inference_mode():
            for piece in inputs.split(READ_AT_ONCE[kind]):
                model(piece)

    return read


def contenders(samples: Dataset, patches: Array) -> dict[Contender, Work]:
    """Return all that is to be measured; ``ImportError`` if PyTorch is missing."""
    works: dict[Contender, Work] = {}
    for threads in THREADS:
        works[TRAINS, threads, OURS] = our_training(samples, threads)
        works[READS, threads, OURS] = our_reading(patches, threads)
        for kind in (PYTORCH, CHANNELS_LAST):
            works[TRAINS, threads, kind] = their_training(samples, threads, kind)
            works[READS, threads, kind] = their_reading(patches, threads, kind)
    return dict(sorted(works.items()))


def told(milliseconds: dict[Contender, list[float]]) -> list[str]:
    """Print the table; return the targets that were missed, as phrases."""
    missed = []
    say(f"{'':12} {'threads':>7}  {'':24} {'median ms':>10} {'best ms':>8} {'ours : theirs':>14}")
    for (task, threads, name), row in milliseconds.items():
        line = f"{task:12} {threads:>7}  {name:24} {median(row):10.1f} {min(row):8.1f}"
        if name != OURS:
            mine = milliseconds[task, threads, OURS]
            ratio = median(one / other for one, other in zip(mine, row, strict=True))
            line += (
                f" {ratio:14.2f}  target {TARGET:.2f} {'reached' if ratio <= TARGET else 'MISSED'}"
            )
            if ratio > TARGET:
                missed.append(f"{task} with {threads} against {name}: {ratio:.2f}")
        say(line)
    return missed


def profile(*, repeats: int = 15) -> dict[str, float]:
    """Return milliseconds of each layer's part of a training step, one thread: the best of some."""
    rng = np.random.default_rng(0)
    subject = network(rng)
    inputs, labels = rng.random((BATCH, SIZE, SIZE), np.float32), rng.integers(0, CLASSES, BATCH)
    loss, best = SoftmaxCrossEntropy(CLASSES), dict[str, float]()

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun = perf_counter()
        result = work()
        best[name] = min(best.get(name, np.inf), 1000 * (perf_counter() - begun))
        return result

    for _ in range(repeats):
        subject.forward(inputs, rng)  # sizes the arrays, and is the way up of the step
        values = inputs
        for index, layer in enumerate(subject.layers):
            values = timed(f"{index}.{layer.kind} up", partial(layer.forward, values, rng))
        gradient = timed("loss and its gradient", partial(loss.gradient, values, labels))
        for index, layer in reversed(list(enumerate(subject.layers))):
            down = partial(layer.backward, gradient, wants_input=index > 0)
            gradient = timed(f"{index}.{layer.kind} down", down)
    return best


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--profile", action="store_true", help="show where our time goes")
    options = parser.parse_args()
    rng = np.random.default_rng(0)
    patches = rng.random((SAMPLES, SIZE, SIZE), dtype=np.float32)
    samples = Dataset(patches, rng.integers(0, CLASSES, SAMPLES))
    try:
        works = contenders(samples, patches[:READ])
    except ImportError as error:
        sys.stderr.write(f"{error.name} is missing: pip install -e '.[bench]', or make bench\n")
        return 2
    missed = told(measured(works, options.rounds))
    if missed or options.profile:
        say("\none step of ours, one thread:")
        with lanes(1):
            parts = profile()
        for name, milliseconds in parts.items():
            say(f"{name:24} {milliseconds:7.2f} ms")
        say(f"{'together':24} {sum(parts.values()):7.2f} ms")
    if missed:
        sys.stderr.write(f"\nTargets missed: {'; '.join(missed)}.\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
