"""The inner loop: batches of one epoch through the network, and a step after each."""

from time import perf_counter

import numpy as np

from ocrdesk.nn.blas import blas_threads, fastest_thread_count
from ocrdesk.nn.dataset import Minibatches, Samples
from ocrdesk.nn.lanes import lanes
from ocrdesk.nn.loss import Loss, SoftmaxCrossEntropy, Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.state import State
from ocrdesk.nn.training_settings import TrainingSettings

BATCHES_PER_NORM = 16
"""A gradient norm reads every gradient once more, so only one batch in so many is measured."""


class Learner:
    """A network in training, with the optimiser's memory and the figures of the current epoch.

    `begin` an epoch, then `learn` until it says that the epoch is done. The ``loss`` is softmax
    with cross-entropy unless another is given.
    """

    def __init__(
        self,
        network: Network,
        settings: TrainingSettings,
        rng: np.random.Generator,
        loss: Loss | None = None,
    ) -> None:
        self._network = network
        self._settings = settings
        self._rng = rng
        self._optimizer = settings.optimizer.fresh()
        self._loss = loss or SoftmaxCrossEntropy(
            network.classes, label_smoothing=settings.label_smoothing
        )
        self._minibatches = Minibatches(settings.batch_size)
        self._limit = lanes if network.is_shared else blas_threads
        self._threads = settings.blas_threads or self._measured_threads()
        self.learning_rate = settings.schedule(0.0, settings.epochs)
        self.epoch = 0

    def begin(self, samples: Samples, epoch: int) -> None:
        """Start an epoch (counted from 1): shuffle, and set the figures to zero."""
        self.epoch = epoch
        self.tally = Tally()
        self._batches = self._minibatches.of(samples, self._rng)
        self._count, self._done, self._batch = len(samples.labels), 0, 0
        self._norms: list[tuple[float, ...]] = []

    @property
    def progress(self) -> float:
        """Epochs done, in fractions."""
        return self.epoch - 1 + self._done / self._count

    def learn(self, deadline: float) -> bool:
        """Take batches until `perf_counter` reaches ``deadline``; True when none are left."""
        # Numbers that run away are seen in the loss and told as one error, not as many warnings.
        with self._limit(self._threads), np.errstate(over="ignore", invalid="ignore"):
            is_done = self._learn_until(deadline)
        self.tally += self._loss.take_tally()
        return is_done

    def _learn_until(self, deadline: float) -> bool:
        network, loss, optimizer, rng = self._network, self._loss, self._optimizer, self._rng
        schedule, epochs = self._settings.schedule, self._settings.epochs
        parameters, gradients, decayed = (
            network.parameters,
            network.gradients,
            network.decayed_count,
        )
        before, count = self.epoch - 1, self._count
        for inputs, labels in self._batches:
            rate = self.learning_rate = schedule(before + self._done / count, epochs)
            scale = optimizer.scale(rate)
            network.backward(loss.gradient(network.forward(inputs, rng), labels, scale))
            if self._batch % BATCHES_PER_NORM == 0:
                self._norms.append(tuple(norm / scale for norm in network.gradient_norms()))
            optimizer.step(parameters, gradients, rate, decayed=decayed)
            self._batch += 1
            self._done += len(labels)
            if perf_counter() >= deadline:
                return False
        return True

    def gradient_norms(self) -> tuple[tuple[str, float], ...]:
        """Return (``"0.dense"``, mean norm over the epoch's measured batches) of trained layers."""
        means = np.mean(self._norms, axis=0)
        return tuple(
            (f"{index}.{layer.kind}", float(means[index]))
            for index, layer in enumerate(self._network.layers)
            if layer.parameters
        )

    def state(self) -> State:
        """Return what it carries from one epoch to the next: the optimiser's memory, and threads.

        The number of threads belongs to it because the order of additions depends on it.
        """
        return State.of_parts({"threads": self._threads}, optimizer=self._optimizer.state())

    def load(self, state: State) -> None:
        """Go on from what `state` told, with `begin`; ``ValueError`` where it does not fit."""
        threads = state.whole("threads", least=1)
        if self._settings.blas_threads not in {None, threads}:
            raise ValueError(f"it took {threads} threads, not {self._settings.blas_threads}")
        self._optimizer.load(state.part("optimizer"), self._network.parameters)
        self._threads = threads

    def _measured_threads(self) -> int:
        """Try batches of zeros on a copy, with a generator of its own: nothing else is touched."""
        copy, rng = self._network.copy(), np.random.default_rng(0)
        loss = SoftmaxCrossEntropy(copy.classes)
        size = self._settings.batch_size
        inputs, labels = np.zeros((size, *copy.input_shape), np.float32), np.zeros(size, np.intp)

        def batch() -> None:
            copy.backward(loss.gradient(copy.forward(inputs, rng), labels))

        return fastest_thread_count(batch, within=self._limit)
