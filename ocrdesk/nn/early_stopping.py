"""Keep the best weights, and see when nothing better comes (Prechelt 1998)."""

from typing import Literal

from ocrdesk.nn.loss import Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.state import State

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
        self._weights = State()
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
            self._weights = State(network.state()[1])
        elif self._patience is not None and epoch - self.epoch >= self._patience:
            self.is_patience_over = True
        return is_best

    def restore(self, network: Network) -> None:
        """Give the network the best weights back, if any were kept."""
        if self._best is not None:
            network.load(self._weights.arrays)

    def state(self) -> State:
        """Return the best weights so far and what they achieved."""
        facts = {
            "rank": None if self._best is None else list(self._best),
            "epoch": self.epoch,
            "is_patience_over": self.is_patience_over,
        }
        return State(self._weights.arrays, facts)

    def load(self, state: State, network: Network) -> None:
        """Go on from what `state` told of the same figure and patience; ``network`` is not changed.

        Raises ``ValueError`` for facts of something else and weights that ``network`` cannot take.
        """
        rank, is_over = state.facts.get("rank"), state.facts.get("is_patience_over")
        width = 2 if self._figure == "accuracy" else 1
        if rank is not None:
            network.copy().load(state.arrays)
            is_list = isinstance(rank, list) and all(isinstance(value, float) for value in rank)
            if not is_list or len(rank) != width:
                raise ValueError(f"the best figures are {rank!r}, not {width} numbers")
        elif state.arrays:
            raise ValueError("there are best weights without the figures they achieved")
        if not isinstance(is_over, bool) or (is_over and self._patience is None):
            raise ValueError(f"whether patience is over is {is_over!r}")
        self.epoch = state.whole("epoch", least=0 if rank is None else 1)
        self._best = None if rank is None else tuple(rank)
        self._weights, self.is_patience_over = State(state.arrays), is_over
