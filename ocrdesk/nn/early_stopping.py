"""Keep the best weights, and see when nothing better comes (Prechelt 1998)."""

from typing import Literal

from ocrdesk.nn.loss import Tally
from ocrdesk.nn.network import Network

Figure = Literal["loss", "accuracy"]


class BestWeights:
    """The weights of the epoch with the best validation figure, and how long ago that was.

    ``figure`` "loss" wants the lowest loss; "accuracy" the highest accuracy, and among equal ones
    the lowest loss. ``patience`` is the number of epochs without a better one after which to stop;
    None never stops.
    """

    def __init__(self, figure: Figure, patience: int | None) -> None:
        self._figure = figure
        self._patience = patience
        self._best: tuple[float, ...] | None = None
        self.epoch = 0
        self.is_patience_over = False

    def observe(self, network: Network, validation: Tally, epoch: int) -> bool:
        """Take note of an epoch; if it is the best so far keep its weights and return True."""
        rank: tuple[float, ...] = (validation.loss,)
        if self._figure == "accuracy":
            rank = (-validation.accuracy, validation.loss)
        is_best = self._best is None or rank < self._best
        if is_best:
            self._best, self.epoch = rank, epoch
            self._arrays = network.state()[1]
        elif self._patience is not None and epoch - self.epoch >= self._patience:
            self.is_patience_over = True
        return is_best

    def restore(self, network: Network) -> None:
        """Give the network the best weights back, if any were kept."""
        if self._best is not None:
            network.load(self._arrays)
