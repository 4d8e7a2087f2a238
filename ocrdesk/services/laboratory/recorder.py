"""The flight recorder: the network of every epoch, within a bound of memory.

As long as there is room every epoch is kept exactly. When it gets short, older epochs are kept in
16 bits a weight (relative error at most 2⁻¹¹), then every second one is dropped, and again. The
first, the best and the last epoch stay exact always.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.network import Network

if TYPE_CHECKING:
    from ocrdesk.nn.layer import Description

MEMORY = 192 * 1024 * 1024
"""Bytes; a network of the assignment's size is kept exactly for nearly a thousand epochs."""
_LARGEST = float(np.finfo(np.float16).max)


@dataclass(frozen=True, slots=True)
class Kept:
    """The arrays of one epoch, by name; ``is_exact`` where none was shortened."""

    arrays: Mapping[str, NDArray[np.floating]]
    is_exact: bool

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(array.nbytes for array in self.arrays.values())


class FlightRecorder:
    """Keeps networks by epoch; epoch 0 is the one before training.

    One thread may `keep` while another asks for a `network`: what is kept is only ever replaced.
    """

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._descriptions: Sequence[Description] = ()
        self._kept: dict[int, Kept] = {}
        self.best = 0

    @property
    def epochs(self) -> tuple[int, ...]:
        """The epochs that can be restored, in order."""
        return tuple(sorted(self._kept))

    @property
    def size(self) -> int:
        """Bytes in use."""
        return sum(kept.size for kept in tuple(self._kept.values()))

    def is_exact(self, epoch: int) -> bool:
        """Tell whether the network of a kept epoch is bit for bit what it was."""
        return self._kept[epoch].is_exact

    def keep(self, epoch: int, network: Network, *, is_best: bool = False) -> None:
        """Remember the network as it is now, and make room for it."""
        self._descriptions, arrays = network.state()
        kept = dict(self._kept)
        kept[epoch] = Kept(arrays, is_exact=True)
        if is_best:
            self.best = epoch
        self._kept = self._thinned(kept, epoch)

    def nearest(self, epoch: int) -> int:
        """Return the kept epoch nearest to one; the earlier of two. ``ValueError`` if empty."""
        if not self._kept:
            raise ValueError("no epoch was kept")
        return min(sorted(self._kept), key=lambda kept: abs(kept - epoch))

    def network(self, epoch: int) -> Network:
        """Return the network of a kept epoch; ``KeyError`` for another."""
        kept = self._kept[epoch]
        arrays = {name: array.astype(np.float32) for name, array in kept.arrays.items()}
        return Network.from_state(self._descriptions, arrays)

    def _thinned(self, kept: dict[int, Kept], last: int) -> dict[int, Kept]:
        """Return what fits: first shortened from the oldest on, then every second dropped."""
        fixed = {0, self.best, last}
        used = sum(one.size for one in kept.values())
        for epoch in sorted(kept):
            if used <= self._memory:
                return kept
            if epoch not in fixed and kept[epoch].is_exact:
                before = kept[epoch].size
                kept[epoch] = _shortened(kept[epoch])
                used += kept[epoch].size - before
        while used > self._memory and len(loose := sorted(set(kept) - fixed)) > 1:
            for epoch in loose[::2]:
                used -= kept.pop(epoch).size
        return kept


def _shortened(kept: Kept) -> Kept:
    arrays = {
        name: np.clip(array, -_LARGEST, _LARGEST).astype(np.float16)
        for name, array in kept.arrays.items()
    }
    return Kept(arrays, is_exact=False)
